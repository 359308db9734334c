import { Option } from "commander";
import type { MissionIssue } from "#engine";
import type { Flyers } from "./flyers.ts";
import { describeText, inputOption, readNumber } from "./options.ts";
import { badUsage, makeIssue } from "./stop.ts";
import type { Options } from "./verb.ts";

export type Site = {
  readonly name: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly heightKm: number;
};

const MAX_SITE_COUNT = 2000;
const parts = /^(.*\S)\s*,([^,]+),([^,]+),([^,]+)$/s;

export const siteOption = () =>
  new Option(
    "--site <name,latitudeDeg,longitudeDeg,heightKm>",
    "place on the WGS 84 ellipsoid; repeatable; left out, the mission's sites",
  ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);

/** Sites as typed; issues in `issues`. The last three commas count, so a name may hold more. */
export function readSites(options: Options, issues: MissionIssue[]): Site[] {
  const texts = (options["site"] ?? []) as readonly string[];
  if (texts.length > MAX_SITE_COUNT)
    issues.push(makeIssue("--site", `${texts.length} sites`, `at most ${MAX_SITE_COUNT} sites`));
  const sites = texts.flatMap((text) => {
    const match = parts.exec(text);
    if (match === null) {
      issues.push(makeIssue("--site", describeText(text), '"Name,latitudeDeg,longitudeDeg,heightKm"'));
      return [];
    }
    const numberOf = (name: string, part: string) =>
      readNumber({ option: { ...inputOption(name), flag: `--site ${name}` }, text: part, issues });
    return [
      {
        name: match[1]!.trim(),
        latitudeDeg: numberOf("latitudeDeg", match[2]!),
        longitudeDeg: numberOf("longitudeDeg", match[3]!),
        heightKm: numberOf("heightKm", match[4]!),
      },
    ];
  });
  const twice = sites.find(({ name }, row) => sites.findIndex((other) => other.name === name) < row);
  if (twice !== undefined) issues.push(makeIssue("--site", describeText(twice.name), "each name once"));
  return sites;
}

/** What was typed, or the mission's own. */
export function sitesOf(typed: readonly Site[], { mission }: Flyers): readonly Site[] {
  const sites = typed.length > 0 ? typed : (mission?.sites ?? []);
  if (sites.length === 0) throw badUsage('access: --site "Name,latitudeDeg,longitudeDeg,heightKm" is missing');
  return sites;
}
