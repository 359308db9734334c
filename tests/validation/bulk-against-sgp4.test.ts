import { expect, test } from "vitest";
import { readElements } from "../../engine/formats/elements.ts";
import { makeBulk } from "../../engine/orbit/bulk.ts";
import { makeRecord, propagateRun } from "../../engine/orbit/propagate.ts";
import { hasReference, readAuthority, readReferenceText } from "./reference.ts";

/** Asked for over 30 days either way below e = 0.1. */
const POSITION_TOLERANCE_KM = 1e-6;
const VELOCITY_TOLERANCE_KM_PER_S = 1e-9;

/** Every record over the times, by the bulk path and by `sgp4()`. */
function fly(text: string, minutes: Float64Array) {
  const { records: read } = readElements(text);
  const records = read.map(({ elements }) => makeRecord(elements));
  const bulk = makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]! });
  const positions = new Float64Array(minutes.length * 3);
  const velocities = new Float64Array(minutes.length * 3);
  const seen = {
    recordCount: records.length,
    kernelCount: bulk.kernelCount,
    stateCount: 0,
    endedCount: 0,
    unlikeCount: 0,
  };
  let worstKm = 0;
  let worstKmPerS = 0;
  records.forEach((record, index) => {
    const { endStep, failure } = bulk.runInto({ index, minutes, positions, velocities });
    const { states, ...expected } = propagateRun(record, minutes);
    if (endStep !== expected.endStep || failure?.reason !== expected.failure?.reason) seen.unlikeCount++;
    if (failure !== undefined) seen.endedCount++;
    for (let step = 0; step < minutes.length; step++) {
      const off = (array: Float64Array, at: number) =>
        Math.hypot(...[0, 1, 2].map((axis) => array[step * 3 + axis]! - states[step * 6 + at + axis]!));
      if (Number.isNaN(states[step * 6]) && Number.isNaN(positions[step * 3])) continue;
      seen.stateCount++;
      worstKm = Math.max(worstKm, off(positions, 0));
      worstKmPerS = Math.max(worstKmPerS, off(velocities, 3));
    }
    // A record has all its states, or a reason for those that it lacks.
    if (failure === undefined) expect(positions.every(Number.isFinite)).toBe(true);
    else expect(failure.reason.length).toBeGreaterThan(5);
  });
  expect(worstKm).toBeLessThan(POSITION_TOLERANCE_KM);
  expect(worstKmPerS).toBeLessThan(VELOCITY_TOLERANCE_KM_PER_S);
  expect(seen.unlikeCount).toBe(0);
  return seen;
}

const days = (from: number, to: number, count: number) =>
  Float64Array.from({ length: count }, (_, step) => (from + ((to - from) * step) / (count - 1)) * 1440);

test.skipIf(!hasReference)("a real catalogue, a week and thirty days either way (needs the reference files)", () => {
  const text = readReferenceText("catalogue/tle-2022-08.txt");
  const week = fly(text, days(0, 7, 29));
  expect(week.recordCount).toBeGreaterThan(25_900);
  // The rest is deep space, or beyond e = 0.1.
  expect(week.kernelCount).toBeGreaterThan(19_000);
  expect(week.endedCount).toBeGreaterThan(0);
  // Some sixty of them decay within any day.
  expect(week.endedCount).toBeLessThan(600);
  expect(week.stateCount).toBeGreaterThan(week.recordCount * 28);
  const month = fly(text, days(-30, 30, 25));
  expect(month.stateCount).toBeGreaterThan(month.recordCount * 22);
});

test("our own set, sixty days", () => {
  const { cases } = readAuthority<{ cases: { line1: string; line2: string }[] }>("sgp4-python.json");
  const seen = fly(cases.map(({ line1, line2 }) => `${line1}\n${line2}`).join("\n"), days(-30, 30, 241));
  expect(seen).toMatchObject({ recordCount: cases.length, kernelCount: cases.length, endedCount: 0 });
});
