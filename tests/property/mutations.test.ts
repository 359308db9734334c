import { expect, test } from "vitest";
import { makeBulk, makeRecord, propagateState, readElements } from "#engine";
import { tleChecksum } from "../../engine/formats/tle.ts";
import { makeDice } from "../dice.ts";
import { readAuthority } from "../validation/reference.ts";

/** A tenth of a million by default, some seconds; `MUTATIONS=1000000` runs them all. */
const MUTATION_COUNT = Number(process.env["MUTATIONS"] ?? 100_000);
const SEED = 20270101;

const { cases } = readAuthority<{ cases: { line1: string; line2: string }[] }>("sgp4-vallado.json");
const dice = makeDice(SEED);
const pick = <Value>(values: ArrayLike<Value>): Value => values[Math.floor(dice() * values.length)]!;

const signs = "0123456789 .-+eEU\t\0\u00e9\ud83d";
const numbers = [
  "0",
  "-0",
  "1e308",
  "-1e308",
  "1e-308",
  "5e-324",
  "1e400",
  "NaN",
  "null",
  '""',
  "[]",
  "16.9",
  "0.9999999",
  "1",
  "-1",
  "90",
  "180",
  "360",
  "1e17",
  "17.5",
  "0.0001",
];
const fields = [
  "MEAN_MOTION",
  "ECCENTRICITY",
  "INCLINATION",
  "RA_OF_ASC_NODE",
  "ARG_OF_PERICENTER",
  "MEAN_ANOMALY",
  "BSTAR",
  "MEAN_MOTION_DOT",
  "NORAD_CAT_ID",
  "EPOCH",
];

/** One to four characters of a line replaced, put in or taken out; mostly with the sum that then belongs to it. */
function mutateLine(line: string): string {
  let text = line;
  const changeCount = 1 + Math.floor(4 * dice());
  for (let change = 0; change < changeCount; change++) {
    const at = Math.floor(dice() * text.length);
    const kind = dice();
    const removed = kind < 0.9 ? 1 : kind < 0.95 ? 1 + Math.floor(8 * dice()) : 0;
    text = text.slice(0, at) + (kind < 0.92 ? pick(signs) : "") + text.slice(at + removed);
  }
  return dice() < 0.8 ? text.slice(0, 68) + tleChecksum(text) : text;
}

/** Digits of the fields that matter, changed in their columns: the text stays a record, its numbers need not be an orbit's. */
function mutateDigits(line: string): string {
  let text = line;
  for (let change = 0; change < 1 + 10 * dice(); change++) {
    const at = 7 + Math.floor(dice() * 61);
    if (/\d/.test(text[at] ?? "")) text = text.slice(0, at) + pick("0123456789") + text.slice(at + 1);
  }
  return text.slice(0, 68) + tleChecksum(text);
}

function mutateOmm(): string {
  const changed = new Map(Array.from({ length: 1 + Math.floor(3 * dice()) }, () => [pick(fields), pick(numbers)]));
  const given: Record<string, string> = {
    OBJECT_NAME: '"X"',
    OBJECT_ID: '"2027-001A"',
    EPOCH: '"2027-01-01T00:00:00"',
    MEAN_MOTION: String(1 + 16 * dice()),
    ECCENTRICITY: String(dice() ** 3),
    INCLINATION: String(180 * dice()),
    RA_OF_ASC_NODE: "1",
    ARG_OF_PERICENTER: "2",
    MEAN_ANOMALY: "3",
    NORAD_CAT_ID: "1",
    BSTAR: String(10 ** (-6 + 6 * dice())),
    ...Object.fromEntries(changed),
  };
  return `[{${Object.entries(given)
    .map(([name, value]) => `"${name}":${value}`)
    .join(",")}}]`;
}

function mutate(): string {
  const kind = dice();
  if (kind < 0.3) return mutateOmm();
  const { line1, line2 } = pick(cases);
  const change = kind < 0.65 ? mutateLine : mutateDigits;
  const where = dice();
  return `${where < 0.7 ? change(line1) : line1}\n${where > 0.3 ? change(line2) : line2}`;
}

const minutes = Float64Array.of(-43_200, -1440, 0, 90, 1440, 43_200, 525_600);

test(`${MUTATION_COUNT} seeded mutations of records: no exception, no state with a NaN in it, no refusal without a reason`, () => {
  const positions = new Float64Array(minutes.length * 3);
  const velocities = new Float64Array(minutes.length * 3);
  const seen = { refused: 0, flown: 0, states: 0, stopped: 0 };
  const slowest = { ms: 0, text: "" };
  let spare: ReturnType<typeof makeBulk> | undefined;
  const faults: string[] = [];

  function fly(text: string) {
    const { records, refused } = readElements(text);
    for (const { reason } of refused) if (!(reason.length > 5)) faults.push(`no reason: ${text}`);
    if (records.length + refused.length === 0) faults.push(`neither loaded nor refused: ${text}`);
    seen.refused += refused.length;
    for (const { elements } of records) {
      seen.flown++;
      const record = makeRecord(elements);
      spare = makeBulk({ satelliteCount: 1, recordOf: () => record, spare });
      const { endStep, failure } = spare.runInto({ index: 0, minutes, positions, velocities });
      if (failure !== undefined) seen.stopped++;
      for (let step = 0; step < minutes.length; step++) {
        const numbersOf = [positions, velocities].flatMap((array) => [...array.subarray(step * 3, step * 3 + 3)]);
        const isState = numbersOf.every(Number.isFinite);
        if (isState) seen.states++;
        else if (!numbersOf.every(Number.isNaN) || failure === undefined) faults.push(`half a state: ${text}`);
        if (isState && step >= endStep) faults.push(`a state after the end: ${text}`);
        const alone = propagateState(record, minutes[step]!);
        if (
          "reason" in alone
            ? !(alone.reason.length > 5)
            : ![...alone.positionTemeKm, ...alone.velocityTemeKmPerS].every(Number.isFinite)
        )
          faults.push(`sgp4() at ${minutes[step]}: ${text}`);
      }
    }
  }

  for (let mutation = 0; mutation < MUTATION_COUNT; mutation++) {
    const text = mutate();
    const startMs = performance.now();
    try {
      fly(text);
    } catch (reason) {
      faults.push(`${reason}: ${JSON.stringify(text)}`);
    }
    const ms = performance.now() - startMs;
    if (ms > slowest.ms) Object.assign(slowest, { ms, text });
  }
  console.log(`slowest: ${slowest.ms.toFixed(1)} ms, ${JSON.stringify(slowest.text)}`, seen);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(seen.flown).toBeGreaterThan(MUTATION_COUNT / 5);
  expect(seen.refused).toBeGreaterThan(MUTATION_COUNT / 10);
  expect(seen.stopped).toBeGreaterThan(MUTATION_COUNT / 100);
}, 1_200_000);
