import * as Plot from "@observablehq/plot";
import { axisUnit, format, formatNumber, type Panel, type SeriesFigure } from "#engine";
import { paint, roles, widthOfText } from "./paint.ts";
import type { Plotted } from "./plotted.ts";

const MARGIN_PX = { left: 44, right: 14, top: 8, bottom: 12, axis: 40, months: 24 };
/** Height of one panel, and of a figure's only panel. */
const PANEL_PX = 108;
const ONLY_PANEL_PX = 236;
/** Narrower than this a year names every other month. */
const ALL_MONTHS_PX = 560;

/** Place along x of a value of the figure, in the unit of its axis. */
export function xOf({ x }: SeriesFigure): {
  readonly label: string;
  readonly at: readonly number[];
  readonly divisor: number;
} {
  if (x.unit === "Day")
    return {
      label: x.label,
      at: (x.values as readonly string[]).map((day) => Date.parse(`${day}T00:00:00Z`)),
      divisor: 1,
    };
  const values = x.values as readonly number[];
  const { divisor, symbol } = axisUnit(x.unit, Math.max(...values.map(Math.abs)));
  return { label: `${x.label}, ${symbol}`, at: values.map((value) => value / divisor), divisor };
}

/** Everything that the panel's axis must hold. */
function spanOf(panel: Panel): readonly [number, number] {
  const all = [
    ...panel.series.flatMap(({ values }) => values),
    ...panel.levels.map(({ value }) => value),
    ...(panel.points ?? []).map(({ at }) => at[1]),
    ...(panel.leastSpan ?? []),
    ...(panel.hasZero ? [0] : []),
  ];
  const least = all.reduce((a, b) => Math.min(a, b));
  const most = all.reduce((a, b) => Math.max(a, b));
  return least === most ? [least - 1, most + 1] : [least, most];
}

/** From one line of labels to the next. */
const LINE_PX = 15;
/** Share of x at whose lines the label of a level is set. */
const LABEL_SHARE = 0.3;

/** Whether more of the frame is free above a level than below it, where its label stands. */
function hasRoomAbove({
  panel,
  value,
  span,
}: {
  panel: Panel;
  value: number;
  span: readonly [number, number];
}): boolean {
  const near = panel.series.flatMap(({ values }) => values.slice(0, Math.ceil(values.length * LABEL_SHARE)));
  const above = Math.min(span[1], ...near.filter((each) => each >= value)) - value;
  const below = value - Math.max(span[0], ...near.filter((each) => each <= value));
  return above >= below;
}

/** One panel of lines; the last carries the axis of x. */
export function plotPanel({
  figure,
  panel,
  width,
  isLast,
}: {
  figure: SeriesFigure;
  panel: Panel;
  width: number;
  isLast: boolean;
}): Plotted {
  const x = xOf(figure);
  const isYear = figure.x.unit === "Day";
  const span = spanOf(panel);
  const y = axisUnit(panel.unit, Math.max(...span.map(Math.abs)));
  const domain = span.map((value) => value / y.divisor);
  const room = panel.leastSpan ? 0 : 0.06 * (domain[1]! - domain[0]!);
  const first = x.at[0]!;
  const last = x.at.at(-1)!;
  const points = (index: number) =>
    panel.series[index]!.values.map((value, i) => ({
      x: isYear ? new Date(x.at[i]!) : x.at[i]!,
      y: value / y.divisor,
    }));
  const isOnly = figure.panels.length === 1;
  const bottom = isLast ? (isYear ? MARGIN_PX.months : MARGIN_PX.axis) : MARGIN_PX.bottom;
  const middle = (first + last) / 2;
  const halo = { stroke: paint.paper, strokeWidth: 3, fill: paint.text } as const;
  const levels = panel.levels.map(({ label, value }) => ({
    label,
    y: value / y.divisor,
    isAbove: hasRoomAbove({ panel, value, span }),
  }));
  const verticals = figure.x.levels.map(({ label, value }) => ({ label, x: value / x.divisor }));
  const segments = (panel.segments ?? []).map(({ label, from, to }) => ({
    label,
    x1: from[0] / x.divisor,
    y1: from[1] / y.divisor,
    x2: to[0] / x.divisor,
    y2: to[1] / y.divisor,
  }));
  const dots = (panel.points ?? []).map(({ label, role, at, isLeft, isAbove }) => ({
    label,
    isAbove,
    colour: roles[role].stroke,
    isLeft,
    x: at[0] / x.divisor,
    y: at[1] / y.divisor,
  }));
  const aboves: { left: number; right: number; bottomPx: number }[] = [];
  const bandLabels = [...new Set(figure.x.bands.map(({ label }) => label))];
  const bands = figure.x.bands.map(({ from, to }) => ({ x1: from / x.divisor, x2: to / x.divisor }));
  const leastY = panel.hasZero ? 0 : domain[0]! - room;
  return {
    divisor: y.divisor,
    leastY,
    title: [panel.label, y.symbol].join(", "),
    legend: [
      ...(panel.series.length < 2 ? [] : panel.series).map(
        ({ label, role }) => ({ label, shape: "line", colour: roles[role].stroke, dash: roles[role].dash }) as const,
      ),
      ...(panel === figure.panels[0] ? bandLabels : []).map(
        (label) => ({ label, shape: "box", colour: paint.dusk }) as const,
      ),
    ],
    options: {
      height: (isOnly ? ONLY_PANEL_PX : PANEL_PX) + bottom,
      marginLeft: MARGIN_PX.left,
      marginRight: MARGIN_PX.right,
      marginTop: MARGIN_PX.top,
      marginBottom: bottom,
      x: {
        type: isYear ? "utc" : "linear",
        domain: isYear ? [new Date(first), new Date(last)] : [first, last],
        label: null,
        tickSize: 0,
        ...(isYear
          ? { ticks: width < ALL_MONTHS_PX ? "2 months" : "month", tickFormat: "%b" }
          : { ticks: Math.max(3, Math.round(width / 90)), tickFormat: (value: number) => formatNumber(value) }),
        ...(isLast ? {} : { axis: null }),
      },
      y: {
        domain: [leastY, domain[1]! + room],
        label: null,
        tickSize: 0,
        ticks: isOnly ? 6 : 4,
        tickFormat: (value: number) => formatNumber(value),
      },
      marks: [
        Plot.rectX(bands, { x1: "x1", x2: "x2", fill: paint.dusk, fillOpacity: 0.13 }),
        Plot.gridY({ stroke: paint.line, strokeOpacity: 1, ticks: isOnly ? 6 : 4 }),
        ...(panel.isArea
          ? panel.series.map(({ role }, index) =>
              Plot.areaY(points(index), { x: "x", y: "y", fill: roles[role].stroke, fillOpacity: 0.22 }),
            )
          : []),
        Plot.ruleY(levels, { y: "y", stroke: paint.quiet, strokeDasharray: "3 3" }),
        Plot.ruleX(verticals, { x: "x", stroke: paint.quiet, strokeDasharray: "3 3" }),
        Plot.link(segments, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: paint.quiet, strokeDasharray: "3 3" }),
        ...panel.series.map(({ role }, index) =>
          Plot.lineY(points(index), {
            x: "x",
            y: "y",
            stroke: roles[role].stroke,
            strokeWidth: 1.75,
            ...(roles[role].dash === undefined ? {} : { strokeDasharray: roles[role].dash }),
          }),
        ),
        ...(panel.hasZero ? [Plot.ruleY([0], { stroke: paint.strong })] : []),
        ...[true, false].map((isAbove) =>
          Plot.text(
            levels.filter((each) => each.isAbove === isAbove),
            {
              x: isYear ? new Date(first) : first,
              y: "y",
              text: "label",
              textAnchor: "start",
              dx: 5,
              dy: isAbove ? -9 : 9,
              ...halo,
              fill: paint.quiet,
            },
          ),
        ),
        ...verticals.map((each) => labelBeside({ ...each, isRight: each.x <= middle })),
        ...segments.map((each) =>
          labelBeside({ label: each.label, x: each.x1, y: each.y1, isRight: each.x1 <= middle }),
        ),
        Plot.dot(dots, { x: "x", y: "y", r: 4, fill: "colour", stroke: paint.paper, strokeWidth: 1 }),
        // From the right, so that the label of a dot farther left is the one that rises.
        ...[...dots].sort((a, b) => b.x - a.x).map(labelOfDot),
      ],
    },
  };

  /** Lines that a label above its dot must rise so that it meets none of those set before. */
  function liftOf({ left, needPx, y: atY }: { left: number; needPx: number; y: number }): number {
    const pxPerY = ((isOnly ? ONLY_PANEL_PX : PANEL_PX) - MARGIN_PX.top) / (domain[1]! + room - leastY);
    const bottomPx = atY * pxPerY;
    const meets = (lift: number) =>
      aboves.some(
        (other) =>
          left < other.right &&
          left + needPx > other.left &&
          Math.abs(bottomPx + lift * LINE_PX - other.bottomPx) < LINE_PX,
      );
    let lift = 0;
    while (meets(lift)) lift++;
    aboves.push({ left, right: left + needPx, bottomPx: bottomPx + lift * LINE_PX });
    return lift;
  }

  /** A label beside its dot, moved to the edge where it would leave the page. */
  function labelOfDot({ label, isLeft, isAbove, x: atX, y: atY }: (typeof dots)[number]) {
    const framePx = width - MARGIN_PX.left - MARGIN_PX.right;
    const px = (framePx * (atX - first)) / (last - first);
    const needPx = widthOfText(label) + 9;
    const leaves = isLeft ? px + MARGIN_PX.left < needPx : px + needPx > framePx + MARGIN_PX.right;
    const edgePx = isLeft ? -px - MARGIN_PX.left : framePx + MARGIN_PX.right - px;
    return Plot.text([label], {
      x: [atX],
      y: [atY],
      text: [label],
      dx: leaves ? edgePx : isLeft ? -9 : 9,
      dy: isAbove
        ? -9 - LINE_PX * liftOf({ left: leaves ? framePx + MARGIN_PX.right - needPx : px, needPx, y: atY })
        : isLeft
          ? -9
          : leaves
            ? 19
            : 8,
      textAnchor: isLeft === leaves ? "start" : "end",
      ...halo,
    });
  }

  /** A label at the lower end of a leaning line, or at the top of an upright one, on the side that has more room. */
  function labelBeside({ label, x: atX, y: atY, isRight }: { label: string; x: number; y?: number; isRight: boolean }) {
    return Plot.text([label], {
      x: [atX],
      ...(atY === undefined ? { frameAnchor: "top" as const } : { y: [atY] }),
      text: [label],
      dx: isRight ? 6 : -6,
      dy: atY === undefined ? 4 : -9,
      textAnchor: isRight ? "start" : "end",
      ...halo,
      fill: paint.quiet,
    });
  }
}

/** What a person reads at one place along x: the place, then each line's value with its unit. */
export function readingsAt(figure: SeriesFigure, index: number) {
  const { x, panels } = figure;
  const place = x.values[index]!;
  return {
    place: typeof place === "string" ? place : format(place, x.unit as Exclude<typeof x.unit, "Day">),
    values: panels.flatMap(({ unit, series }) =>
      series.map(({ label, role, values }) => ({ label, role, text: format(values[index]!, unit) })),
    ),
  };
}
