import { expect, test } from "vitest";
import { ASTRONOMICAL_UNIT_KM } from "../../engine/facts/constants.ts";
import { parseInstant } from "../../engine/geometry/instant.ts";
import { cross, norm, unit, type Vector3 } from "../../engine/geometry/vectors.ts";
import { sunAt } from "../../engine/orbit/sun.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** What the left-out terms of the series may add up to; the shadow then moves by under 0.2 s. */
const DIRECTION_TOLERANCE_DEG = 0.001;
const DISTANCE_TOLERANCE_AU = 2e-5;

const FIRST_JULIAN_DAY = 2451544.5;
const cases = hasReference
  ? readReference<{ cases: { jd: [number, number]; teme_km: Vector3; distance_au: number }[] }>(
      "vectors/sun_vectors_400.json",
    ).cases.map(({ jd, teme_km, distance_au }) => ({
      instant: { day: jd[0] - FIRST_JULIAN_DAY, secondS: jd[1] * 86400 },
      temeUnit: unit(teme_km),
      distanceAu: distance_au,
    }))
  : readAuthority<{ cases: { utc: string; temeUnit: Vector3; distanceAu: number }[] }>("sun-erfa.json").cases.map(
      ({ utc, ...each }) => ({ ...each, instant: parseInstant(utc)! }),
    );

test(`direction and distance of the Sun at ${cases.length} instants of 2000 to 2050`, () => {
  for (const { instant, temeUnit, distanceAu } of cases) {
    const sun = sunAt(instant);
    const offDeg = (Math.asin(norm(cross(sun.sunTemeUnit, temeUnit))) * 180) / Math.PI;
    expect(offDeg).toBeLessThan(DIRECTION_TOLERANCE_DEG);
    expect(Math.abs(sun.distanceKm / ASTRONOMICAL_UNIT_KM - distanceAu)).toBeLessThan(DISTANCE_TOLERANCE_AU);
    expect(Math.abs(norm(sun.sunTemeUnit) - 1)).toBeLessThan(1e-14);
  }
});
