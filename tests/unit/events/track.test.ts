import { describe, expect, test } from "vitest";
import { makeTrack, motionBounds, tableBytes, tabulate } from "../../../engine/events/track.ts";
import { addSeconds, parseInstant } from "../../../engine/geometry/instant.ts";
import { norm, subtract, vectorAt } from "../../../engine/geometry/vectors.ts";
import { makeRecord, propagateState } from "../../../engine/orbit/propagate.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const base = {
  epoch,
  inclinationDeg: 53,
  raanDeg: 10,
  eccentricityRatio: 0.001,
  argumentOfPerigeeDeg: 90,
  meanAnomalyDeg: 0,
  meanMotionRevPerDay: 15.05,
  bstarPerRadius: 0,
};
const falling = makeRecord({ ...base, meanMotionRevPerDay: 16.2, bstarPerRadius: 5e-3 });
const DAY_S = 86400;

describe("a track", () => {
  test("gives the record's own states", () => {
    const record = makeRecord(base);
    const track = makeTrack({ record, from: addSeconds(epoch, DAY_S), spanS: DAY_S });
    expect([track.fromTS, track.toTS, track.failure]).toEqual([0, DAY_S, undefined]);
    expect(track.stateAt(600)).toEqual(propagateState(record, 1450));
  });

  test("ends where the record decays, to the millisecond, and says why", () => {
    const { fromTS, toTS, failure } = makeTrack({ record: falling, from: epoch, spanS: 60 * DAY_S });
    expect(fromTS).toBe(0);
    expect(toTS).toBeGreaterThan(0.1 * DAY_S);
    expect(toTS).toBeLessThan(60 * DAY_S);
    expect(failure).toEqual({ tS: toTS, reason: expect.stringContaining("decayed") });
    expect("reason" in propagateState(falling, toTS / 60)).toBe(false);
    expect("reason" in propagateState(falling, (toTS + 0.002) / 60)).toBe(true);
  });

  test("of a span after the decay is empty", () => {
    const { fromTS, toTS, failure } = makeTrack({ record: falling, from: addSeconds(epoch, 60 * DAY_S), spanS: DAY_S });
    expect(toTS - fromTS).toBe(0);
    expect(failure?.tS).toBe(0);
  });

  test("begins where SGP4 reaches back to", () => {
    const spanS = 400 * DAY_S;
    const { fromTS, toTS, failure } = makeTrack({ record: falling, from: addSeconds(epoch, -spanS), spanS });
    expect(toTS).toBe(spanS);
    expect(failure?.reason).toContain("before the epoch");
    expect(fromTS).toBeGreaterThan(0);
    expect("reason" in propagateState(falling, (fromTS - spanS) / 60)).toBe(false);
  });
});

/** Bounds must hold for every state, or the searches leap over events. */
test.each([0, 0.01, 0.1, 0.5, 0.74])(
  "no state of e = %f moves faster or strays further than the bounds",
  (eccentricityRatio) => {
    const meanMotionRevPerDay = 15.2 * (1 - eccentricityRatio) ** 1.5;
    const record = makeRecord({ ...base, eccentricityRatio, meanMotionRevPerDay });
    const bounds = motionBounds(record);
    for (let minutes = 0; minutes < 2000; minutes += 0.7) {
      const state = propagateState(record, minutes);
      if ("reason" in state) throw new Error(state.reason);
      const radiusKm = norm(state.positionTemeKm);
      const speedKmPerS = norm(state.velocityTemeKmPerS);
      expect(radiusKm).toBeLessThan(bounds.apogeeKm);
      expect(radiusKm).toBeGreaterThan(bounds.perigeeKm);
      expect(speedKmPerS).toBeLessThan(bounds.fastestKmPerS);
      expect(speedKmPerS / radiusKm).toBeLessThan(bounds.fastestTurnRadPerS);
    }
  },
);

test.each([
  [15.2, 0.001, 1e-4],
  [2.2, 0.72, 5e-3],
  [1.0027, 0.0002, 1e-3],
])(
  "a table of %f revolutions a day, e = %f, is within %f km",
  (meanMotionRevPerDay, eccentricityRatio, toleranceKm) => {
    const track = makeTrack({
      record: makeRecord({ ...base, meanMotionRevPerDay, eccentricityRatio }),
      from: epoch,
      spanS: DAY_S,
    });
    const table = tabulate(track);
    expect(tableBytes(track)).toBeGreaterThan(48 * (DAY_S / 30));
    const [read, direct] = [new Float64Array(3), new Float64Array(3)];
    for (let tS = 0; tS <= DAY_S; tS += 137.7) {
      table.positionInto(tS, read);
      track.positionInto(tS, direct);
      expect([...direct]).toEqual(track.stateAt(tS).positionTemeKm);
      expect(norm(subtract(vectorAt(read, 0), vectorAt(direct, 0)))).toBeLessThan(toleranceKm);
    }
  },
);
