import { Option } from "commander";
import type { Instant, MissionIssue } from "#engine";
import { type NumberOption, numberFlag, readInstant, readNumber } from "./options.ts";
import type { Options } from "./verb.ts";

const SECONDS_PER_DAY = 86_400;
/** Ten years and leap days. */
const MAX_DAYS = 3653;

const days: NumberOption = { flag: "--days", label: "Span", min: 1e-5, max: MAX_DAYS, unit: "days", isWhole: false };

export const fromOption = () =>
  new Option("--from <instant>", "UTC instant at which tS is 0; left out, the mission's epoch or the first record's");
export const daysOption = () => numberFlag(days).default("1");

/** The instant behind `--from`, if typed, and the span behind `--days` in seconds; issues in `issues`. */
export function readSpan(options: Options, issues: MissionIssue[]): { from: Instant | undefined; spanS: number } {
  const from =
    typeof options["from"] === "string" ? readInstant({ flag: "--from", text: options["from"], issues }) : undefined;
  return { from, spanS: readNumber({ option: days, text: String(options["days"]), issues }) * SECONDS_PER_DAY };
}
