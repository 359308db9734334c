/**
 * Colours of the fleet. Magnitudes: viridis and plasma (S. van der Walt, N. Smith, CC0), every tenth of them, cut below where they would stand
 * less than 3:1 on space; both rise steadily in lightness, so that they read without hues. Kinds: Okabe and Ito's set for all eyes
 * (Color Universal Design, 2008) without its black.
 */
const viridis = "355f8d 2a788e 21918c 22a884 44bf70 7ad151 bddf26 fde725".split(" ");
const plasma = "b12a90 cc4778 e16462 f2844b fca636 fcce25 f0f921".split(" ");

export const kindColours = ["#e69f00", "#56b4e9", "#009e73", "#f0e442", "#d55e00", "#cc79a7", "#0072b2"] as const;
/** Of what has no model: neither on a scale nor a kind. */
export const NEUTRAL_COLOUR = "#8b95a1";

export type Rgb = readonly [red: number, green: number, blue: number];
export type ScaleName = "viridis" | "plasma";

/** 0 to 255 each. */
export const rgbOf = (hex: string): Rgb => {
  const digits = hex.replace("#", "");
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return [red!, green!, blue!];
};
const hexOf = (rgb: Rgb) => `#${rgb.map((each) => Math.round(each).toString(16).padStart(2, "0")).join("")}`;

const pointsOf: Readonly<Record<ScaleName, readonly Rgb[]>> = {
  viridis: viridis.map(rgbOf),
  plasma: plasma.map(rgbOf),
};

/** A scale's colour at 0 to 1, 0 to 255 each; linear between its points. */
export function scaleRgb(name: ScaleName, position: number): Rgb {
  const points = pointsOf[name];
  const at = Math.min(1, Math.max(0, position)) * (points.length - 1);
  const low = Math.min(points.length - 2, Math.floor(at));
  const [a, b] = [points[low]!, points[low + 1]!];
  const mix = (axis: 0 | 1 | 2) => a[axis] + (b[axis] - a[axis]) * (at - low);
  return [mix(0), mix(1), mix(2)];
}
export const scaleHex = (name: ScaleName, position: number): string => hexOf(scaleRgb(name, position));

/** A scale as CSS, left to right. */
export const scaleGradient = (name: ScaleName): string =>
  `linear-gradient(90deg, ${pointsOf[name].map(hexOf).join(", ")})`;

/** Kinds keep their own colours up to as many as there are; beyond that they stand on a scale, in order. */
export const kindPosition = (row: number, count: number): number =>
  count <= kindColours.length ? (row + 0.5) / count : row / (count - 1);
export const kindHex = (row: number, count: number): string =>
  count <= kindColours.length ? kindColours[row]! : scaleHex("viridis", row / (count - 1));

/** Numbers that hold a range and are round: steps of 1, 2 or 5. A range of no width gets one. */
export function roundRange(least: number, most: number): readonly [number, number] {
  const span = Math.max(most - least, Math.abs(most) * 1e-3, 1e-9);
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => span / each <= 8)!;
  const round = (value: number) => Number(value.toPrecision(12));
  const low = Math.floor(round(least / step)) * step;
  const high = Math.ceil(round(most / step)) * step;
  return [round(low), round(high > low ? high : low + step)];
}
