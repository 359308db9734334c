import fc from "fast-check";
import { expect, test } from "vitest";
import { findAccess, makeStation } from "../../../engine/events/accessWindows.ts";
import type { Interval } from "../../../engine/events/search.ts";
import { findShadows, makeSunTable } from "../../../engine/events/shadowEvents.ts";
import { findSight } from "../../../engine/events/sightIntervals.ts";
import { makeTrack, type Track, tabulate } from "../../../engine/events/track.ts";
import { EARTH_RADIUS_WGS84_KM } from "../../../engine/facts/constants.ts";
import { addSeconds, parseInstant } from "../../../engine/geometry/instant.ts";
import { isInSight } from "../../../engine/geometry/sightline.ts";
import { norm, subtract } from "../../../engine/geometry/vectors.ts";
import { lookAt } from "../../../engine/network/ground.ts";
import { makeRecord } from "../../../engine/orbit/propagate.ts";
import { lightOf, SUNLIT, UMBRA } from "../../../engine/orbit/shadow.ts";
import { sunAt } from "../../../engine/orbit/sun.ts";

/** The searches leap; a walk in even steps must find the same, whatever the orbit. */
const from = parseInstant("2027-03-10T00:00:00Z")!;
const SPAN_S = 86_400;
const STEP_S = 20;
/** So near to an end either answer is right: roots, the Sun's table, and Hermite pieces in deep space, s. */
const EDGE_S = 0.005;

const orbit = fc
  .record({
    perigeeAltitudeKm: fc.constantFrom(300, 550, 1200, 8000, 20_000, 35_786),
    eccentricityRatio: fc.constantFrom(0, 0.001, 0.05, 0.3, 0.7),
    inclinationDeg: fc.double({ min: 0, max: 150, noNaN: true }),
    raanDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    argumentOfPerigeeDeg: fc.double({ min: 0, max: 360, noNaN: true }),
    meanAnomalyDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  })
  .map(({ perigeeAltitudeKm, ...shape }): Track => {
    const semiMajorAxisKm = (6378.135 + perigeeAltitudeKm) / (1 - shape.eccentricityRatio);
    const meanMotionRevPerDay = (86400 / (2 * Math.PI)) * Math.sqrt(398600.8 / semiMajorAxisKm ** 3);
    const record = makeRecord({ ...shape, epoch: from, meanMotionRevPerDay, bstarPerRadius: 0 });
    return makeTrack({ record, from, spanS: SPAN_S });
  });

function expectSame(intervals: readonly Interval[], holdsAt: (tS: number) => boolean) {
  for (let tS = 0; tS <= SPAN_S; tS += STEP_S) {
    if (intervals.some((ends) => ends.some((end) => Math.abs(end - tS) < EDGE_S))) continue;
    const isInside = intervals.some(([startS, endS]) => startS < tS && tS < endS);
    expect(isInside, `at ${tS} s of ${JSON.stringify(intervals)}`).toBe(holdsAt(tS));
  }
}

test("shadows", () => {
  fc.assert(
    fc.property(orbit, (track) => {
      const { umbra, penumbra } = findShadows({ track, sunOf: makeSunTable(from) });
      const lightAt = (tS: number) => {
        const [x, y, z] = track.stateAt(tS).positionTemeKm;
        return lightOf({ x, y, z, ...sunAt(addSeconds(from, tS)) });
      };
      expectSame(umbra, (tS) => lightAt(tS) === UMBRA);
      expectSame(penumbra, (tS) => lightAt(tS) !== SUNLIT);
    }),
    { numRuns: 25, seed: 21 },
  );
});

test("contacts", () => {
  const site = fc.record({
    latitudeDeg: fc.double({ min: -90, max: 90, noNaN: true }),
    longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    heightKm: fc.double({ min: 0, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(orbit, site, fc.constantFrom(-5, 0, 10, 25, 60, 85), (track, place, minElevationDeg) => {
      const stationAt = makeStation(place, from);
      const windows = findAccess({ track, stationAt, minElevationDeg });
      const elevationAt = (tS: number) =>
        lookAt({ station: stationAt(tS), positionTemeKm: track.stateAt(tS).positionTemeKm }).elevationDeg;
      expectSame(
        windows.map(({ startS, endS }): Interval => [startS, endS]),
        (tS) => elevationAt(tS) > minElevationDeg,
      );
      for (const { startS, endS, maxElevationDeg } of windows)
        for (let share = 0; share <= 1; share += 0.02)
          expect(elevationAt(startS + share * (endS - startS))).toBeLessThan(
            // At the zenith the elevation has a corner that a low orbit crosses at 1° a second.
            maxElevationDeg + (maxElevationDeg > 89 ? 1e-3 : 1e-6),
          );
    }),
    { numRuns: 60, seed: 22 },
  );
});

test("lines of sight, direct and from tables", () => {
  fc.assert(
    fc.property(
      orbit,
      orbit,
      fc.constantFrom(undefined, 1000, 5000, 20_000),
      fc.boolean(),
      (one, two, rangeKm, isTable) => {
        const [a, b] = isTable ? [tabulate(one), tabulate(two)] : [one, two];
        const intervals = findSight({ a, b, grazingAltitudeKm: 80, rangeKm });
        expectSame(intervals, (tS) => {
          const [aKm, bKm] = [one.stateAt(tS).positionTemeKm, two.stateAt(tS).positionTemeKm];
          const isNear = norm(subtract(aKm, bKm)) <= (rangeKm ?? Number.POSITIVE_INFINITY);
          return isNear && isInSight({ aKm, bKm, radiusKm: EARTH_RADIUS_WGS84_KM, grazingAltitudeKm: 80 });
        });
      },
    ),
    { numRuns: 60, seed: 23 },
  );
});
