import { expect, test } from "vitest";
import { captionHeightPx, drawCaption, fitText } from "../../../app/explorer/capture/caption.ts";
import { pictureBox } from "../../../app/explorer/capture/pictureBox.ts";

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
const dots = [
  { kind: "dot", colour: "#fb4", label: "sunlit" },
  { kind: "dot", colour: "#87f", label: "in the Earth's shadow" },
] as const;
const power = [
  { kind: "words", label: "Rack power now" },
  { kind: "scale", colours: ["#2a788e", "#fde725"], least: "0 W", most: "120 kW" },
  { kind: "dot", colour: "#889", label: "relay and catalogue: no model" },
] as const;

test.each([
  [390, dots, 3],
  [720, dots, 2],
  [390, power, 4],
  [720, power, 3],
  [260, power, 5],
] as const)(
  "the strip holds mission, instant, legend and name at %i px, none over another",
  (widthPx, legend, rowCount) => {
    const { context, texts } = recorder();
    const caption = { mission: "A very long name of a mission ".repeat(8), instant: "2027-06-21 12:00:00 UTC", legend };
    const heightPx = captionHeightPx({ context, caption, font: "Inter", widthPx });
    expect(heightPx).toBe(14 + 20 * rowCount);
    drawCaption({ context, caption, colours, font: "Inter", topPx: 100, widthPx, heightPx });
    const boxes = texts.map(({ text, x, y, align }) => {
      const width = [...text].length * 7;
      return { text, left: align === "right" ? x - width : x, right: align === "right" ? x : x + width, y };
    });
    const words = legend.flatMap((item) => (item.kind === "scale" ? [item.least, item.most] : [item.label]));
    expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(["Dawnline", caption.instant, ...words]));
    for (const a of boxes) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(widthPx);
      expect(a.y).toBeGreaterThan(100);
      expect(a.y).toBeLessThan(100 + heightPx);
      for (const b of boxes)
        if (a !== b && Math.abs(a.y - b.y) < 10) expect(a.right <= b.left || b.right <= a.left).toBe(true);
    }
  },
);

test("a text is cut by whole letters, with an ellipsis", () => {
  const { context } = recorder();
  expect(fitText(context, "Dawnline", 56)).toBe("Dawnline");
  expect(fitText(context, "Dawnline", 55)).toBe("Dawnli…");
  expect(fitText(context, "🛰🛰🛰", 14)).toBe("🛰…");
  expect(fitText(context, "Dawnline", 3)).toBe("");
});
