import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { makeBulk, propagateBulk } from "../../../engine/orbit/bulk.ts";
import type { MeanElements } from "../../../engine/orbit/elements.ts";
import { makeRecord, propagateInto, propagateRun } from "../../../engine/orbit/propagate.ts";
import { makeDice } from "../../dice.ts";

/** Asked for over 30 days below e = 0.1; rounding of angles that have turned 3,000 times reaches 2e-8 km. */
const POSITION_TOLERANCE_KM = 1e-6;
const VELOCITY_TOLERANCE_KM_PER_S = 1e-9;
const epoch = parseInstant("2027-01-01T00:00:00Z")!;

/** Near-Earth orbits of every inclination and eccentricity below `e`, whose perigees stay above 250 km. */
function makeOrbits(count: number, e: number): MeanElements[] {
  const dice = makeDice(20270101);
  return Array.from({ length: count }, () => {
    const eccentricityRatio = e * dice();
    const perigeeKm = 6628 + 1200 * dice();
    const meanMotionRevPerDay =
      86400 / (2 * Math.PI * Math.sqrt((perigeeKm / (1 - eccentricityRatio)) ** 3 / 398600.8));
    return {
      epoch,
      eccentricityRatio,
      meanMotionRevPerDay,
      inclinationDeg: 180 * dice(),
      raanDeg: 360 * dice(),
      argumentOfPerigeeDeg: 360 * dice(),
      meanAnomalyDeg: 360 * dice(),
      bstarPerRadius: 2e-4 * dice(),
    };
  });
}

const bulkOf = (records: readonly ReturnType<typeof makeRecord>[], isKernelUsed = true) =>
  makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]!, isKernelUsed });

/** The greatest distances from `sgp4()`; states that only one of the two has count as infinitely far. */
function compare(records: readonly ReturnType<typeof makeRecord>[], minutes: Float64Array) {
  const bulk = bulkOf(records);
  const positions = new Float64Array(minutes.length * 3);
  const velocities = new Float64Array(minutes.length * 3);
  const worst = { km: 0, kmPerS: 0, stateCount: 0, kernelCount: bulk.kernelCount };
  records.forEach((record, index) => {
    bulk.runInto({ index, minutes, positions, velocities });
    const { states } = propagateRun(record, minutes);
    for (let row = 0; row < minutes.length; row++) {
      const off = (array: Float64Array, at: number) =>
        Math.hypot(...[0, 1, 2].map((axis) => array[row * 3 + axis]! - states[row * 6 + at + axis]!));
      if (Number.isNaN(positions[row * 3]) && Number.isNaN(states[row * 6])) continue;
      worst.stateCount++;
      worst.km = Math.max(worst.km, off(positions, 0));
      worst.kmPerS = Math.max(worst.kmPerS, off(velocities, 3));
    }
  });
  return worst;
}

describe("the kernel against sgp4()", () => {
  const minutes = Float64Array.from({ length: 301 }, (_, step) => (step - 150) * 288);

  test.each([
    ["nearly circular orbits", 0.002],
    ["all that it takes", 0.1],
  ])("%s, 30 days before and after", (_name, e) => {
    const worst = compare(makeOrbits(400, e).map(makeRecord), minutes);
    expect(worst.kernelCount).toBe(400);
    expect(worst.stateCount).toBeGreaterThan(100_000);
    expect(worst.km).toBeLessThan(POSITION_TOLERANCE_KM);
    expect(worst.kmPerS).toBeLessThan(VELOCITY_TOLERANCE_KM_PER_S);
  });

  test("the equator, the poles, retrograde, and no drag at all", () => {
    const base = makeOrbits(1, 0.01)[0]!;
    const orbits = [0, 1e-7, 63.4349, 90, 116.565, 179.9, 180].flatMap((inclinationDeg) =>
      [0, 1e-7, 0.05].flatMap((eccentricityRatio) =>
        [0, 1e-4, -1e-5].map((bstarPerRadius) => ({ ...base, inclinationDeg, eccentricityRatio, bstarPerRadius })),
      ),
    );
    const worst = compare(orbits.map(makeRecord), minutes);
    expect(worst.kernelCount).toBe(orbits.length);
    expect(worst.km).toBeLessThan(POSITION_TOLERANCE_KM);
  });
});

describe("what the kernel leaves to sgp4()", () => {
  const base = makeOrbits(1, 0.001)[0]!;
  const minutes = Float64Array.from({ length: 1200 }, (_, step) => (step - 100) * 61);
  /** Deep space, high eccentricity, a fragment that decays within days, one that climbs backward in time, and a plain one. */
  const records = [
    { ...base, meanMotionRevPerDay: 2.0056, eccentricityRatio: 0.7 },
    { ...base, meanMotionRevPerDay: 9, eccentricityRatio: 0.3 },
    { ...base, meanMotionRevPerDay: 15.92146194, bstarPerRadius: 0.044853 },
    { ...base, meanMotionRevPerDay: 16.3, bstarPerRadius: 0.001 },
    base,
  ].map(makeRecord);

  test("ends at the same step for the same reason, and is NaN from there on", () => {
    const bulk = bulkOf(records);
    expect(bulk.kernelCount).toBe(3);
    const failures = records.map((record, index) => {
      const positions = new Float64Array(minutes.length * 3);
      const velocities = new Float64Array(minutes.length * 3);
      const run = propagateRun(record, minutes);
      const { endStep, failure } = bulk.runInto({ index, minutes, positions, velocities });
      expect({ endStep, failure }).toEqual({ endStep: run.endStep, failure: run.failure });
      for (let step = 0; step < minutes.length; step++)
        expect(Number.isNaN(positions[step * 3 + 2]) && Number.isNaN(velocities[step * 3])).toBe(
          Number.isNaN(run.states[step * 6]),
        );
      return failure?.reason.split(":")[0];
    });
    expect(failures.filter((reason) => reason?.startsWith("decayed")).length).toBeGreaterThan(0);
    expect(failures).toContain("SGP4 does not reach this far before the epoch");
    expect(failures.at(-1)).toBeUndefined();
  });

  test("is sgp4()'s own answer, to the last bit; so is everything without the kernel", () => {
    const few = minutes.slice(0, 150);
    for (const isKernelUsed of [true, false]) {
      const bulk = bulkOf(records, isKernelUsed);
      for (const index of isKernelUsed ? [0, 1] : [0, 1, 4]) {
        const positions = new Float64Array(few.length * 3);
        bulk.runInto({ index, minutes: few, positions });
        const { states } = propagateRun(records[index]!, few);
        expect(Array.from(positions.filter((_, at) => at % 3 === 1))).toEqual(
          Array.from(states.filter((_, at) => at % 6 === 1)),
        );
      }
    }
  });
});

describe("a state depends on its record and its minutes alone", () => {
  const records = makeOrbits(1030, 0.02).map(makeRecord);
  const bulk = bulkOf(records);
  const positions = new Float64Array(records.length * 3);
  const velocities = new Float64Array(records.length * 3);
  const minutes = Float64Array.from(records, (_, index) => index * 7.7);
  bulk.allInto({ minutes, positions, velocities });

  test("all satellites at once, or one over times: the same bits", () => {
    const row = new Float64Array(600 * 3);
    const rowVelocities = new Float64Array(600 * 3);
    for (const index of [0, 1, 511, 512, 1027, 1029]) {
      const times = Float64Array.from({ length: 600 }, (_, step) => minutes[index]! + (step - 517));
      bulk.runInto({ index, minutes: times, positions: row, velocities: rowVelocities });
      expect(row.slice(517 * 3, 518 * 3)).toEqual(positions.slice(index * 3, index * 3 + 3));
      expect(rowVelocities.slice(517 * 3, 518 * 3)).toEqual(velocities.slice(index * 3, index * 3 + 3));
    }
  });

  test("another set, another order: the same bits", () => {
    const part = records.slice(3, 20).reverse();
    const other = new Float64Array(part.length * 3);
    bulkOf(part).allInto({ minutes: minutes.slice(3, 20).reverse(), positions: other });
    part.forEach((_, at) => {
      expect(other.slice(at * 3, at * 3 + 3)).toEqual(positions.slice((19 - at) * 3, (19 - at) * 3 + 3));
    });
  });

  test("all at once counts what has no state", () => {
    const mixed = [
      records[0]!,
      makeRecord({ ...makeOrbits(1, 0)[0]!, meanMotionRevPerDay: 15.9, bstarPerRadius: 0.05 }),
    ];
    const out = new Float64Array(6);
    expect(bulkOf(mixed).allInto({ minutes: [43200, 43200], positions: out })).toBe(1);
    expect(Number.isFinite(out[0]) && Number.isNaN(out[3])).toBe(true);
    expect(propagateInto({ record: mixed[1]!, minutes: 43200, positions: out, row: 1 })).toBe(false);
  });

  test("many over many: rows by satellite, and every refusal", () => {
    const part = [
      ...records.slice(0, 5),
      makeRecord({ ...makeOrbits(1, 0)[0]!, meanMotionRevPerDay: 15.9, bstarPerRadius: 0.05 }),
    ];
    const times = Float64Array.from({ length: 30 }, (_, step) => step * 1440);
    const [all, allVelocities] = [new Float64Array(6 * 30 * 3), new Float64Array(6 * 30 * 3)];
    const failures = propagateBulk({
      bulk: bulkOf(part),
      stepCount: 30,
      minutesOf: () => times,
      positions: all,
      velocities: allVelocities,
    });
    expect(failures.map(({ index }) => index)).toEqual([5]);
    expect(failures[0]!.reason).toContain("decayed");
    expect(all.slice(0, 5 * 90).every(Number.isFinite)).toBe(true);
    expect(all.slice(5 * 90 + failures[0]!.step * 3).every(Number.isNaN)).toBe(true);
  });
});
