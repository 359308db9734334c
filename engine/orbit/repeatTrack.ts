import {
  EARTH_RADIUS_WGS84_KM,
  EARTH_RATE_RAD_PER_S,
  J2_WGS84_RATIO,
  MU_WGS84_KM3_PER_S2,
} from "../facts/constants.ts";
import { RAD_PER_DEG, TURN_RAD } from "../geometry/angles.ts";
import { circularOrbit } from "./circular.ts";
import { sunSynchronousInclinationDeg } from "./sunSynchronous.ts";

/** Heights that are searched, km: below the air ends an orbit, above about 5,970 km none is sun-synchronous. */
const LOWEST_KM = 100;
const HIGHEST_KM = 5970;
/** Halvings: 5,870 km to 1e-9 km. */
const HALVINGS = 43;

/** Time from node to node of a circular orbit under J2's secular terms, s. */
function nodalPeriodS({ radiusKm, inclinationDeg }: { radiusKm: number; inclinationDeg: number }): number {
  const meanMotionRadPerS = Math.sqrt(MU_WGS84_KM3_PER_S2 / radiusKm ** 3);
  const flattening = 1.5 * J2_WGS84_RATIO * (EARTH_RADIUS_WGS84_KM / radiusKm) ** 2;
  const sine = Math.sin(inclinationDeg * RAD_PER_DEG);
  return TURN_RAD / (meanMotionRadPerS * (1 + flattening * (3 - 4 * sine * sine)));
}

/**
 * Height at which a circular orbit draws the same track on the ground again after `revolutionCount` turns, which take `dayCount`
 * turns of the Earth under its node: for a sun-synchronous orbit, days. Secular J2 alone (semi-major axes of flown missions to 0.1 km).
 * Undefined where no height of 100 to 5,970 km does it.
 */
export function repeatTrackAltitudeKm({
  revolutionCount,
  dayCount,
  inclinationDeg: inclination,
}: {
  revolutionCount: number;
  dayCount: number;
  inclinationDeg: number | "sun-synchronous";
}): number | undefined {
  const lateS = (altitudeKm: number) => {
    const inclinationDeg =
      inclination === "sun-synchronous" ? sunSynchronousInclinationDeg({ altitudeKm })! : inclination;
    const radiusKm = EARTH_RADIUS_WGS84_KM + altitudeKm;
    const { raanRateDegPerDay } = circularOrbit({ radiusKm, inclinationDeg, earthRadiusKm: EARTH_RADIUS_WGS84_KM });
    const underNodeRadPerS = EARTH_RATE_RAD_PER_S - (raanRateDegPerDay * RAD_PER_DEG) / 86400;
    return revolutionCount * nodalPeriodS({ radiusKm, inclinationDeg }) - (dayCount * TURN_RAD) / underNodeRadPerS;
  };
  let [lowKm, highKm] = [LOWEST_KM, HIGHEST_KM];
  if (!(lateS(lowKm) <= 0 && lateS(highKm) >= 0)) return undefined;
  for (let step = 0; step < HALVINGS; step++) {
    const middleKm = (lowKm + highKm) / 2;
    if (lateS(middleKm) < 0) lowKm = middleKm;
    else highKm = middleKm;
  }
  return (lowKm + highKm) / 2;
}
