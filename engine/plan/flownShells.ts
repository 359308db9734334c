import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import type { FlownShell } from "./shells.ts";

/** What shells that name an `elementsFile` are like, from its records; undefined for designed shells. */
export function readFlownShells({
  mission,
  elementsTexts,
}: {
  mission: Mission;
  elementsTexts: Readonly<Record<string, string>>;
}): {
  shells: (FlownShell | undefined)[];
  issues: MissionIssue[];
} {
  void elementsTexts;
  return { shells: mission.shells.map(() => undefined), issues: [] };
}
