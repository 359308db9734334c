import * as Plot from "@observablehq/plot";
import type { DrawingFigure } from "#engine";
import { paint } from "./paint.ts";
import type { Plotted } from "./plotted.ts";
import { layOutViews, type PlacedShape } from "./satelliteLayout.ts";

const parts = {
  wing: { label: "solar wings", colour: paint.beam },
  radiator: { label: "radiators", colour: paint.dusk },
  body: { label: "body", colour: paint.quiet },
} as const;
/** Thinner than this a plate seen edge-on would not be seen. */
const LEAST_PX = 2;
/** Head of the person as a share of the height. */
const HEAD_SHARE = 0.16;

const widen = (each: PlacedShape) => {
  const lack = Math.max(0, LEAST_PX - (each.x2 - each.x1)) / 2;
  return { ...each, x1: each.x1 - lack, x2: each.x2 + lack };
};

/** The satellite's views in pixels: Plot's axes are the page. */
export function plotSatellite({ figure, width }: { figure: DrawingFigure; width: number }): Plotted {
  const layout = layOutViews({ figure, width });
  const shapes = layout.shapes.filter(({ part }) => part !== "person").map(widen);
  const people = layout.shapes.filter(({ part }) => part === "person").map(widen);
  const ends = layout.dimensions.flatMap(({ x1, x2, y1, y2 }) => [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]);
  const corners = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" };
  const shapesOf = (part: keyof typeof parts) =>
    Plot.rect(
      shapes.filter((shape) => shape.part === part),
      { ...corners, fill: parts[part].colour, fillOpacity: part === "body" ? 0.55 : 0.3, stroke: parts[part].colour },
    );
  return {
    title: "",
    divisor: 1,
    leastY: 0,
    legend: [
      ...Object.values(parts).map(({ label, colour }) => ({ label, shape: "box", colour }) as const),
      ...(layout.terminals.length > 0 ? [{ label: "laser terminals", shape: "dot", colour: paint.dawn } as const] : []),
    ],
    options: {
      height: layout.height,
      margin: 0,
      x: { type: "linear", domain: [0, width], range: [0, width], axis: null },
      y: { type: "linear", domain: [0, layout.height], range: [0, layout.height], axis: null },
      marks: [
        shapesOf("wing"),
        shapesOf("radiator"),
        Plot.link(layout.seams, { ...corners, stroke: paint.quiet, strokeOpacity: 0.35, strokeWidth: 0.6 }),
        shapesOf("body"),
        Plot.dot(layout.terminals, { x: "x", y: "y", r: 2.5, fill: paint.dawn, stroke: paint.paper, strokeWidth: 0.5 }),
        Plot.rect(people, {
          x1: "x1",
          x2: "x2",
          y1: ({ y1, y2 }: PlacedShape) => y1 + HEAD_SHARE * (y2 - y1),
          y2: "y2",
          fill: paint.text,
          rx: 1,
        }),
        Plot.dot(people, {
          x: ({ x1, x2 }: PlacedShape) => (x1 + x2) / 2,
          y: ({ y1, y2 }: PlacedShape) => y1 + (HEAD_SHARE / 2) * (y2 - y1),
          r: Math.max(1, ...people.map(({ y1, y2 }) => (HEAD_SHARE / 2) * (y2 - y1))),
          fill: paint.text,
        }),
        Plot.link(layout.dimensions, { ...corners, stroke: paint.quiet, strokeWidth: 0.8 }),
        Plot.dot(ends, { x: "x", y: "y", r: 1.8, fill: paint.quiet }),
        ...layout.dimensions.map(({ text, textX, textY, anchor }) =>
          Plot.text([0], {
            x: [textX],
            y: [textY],
            text: [text],
            textAnchor: anchor,
            lineHeight: 1.25,
            fill: paint.text,
          }),
        ),
        Plot.text(layout.notes, { x: "x", y: "y", text: "text", textAnchor: "start", fill: paint.quiet }),
        Plot.text(layout.titles, { x: "x", y: "y", text: "text", textAnchor: "start", fill: paint.quiet }),
        Plot.link([layout.scaleBar], { ...corners, stroke: paint.text, strokeWidth: 2 }),
        Plot.text([layout.scaleBar], {
          x: "x2",
          y: "y1",
          text: "text",
          dx: 6,
          textAnchor: "start",
          fill: paint.text,
        }),
      ],
    },
  };
}
