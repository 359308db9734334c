import { expect, test } from "vitest";
import { kindColours, NEUTRAL_COLOUR, rgbOf, roundRange, scaleHex } from "../../../app/explorer/colourScales.ts";
import { readHex } from "../../../app/explorer/colours.ts";
import { paintOf, paintRows } from "../../../app/explorer/paint.ts";
import { shellScale } from "../../../app/explorer/shellScale.ts";
import type { FlightShell } from "../../../app/worker/messages.ts";

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string) =>
  rgbOf(hex).reduce((sum, each, channel) => {
    const value = each / 255;
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return sum + [0.2126, 0.7152, 0.0722][channel]! * linear;
  }, 0);
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};
const SPACE = "#05070b";

test("both scales rise steadily in lightness and stand 3:1 on space throughout, as do all kinds and the neutral", () => {
  for (const name of ["viridis", "plasma"] as const) {
    const colours = Array.from({ length: 41 }, (_, step) => scaleHex(name, step / 40));
    const rising = colours.map(luminance);
    for (let step = 1; step < rising.length; step++) expect(rising[step]).toBeGreaterThan(rising[step - 1]!);
    for (const colour of colours) expect(contrast(colour, SPACE)).toBeGreaterThan(3);
  }
  for (const colour of [...kindColours, NEUTRAL_COLOUR]) expect(contrast(colour, SPACE)).toBeGreaterThan(3);
});

test("a range is held by round numbers, and one of no width gets one", () => {
  expect(roundRange(0, 120_000)).toEqual([0, 120_000]);
  expect(roundRange(347.91, 349.28)).toEqual([347.8, 349.4]);
  const [low, high] = roundRange(120, 120);
  expect(low).toBeLessThanOrEqual(120);
  expect(high).toBeGreaterThan(low);
});

const shell = (over: Partial<FlightShell>): FlightShell => ({
  name: "A",
  layer: "fleet",
  firstIndex: 0,
  firstRow: 0,
  planeCount: 2,
  slotCount: 3,
  altitudeKm: 600,
  ...over,
});
const shells = [
  shell({}),
  shell({ name: "B", firstIndex: 6, firstRow: 6, altitudeKm: 700 }),
  shell({ name: "R", layer: "relay", firstIndex: 12, firstRow: 12, planeCount: 1, altitudeKm: 1100 }),
  shell({ name: "C", layer: "catalogue", firstIndex: 15, firstRow: 15, planeCount: 1, slotCount: 4 }),
];
const paint = (mode: "power" | "shell" | "plane" | "load", more = {}) => {
  const source = { mode, tableOfShell: undefined, loadFractions: undefined, ...more };
  const rows = new Float32Array(19).fill(9);
  paintRows({ flight: { shells }, kind: "listed", source, rows });
  rows.forEach((row, index) => {
    expect(row).toBeCloseTo(paintOf({ flight: { shells }, source, index }), 6);
  });
  return [...rows].map((each) => Math.round(each * 100) / 100);
};

test("every row has its colour's number: tables of the fleet alone, shells, planes, loads, none for a catalogue", () => {
  const [fleetA, fleetB] = [Array(6).fill(0), Array(6).fill(1)];
  const [noRelay, noCatalogue] = [Array(3).fill(-1), Array(4).fill(-1)];
  expect(paint("power", { tableOfShell: [0, 1] })).toEqual([...fleetA, ...fleetB, ...noRelay, ...noCatalogue]);
  expect(paint("power")).toEqual(Array(19).fill(-1));
  expect(paint("shell")).toEqual([
    ...Array(6).fill(0.17),
    ...Array(6).fill(0.5),
    ...Array(3).fill(0.83),
    ...noCatalogue,
  ]);
  expect(paint("plane").slice(0, 6)).toEqual([0.25, 0.25, 0.25, 0.75, 0.75, 0.75]);
  const loadFractions = Float32Array.from({ length: 15 }, (_, index) => [-1, 0, 0.005, 1][index % 4]!);
  expect(paint("load", { loadFractions }).slice(0, 4)).toEqual([-1, 0.1, 0.5, 0.9]);
});

test("more shells than kinds stand by height, or in order where they have one", () => {
  const many = Array.from({ length: 8 }, (_, row) => shell({ altitudeKm: 500 + row * 100 }));
  expect(shellScale(many)).toEqual({ kind: "heights", leastKm: 500, mostKm: 1200 });
  expect(shellScale(many.map((each) => ({ ...each, altitudeKm: 550 })))).toEqual({ kind: "order", count: 8 });
});

test("a colour of the page is read long or short, and anything else is refused", () => {
  expect(readHex("#ffb44a")).toEqual([1, 180 / 255, 74 / 255]);
  expect(readHex("#fff")).toEqual([1, 1, 1]);
  for (const text of ["", "#ffff", "white", "#zzzzzz"]) expect(() => readHex(text)).toThrow(/#rrggbb/);
});
