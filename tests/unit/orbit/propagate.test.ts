import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import type { MeanElements } from "../../../engine/orbit/elements.ts";
import {
  makeRecord,
  minutesSinceEpoch,
  propagateInto,
  propagateRun,
  propagateState,
} from "../../../engine/orbit/propagate.ts";

const elements: MeanElements = {
  epoch: parseInstant("2027-01-01T00:00:00Z")!,
  inclinationDeg: 53,
  raanDeg: 40,
  eccentricityRatio: 1e-4,
  argumentOfPerigeeDeg: 90,
  meanAnomalyDeg: 10,
  meanMotionRevPerDay: 15.05,
  bstarPerRadius: 1e-5,
};
/** A fragment of a rocket, whose drag ends it within days: satellite.js gives states of 1e10 km later on, with code 0. */
const falling: MeanElements = { ...elements, meanMotionRevPerDay: 15.92146194, bstarPerRadius: 0.044853 };

describe("states", () => {
  test("are where the elements say", () => {
    const state = propagateState(makeRecord(elements), 0);
    if ("reason" in state) throw new Error(state.reason);
    expect(Math.hypot(...state.positionTemeKm)).toBeGreaterThan(6910);
    expect(Math.hypot(...state.positionTemeKm)).toBeLessThan(6950);
    expect(Math.hypot(...state.velocityTemeKmPerS)).toBeCloseTo(7.58, 1);
  });

  test("written into arrays are the same to the last bit", () => {
    const record = makeRecord(elements);
    const [positions, velocities] = [new Float64Array(6), new Float64Array(6)];
    expect(propagateInto({ record, minutes: 77, positions, velocities, row: 1 })).toBe(true);
    const state = propagateState(record, 77);
    expect("reason" in state ? [] : [...state.positionTemeKm, ...state.velocityTemeKmPerS]).toEqual([
      ...positions.slice(3),
      ...velocities.slice(3),
    ]);
  });

  test("do not depend on what was asked before", () => {
    const record = makeRecord({ ...elements, meanMotionRevPerDay: 2.0056, eccentricityRatio: 0.7, bstarPerRadius: 0 });
    const first = propagateState(record, 500);
    propagateState(record, 1e6);
    propagateState(record, -1e5);
    expect(propagateState(record, 500)).toEqual(first);
  });
});

describe("what is no state", () => {
  test("has a reason, and NaN in arrays", () => {
    const record = makeRecord(falling);
    const positions = new Float64Array(3);
    const velocities = new Float64Array(3);
    const minutes = 30 * 1440;
    expect(propagateState(record, minutes)).toHaveProperty("reason");
    expect(propagateInto({ record, minutes, positions, velocities, row: 0 })).toBe(false);
    expect([...positions, ...velocities].every(Number.isNaN)).toBe(true);
  });

  test("no garbage comes through on any later day", () => {
    const record = makeRecord(falling);
    for (let day = 0; day < 4000; day += 7) {
      const state = propagateState(record, day * 1440);
      if (!("reason" in state)) expect(Math.hypot(...state.positionTemeKm)).toBeLessThan(7000);
    }
    expect(propagateState(record, 4000 * 1440)).toHaveProperty("reason");
  });

  test("what has decayed stays decayed in a run", () => {
    const minutes = Array.from({ length: 400 }, (_, step) => step * 180);
    const { states, endStep, failure } = propagateRun(makeRecord(falling), minutes);
    expect(endStep).toBeGreaterThan(0);
    expect(endStep).toBeLessThan(100);
    expect(failure).toMatchObject({ step: endStep, reason: expect.stringContaining("decayed") });
    expect([...states.slice(0, endStep * 6)].every(Number.isFinite)).toBe(true);
    expect([...states.slice(endStep * 6)].every(Number.isNaN)).toBe(true);
  });

  test("what fails before its epoch flies after it", () => {
    const record = makeRecord(falling);
    const minutes = Array.from({ length: 500 }, (_, step) => (step - 499) * 1440 + 60);
    const { states, endStep, failure } = propagateRun(record, minutes);
    expect(endStep).toBe(500);
    expect(failure?.reason).toMatch(/before the epoch/);
    expect(Number.isNaN(states[failure!.step * 6])).toBe(true);
    expect(Number.isFinite(states[499 * 6])).toBe(true);
  });

  test("a semi-latus rectum below zero is told, not drawn", () =>
    expect(
      propagateState(makeRecord({ ...elements, eccentricityRatio: 0.9999999, meanMotionRevPerDay: 4 }), 0),
    ).toHaveProperty("reason"));
});

describe("epochs", () => {
  test("count in days and seconds apart", () =>
    expect(minutesSinceEpoch({ day: 9862, secondS: 0.25 }, { day: 10227, secondS: 30.25 })).toBe(365 * 1440 + 0.5));

  test("the years of a century and more are told apart", () => {
    const days = ["1957-10-04", "1999-12-31", "2056-12-31", "2057-01-01", "2100-06-01"].map((date) => {
      const { satrec } = makeRecord({ ...elements, epoch: parseInstant(`${date}T00:00:00Z`)! });
      return satrec.jdsatepoch;
    });
    expect(days).toEqual([2436115.5, 2451543.5, 2472363.5, 2472364.5, 2488220.5]);
  });
});
