import * as Plot from "@observablehq/plot";
import { axisUnit, type BarsFigure, format, formatNumber } from "#engine";
import { paint, widthOfText } from "./paint.ts";
import type { Plotted } from "./plotted.ts";

const BAR_PX = 20;
const AXIS_PX = 24;
/** Room that a tick of the axis asks. */
const TICK_PX = 48;
const MOST_TICKS = 4;

/** Bars from the heaviest down, each with its value. */
export function plotBars({ figure, width }: { figure: BarsFigure; width: number }): Plotted {
  const { bars, unit, label } = figure;
  const { divisor, symbol } = axisUnit(unit, Math.max(0, ...bars.map(({ value }) => value)));
  const data = bars.map((bar) => ({ label: bar.label, value: bar.value / divisor, text: format(bar.value, unit) }));
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOfText));
  const marginLeft = longest(data.map((each) => each.label)) + 12;
  const marginRight = longest(data.map(({ text }) => text)) + 12;
  const ticks = Math.max(1, Math.min(MOST_TICKS, Math.floor((width - marginLeft - marginRight) / TICK_PX)));
  return {
    title: `${label}, ${symbol}`,
    legend: [],
    divisor,
    leastY: 0,
    options: {
      height: bars.length * BAR_PX + AXIS_PX + 4,
      marginLeft,
      marginRight,
      marginTop: 4,
      marginBottom: AXIS_PX,
      x: { label: null, ticks, tickSize: 0, tickFormat: (value: number) => formatNumber(value) },
      y: { label: null, tickSize: 0, domain: data.map((each) => each.label) },
      marks: [
        Plot.gridX({ stroke: paint.line, strokeOpacity: 1, ticks }),
        Plot.barX(data, { x: "value", y: "label", fill: paint.dawn, insetTop: 5, insetBottom: 5 }),
        Plot.text(data, { x: "value", y: "label", text: "text", dx: 6, textAnchor: "start", fill: paint.text }),
        Plot.ruleX([0], { stroke: paint.strong }),
      ],
    },
  };
}
