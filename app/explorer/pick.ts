import type { PerspectiveCamera } from "three";
import { analyticInto, secondsBetween } from "#engine";
import { isBehindEarth } from "./globe.ts";
import { layerStore } from "./layers.ts";
import { cameraTemeKm, clipFromTemeKm, type Size } from "./projection.ts";
import { sky } from "./sky.ts";

/** How far from a satellite a click may land, CSS pixels. */
export const PICK_RADIUS_PX = 12;

/** Satellites of a designed shell that are worked out at a time. */
const CHUNK_COUNT = 4096;

const position: [number, number, number] = [0, 0, 0];
const listed: [number, number, number] = [0, 0, 0];
const chunk = new Float64Array(CHUNK_COUNT * 3);
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
  const consider = (index: number, x: number, y: number, z: number) => {
    const w = e[3]! * x + e[7]! * y + e[11]! * z + e[15]!;
    if (w <= 0) return;
    const dx = (((e[0]! * x + e[4]! * y + e[8]! * z + e[12]!) / w) * 0.5 + 0.5) * widthPx - xPx;
    const dy = (0.5 - ((e[1]! * x + e[5]! * y + e[9]! * z + e[13]!) / w) * 0.5) * heightPx - yPx;
    const square = dx * dx + dy * dy;
    if (square >= bestSquare) return;
    position[0] = x;
    position[1] = y;
    position[2] = z;
    if (isBehindEarth(eye, position)) return;
    best = index;
    bestSquare = square;
  };
  const isCatalogueShown = layerStore.getState().catalogue;
  for (const { layer, firstIndex, planeCount, slotCount, designed } of shown.flight.shells) {
    if (layer === "catalogue" && !isCatalogueShown) continue;
    const endIndex = firstIndex + planeCount * slotCount;
    if (designed === undefined) {
      for (let index = firstIndex; index < endIndex; index++)
        if (sky.positionInto(index, listed) !== undefined) consider(index, ...listed);
      continue;
    }
    const minutes = secondsBetween(designed.constants.epoch, shown.instant) / 60;
    for (let index = firstIndex; index < endIndex; index += CHUNK_COUNT) {
      const count = Math.min(CHUNK_COUNT, endIndex - index);
      const first = index - firstIndex;
      analyticInto({ shell: designed, minutes, first, end: first + count, positions: chunk });
      for (let row = 0; row < count; row++)
        consider(index + row, chunk[row * 3]!, chunk[row * 3 + 1]!, chunk[row * 3 + 2]!);
    }
  }
  return best;
}
