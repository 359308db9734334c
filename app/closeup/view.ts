import type { Point } from "./blocks.ts";

/** An orthographic view: from where, and how many pixels a metre has. One scale everywhere, so a ruler is true at any depth. */
export type CloseUpView = {
  /** 0 looks from the Sun; turns towards the flight. */
  readonly azimuthRad: number;
  /** 0 is level; π/2 looks down on the satellite from above. */
  readonly elevationRad: number;
  readonly pxPerM: number;
};
export type Size = { readonly widthPx: number; readonly heightPx: number };

const DEG = Math.PI / 180;
/** Named directions to look from. */
export const sides = [
  { id: "corner", label: "Corner", azimuthRad: 34 * DEG, elevationRad: 16 * DEG },
  { id: "sun", label: "Sun side", azimuthRad: 0, elevationRad: 0 },
  { id: "flight", label: "Along flight", azimuthRad: 90 * DEG, elevationRad: 0 },
  { id: "night", label: "Night side", azimuthRad: 146 * DEG, elevationRad: 12 * DEG },
] as const;
export type SideId = (typeof sides)[number]["id"];

export const HIGHEST_RAD = 89 * DEG;
const LEAST_PX_PER_M = 1e-3;
const MOST_PX_PER_M = 400;
/** A frame narrower than this has room for numbers, not for the words beside them, pixels. */
const WORDY_PX = 480;
export const hasWords = ({ widthPx }: Size) => widthPx >= WORDY_PX;
/** Room left for dimension lines and their texts, pixels. */
export const marginOf = (size: Size) => ({
  leftPx: hasWords(size) ? 96 : 54,
  rightPx: hasWords(size) ? 96 : 58,
  topPx: 64,
  bottomPx: 48,
});
/** A satellite that fills less of its frame than this is drawn larger. */
const LEAST_FILL_RATIO = 0.62;

/** Unit vectors of the view: to the right, up, and towards the eye. */
export function axesOf({ azimuthRad, elevationRad }: Pick<CloseUpView, "azimuthRad" | "elevationRad">) {
  const [sinA, cosA, sinE, cosE] = [
    Math.sin(azimuthRad),
    Math.cos(azimuthRad),
    Math.sin(elevationRad),
    Math.cos(elevationRad),
  ];
  return {
    right: [cosA, 0, -sinA] as Point,
    up: [-sinE * sinA, cosE, -sinE * cosA] as Point,
    eye: [cosE * sinA, sinE, cosE * cosA] as Point,
  };
}
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A point on the page, pixels from the upper left; the frame's middle is `centreM`. */
export function project({
  point,
  view,
  size,
  centreM,
}: {
  point: Point;
  view: CloseUpView;
  size: Size;
  centreM: Point;
}): readonly [number, number] {
  const { right, up } = axesOf(view);
  const offset: Point = [point[0] - centreM[0], point[1] - centreM[1], point[2] - centreM[2]];
  const { leftPx, rightPx, topPx, bottomPx } = marginOf(size);
  const middleX = (leftPx + size.widthPx - rightPx) / 2;
  const middleY = (topPx + size.heightPx - bottomPx) / 2;
  return [middleX + dot(offset, right) * view.pxPerM, middleY - dot(offset, up) * view.pxPerM];
}

/** Width and height of `corners` as seen, metres, and the point in their middle. */
export function extentOf(corners: readonly Point[], view: Pick<CloseUpView, "azimuthRad" | "elevationRad">) {
  const { right, up } = axesOf(view);
  const xs = corners.map((corner) => dot(corner, right));
  const ys = corners.map((corner) => dot(corner, up));
  const [left, rightmost, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + rightmost) / 2, (low + high) / 2];
  const centreM: Point = [right[0] * x + up[0] * y, right[1] * x + up[1] * y, right[2] * x + up[2] * y];
  return { widthM: rightmost - left, heightM: high - low, centreM };
}

export const limitScale = (pxPerM: number) => Math.min(MOST_PX_PER_M, Math.max(LEAST_PX_PER_M, pxPerM));

/** The scale at which an extent just fits. */
export function fitScale({ widthM, heightM }: { widthM: number; heightM: number }, size: Size): number {
  const { leftPx, rightPx, topPx, bottomPx } = marginOf(size);
  const roomX = Math.max(40, size.widthPx - leftPx - rightPx);
  const roomY = Math.max(40, size.heightPx - topPx - bottomPx);
  return limitScale(Math.min(roomX / widthM, roomY / heightM));
}

/** Keeps the scale while the satellite fits, so that a longer wing is seen to grow; fits it anew when it runs out or shrinks away. */
export function keepScale(pxPerM: number, fit: number): number {
  return pxPerM > fit * (1 + 1e-6) || pxPerM < fit * LEAST_FILL_RATIO ? fit : pxPerM;
}

/** A ruler's length: 1, 2 or 5 × 10ⁿ metres, at most `mostPx` long. */
export function rulerM(pxPerM: number, mostPx = 140): number {
  const mostM = mostPx / pxPerM;
  const power = 10 ** Math.floor(Math.log10(mostM));
  return power * ([5, 2, 1].find((digit) => digit * power <= mostM) ?? 1);
}
