import type { Vector3 } from "../geometry/vectors.ts";

/**
 * Where the Sun stands for a satellite on its orbit. `betaRad`: angle between orbit plane and Sun, towards the orbit's normal. `phaseRad`: angle
 * from orbit noon, the point of the orbit nearest the Sun's direction, along the motion, 0 to 2π; with the Sun on the normal it has no meaning and is 0.
 * All in one inertial frame; the plane is that of position and velocity.
 */
export function sunAngles({
  positionKm: [x, y, z],
  velocityKmPerS: [vx, vy, vz],
  sunUnit: [sx, sy, sz],
}: {
  positionKm: Vector3;
  velocityKmPerS: Vector3;
  sunUnit: Vector3;
}): { betaRad: number; phaseRad: number } {
  const [hx, hy, hz] = [y * vz - z * vy, z * vx - x * vz, x * vy - y * vx];
  const h = Math.hypot(hx, hy, hz);
  const sine = (hx * sx + hy * sy + hz * sz) / h;
  const betaRad = Math.asin(Math.max(-1, Math.min(1, sine)));
  // Along the position and a quarter turn ahead of it, h × r: the Sun's components there.
  const along = x * sx + y * sy + z * sz;
  const ahead = ((hy * z - hz * y) * sx + (hz * x - hx * z) * sy + (hx * y - hy * x) * sz) / h;
  const phaseRad = along === 0 && ahead === 0 ? 0 : Math.atan2(-ahead, along);
  return { betaRad, phaseRad: phaseRad < 0 ? phaseRad + 2 * Math.PI : phaseRad };
}
