import { wordOf } from "../glossary/glossary.ts";
import { unitOf } from "../glossary/units.ts";
import type { InputWord } from "../glossary/word.ts";
import type { Mission } from "../mission/mission.ts";
import { overrideMission, splitPath } from "../mission/override.ts";
import { type MissionIssue, parseMission } from "../mission/parse.ts";
import { findingIds } from "../plan/findings.ts";
import { type Plan, planMission } from "../plan/plan.ts";
import { readInput, readOutput } from "./outputs.ts";
import { shortfallOf } from "./shortfall.ts";

/** Points at which an input's limits are scanned. */
const SCAN_COUNT = 200;
/** Limits that span more than this are scanned by ratios. */
const WIDE_RATIO = 1000;
const MOST_HALVINGS = 100;
/** A crossing whose output is farther than this from the goal is a jump, not a root. */
const ROOT_TOLERANCE = 1e-6;

export type Goal =
  | { readonly output: string; readonly value: number; readonly finding?: undefined }
  | { readonly finding: string; readonly output?: undefined; readonly value?: undefined };
export type Solution = {
  readonly reachable: boolean;
  /** Values of the input, ascending: the output equals its goal there; for a finding, the edges at which it is just closed. */
  readonly roots: readonly number[];
  /** For a finding, the side of each root on which it stays closed. */
  readonly closes?: readonly ("above" | "below")[];
  /**
   * The output's value nearest to its goal. For a finding that nothing within the limits closes, the value of its measure, in the
   * measure's unit, that comes nearest to the limit; left out where the finding has no measure.
   */
  readonly closestValue?: number;
  /** The input that gives it. For a finding that closes, the input nearest to today's at which it is closed, today's own if it is. */
  readonly closestInputValue?: number;
  /** A finding's measure, the number of the plan that `closestValue` is of, and the limit that it would have to reach. */
  readonly closestName?: string;
  readonly limitValue?: number;
};

const issue = (path: string, given: string, allowed: string): MissionIssue => ({
  path,
  given,
  allowed,
  message: `${path}: expected ${allowed}, got ${given}`,
});

/** The points of an input's limits: by ratios where they are wide, whole numbers where only those count. */
function scanPoints({ min, max }: InputWord, isWhole: boolean): number[] {
  const isWide = min > 0 && max / min > WIDE_RATIO;
  const points = Array.from({ length: SCAN_COUNT }, (_, i) => {
    const share = i / (SCAN_COUNT - 1);
    const value = isWide ? min * (max / min) ** share : min + (max - min) * share;
    return i === SCAN_COUNT - 1 ? max : isWhole ? Math.round(value) : value;
  });
  return [...new Set(points)];
}

/**
 * What must be true: every value of one input, within its limits, at which an output of the plan reaches a value or a finding closes.
 * 1. The limits are scanned at 200 points. 2. Each change of sign is halved until the numbers end. 3. Crossings by a jump are no roots.
 * Roots closer together than two points of the scan may be missed. `document` is the mission as plain data; a few seconds at most.
 */
export function solveMission({
  document,
  input,
  goal,
  elementsTexts = {},
}: {
  document: unknown;
  input: string;
  goal: Goal;
  elementsTexts?: Readonly<Record<string, string>>;
}): { solution: Solution; issues: readonly [] } | { solution: undefined; issues: readonly MissionIssue[] } {
  const refuse = (...issues: MissionIssue[]) => ({ solution: undefined, issues });
  const name = String(splitPath(input)?.at(-1) ?? "");
  const word = wordOf(name);
  if (word === undefined || !("min" in word))
    return refuse(
      issue(
        "--input",
        JSON.stringify(input),
        "the path of a number of the mission, such as satellite.radiatorFluxWPerM2",
      ),
    );
  const limits = word as InputWord;
  const isWhole = unitOf(name) === "Count" || unitOf(name) === "Tokens";
  if (goal.finding !== undefined && !findingIds.includes(goal.finding))
    return refuse(issue("--finding", JSON.stringify(goal.finding), `one of ${findingIds.join(", ")}`));

  const planAt = (value: number) => {
    const { document: changed, issues } = overrideMission(document, [`${input}=${value}`]);
    const parsed = parseMission(changed);
    if (issues.length > 0 || parsed.mission === undefined)
      return { mission: undefined, plan: undefined, issues: [...issues, ...parsed.issues] };
    return { mission: parsed.mission, ...planMission(parsed.mission, { elementsTexts }) };
  };
  const points = scanPoints(limits, isWhole);
  const plans = points.map(planAt);
  const first = plans.find(({ plan }) => plan !== undefined)?.plan;
  if (first === undefined) return refuse(...plans[0]!.issues);
  if (goal.output !== undefined && !plans.some(({ plan }) => plan && readOutput(plan, goal.output) !== undefined))
    return refuse(issue("--output", JSON.stringify(goal.output), "the name of a number of the plan, such as massKg"));

  /** Signed distance from the goal; a finding counts 1 while open and −1 once closed. */
  const missAt = ({ plan }: { plan?: Plan | undefined }): number | undefined => {
    if (plan === undefined) return undefined;
    if (goal.finding !== undefined) return plan.findings.some(({ id }) => id === goal.finding) ? 1 : -1;
    const value = readOutput(plan, goal.output);
    return value === undefined ? undefined : value - goal.value;
  };
  const misses = plans.map(missAt);
  const roots: number[] = [];
  const closes: ("above" | "below")[] = [];
  let closest: { at: number; miss: number } | undefined;
  const consider = (at: number, miss: number | undefined) => {
    if (miss !== undefined && (closest === undefined || Math.abs(miss) < Math.abs(closest.miss)))
      closest = { at, miss };
  };
  points.forEach((at, i) => {
    const miss = misses[i];
    consider(at, miss);
    const before = misses[i - 1];
    if (miss === 0 && before !== 0) roots.push(at);
    if (i === 0 || miss === undefined || before === undefined || miss * before >= 0) return;
    const found = halve({
      low: points[i - 1]!,
      high: at,
      lowMiss: before,
      highMiss: miss,
      isWhole,
      missAt: (x) => missAt(planAt(x)),
    });
    for (const end of found) consider(end.at, end.miss);
    const best = found.reduce((one, other) => (Math.abs(other.miss) < Math.abs(one.miss) ? other : one));
    if (goal.finding !== undefined) {
      roots.push(found.find((end) => end.miss < 0)!.at);
      closes.push(miss < 0 ? "above" : "below");
    } else if (Math.abs(best.miss) <= ROOT_TOLERANCE * Math.max(Math.abs(goal.value), 1e-300)) roots.push(best.at);
  });
  if (goal.finding === undefined) {
    const { at, miss } = closest!;
    const solution = {
      reachable: roots.length > 0,
      roots,
      closestValue: miss + goal.value,
      closestInputValue: at,
    };
    return { solution, issues: [] };
  }
  const { mission } = parseMission(document);
  const today = mission && readInput({ document, mission, path: input });
  if (!misses.includes(-1)) {
    const least = leastShortfall({ finding: goal.finding, points, plans, today });
    return { solution: { reachable: false, roots, closes, ...least }, issues: [] };
  }
  return {
    solution: {
      reachable: true,
      roots,
      closes,
      ...(today === undefined
        ? {}
        : {
            closestInputValue: nearestTo(
              today,
              missAt(planAt(today)) === -1 ? [today] : [...roots, ...points.filter((_, i) => misses[i] === -1)],
            ),
          }),
    },
    issues: [],
  };
}

const nearestTo = (today: number, values: readonly number[]) =>
  values.reduce((best, value) => (Math.abs(value - today) < Math.abs(best - today) ? value : best));

/** Gaps that differ by less are alike. */
const SAME_GAP = 1e-9;

/** Of the scanned points, all of them open, the one whose measure comes nearest to its limit; among like ones the nearest to today's. */
function leastShortfall({
  finding,
  points,
  plans,
  today,
}: {
  finding: string;
  points: readonly number[];
  plans: readonly { plan?: Plan | undefined; mission?: Mission | undefined }[];
  today: number | undefined;
}): Partial<Solution> {
  const found = points.flatMap((at, i) => {
    const { plan, mission } = plans[i]!;
    const shortfall = plan && mission && shortfallOf(finding, plan, mission);
    return shortfall ? [{ ...shortfall, at, gap: Math.abs(shortfall.value - shortfall.limitValue) }] : [];
  });
  const leastGap = Math.min(...found.map(({ gap }) => gap));
  const alike = found.filter(({ gap }) => gap <= leastGap * (1 + SAME_GAP));
  const at =
    alike[0] &&
    nearestTo(
      today ?? alike[0].at,
      alike.map((each) => each.at),
    );
  const best = alike.find((each) => each.at === at);
  if (best === undefined) return {};
  return { closestValue: best.value, closestInputValue: best.at, closestName: best.name, limitValue: best.limitValue };
}

type End = { at: number; miss: number };

/** Both ends of a change of sign, halved until no number lies between them or one end meets the goal. */
function halve({
  low,
  high,
  lowMiss,
  highMiss,
  isWhole,
  missAt,
}: {
  low: number;
  high: number;
  lowMiss: number;
  highMiss: number;
  isWhole: boolean;
  missAt: (value: number) => number | undefined;
}): [End, End] {
  let ends: [End, End] = [
    { at: low, miss: lowMiss },
    { at: high, miss: highMiss },
  ];
  for (let i = 0; i < MOST_HALVINGS; i++) {
    const middle = (ends[0].at + ends[1].at) / 2;
    const at = isWhole ? Math.floor(middle) : middle;
    if (at <= ends[0].at || at >= ends[1].at || ends[1].at - ends[0].at <= 1e-13 * Math.abs(middle)) break;
    const miss = missAt(at);
    if (miss === undefined) break;
    if (miss === 0)
      return [
        { at, miss },
        { at, miss },
      ];
    ends = Math.sign(miss) === Math.sign(ends[0].miss) ? [{ at, miss }, ends[1]] : [ends[0], { at, miss }];
  }
  return ends;
}
