import type * as Plot from "@observablehq/plot";

/** A sample of what a legend explains: a line with its dash, a tinted box, a dot, a cell of a map in full colour or hatched. */
export type Swatch = {
  readonly label: string;
  readonly shape: "line" | "box" | "dot" | "diamond" | "cell" | "hatch";
  readonly colour: string;
  readonly dash?: string | undefined;
};

/** One pair of axes of a figure: its head, drawn above, and what Observable Plot draws. */
export type Plotted = {
  readonly title: string;
  readonly legend: readonly Swatch[];
  /** Base unit of the values ÷ unit of the axis of y, and where that axis begins. */
  readonly divisor: number;
  readonly leastY: number;
  readonly options: Plot.PlotOptions & { readonly height: number };
};
