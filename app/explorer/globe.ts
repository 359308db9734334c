/**
 * The drawn Earth: the sphere that line of sight and shadow use too. Geodetic latitude is drawn as the sphere's own, which
 * puts land up to 21 km (0.19°) from where the ellipsoid has it under a satellite.
 */
import { EARTH_RADIUS_WGS84_KM } from "#engine";

type Vector = readonly [number, number, number];

/** A point over the ground, Earth-fixed, km. */
export function overGroundKm({
  latitudeDeg,
  longitudeDeg,
  heightKm = 0,
}: {
  latitudeDeg: number;
  longitudeDeg: number;
  heightKm?: number;
}): [number, number, number] {
  const latitude = (latitudeDeg * Math.PI) / 180;
  const longitude = (longitudeDeg * Math.PI) / 180;
  const radiusKm = EARTH_RADIUS_WGS84_KM + heightKm;
  const axisKm = radiusKm * Math.cos(latitude);
  return [axisKm * Math.cos(longitude), axisKm * Math.sin(longitude), radiusKm * Math.sin(latitude)];
}

/** Earth-fixed → TEME, written into `out`. */
export function turnToTeme(
  [x, y, z]: Vector,
  gmstRad: number,
  out: [number, number, number],
): [number, number, number] {
  const cosine = Math.cos(gmstRad);
  const sine = Math.sin(gmstRad);
  out[0] = x * cosine - y * sine;
  out[1] = x * sine + y * cosine;
  out[2] = z;
  return out;
}

/** Whether the Earth stands between two points, km. */
export function isBehindEarth([fx, fy, fz]: Vector, [tx, ty, tz]: Vector): boolean {
  const dx = tx - fx;
  const dy = ty - fy;
  const dz = tz - fz;
  const along = -(fx * dx + fy * dy + fz * dz) / (dx * dx + dy * dy + dz * dz);
  if (along <= 0 || along >= 1) return false;
  return Math.hypot(fx + along * dx, fy + along * dy, fz + along * dz) < EARTH_RADIUS_WGS84_KM;
}

/** The great circle between two points of the ground, [pointCount × 3], Earth-fixed, km. */
export function greatCirclePoints({
  from,
  to,
  heightKm,
  pointCount,
}: {
  from: { latitudeDeg: number; longitudeDeg: number };
  to: { latitudeDeg: number; longitudeDeg: number };
  heightKm: number;
  pointCount: number;
}): Float32Array {
  const a = overGroundKm({ ...from, heightKm });
  const b = overGroundKm({ ...to, heightKm });
  const radiusKm = EARTH_RADIUS_WGS84_KM + heightKm;
  const cosine = Math.min(1, Math.max(-1, (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / radiusKm ** 2));
  const angle = Math.acos(cosine);
  const points = new Float32Array(pointCount * 3);
  for (let row = 0; row < pointCount; row++) {
    const share = row / (pointCount - 1);
    // Points that nearly coincide have no great circle of their own: the straight line serves.
    const isShort = angle < 1e-6;
    const first = isShort ? 1 - share : Math.sin((1 - share) * angle) / Math.sin(angle);
    const second = isShort ? share : Math.sin(share * angle) / Math.sin(angle);
    for (let axis = 0; axis < 3; axis++) points[row * 3 + axis] = first * a[axis]! + second * b[axis]!;
  }
  return points;
}
