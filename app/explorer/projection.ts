import { type Camera, Matrix4, type PerspectiveCamera, Vector3 } from "three";
import { KM_PER_UNIT, sceneFromTemeKm } from "./scale.ts";

const clip = new Matrix4();

/** TEME, km → clip space, as the graphics card gets it; [16] column by column, in a fresh matrix or `out`. */
export function clipFromTemeKm(camera: PerspectiveCamera, out: Matrix4 = new Matrix4()): Matrix4 {
  return out.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).multiply(sceneFromTemeKm as Matrix4);
}

/** Where the camera stands, TEME, km. */
export function cameraTemeKm(camera: Camera, out: [number, number, number]): [number, number, number] {
  const { x, y, z } = camera.position;
  out[0] = x * KM_PER_UNIT;
  out[1] = -z * KM_PER_UNIT;
  out[2] = y * KM_PER_UNIT;
  return out;
}

/** How far a TEME position, km, lies along the line of sight, km; negative behind the camera. */
export function depthKm(camera: PerspectiveCamera, [x, y, z]: readonly [number, number, number]): number {
  clipFromTemeKm(camera, clip);
  const e = clip.elements;
  return (e[3]! * x + e[7]! * y + e[11]! * z + e[15]!) * KM_PER_UNIT;
}

export type Size = { readonly widthPx: number; readonly heightPx: number };
const point = new Vector3();

/** CSS pixels from the canvas's corner, or undefined for what lies behind the camera. */
export function projectPx({
  positionTemeKm: [x, y, z],
  camera,
  widthPx,
  heightPx,
}: Size & { positionTemeKm: readonly [number, number, number]; camera: PerspectiveCamera }) {
  clipFromTemeKm(camera, clip);
  const e = clip.elements;
  const w = e[3]! * x + e[7]! * y + e[11]! * z + e[15]!;
  if (w <= 0) return undefined;
  point.set(x, y, z).applyMatrix4(clip);
  return { xPx: (point.x * 0.5 + 0.5) * widthPx, yPx: (0.5 - point.y * 0.5) * heightPx };
}
