import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  type Figure,
  format,
  networkFigures,
  parseMission,
  planMission,
  referenceMission,
  reportFigures,
  type SeriesFigure,
} from "#engine";
import { drawCrosshair, nearestIndex } from "../../../../app/figures/crosshair.ts";
import { drawFigure } from "../../../../app/figures/drawFigure.ts";
import { drawAll, drawFigureText } from "../../../../app/figures/drawFigureText.ts";
import { paint } from "../../../../app/figures/paint.ts";
import { layOutViews } from "../../../../app/figures/satelliteLayout.ts";
import { readingsAt } from "../../../../app/figures/seriesPlot.ts";
import { studied } from "../../report/studied.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
/** Every figure, the network's included. */
const figuresOf = (given: unknown) => {
  const mission = parseMission(given).mission!;
  const plan = planMission(mission).plan!;
  return reportFigures({ mission, plan, network: networkFigures({ plan, study: studied(mission, plan) }) });
};
const figures = figuresOf(referenceMission);
const cycle = figures.find(({ id }) => id === "cycle") as SeriesFigure;

/** Words that a drawing must carry. */
function labelsOf(figure: Figure): readonly string[] {
  switch (figure.kind) {
    case "series":
      return figure.panels.map(({ label }) => label);
    case "bars":
      return figure.bars.map(({ label }) => label);
    case "drawing":
      return figure.views.flatMap(({ dimensions }) => dimensions.map(({ label }) => label));
    case "strips":
      return figure.strips.flatMap(({ label, words }) => [label, words]);
    case "map":
      return [
        ...figure.steps.flatMap(({ label, areaFraction }) => (areaFraction > 0 ? [label] : [])),
        figure.emptyLabel,
      ];
    case "table":
      return [];
  }
}

describe("a drawing", () => {
  test.each(figures)("of $id carries its words, and no names that would be read besides", (figure) => {
    const { svg } = drawFigure({ figure, width: 672, document });
    expect(svg.getAttribute("aria-hidden")).toBe("true");
    const text = [...svg.querySelectorAll("text")].map((each) => each.textContent).join(" ");
    for (const label of labelsOf(figure)) expect(text).toContain(label);
    expect(svg.querySelectorAll("[aria-label], style, script").length).toBe(0);
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each(exampleMissions)("is made for every figure that has something to draw: $title", ({ document: given }) => {
    const all = figuresOf(given);
    const drawn = drawAll(all, document);
    const isEmpty = (figure: Figure) => figure.kind === "table" || labelsOf(figure).length === 0;
    expect(Object.keys(drawn)).toEqual(all.filter((figure) => !isEmpty(figure)).map(({ id }) => id));
    for (const { wide, narrow } of Object.values(drawn)) {
      expect(wide).toMatch(/^<svg /);
      expect(narrow).toContain('width="340"');
      expect(wide + narrow).not.toMatch(/NaN|Infinity|undefined/);
      expect(wide).not.toMatch(/="[^"]*\.\d{3,}/);
    }
  });

  test("text of others stays text", () => {
    const hostile = '</text><script>alert(1)</script><img src=x onerror="alert(1)">&amp;';
    const mass = figures.find(({ id }) => id === "mass")!;
    if (mass.kind !== "bars") throw new Error("the mass is drawn as bars");
    const { wide } = drawFigureText(
      { ...mass, title: hostile, summary: hostile, bars: [{ label: hostile, value: 1 }, ...mass.bars] },
      document,
    );
    expect(wide).not.toContain("<script");
    expect(wide).not.toContain("<img");
    const read = parseHTML(`<!doctype html><html><body>${wide}</body></html>`).document;
    expect(read.querySelectorAll("script, img").length).toBe(0);
    expect([...read.querySelectorAll("text")].map((each) => each.textContent)).toContain(hostile);
    // Not one attribute carries it: linkedom would write `&` and `<` there as they are.
    for (const element of read.querySelectorAll("*"))
      for (const name of element.getAttributeNames()) expect(element.getAttribute(name)).not.toContain("alert");
  });

  test("standing alone it has the colours of the light page", () => {
    const css = readFileSync(new URL("../../../../app/tokens.css", import.meta.url), "utf8");
    const light = css.slice(css.indexOf('color-scheme="light"'));
    for (const name of ["text", "quiet", "dawn", "beam", "dusk"] as const)
      expect(paint[name]).toBe(`var(--${name}, ${new RegExp(`--${name}: (#\\w+);`).exec(light)![1]})`);
  });
});

describe("the satellite", () => {
  test.each([672, 340])("has one scale in all views and directions, %d wide", (width) => {
    for (const { document: given } of exampleMissions) {
      const figure = figuresOf(given).find(({ id }) => id === "satellite")!;
      if (figure.kind !== "drawing") throw new Error("the satellite is a drawing");
      const { shapes, pxPerM, height } = layOutViews({ figure, width });
      figure.views
        .flatMap((view) => view.shapes)
        .forEach(({ x1M, x2M, y1M, y2M }, i) => {
          const { x1, x2, y1, y2 } = shapes[i]!;
          expect((x2 - x1) / pxPerM).toBeCloseTo(x2M - x1M, 6);
          expect((y2 - y1) / pxPerM).toBeCloseTo(y2M - y1M, 6);
          expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
          expect(x2).toBeLessThanOrEqual(width);
          expect(y2).toBeLessThanOrEqual(height);
        });
    }
  });
});

describe("the crosshair", () => {
  const drawn = drawFigure({ figure: cycle, width: 672, document });

  test("finds the point that lies nearest", () => {
    const { xPx } = drawn.panels[0]!;
    for (const index of [0, 17, 200, 360]) {
      const px = xPx((cycle.x.values[index] as number) / 60);
      expect(nearestIndex({ figure: cycle, drawn, px })).toBe(index);
    }
    expect(nearestIndex({ figure: cycle, drawn, px: -50 })).toBe(0);
    expect(nearestIndex({ figure: cycle, drawn, px: 5000 })).toBe(360);
  });

  test("reads every line with its unit, and puts a dot on it", () => {
    const { place, values } = readingsAt(cycle, 100);
    expect(place).toBe(format(cycle.x.values[100] as number, "S"));
    const lines = cycle.panels.flatMap(({ unit, series }) => series.map((each) => ({ unit, ...each })));
    expect(values.map(({ text }) => text)).toEqual(lines.map((line) => format(line.values[100]!, line.unit)));
    const dots = [...drawCrosshair({ figure: cycle, drawn, index: 100 }).querySelectorAll("circle")];
    expect(dots).toHaveLength(lines.length);
    const battery = drawn.panels[1]!;
    const wh = cycle.panels[1]!.series[0]!.values[100]!;
    expect(Number(dots[2]!.getAttribute("cy"))).toBeCloseTo(battery.topPx + battery.yPx(wh / 1000), 6);
  });

  test("reads a year by its days", () => {
    const year = figures.find(({ id }) => id === "year") as SeriesFigure;
    expect(readingsAt(year, 31).place).toBe("2027-02-01");
  });
});
