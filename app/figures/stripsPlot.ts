import * as Plot from "@observablehq/plot";
import { formatNumber, type StripsFigure, unitSymbols } from "#engine";
import { paint, widthOfText } from "./paint.ts";
import type { Plotted } from "./plotted.ts";

const ROW_PX = 44;
const AXIS_PX = 24;
/** Parts of a row, from its top: where its words stand, and where its curve begins and ends. */
const WORDS_AT = 0.2;
const CURVE_FROM = 0.42;
const CURVE_TO = 0.94;
const OTHER_AT = 0.68;
/** Room beside the least and the most on the logarithmic axis. */
const ROOM_RATIO = 1.15;
/** Ticks of a logarithmic axis that are written. */
const TICKS = [1, 2, 5];

/** Of percent 0 … 100. */
const QUANTILE_COUNT = 101;

/** Distributions one below the other: a row's curve rises from 0 at its foot to 1 at its head; the marked percents are dots on it. */
export function plotStrips({ figure, width }: { figure: StripsFigure; width: number }): Plotted {
  const { strips, markedPercents } = figure;
  const all = strips.flatMap(({ quantiles, other }) => [...quantiles, ...(other === undefined ? [] : [other])]);
  const [from, to] = all.length === 0 ? [1, 100] : [Math.min(...all) / ROOM_RATIO, Math.max(...all) * ROOM_RATIO];
  const heightOf = (row: number, percent: number) => row + CURVE_TO - (percent / 100) * (CURVE_TO - CURVE_FROM);
  const curves = strips.flatMap(({ quantiles }, row) =>
    quantiles.map((value, percent) => ({ row, x: value, y: heightOf(row, percent), foot: row + CURVE_TO })),
  );
  const marks = curves.filter((_, index) => markedPercents.includes(index % QUANTILE_COUNT));
  const others = strips.flatMap(({ other }, row) => (other === undefined ? [] : [{ x: other, y: row + OTHER_AT }]));
  const feet = strips.map((_, row) => ({ y: row + CURVE_TO }));
  const isWide = strips.every(({ label, words }) => widthOfText(label) + widthOfText(words) + 16 < width);
  const ticks = decadesOf(from, to);
  const halo = { stroke: paint.paper, strokeWidth: 3 } as const;
  return {
    divisor: 1,
    leastY: 0,
    title: [figure.label, unitSymbols[figure.unit]].join(", "),
    legend: [
      { label: "share of samples at most so long", shape: "box", colour: paint.beam },
      { label: markedPercents.map((percent) => `P${percent}`).join(" "), shape: "dot", colour: paint.beam },
      ...(others.length === 0 ? [] : [{ label: figure.otherLabel, shape: "diamond", colour: paint.dawn } as const]),
    ],
    options: {
      height: strips.length * ROW_PX + AXIS_PX,
      marginLeft: 2,
      marginRight: 2,
      marginTop: 0,
      marginBottom: AXIS_PX,
      x: {
        type: "log",
        domain: [from, to],
        label: null,
        tickSize: 0,
        ticks,
        tickFormat: (value: number) => formatNumber(value),
      },
      y: { domain: [strips.length, 0], axis: null },
      marks: [
        Plot.ruleX(ticks, { stroke: paint.line, strokeOpacity: 1 }),
        Plot.ruleY(feet, { y: "y", stroke: paint.strong }),
        Plot.areaY(curves, { x: "x", y1: "foot", y2: "y", z: "row", fill: paint.beam, fillOpacity: 0.22 }),
        Plot.line(curves, { x: "x", y: "y", z: "row", stroke: paint.beam, strokeWidth: 1.5 }),
        Plot.dot(marks, { x: "x", y: "y", r: 3, fill: paint.beam, stroke: paint.paper, strokeWidth: 1 }),
        Plot.dot(others, {
          x: "x",
          y: "y",
          symbol: "diamond",
          r: 4.5,
          fill: paint.paper,
          stroke: paint.dawn,
          strokeWidth: 1.5,
        }),
        Plot.text(strips, {
          frameAnchor: "left",
          y: (_, row) => row + WORDS_AT,
          text: "label",
          textAnchor: "start",
          fill: paint.text,
          fontWeight: 560,
          ...halo,
        }),
        Plot.text(strips, {
          frameAnchor: "right",
          y: (_, row) => row + WORDS_AT,
          text: isWide ? "words" : "fewWords",
          textAnchor: "end",
          fill: paint.quiet,
          ...halo,
        }),
      ],
    },
  };
}

/** 1, 2 and 5 of each decade inside the axis. */
function decadesOf(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let decade = 10 ** Math.floor(Math.log10(from)); decade <= to; decade *= 10)
    for (const digit of TICKS) if (digit * decade >= from && digit * decade <= to) ticks.push(digit * decade);
  return ticks;
}
