import * as Plot from "@observablehq/plot";
import type { Figure } from "#engine";
import { plotBars } from "./barsPlot.ts";
import { plotMap } from "./mapPlot.ts";
import { FONT_FAMILY, FONT_PX, paint, widthOfText } from "./paint.ts";
import type { Plotted, Swatch } from "./plotted.ts";
import { plotSatellite } from "./satellitePlot.ts";
import { plotPanel, xOf } from "./seriesPlot.ts";
import { plotStrips } from "./stripsPlot.ts";
import { roundCoordinates, svgElement } from "./svg.ts";

/** What a crosshair needs of one pair of axes: pixels of the drawing from values of its axes; y counts from `topPx`. */
export type DrawnPanel = Pick<Plotted, "divisor" | "leastY"> & {
  readonly topPx: number;
  readonly xPx: (value: number) => number;
  readonly yPx: (value: number) => number;
};
export type Drawn = { readonly svg: SVGSVGElement; readonly panels: readonly DrawnPanel[] };

const HEAD_PX = 22;
const SWATCH_PX = 18;
const ENTRY_GAP_PX = 16;

/** What Plot draws of a figure, one pair of axes after the other. */
export function plotFigure({ figure, width }: { figure: Figure; width: number }): readonly Plotted[] {
  if (figure.kind === "bars") return [plotBars({ figure, width })];
  if (figure.kind === "drawing") return [plotSatellite({ figure, width })];
  if (figure.kind === "strips") return [plotStrips({ figure, width })];
  if (figure.kind === "map") return [plotMap({ figure, width })];
  if (figure.kind === "table") return [];
  return figure.panels.map((panel, index) =>
    plotPanel({ figure, panel, width, isLast: index === figure.panels.length - 1 }),
  );
}

/**
 * A figure as one drawing, its panels one below the other, each under its title and legend. All of the figure's words are text nodes,
 * none an attribute: linkedom writes attributes without escaping `&` and `<`.
 */
export function drawFigure({ figure, width, document }: { figure: Figure; width: number; document: Document }): Drawn {
  const plots = plotFigure({ figure, width });
  const svg = svgElement(document, { tag: "svg" }) as SVGSVGElement;
  const panels: DrawnPanel[] = [];
  let topPx = 0;
  for (const plotted of plots) {
    const head = drawHead({ plotted, width, document });
    head.group.setAttribute("transform", `translate(0,${topPx})`);
    svg.append(head.group);
    topPx += head.heightPx;
    const plot = Plot.plot({ ...plotted.options, width, document }) as SVGSVGElement & Plot.Plot;
    const scaleOf = (axis: "x" | "y") => {
      const scale = plot.scale(axis);
      return (value: number) => (scale === undefined ? 0 : (scale.apply(value) as number));
    };
    const { divisor, leastY } = plotted;
    panels.push({ topPx, divisor, leastY, xPx: scaleOf("x"), yPx: scaleOf("y") });
    const group = svgElement(document, { tag: "g", attributes: { transform: `translate(0,${topPx})` } });
    group.append(...[...plot.childNodes].filter((child) => child.nodeName.toLowerCase() !== "style"));
    svg.append(group);
    topPx += plotted.options.height;
  }
  if (figure.kind === "series" && figure.panels.length > 0)
    svg.append(
      svgElement(document, {
        tag: "text",
        attributes: { x: width - 14, y: topPx - 4, "text-anchor": "end", fill: paint.quiet },
        text: figure.x.unit === "Day" ? "" : xOf(figure).label,
      }),
    );
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${Math.ceil(topPx)}`,
    width,
    height: Math.ceil(topPx),
    "aria-hidden": "true",
    "font-family": FONT_FAMILY,
    "font-size": FONT_PX,
    "text-anchor": "middle",
    fill: paint.quiet,
    color: paint.quiet,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  // Whoever shows the drawing names it as one image: names on its parts would be read besides.
  for (const part of svg.querySelectorAll("g"))
    for (const name of ["aria-label", "aria-hidden", "aria-description"]) part.removeAttribute(name);
  roundCoordinates(svg);
  return { svg, panels };
}

/** Title and legend of one pair of axes, wrapped to the width. */
function drawHead({ plotted, width, document }: { plotted: Plotted; width: number; document: Document }) {
  const group = svgElement(document, { tag: "g" });
  if (plotted.title === "" && plotted.legend.length === 0) return { group, heightPx: 0 };
  let x = 0;
  let y = 12;
  if (plotted.title !== "") {
    group.append(
      svgElement(document, {
        tag: "text",
        attributes: { x, y, "text-anchor": "start", fill: paint.text, "font-weight": 560 },
        text: plotted.title,
      }),
    );
    x = widthOfText(plotted.title) + ENTRY_GAP_PX;
  }
  for (const swatch of plotted.legend) {
    const entryPx = SWATCH_PX + 6 + widthOfText(swatch.label);
    if (x > 0 && x + entryPx > width) {
      x = 0;
      y += HEAD_PX - 4;
    }
    group.append(drawSwatch({ swatch, x, y, document }));
    group.append(
      svgElement(document, {
        tag: "text",
        attributes: { x: x + SWATCH_PX + 6, y, "text-anchor": "start", fill: paint.text },
        text: swatch.label,
      }),
    );
    x += entryPx + ENTRY_GAP_PX;
  }
  return { group, heightPx: y + HEAD_PX - 12 };
}

function drawSwatch({ swatch, x, y, document }: { swatch: Swatch; x: number; y: number; document: Document }) {
  const { shape, colour, dash } = swatch;
  if (shape === "line")
    return svgElement(document, {
      tag: "line",
      attributes: {
        x1: x,
        x2: x + SWATCH_PX,
        y1: y - 4,
        y2: y - 4,
        stroke: colour,
        "stroke-width": 2,
        "stroke-dasharray": dash,
      },
    });
  if (shape === "dot")
    return svgElement(document, {
      tag: "circle",
      attributes: { cx: x + SWATCH_PX - 5, cy: y - 4, r: 3, fill: colour },
    });
  if (shape === "diamond")
    return svgElement(document, {
      tag: "path",
      attributes: {
        d: `M${x + SWATCH_PX - 9},${y - 4}l4,-4l4,4l-4,4Z`,
        fill: "none",
        stroke: colour,
        "stroke-width": 1.5,
      },
    });
  if (shape === "cell" || shape === "hatch") {
    const group = svgElement(document, { tag: "g" });
    const box = { x: x + 4, y: y - 10, width: 12, height: 12 };
    const fill = shape === "cell" ? colour : "none";
    group.append(
      svgElement(document, { tag: "rect", attributes: { ...box, fill, stroke: paint.strong, "stroke-width": 0.75 } }),
    );
    if (shape === "hatch")
      group.append(
        svgElement(document, {
          tag: "path",
          attributes: {
            d: `M${x + 4},${y - 4}l6,-6M${x + 4},${y + 2}l12,-12M${x + 10},${y + 2}l6,-6`,
            stroke: colour,
            "stroke-width": 0.75,
          },
        }),
      );
    return group;
  }
  return svgElement(document, {
    tag: "rect",
    attributes: { x: x + 4, y: y - 9, width: 12, height: 10, fill: colour, "fill-opacity": 0.35, stroke: colour },
  });
}
