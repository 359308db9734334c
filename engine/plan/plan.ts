import type { Mission } from "../mission/mission.ts";
import { runChain } from "./chain.ts";
import { type Finding, findOpenEnds } from "./findings.ts";

/**
 * Every number without a clock, and what does not close.
 * `elementsTexts` holds the text of each `elementsFile` that the mission names; one that is missing or unreadable is an issue.
 */
export function planMission(mission: Mission, options: { elementsTexts?: Readonly<Record<string, string>> } = {}) {
  const { chain, known, issues } = runChain(mission, options);
  if (chain === undefined) return { plan: undefined, issues };
  const findings: readonly Finding[] = findOpenEnds({ ...chain, ...known });
  return { plan: { ...chain, findings }, issues };
}

export type Plan = NonNullable<ReturnType<typeof planMission>["plan"]>;
