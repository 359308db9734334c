import { J2_WGS84_RATIO, MU_WGS84_KM3_PER_S2 } from "../facts/constants.ts";

/**
 * Circular orbits in closed form: two-body period and speed, J2's secular node drift.
 * Left out: eccentricity, J4 and drag; at 600 km the node rate is right to 0.2 %, the period to 0.1 % of SGP4's nodal one.
 */
export function circularOrbit({
  radiusKm,
  inclinationDeg,
  earthRadiusKm,
  muKm3PerS2 = MU_WGS84_KM3_PER_S2,
  j2Ratio = J2_WGS84_RATIO,
}: {
  radiusKm: number;
  inclinationDeg: number;
  earthRadiusKm: number;
  muKm3PerS2?: number;
  j2Ratio?: number;
}) {
  const meanMotionRadPerS = Math.sqrt(muKm3PerS2 / radiusKm ** 3);
  const nodeRateRadPerS =
    -1.5 * meanMotionRadPerS * j2Ratio * (earthRadiusKm / radiusKm) ** 2 * Math.cos((inclinationDeg * Math.PI) / 180);
  return {
    periodS: (2 * Math.PI) / meanMotionRadPerS,
    speedKmPerS: Math.sqrt(muKm3PerS2 / radiusKm),
    raanRateDegPerDay: (nodeRateRadPerS * 86400 * 180) / Math.PI,
  };
}
