/**
 * Places on the ground and the satellites above them, in one inertial frame at one instant. Elevation counts from the plane
 * square to the WGS 84 normal; refraction is left out (it lifts a satellite at 5° by 0.16°, at 25° by 0.03°).
 */
import { asin, RAD_PER_DEG } from "../geometry/angles.ts";
import { dot, norm, subtract, type Vector3 } from "../geometry/vectors.ts";

export type GroundLimits = { readonly minElevationDeg: number; readonly groundRangeKm?: number | undefined };
/** A place where the Earth has carried it, TEME. */
export type Station = { readonly positionTemeKm: Vector3; readonly zenithTemeUnit: Vector3 };

export function lookAt({ station, positionTemeKm }: { station: Station; positionTemeKm: Vector3 }) {
  const toward = subtract(positionTemeKm, station.positionTemeKm);
  const rangeKm = norm(toward);
  return { rangeKm, elevationDeg: asin(dot(toward, station.zenithTemeUnit) / rangeKm) / RAD_PER_DEG };
}

/** Satellites that the place may use: index, elevation and range, in order of index. Those without a state are not seen. */
export function satellitesInView({
  positionsTemeKm,
  station: { positionTemeKm: from, zenithTemeUnit: up },
  limits: { minElevationDeg, groundRangeKm = Number.POSITIVE_INFINITY },
}: {
  positionsTemeKm: ArrayLike<number>;
  station: Station;
  limits: GroundLimits;
}) {
  const inView: { index: number; elevationDeg: number; rangeKm: number }[] = [];
  const leastSine = Math.sin(minElevationDeg * RAD_PER_DEG);
  for (let index = 0, at = 0; at < positionsTemeKm.length; index++, at += 3) {
    const x = positionsTemeKm[at]! - from[0];
    const y = positionsTemeKm[at + 1]! - from[1];
    const z = positionsTemeKm[at + 2]! - from[2];
    const height = x * up[0] + y * up[1] + z * up[2];
    // Half of all fail here, and NaN does.
    if (!(height >= 0)) continue;
    const rangeKm = Math.sqrt(x * x + y * y + z * z);
    if (height < leastSine * rangeKm || rangeKm > groundRangeKm) continue;
    inView.push({ index, elevationDeg: asin(height / rangeKm) / RAD_PER_DEG, rangeKm });
  }
  return inView;
}
