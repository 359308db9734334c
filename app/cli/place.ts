import type { Mission, MissionIssue } from "#engine";
import { describeText, inputOption, readNumber } from "./options.ts";
import { makeIssue } from "./stop.ts";

export type NamedPlace = {
  readonly name: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly heightKm?: number;
};

const coordinates = /^\s*([^,]+),([^,]+)$/;

/** A place of the mission by its name, exact or else without regard to case, or `lat,lon`; an issue in `issues` where it is none. */
export function readPlace({
  flag,
  text,
  mission,
  issues,
}: {
  flag: string;
  text: string;
  mission: Pick<Mission, "places" | "sites">;
  issues: MissionIssue[];
}): NamedPlace {
  const known: NamedPlace[] = [...(mission.places ?? []), ...(mission.sites ?? [])];
  const fold = (name: string) => name.normalize("NFKC").toLowerCase();
  const named = known.find(({ name }) => name === text) ?? known.find(({ name }) => fold(name) === fold(text));
  if (named !== undefined) return named;
  const match = coordinates.exec(text);
  if (match !== null) {
    const numberOf = (name: string, part: string) =>
      readNumber({ option: { ...inputOption(name), flag: `${flag} ${name}` }, text: part, issues });
    return {
      name: text,
      latitudeDeg: numberOf("latitudeDeg", match[1]!),
      longitudeDeg: numberOf("longitudeDeg", match[2]!),
    };
  }
  const names = known.slice(0, 12).map(({ name }) => name);
  const list =
    names.length === 0 ? "the mission names no places" : `one of ${names.join(", ")}${known.length > 12 ? ", …" : ""}`;
  issues.push(makeIssue(flag, describeText(text), `latitude,longitude in degrees, or a name: ${list}`));
  return { name: text, latitudeDeg: Number.NaN, longitudeDeg: Number.NaN };
}
