/** From where the Earth in the middle of the view and a far body beside it are seen together. */

type Vector = readonly [number, number, number];

/**
 * Direction from the Earth's centre to the eye, TEME, so that from `distanceKm` the body stands `asideRad` from the Earth's
 * centre, above it to the right.
 */
export function viewPastEarth({
  targetTemeKm: [tx, ty, tz],
  distanceKm,
  asideRad,
}: {
  targetTemeKm: Vector;
  distanceKm: number;
  asideRad: number;
}): [number, number, number] {
  const targetKm = Math.hypot(tx, ty, tz);
  const [x, y, z] = [tx / targetKm, ty / targetKm, tz / targetKm];
  // Right and up as the eye has them when it looks along the body's direction.
  const level = Math.hypot(x, y);
  const right: Vector = [y / level, -x / level, 0];
  const up: Vector = [right[1] * z - right[2] * y, right[2] * x - right[0] * z, right[0] * y - right[1] * x];
  // In the triangle of eye, centre and body the angle at the centre is the turn of the line of sight less a half turn.
  const turnRad = asideRad + Math.asin((distanceKm / targetKm) * Math.sin(asideRad));
  const [cosine, sine] = [Math.cos(turnRad), Math.sin(turnRad)];
  const along = (axis: 0 | 1 | 2, toBody: number) =>
    toBody * cosine - (right[axis] * RIGHT_SHARE + up[axis] * UP_SHARE) * sine;
  return [-along(0, x), -along(1, y), -along(2, z)];
}

const RIGHT_SHARE = 0.8;
const UP_SHARE = 0.6;
