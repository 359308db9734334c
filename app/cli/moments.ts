import { Option } from "commander";
import type { Instant, MissionIssue } from "#engine";
import { type NumberOption, numberFlag, readInstant, readNumber } from "./options.ts";
import { makeIssue } from "./stop.ts";
import type { Options } from "./verb.ts";

const MAX_MOMENT_COUNT = 1_000_000;
/** A span that is a multiple of the step up to rounding keeps its end. */
const STEP_TOLERANCE = 1e-9;

const overS: NumberOption = {
  flag: "--over-s",
  label: "Span, its end included",
  min: 0,
  max: 3.2e9,
  unit: "s",
  isWhole: false,
};
const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.001, max: 3.2e9, unit: "s", isWhole: false };

/** `--at`, `--over-s` and `--step-s`, the last two with defaults. */
export const momentOptions = (defaults: { readonly overS: number; readonly stepS: number }) => [
  new Option("--at <instant>", "UTC instant at which tS is 0; left out, the mission's epoch"),
  numberFlag(overS).default(String(defaults.overS)),
  numberFlag(stepS).default(String(defaults.stepS)),
];

/** Steps 0 … count − 1 from `at`, if typed; issues in `issues`. `what` names what is done at each. */
export function readMoments(
  options: Options,
  what: string,
  issues: MissionIssue[],
): { at: Instant | undefined; stepS: number; count: number } {
  const knownIssues = issues.length;
  const at = typeof options["at"] === "string" ? readInstant({ flag: "--at", text: options["at"], issues }) : undefined;
  const span = readNumber({ option: overS, text: String(options["overS"]), issues });
  const step = readNumber({ option: stepS, text: String(options["stepS"]), issues });
  const count = Math.floor(span / step + STEP_TOLERANCE) + 1;
  if (issues.length === knownIssues && count > MAX_MOMENT_COUNT)
    issues.push(
      makeIssue("--over-s", `${span} s in steps of ${step} s: ${count} ${what}`, `at most ${MAX_MOMENT_COUNT} ${what}`),
    );
  return { at, stepS: step, count };
}
