import { acos } from "./angles.ts";

/** Three components in one frame and one unit, both named by the holder. */
export type Vector3 = readonly [x: number, y: number, z: number];

export const dot = (a: Vector3, b: Vector3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export const norm = (a: Vector3) => Math.sqrt(dot(a, a));

export const add = (a: Vector3, b: Vector3): Vector3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const subtract = (a: Vector3, b: Vector3): Vector3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const scale = (a: Vector3, factor: number): Vector3 => [a[0] * factor, a[1] * factor, a[2] * factor];

/** The direction of `a`; the zero vector has none and stays zero. */
export function unit(a: Vector3): Vector3 {
  const length = norm(a);
  return length === 0 ? a : scale(a, 1 / length);
}

/** Angle between two directions, 0 to π. */
export const angleBetween = (a: Vector3, b: Vector3) => acos(dot(a, b) / (norm(a) * norm(b)));

/** The vector seen from axes turned by `angleRad` about z. */
export function turnAxesZ(a: Vector3, angleRad: number): Vector3 {
  const cos = Math.cos(angleRad);
  const sin = Math.sin(angleRad);
  return [cos * a[0] + sin * a[1], cos * a[1] - sin * a[0], a[2]];
}

/** Row `index` of a flat array, [count × 3]. */
export const vectorAt = (flat: ArrayLike<number>, index: number): Vector3 => [
  flat[index * 3]!,
  flat[index * 3 + 1]!,
  flat[index * 3 + 2]!,
];
