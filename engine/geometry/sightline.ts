import type { Vector3 } from "./vectors.ts";

/** Three components, in a tuple or at the start of a typed array. */
type Point = Vector3 | Float64Array;

/** Least distance from the centre to the straight segment between two points, km; frame as given. */
export function closestApproachKm({ aKm, bKm }: { aKm: Point; bKm: Point }): number {
  const [ax, ay, az] = [aKm[0]!, aKm[1]!, aKm[2]!];
  const [x, y, z] = [bKm[0]! - ax, bKm[1]! - ay, bKm[2]! - az];
  const lengthKm2 = x * x + y * y + z * z;
  const foot = lengthKm2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * x + ay * y + az * z) / lengthKm2));
  const [px, py, pz] = [ax + foot * x, ay + foot * y, az + foot * z];
  return Math.sqrt(px * px + py * py + pz * pz);
}

/** Whether two points see each other over a sphere of `radiusKm`: the beam may touch `radiusKm + grazingAltitudeKm`. */
export const isInSight = ({
  aKm,
  bKm,
  radiusKm,
  grazingAltitudeKm,
}: {
  aKm: Vector3;
  bKm: Vector3;
  radiusKm: number;
  grazingAltitudeKm: number;
}) => closestApproachKm({ aKm, bKm }) >= radiusKm + grazingAltitudeKm;
