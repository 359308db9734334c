/**
 * Laser links at one instant. A link is up while both ends have a state, the beam stays above the grazing height over a
 * sphere of 6378.137 km, and it is no longer than the range. Pointing, acquisition and sunlight in the telescope are left out.
 */
import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { closestApproachKm } from "../geometry/sightline.ts";
import { vectorAt } from "../geometry/vectors.ts";

export type LinkLimits = { readonly grazingAltitudeKm: number; readonly rangeKm?: number | undefined };

/** Why a link is down. */
export type LinkReason = "no state" | "Earth in the way" | "out of range";

/** Length of the link from `a` to `b` over `positionsTemeKm` [n × 3], and whether it stands. */
export function linkState({
  positionsTemeKm,
  a,
  b,
  limits,
}: {
  positionsTemeKm: ArrayLike<number>;
  a: number;
  b: number;
  limits: LinkLimits;
}): { lengthKm: number; up: boolean; reason?: LinkReason } {
  const aKm = vectorAt(positionsTemeKm, a);
  const bKm = vectorAt(positionsTemeKm, b);
  const lengthKm = Math.hypot(bKm[0] - aKm[0], bKm[1] - aKm[1], bKm[2] - aKm[2]);
  if (!Number.isFinite(lengthKm)) return { lengthKm, up: false, reason: "no state" };
  if (closestApproachKm({ aKm, bKm }) < EARTH_RADIUS_WGS84_KM + limits.grazingAltitudeKm)
    return { lengthKm, up: false, reason: "Earth in the way" };
  if (limits.rangeKm !== undefined && lengthKm > limits.rangeKm) return { lengthKm, up: false, reason: "out of range" };
  return { lengthKm, up: true };
}

/**
 * Lengths of all pairs [linkCount × 2], km: [linkCount], Infinity where the link is down. The same as `linkState`, without
 * objects: half a million links take some milliseconds.
 */
export function linkLengthsKm({
  positionsTemeKm,
  pairs,
  limits,
}: {
  positionsTemeKm: ArrayLike<number>;
  pairs: Uint32Array;
  limits: LinkLimits;
}): Float64Array {
  const lengthsKm = new Float64Array(pairs.length / 2);
  const leastKm = EARTH_RADIUS_WGS84_KM + limits.grazingAltitudeKm;
  const rangeKm = limits.rangeKm ?? Number.POSITIVE_INFINITY;
  for (let link = 0; link < lengthsKm.length; link++) {
    const a = pairs[link * 2]! * 3;
    const b = pairs[link * 2 + 1]! * 3;
    const ax = positionsTemeKm[a]!;
    const ay = positionsTemeKm[a + 1]!;
    const az = positionsTemeKm[a + 2]!;
    const dx = positionsTemeKm[b]! - ax;
    const dy = positionsTemeKm[b + 1]! - ay;
    const dz = positionsTemeKm[b + 2]! - az;
    const squareKm2 = dx * dx + dy * dy + dz * dz;
    const foot = squareKm2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy + az * dz) / squareKm2));
    const x = ax + foot * dx;
    const y = ay + foot * dy;
    const z = az + foot * dz;
    const lengthKm = Math.sqrt(squareKm2);
    const isUp = Math.sqrt(x * x + y * y + z * z) >= leastKm && lengthKm <= rangeKm;
    lengthsKm[link] = isUp ? lengthKm : Number.POSITIVE_INFINITY;
  }
  return lengthsKm;
}
