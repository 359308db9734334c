import type { PerspectiveCamera } from "three";
import { isBehindEarth } from "./globe.ts";
import { cameraTemeKm, clipFromTemeKm, type Size } from "./projection.ts";
import { sky } from "./sky.ts";

/** How far from a satellite a click may land, CSS pixels. */
export const PICK_RADIUS_PX = 12;

const position: [number, number, number] = [0, 0, 0];
const eye: [number, number, number] = [0, 0, 0];

/** The satellite drawn nearest to a point of the canvas and not behind the Earth, or undefined when none is near. */
export function pickSatellite({
  xPx,
  yPx,
  camera,
  widthPx,
  heightPx,
  radiusPx = PICK_RADIUS_PX,
}: Size & { xPx: number; yPx: number; camera: PerspectiveCamera; radiusPx?: number }): number | undefined {
  const shown = sky.shown();
  if (shown === undefined) return undefined;
  const e = clipFromTemeKm(camera).elements;
  cameraTemeKm(camera, eye);
  let best: number | undefined;
  let bestSquare = radiusPx * radiusPx;
  for (let index = 0; index < shown.flight.totalCount; index++) {
    if (sky.positionInto(index, position) === undefined) continue;
    const [x, y, z] = position;
    const w = e[3]! * x + e[7]! * y + e[11]! * z + e[15]!;
    if (w <= 0) continue;
    const dx = (((e[0]! * x + e[4]! * y + e[8]! * z + e[12]!) / w) * 0.5 + 0.5) * widthPx - xPx;
    const dy = (0.5 - ((e[1]! * x + e[5]! * y + e[9]! * z + e[13]!) / w) * 0.5) * heightPx - yPx;
    const square = dx * dx + dy * dy;
    if (square >= bestSquare || isBehindEarth(eye, position)) continue;
    best = index;
    bestSquare = square;
  }
  return best;
}
