/**
 * The sky as a disc: the zenith in the middle, the horizon at the rim, as seen by a person who lies on the back: north up,
 * east at the left. Angles from the zenith are true to scale (azimuthal equidistant).
 */
import type { OverheadAnswer } from "../worker/groundMessages.ts";

type Direction = { readonly azimuthDeg: number; readonly elevationDeg: number };
type Point = { readonly x: number; readonly y: number };

const RAD_PER_DEG = Math.PI / 180;

/** Of the disc with radius 1, x to the right and y down. */
export function domePoint({ azimuthDeg, elevationDeg }: Direction): Point {
  const radius = (90 - elevationDeg) / 90;
  return {
    x: -radius * Math.sin(azimuthDeg * RAD_PER_DEG),
    y: -radius * Math.cos(azimuthDeg * RAD_PER_DEG),
  };
}

/** Row of the satellite nearest to a point of the disc, within `reach`; undefined when none is. */
export function pickRow({ azimuthsDeg, elevationsDeg }: OverheadAnswer, { x, y }: Point, reach: number) {
  let best: number | undefined;
  let bestSquare = reach * reach;
  for (let row = 0; row < azimuthsDeg.length; row++) {
    const at = domePoint({ azimuthDeg: azimuthsDeg[row]!, elevationDeg: elevationsDeg[row]! });
    const square = (at.x - x) ** 2 + (at.y - y) ** 2;
    if (square >= bestSquare) continue;
    best = row;
    bestSquare = square;
  }
  return best;
}

/** Rows of the `count` highest, the highest first. */
export function highestRows({ elevationsDeg }: OverheadAnswer, count: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < elevationsDeg.length; row++) {
    const elevation = elevationsDeg[row]!;
    if (rows.length === count && elevation <= elevationsDeg[rows.at(-1)!]!) continue;
    const at = rows.findIndex((other) => elevationsDeg[other]! < elevation);
    rows.splice(at < 0 ? rows.length : at, 0, row);
    rows.length = Math.min(rows.length, count);
  }
  return rows;
}

const points = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
/** "NW" of 315°. */
export const compassPoint = (azimuthDeg: number) => points[Math.round((((azimuthDeg % 360) + 360) % 360) / 45) % 8]!;
