import type { SeriesFigure } from "#engine";
import type { Drawn } from "./drawFigure.ts";
import { paint, roles } from "./paint.ts";
import { xOf } from "./seriesPlot.ts";
import { svgElement } from "./svg.ts";

/** Index of the point nearest to a place along x, in pixels of the drawing. */
export function nearestIndex({ figure, drawn, px }: { figure: SeriesFigure; drawn: Drawn; px: number }): number {
  const { at } = xOf(figure);
  const [panel] = drawn.panels;
  if (panel === undefined || at.length === 0) return 0;
  let best = 0;
  let bestPx = Number.POSITIVE_INFINITY;
  at.forEach((value, index) => {
    const awayPx = Math.abs(panel.xPx(value) - px);
    if (awayPx < bestPx) {
      best = index;
      bestPx = awayPx;
    }
  });
  return best;
}

/** A line through all panels at one point, a dot on each of their lines. */
export function drawCrosshair({
  figure,
  drawn,
  index,
}: {
  figure: SeriesFigure;
  drawn: Drawn;
  index: number;
}): SVGElement {
  const document = drawn.svg.ownerDocument;
  const group = svgElement(document, { tag: "g", attributes: { class: "crosshair" } });
  const { at } = xOf(figure);
  const value = at[index];
  if (value === undefined) return group;
  drawn.panels.forEach((drawnPanel, i) => {
    const panel = figure.panels[i]!;
    const x = drawnPanel.xPx(value);
    const floorPx = drawnPanel.topPx + drawnPanel.yPx(drawnPanel.leastY);
    const line = { x1: x, x2: x, y1: drawnPanel.topPx, y2: floorPx, stroke: paint.text, "stroke-width": 0.8 };
    group.append(svgElement(document, { tag: "line", attributes: line }));
    for (const { role, values } of panel.series) {
      const y = drawnPanel.topPx + drawnPanel.yPx(values[index]! / drawnPanel.divisor);
      const dot = { cx: x, cy: y, r: 3.5, fill: roles[role].stroke, stroke: paint.paper, "stroke-width": 1.5 };
      group.append(svgElement(document, { tag: "circle", attributes: dot }));
    }
  });
  return group;
}
