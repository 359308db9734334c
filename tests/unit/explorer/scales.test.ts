import { expect, test } from "vitest";
import { latencyEdgesMs, latencyShares, latencyStep, latencyStepLabel } from "#engine";
import { gatewayLabels } from "../../../app/explorer/gatewayLabels.ts";
import { paintLatency } from "../../../app/explorer/latencyScale.ts";
import { loadColours, loadEdges, loadStep, loadStepLabel, loadWidthsPx } from "../../../app/explorer/loadScale.ts";
import { writeServed } from "../../../app/explorer/routeMarks.ts";
import { latencyColours } from "../../../app/parts/latencyColours.ts";

/** Relative luminance of a colour, sRGB. */
const luminance = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, channel) => {
    const value = Number.parseInt(hex.slice(1 + channel * 2, 3 + channel * 2), 16) / 255;
    return sum + weight * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0);

test("both scales run steadily in lightness, so that they read without hues", () => {
  const falling = latencyColours.map(luminance);
  for (let step = 1; step < falling.length; step++) expect(falling[step]).toBeLessThan(falling[step - 1]!);
  const rising = loadColours.slice(1).map(luminance);
  for (let step = 1; step < rising.length; step++) expect(rising[step]).toBeGreaterThan(rising[step - 1]!);
  expect(latencyColours).toHaveLength(latencyEdgesMs.length + 1);
  expect(loadColours).toHaveLength(loadEdges.length + 1);
  expect(loadWidthsPx).toHaveLength(loadColours.length);
});

test("a value at an edge belongs to the step above it; none has no step", () => {
  expect([3.7, 5, 6.999, 7, 199, 200, 1000].map(latencyStep)).toEqual([0, 1, 1, 2, 6, 7, 7]);
  expect(latencyStep(Number.NaN)).toBeUndefined();
  expect([0, 1, 6, 7].map(latencyStepLabel)).toEqual(["under 5", "5 to 7", "100 to 200", "over 200"]);
  expect([0, 1e6, 1e8, 5e11, 1e12].map((loadBps) => loadStep(loadBps, 1e12))).toEqual([0, 1, 2, 4, 4]);
  expect([0, 2, 4].map(loadStepLabel)).toEqual(["under a millionth", "0.01 % to 1 %", "over half"]);
});

test("cells are painted in their step's colour, and shares count area", () => {
  // Two rows of four: the south has a way everywhere, the north in one cell.
  const roundTripMs = Float32Array.from([4, 4, 4, 4, Number.NaN, 60, Number.NaN, Number.NaN]);
  const pixels = new Uint8Array(32).fill(9);
  paintLatency({ roundTripMs }, pixels);
  expect([...pixels.subarray(0, 4)]).toEqual([0xfd, 0xe7, 0x25, 255]);
  expect([...pixels.subarray(16, 24)]).toEqual([0, 0, 0, 0, 0x36, 0x5c, 0x8d, 255]);
  const shares = latencyShares({ roundTripMs, latitudeCount: 2, longitudeCount: 4 });
  expect(shares[0]).toBeCloseTo(0.5, 12);
  expect(shares[5]).toBeCloseTo(0.125, 12);
  // A row at the pole of six is a smaller share than one at the equator: 1 − cos 30°, halved.
  const rows = latencyShares({
    roundTripMs: Float32Array.from([4, Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]),
    latitudeCount: 6,
    longitudeCount: 1,
  });
  expect(rows[0]).toBeCloseTo((1 - Math.cos(Math.PI / 6)) / 2, 12);
});

test("gateways have their names at once, and their state when it is known", () => {
  const sites = [
    { name: "A", latitudeDeg: 1, longitudeDeg: 2 },
    { name: "B", latitudeDeg: 3, longitudeDeg: 4 },
  ];
  expect(gatewayLabels(sites, undefined).map(({ text }) => text)).toEqual(["A", "B"]);
  const state = { latitudeDeg: 0, longitudeDeg: 0, beamCount: 1, upBps: 0, downBps: 2e9, capacityBps: 1e11 };
  const known = gatewayLabels(sites, {
    tS: 0,
    offeredBps: 0,
    carriedBps: 0,
    gateways: [{ ...state, name: "B", kind: "laser", clearFraction: 0.62 }],
  });
  expect(known.map(({ text }) => text.replaceAll("\u2009", " "))).toEqual([
    "A",
    "B  2 Gbit/s of 100 Gbit/s, clear 62 %",
  ]);
  expect(known.map(({ kind, latitudeDeg }) => [kind, latitudeDeg])).toEqual([
    ["gateway", 1],
    ["laser-gateway", 3],
  ]);
});

test("a satellite that took over within a minute says how long ago, another since when", () => {
  expect(writeServed("7", undefined, undefined)).toBe("7");
  expect(writeServed("7", "12:00:30", 29.6).replaceAll("\u2009", " ")).toBe("7 took over 29 s ago");
  expect(writeServed("7", "12:00:30", 60)).toBe("7 since 12:00:30");
});
