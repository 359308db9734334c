import {
  ATMOSPHERE_CEILING_KM,
  ATMOSPHERE_FLOOR_KM,
  exponentialAtmosphere,
  harrisPriesterAtmosphere,
} from "../facts/atmosphere.ts";
import { EARTH_RADIUS_WGS84_KM, MU_WGS84_KM3_PER_S2, SECONDS_PER_YEAR } from "../facts/constants.ts";

/** Height at which a satellite is gone within days, km. */
const REENTRY_ALTITUDE_KM = 180;

/** Air density, kg/m³, or undefined outside the table's 150 to 1,000 km. */
export function airDensity(altitudeKm: number): number | undefined {
  if (altitudeKm < ATMOSPHERE_FLOOR_KM || altitudeKm > ATMOSPHERE_CEILING_KM) return undefined;
  let row = exponentialAtmosphere.length - 1;
  while (exponentialAtmosphere[row]![0] > altitudeKm) row--;
  const [baseKm, baseDensity, scaleKm] = exponentialAtmosphere[row]!;
  return baseDensity * Math.exp(-(altitudeKm - baseKm) / scaleKm);
}

/** Least and most density by Harris and Priester, kg/m³, logarithmic between rows; undefined outside 500 to 1,000 km. */
export function airDensityRange(altitudeKm: number): { least: number; most: number } | undefined {
  const rows = harrisPriesterAtmosphere;
  const next = rows.findIndex(([heightKm]) => heightKm >= altitudeKm);
  if (next < 0 || altitudeKm < rows[0][0]) return undefined;
  const [lowKm, lowLeast, lowMost] = rows[Math.max(0, next - 1)]!;
  const [highKm, highLeast, highMost] = rows[next]!;
  const share = highKm === lowKm ? 0 : (altitudeKm - lowKm) / (highKm - lowKm);
  return { least: lowLeast ** (1 - share) * highLeast ** share, most: lowMost ** (1 - share) * highMost ** share };
}

/** Velocity that drag takes in a year, m/s, at a density and mass ÷ (drag coefficient × area). */
export function yearlyDragMPerS({
  altitudeKm,
  densityKgPerM3,
  ballisticMassKgPerM2,
}: {
  altitudeKm: number;
  densityKgPerM3: number;
  ballisticMassKgPerM2: number;
}): number {
  const speedMPerS = Math.sqrt(MU_WGS84_KM3_PER_S2 / (EARTH_RADIUS_WGS84_KM + altitudeKm)) * 1000;
  return ((0.5 * densityKgPerM3 * speedMPerS ** 2) / ballisticMassKgPerM2) * SECONDS_PER_YEAR;
}

/**
 * Drag of a circular orbit: velocity to hold it for a year, and years until it falls to 180 km by itself.
 * `ballisticMassKgPerM2` is mass ÷ (drag coefficient × area). Static mean density, no solar cycle, no rotation of the air.
 * Nothing is returned above the table's 1,000 km.
 */
export function dragOfCircularOrbit({
  altitudeKm,
  ballisticMassKgPerM2,
}: {
  altitudeKm: number;
  ballisticMassKgPerM2: number;
}) {
  const density = airDensity(altitudeKm);
  if (density === undefined) return {};
  const dragDeltaVMPerSPerYear = yearlyDragMPerS({ altitudeKm, densityKgPerM3: density, ballisticMassKgPerM2 });
  return { dragDeltaVMPerSPerYear, lifetimeYears: decayYears({ altitudeKm, ballisticMassKgPerM2 }) };
}

/** Years to fall to 180 km: ∫ da ÷ (ρ √(μ a) ÷ m) by the midpoint rule over 0.25 km, 0.1 % of the life. */
function decayYears({
  altitudeKm,
  ballisticMassKgPerM2,
}: {
  altitudeKm: number;
  ballisticMassKgPerM2: number;
}): number {
  const stepCount = Math.max(1, Math.ceil((altitudeKm - REENTRY_ALTITUDE_KM) / 0.25));
  const stepKm = (altitudeKm - REENTRY_ALTITUDE_KM) / stepCount;
  let seconds = 0;
  for (let i = 0; i < stepCount; i++) {
    const heightKm = REENTRY_ALTITUDE_KM + (i + 0.5) * stepKm;
    const radiusM = (EARTH_RADIUS_WGS84_KM + heightKm) * 1000;
    seconds +=
      (stepKm * 1000 * ballisticMassKgPerM2) / (airDensity(heightKm)! * Math.sqrt(MU_WGS84_KM3_PER_S2 * 1e9 * radiusM));
  }
  return seconds / SECONDS_PER_YEAR;
}
