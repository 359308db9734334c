import { expect, test } from "vitest";
import { captionHeightPx, drawCaption, fitText } from "../../../app/explorer/capture/caption.ts";
import { pictureBox } from "../../../app/explorer/capture/pictureBox.ts";
import { colourLegend, legendDots } from "../../../app/explorer/colourLegend.ts";
import type { OpenFlight } from "../../../app/explorer/fleetStore.ts";
import { loadColours, loadStepLabel } from "../../../app/explorer/loadScale.ts";

const none = { leftPx: 0, rightPx: 0, topPx: 0, bottomPx: 0 };

test("a picture is what the panels leave free, in even sizes; with no room left it is the whole canvas", () => {
  expect(pictureBox({ widthPx: 1369, heightPx: 852, insets: none })).toEqual({
    leftPx: 0,
    topPx: 0,
    widthPx: 1368,
    heightPx: 852,
  });
  const insets = { leftPx: 316, rightPx: 325, topPx: 0, bottomPx: 92 };
  expect(pictureBox({ widthPx: 1369, heightPx: 852, insets })).toEqual({
    leftPx: 316,
    topPx: 0,
    widthPx: 728,
    heightPx: 760,
  });
  expect(pictureBox({ widthPx: 600, heightPx: 852, insets })).toMatchObject({ widthPx: 600, heightPx: 852 });
});

/** Notes what is drawn; every letter is 7 px wide. */
function recorder() {
  const texts: { text: string; x: number; y: number; align: string }[] = [];
  const context = {
    fillStyle: "" as string | CanvasGradient | CanvasPattern,
    font: "",
    textAlign: "left" as CanvasTextAlign,
    textBaseline: "middle" as CanvasTextBaseline,
    fillRect() {},
    beginPath() {},
    arc() {},
    fill() {},
    measureText: (text: string) => ({ width: [...text].length * 7 }) as TextMetrics,
    fillText(text: string, x: number, y: number) {
      texts.push({ text, x, y, align: context.textAlign });
    },
  };
  return { context, texts };
}
const colours = { ground: "#000", text: "#fff", quiet: "#aaa" };
const legend = [
  { colour: "#fb4", label: "sunlit" },
  { colour: "#87f", label: "in the Earth's shadow" },
];

const many = loadColours.map((colour, step) => ({ colour, label: loadStepLabel(step) }));

test.each([
  [390, legend],
  [720, legend],
  [390, many],
  [720, many],
  [1400, many],
])("the strip holds mission, instant, legend and name at %i px, none over another", (widthPx, legend) => {
  const { context, texts } = recorder();
  const caption = { mission: "A very long name of a mission ".repeat(8), instant: "2027-06-21 12:00:00 UTC", legend };
  drawCaption({ context, caption, colours, font: "Inter", topPx: 100, widthPx });
  const boxes = texts.map(({ text, x, y, align }) => {
    const width = [...text].length * 7;
    return { text, left: align === "right" ? x - width : x, right: align === "right" ? x : x + width, y };
  });
  expect(boxes.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["Dawnline", "2027-06-21 12:00:00 UTC", ...legend.map(({ label }) => label)]),
  );
  for (const a of boxes) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.right).toBeLessThanOrEqual(widthPx);
    expect(a.y).toBeGreaterThan(100);
    expect(a.y).toBeLessThan(100 + captionHeightPx({ widthPx, legend }));
    for (const b of boxes)
      if (a !== b && Math.abs(a.y - b.y) < 10) expect(a.right <= b.left || b.right <= a.left).toBe(true);
  }
});

test("a text is cut by whole letters, with an ellipsis", () => {
  const { context } = recorder();
  expect(fitText(context, "Dawnline", 56)).toBe("Dawnline");
  expect(fitText(context, "Dawnline", 55)).toBe("Dawnli…");
  expect(fitText(context, "🛰🛰🛰", 14)).toBe("🛰…");
  expect(fitText(context, "Dawnline", 3)).toBe("");
});

test("a scale stands under a picture as its two ends with their numbers, light as its kinds", () => {
  const levels = { fedW: 120e3, starvedW: 0, drainW: 1 };
  const cycles = {
    cells: new Float32Array(4),
    shadowlessRad: [1],
    tableOfShell: [0],
    levels: { lit: levels, dark: levels },
    leastTemperatureK: 347.91,
    mostTemperatureK: 349.28,
    unbalancedShellCount: 0,
  };
  const flight = { shells: [], relaySatelliteCount: 9, catalogueCount: 0 } as unknown as OpenFlight;
  const known = { flight, cycle: { cycles, doneFraction: 1, issue: undefined }, traffic: undefined };
  const labels = (mode: "light" | "temperature") =>
    legendDots(colourLegend({ mode, ...known })).map(({ label }) => label);
  expect(labels("temperature")).toEqual(["Panel temperature now 347.8 K", "349.4 K", "relay: no model"]);
  expect(labels("light")).toEqual(["sunlit", "in the Earth's shadow", "relay"]);
});
