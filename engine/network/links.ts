/**
 * Laser links at one instant. A link is up while both ends have a state, the beam stays above the grazing height over a
 * sphere of 6378.137 km, it is no longer than the range, and what else the limits name holds. Acquisition is left out.
 */
import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { RAD_PER_DEG } from "../geometry/angles.ts";
import { closestApproachKm } from "../geometry/sightline.ts";
import { angleBetween, cross, dot, norm, subtract, type Vector3, vectorAt } from "../geometry/vectors.ts";

export type LinkLimits = {
  readonly grazingAltitudeKm: number;
  readonly rangeKm?: number | undefined;
  /** Length from which too little light arrives. */
  readonly lightRangeKm?: number | undefined;
  /** Between the directions of flight of the two ends. */
  readonly seamLimitDeg?: number | undefined;
  readonly slewLimitDegPerS?: number | undefined;
  /** Between the direction of the other end and the Sun's middle. */
  readonly sunExclusionDeg?: number | undefined;
};

/** Why a link is down; the first that holds, in this order. */
export type LinkReason =
  | "no state"
  | "Earth in the way"
  | "out of range"
  | "too little light"
  | "polar seam"
  | "slewing too fast"
  | "Sun in the receiver";

/** Where all satellites are: [n × 3] each, TEME. Velocities are asked by the seam and slew limits, the Sun by its own. */
export type LinkSky = {
  readonly positionsTemeKm: ArrayLike<number>;
  readonly velocitiesTemeKmPerS?: ArrayLike<number> | undefined;
  readonly sunTemeUnit?: Vector3 | undefined;
};

/** Whether the limits ask for velocities. */
export const limitsMotion = ({ seamLimitDeg, slewLimitDegPerS }: LinkLimits) =>
  seamLimitDeg !== undefined || slewLimitDegPerS !== undefined;

/** Length of the link from `a` to `b`, and whether it stands. */
export function linkState({ a, b, limits, ...sky }: LinkSky & { a: number; b: number; limits: LinkLimits }): {
  lengthKm: number;
  up: boolean;
  reason?: LinkReason;
} {
  const aKm = vectorAt(sky.positionsTemeKm, a);
  const bKm = vectorAt(sky.positionsTemeKm, b);
  const lengthKm = Math.hypot(bKm[0] - aKm[0], bKm[1] - aKm[1], bKm[2] - aKm[2]);
  const down = (reason: LinkReason) => ({ lengthKm, up: false, reason });
  if (!Number.isFinite(lengthKm)) return down("no state");
  if (closestApproachKm({ aKm, bKm }) < EARTH_RADIUS_WGS84_KM + limits.grazingAltitudeKm)
    return down("Earth in the way");
  if (limits.rangeKm !== undefined && lengthKm > limits.rangeKm) return down("out of range");
  if (limits.lightRangeKm !== undefined && lengthKm > limits.lightRangeKm) return down("too little light");
  const reason = motionReason({ a, b, limits, aKm, bKm, ...sky }) ?? sunReason({ limits, aKm, bKm, ...sky });
  return reason === undefined ? { lengthKm, up: true } : down(reason);
}

type Ends = { readonly limits: LinkLimits; readonly aKm: Vector3; readonly bKm: Vector3 };

/** Turn of the line of sight in inertial space, from the ends' relative motion. */
function motionReason({
  a,
  b,
  limits,
  aKm,
  bKm,
  velocitiesTemeKmPerS,
}: LinkSky & Ends & { a: number; b: number }): LinkReason | undefined {
  if (!limitsMotion(limits)) return undefined;
  if (velocitiesTemeKmPerS === undefined)
    throw new Error("linkState: seam and slew limits ask for velocities, got none");
  const aKmPerS = vectorAt(velocitiesTemeKmPerS, a);
  const bKmPerS = vectorAt(velocitiesTemeKmPerS, b);
  const { seamLimitDeg = 180, slewLimitDegPerS = Number.POSITIVE_INFINITY } = limits;
  if (angleBetween(aKmPerS, bKmPerS) > seamLimitDeg * RAD_PER_DEG) return "polar seam";
  const toward = subtract(bKm, aKm);
  const turnRadPerS = norm(cross(toward, subtract(bKmPerS, aKmPerS))) / dot(toward, toward);
  return turnRadPerS > slewLimitDegPerS * RAD_PER_DEG ? "slewing too fast" : undefined;
}

/** Either receiver may be blinded; one in the Earth's shadow (a cylinder) is not. */
function sunReason({ limits, aKm, bKm, sunTemeUnit }: LinkSky & Ends): LinkReason | undefined {
  if (limits.sunExclusionDeg === undefined) return undefined;
  if (sunTemeUnit === undefined) throw new Error("linkState: the Sun exclusion asks for the Sun, got none");
  const limitRad = limits.sunExclusionDeg * RAD_PER_DEG;
  const isBlind = (fromKm: Vector3, toKm: Vector3) =>
    angleBetween(subtract(toKm, fromKm), sunTemeUnit) < limitRad && !isInShadow(fromKm, sunTemeUnit);
  return isBlind(aKm, bKm) || isBlind(bKm, aKm) ? "Sun in the receiver" : undefined;
}

const isInShadow = (positionKm: Vector3, sunUnit: Vector3) =>
  dot(positionKm, sunUnit) < 0 && norm(cross(positionKm, sunUnit)) < EARTH_RADIUS_WGS84_KM;

/**
 * Lengths of all pairs [linkCount × 2], km: [linkCount], Infinity where the link is down. The same as `linkState`, without
 * objects where only height and range limit: half a million links take some milliseconds.
 */
export function linkLengthsKm({
  pairs,
  limits,
  ...sky
}: LinkSky & { pairs: Uint32Array; limits: LinkLimits }): Float64Array {
  const { positionsTemeKm } = sky;
  const lengthsKm = new Float64Array(pairs.length / 2);
  const leastKm = EARTH_RADIUS_WGS84_KM + limits.grazingAltitudeKm;
  const rangeKm = Math.min(limits.rangeKm ?? Number.POSITIVE_INFINITY, limits.lightRangeKm ?? Number.POSITIVE_INFINITY);
  const isLimited = limitsMotion(limits) || limits.sunExclusionDeg !== undefined;
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
    const isNear = Math.sqrt(x * x + y * y + z * z) >= leastKm && lengthKm <= rangeKm;
    const isUp = isNear && (!isLimited || linkState({ ...sky, a: a / 3, b: b / 3, limits }).up);
    lengthsKm[link] = isUp ? lengthKm : Number.POSITIVE_INFINITY;
  }
  return lengthsKm;
}
