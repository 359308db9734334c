import type * as Plot from "@observablehq/plot";
import { format, type MapFigure, unitSymbols } from "#engine";
import { latencyColours } from "../parts/latencyColours.ts";
import { coastlines } from "./coastlines.ts";
import { FONT_PX, paint, widthOfText } from "./paint.ts";
import type { Plotted } from "./plotted.ts";
import { svgElement } from "./svg.ts";

const MARGIN_PX = { left: 46, right: 8, top: 6, bottom: 22 };
/** Points of a coast nearer than this to the last kept one are left out. */
const LEAST_COAST_PX = 1.2;
/** Narrower than this every other meridian is named, and places are dots alone. */
const NAMED_PX = 560;
/** Where a name may stand: right or left of its dot, above or below it. */
const NAME_CORNERS = [
  [1, -5],
  [-1, -5],
  [1, 13],
  [-1, 13],
] as const;
const NAME_GAP_PX = 6;
/** Over colours from yellow to violet a line shows in dark with a light edge. */
const INK = "#14181d";
const EDGE = "#ffffff";

type Scale = (value: number) => number;

/** The whole Earth in cells, plate carrée: each step in its colour, no value as hatching, coasts and places above. */
export function plotMap({ figure, width }: { figure: MapFigure; width: number }): Plotted {
  const isWide = width >= NAMED_PX;
  const frameWidthPx = width - MARGIN_PX.left - MARGIN_PX.right;
  const share = (fraction: number) =>
    fraction > 0 && fraction < 0.001 ? "under 0.1 %" : format(fraction, "Fraction", 2);
  const meridians = isWide ? [-120, -60, 0, 60, 120] : [-120, 0, 120];
  return {
    divisor: 1,
    leastY: -90,
    title: `${figure.label}, ${unitSymbols[figure.unit]}: share of the Earth`,
    legend: [
      ...figure.steps.flatMap(({ label, areaFraction }, step) =>
        areaFraction > 0
          ? [{ label: `${label}: ${share(areaFraction)}`, shape: "cell", colour: latencyColours[step]! } as const]
          : [],
      ),
      { label: `${figure.emptyLabel}: ${share(figure.emptyFraction)}`, shape: "hatch", colour: paint.quiet },
    ],
    options: {
      height: Math.round(frameWidthPx / 2) + MARGIN_PX.top + MARGIN_PX.bottom,
      marginLeft: MARGIN_PX.left,
      marginRight: MARGIN_PX.right,
      marginTop: MARGIN_PX.top,
      marginBottom: MARGIN_PX.bottom,
      x: {
        domain: [-180, 180],
        label: null,
        tickSize: 0,
        ticks: meridians,
        tickFormat: (value: number) => degrees(value, "E", "W"),
      },
      y: {
        domain: [-90, 90],
        label: null,
        tickSize: 0,
        ticks: [-60, -30, 0, 30, 60],
        tickFormat: (value: number) => degrees(value, "N", "S"),
      },
      marks: [draw],
    },
  };

  function draw(_: unknown, scales: Plot.ScaleFunctions, __: unknown, ___: unknown, context: Plot.Context): SVGElement {
    const document = context.document;
    const [x, y] = [scales.x as Scale, scales.y as Scale];
    const group = svgElement(document, { tag: "g" });
    const path = (d: string, attributes: Readonly<Record<string, string | number>>) => {
      if (d !== "") group.append(svgElement(document, { tag: "path", attributes: { d, fill: "none", ...attributes } }));
    };
    for (const [step, fill] of latencyColours.entries())
      path(cellsPath({ figure, sign: String(step), x, y }), { fill, "shape-rendering": "crispEdges" });
    path(hatchPath({ figure, x, y }), { stroke: paint.quiet, "stroke-width": 0.6, "stroke-opacity": 0.55 });
    const coasts = coastPath(x, y);
    path(coasts, { stroke: EDGE, "stroke-width": 2, "stroke-opacity": 0.5, "stroke-linejoin": "round" });
    path(coasts, { stroke: INK, "stroke-width": 0.7, "stroke-linejoin": "round" });
    path(`M${x(-180)},${y(90)}H${x(180)}V${y(-90)}H${x(-180)}Z`, { stroke: paint.strong });
    group.append(...placeMarks({ places: figure.places, x, y, document, isNamed: isWide }));
    return group;
  }
}

const degrees = (value: number, positive: string, negative: string) =>
  value === 0 || Math.abs(value) === 180
    ? `${Math.abs(value)}°`
    : `${Math.abs(value)}° ${value > 0 ? positive : negative}`;

const round = (px: number) => Math.round(px * 10) / 10;

/** Cells of one step as boxes: runs along a row, and equal runs of rows above each other in one. */
function cellsPath({
  figure: { rows, stepDeg },
  sign,
  x,
  y,
}: {
  figure: MapFigure;
  sign: string;
  x: Scale;
  y: Scale;
}): string {
  let path = "";
  let open = new Map<string, number>();
  const edge = (row: number) => -90 + row * stepDeg;
  for (let row = 0; row <= rows.length; row++) {
    const runs = new Set(row === rows.length ? [] : runsOf(rows[row]!, sign));
    const next = new Map<string, number>();
    for (const run of runs) next.set(run, open.get(run) ?? row);
    for (const [run, from] of open) {
      if (runs.has(run)) continue;
      const [first, last] = run.split(" ").map(Number) as [number, number];
      const [left, right] = [round(x(-180 + first * stepDeg)), round(x(-180 + last * stepDeg))];
      path += `M${left},${round(y(edge(from)))}H${right}V${round(y(edge(row)))}H${left}Z`;
    }
    open = next;
  }
  return path;
}

/** Where a sign stands in a row, each run as "first last", last not included. */
function runsOf(row: string, sign: string): string[] {
  const runs: string[] = [];
  for (let at = 0; at < row.length; ) {
    const first = row.indexOf(sign, at);
    if (first < 0) break;
    at = first;
    while (row[at] === sign) at++;
    runs.push(`${first} ${at}`);
  }
  return runs;
}

/** Diagonals through every other cell without a value, joined where they go on. */
function hatchPath({ figure: { rows, stepDeg }, x, y }: { figure: MapFigure; x: Scale; y: Scale }): string {
  const isHatched = (row: number, column: number) => rows[row]?.[column] === "." && (column - row) % 2 === 0;
  let path = "";
  for (let row = 0; row < rows.length; row++)
    for (let column = 0; column < rows[row]!.length; column++) {
      if (!isHatched(row, column) || isHatched(row - 1, column - 1)) continue;
      let length = 1;
      while (isHatched(row + length, column + length)) length++;
      const at = (cells: number) =>
        `${round(x(-180 + (column + cells) * stepDeg))},${round(y(-90 + (row + cells) * stepDeg))}`;
      path += `M${at(0)}L${at(length)}`;
    }
  return path;
}

function coastPath(x: Scale, y: Scale): string {
  let path = "";
  for (const coast of coastlines()) {
    let [keptX, keptY] = [Number.NaN, Number.NaN];
    coast.forEach(([longitudeDeg, latitudeDeg], at) => {
      const [px, py] = [round(x(longitudeDeg)), round(y(latitudeDeg))];
      if (Math.hypot(px - keptX, py - keptY) < LEAST_COAST_PX && at < coast.length - 1) return;
      path += `${at === 0 ? "M" : "L"}${px},${py}`;
      [keptX, keptY] = [px, py];
    });
  }
  return path;
}

/** A dot each, and beside it the name, at the first corner where it meets neither the frame nor another name; else no name. */
function placeMarks({
  places,
  x,
  y,
  document,
  isNamed,
}: {
  places: MapFigure["places"];
  x: Scale;
  y: Scale;
  document: Document;
  isNamed: boolean;
}): SVGElement[] {
  const taken: { left: number; right: number; y: number }[] = [];
  const marks = places.map(({ label, latitudeDeg, longitudeDeg }) => ({
    label,
    cx: round(x(longitudeDeg)),
    cy: round(y(latitudeDeg)),
  }));
  const dots = marks.map(({ cx, cy }) =>
    svgElement(document, {
      tag: "circle",
      attributes: { cx, cy, r: 2.6, fill: EDGE, stroke: INK, "stroke-width": 1.2 },
    }),
  );
  if (!isNamed) return dots;
  const names = marks.flatMap(({ label, cx, cy }) => {
    const widthPx = widthOfText(label);
    const corners = NAME_CORNERS.map(([side, dy]) => ({
      left: side > 0 ? cx + NAME_GAP_PX : cx - NAME_GAP_PX - widthPx,
      right: side > 0 ? cx + NAME_GAP_PX + widthPx : cx - NAME_GAP_PX,
      y: cy + dy,
    }));
    const free = corners.find(
      (box) =>
        box.left > x(-180) &&
        box.right < x(180) &&
        taken.every((other) => box.right < other.left || box.left > other.right || Math.abs(box.y - other.y) > FONT_PX),
    );
    if (free === undefined) return [];
    taken.push(free);
    const attributes = {
      x: round(free.left),
      y: free.y,
      "text-anchor": "start",
      fill: paint.text,
      stroke: paint.paper,
      "stroke-width": 3,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    };
    return [svgElement(document, { tag: "text", attributes, text: label })];
  });
  return [...dots, ...names];
}
