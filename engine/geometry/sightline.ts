import { dot, subtract, type Vector3 } from "./vectors.ts";

/** Least distance from the centre to the straight segment between two points, km; frame as given. */
export function closestApproachKm({ aKm, bKm }: { aKm: Vector3; bKm: Vector3 }): number {
  const along = subtract(bKm, aKm);
  const lengthKm2 = dot(along, along);
  const foot = lengthKm2 === 0 ? 0 : Math.min(1, Math.max(0, -dot(aKm, along) / lengthKm2));
  return Math.hypot(aKm[0] + foot * along[0], aKm[1] + foot * along[1], aKm[2] + foot * along[2]);
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
