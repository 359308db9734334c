import type { SourceId } from "../facts/sources.ts";
import type { UnitSuffix } from "../glossary/units.ts";
import type { Because } from "../mission/resolve.ts";

/** A figure as plain data, values in base units. Drawn by app/figures; its table says the same in numbers. */
export type FigureHead = {
  readonly id: FigureId;
  /** Section of the report in which it stands. */
  readonly section: string;
  readonly title: string;
  /** What it shows, in words with numbers. */
  readonly summary: string;
  /** How it was computed and what is left out. */
  readonly caption: string;
  readonly sources: readonly SourceId[];
  readonly table: FigureTable;
};

/** In the order of the report. */
export const figureIds = [
  "cycle",
  "allowed-power",
  "mass",
  "satellite",
  "year",
  "link-rate",
  "link-budget",
  "latency-missing",
  "latency",
  "latency-map",
  "compute-routes",
  "routes",
  "network-missing",
  "network-load",
  "hottest-links",
  "gateways",
] as const;
export type FigureId = (typeof figureIds)[number];

/** Numbers of a figure, few enough to read. A column of words has no unit; `digits`: significant ones, where three do not do. */
export type FigureTable = {
  readonly columns: readonly {
    readonly label: string;
    readonly unit: UnitSuffix | undefined;
    readonly digits?: number;
    /** Set at the right although its cells are words. */
    readonly isRight?: true;
  }[];
  readonly rows: readonly (readonly (number | string)[])[];
};

/** What a line or bar stands for; the drawing gives each its colour and dash. */
export type Role = "sun" | "load" | "store" | "panel" | "chip" | "rate" | "aside";

export type Series = {
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  /** [point count of x] */
  readonly values: readonly number[];
};

/** One pair of axes; all of a figure's panels share x. */
export type Panel = {
  readonly label: string;
  readonly unit: UnitSuffix;
  readonly series: readonly Series[];
  /** Filled down to zero. */
  readonly isArea?: true;
  readonly hasZero?: true;
  /** The axis reaches at least from here to there. */
  readonly leastSpan?: readonly [number, number];
  readonly levels: readonly { readonly label: string; readonly value: number }[];
  readonly segments?: readonly { readonly label: string; readonly from: Point; readonly to: Point }[];
  readonly points?: readonly {
    readonly label: string;
    readonly role: Role;
    readonly at: Point;
    readonly isLeft: boolean;
    /** The label stands above, higher where another is in its way. */
    readonly isAbove?: true;
  }[];
};
type Point = readonly [x: number, y: number];

export type SeriesFigure = FigureHead & {
  readonly kind: "series";
  readonly x: {
    readonly label: string;
    /** "Day": values are `YYYY-MM-DD`. */
    readonly unit: UnitSuffix | "Day";
    readonly values: readonly number[] | readonly string[];
    readonly levels: readonly { readonly label: string; readonly value: number }[];
    readonly bands: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  };
  /** Empty where there is nothing to draw; the summary then says why. */
  readonly panels: readonly Panel[];
};

export type BarsFigure = FigureHead & {
  readonly kind: "bars";
  readonly label: string;
  readonly unit: UnitSuffix;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
};

/** Flat shapes seen along one direction, metres: x to the right, y up, from the view's middle. */
export type View = {
  readonly title: string;
  readonly shapes: readonly {
    readonly part: "wing" | "body" | "radiator" | "person";
    readonly x1M: number;
    readonly x2M: number;
    readonly y1M: number;
    readonly y2M: number;
  }[];
  readonly terminals: readonly { readonly xM: number; readonly yM: number }[];
  /** A length between two points on one axis, written `away` from the shapes. */
  readonly dimensions: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: number;
    readonly axis: "x" | "y";
    readonly from: number;
    readonly to: number;
    readonly side: "before" | "after";
  }[];
};

export type DrawingFigure = FigureHead & { readonly kind: "drawing"; readonly views: readonly View[] };

/** Numbers alone: the table is the figure and stands open. */
export type TableFigure = FigureHead & { readonly kind: "table" };

/** Distributions one below the other on one axis, each as the share of samples that do not exceed a value. */
export type StripsFigure = FigureHead & {
  readonly kind: "strips";
  readonly label: string;
  readonly unit: UnitSuffix;
  /** What `others` compares with. */
  readonly otherLabel: string;
  readonly strips: readonly {
    readonly label: string;
    /** Percent 0 … 100; empty where there is no sample. */
    readonly quantiles: readonly number[];
    /** Percents that are marked, with the words beside the strip, and fewer of them for a narrow screen. */
    readonly words: string;
    readonly fewWords: string;
    readonly other?: number;
  }[];
  readonly markedPercents: readonly number[];
};

/** Cells of the whole Earth, plate carrée, coloured in steps. */
export type MapFigure = FigureHead & {
  readonly kind: "map";
  readonly label: string;
  readonly unit: UnitSuffix;
  readonly stepDeg: number;
  /** Steps from the least value up, each with the share of the Earth that it holds. */
  readonly steps: readonly { readonly label: string; readonly areaFraction: number }[];
  readonly emptyLabel: string;
  readonly emptyFraction: number;
  /** [latitudes from the south up], a sign a cell from −180° east: the step's number, or a dot where there is no value. */
  readonly rows: readonly string[];
  readonly places: readonly { readonly label: string; readonly latitudeDeg: number; readonly longitudeDeg: number }[];
};

export type Figure = SeriesFigure | BarsFigure | DrawingFigure | TableFigure | StripsFigure | MapFigure;

/** Whether there is anything to draw; where not, the words say why, or the table stands open. */
export function hasDrawing(figure: Figure): boolean {
  if (figure.kind === "series") return figure.panels.length > 0;
  if (figure.kind === "bars") return figure.bars.length > 0;
  if (figure.kind === "strips") return figure.strips.length > 0;
  return figure.kind !== "table";
}

/** Sources of the assumptions that a figure draws; what the mission gives has none. */
export function sourcesOf({
  because,
  names,
}: {
  because: Readonly<Record<string, Because>>;
  names: readonly string[];
}): readonly SourceId[] {
  const origins = names.flatMap((name) => because[name] ?? []);
  return [...new Set(origins.flatMap((origin) => ("source" in origin ? [origin.source] : [])))];
}
