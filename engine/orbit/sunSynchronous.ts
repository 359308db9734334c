import { EARTH_RADIUS_WGS84_KM, J2_WGS84_RATIO, MU_WGS84_KM3_PER_S2, TROPICAL_YEAR_DAYS } from "../facts/constants.ts";
import { acos, RAD_PER_DEG } from "../geometry/angles.ts";

/**
 * Inclination at which J2 turns a circular orbit's node once in a tropical year.
 * Secular J2 alone; J4 and upkeep move flown orbits by 0.02 to 0.08°. Undefined where no inclination does it (above about 5,980 km).
 */
export function sunSynchronousInclinationDeg({
  altitudeKm,
  muKm3PerS2 = MU_WGS84_KM3_PER_S2,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
  j2Ratio = J2_WGS84_RATIO,
  yearDays = TROPICAL_YEAR_DAYS,
}: {
  altitudeKm: number;
  muKm3PerS2?: number;
  earthRadiusKm?: number;
  j2Ratio?: number;
  yearDays?: number;
}): number | undefined {
  const radiusKm = earthRadiusKm + altitudeKm;
  const meanMotionRadPerS = Math.sqrt(muKm3PerS2 / radiusKm ** 3);
  const nodeRateRadPerS = (2 * Math.PI) / (yearDays * 86400);
  const cosine = -nodeRateRadPerS / (1.5 * j2Ratio * meanMotionRadPerS * (earthRadiusKm / radiusKm) ** 2);
  return cosine < -1 ? undefined : acos(cosine) / RAD_PER_DEG;
}
