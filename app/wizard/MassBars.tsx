import * as Plot from "@observablehq/plot";
import { useMemo } from "react";
import { format, formatNumber } from "#engine";
import { Chart } from "../parts/Chart.tsx";
import { usePlan } from "../state/use.ts";

const BAR_PX = 18;

/** The mass part by part, heaviest first. */
export function MassBars() {
  const parts = usePlan(({ answer }) => answer?.plan.satellite.massParts);
  const massKg = usePlan(({ answer }) => answer?.plan.satellite.massKg);
  const sorted = useMemo(() => [...(parts ?? [])].sort((a, b) => b.massKg - a.massKg), [parts]);
  const options = useMemo(
    () => (): Plot.PlotOptions => ({
      height: sorted.length * BAR_PX + 34,
      marginLeft: 76,
      marginRight: 64,
      marginTop: 4,
      marginBottom: 30,
      x: {
        label: "kg",
        labelAnchor: "right",
        ticks: 4,
        tickSize: 0,
        tickFormat: (each: number) => formatNumber(each),
        insetLeft: 0,
      },
      y: { label: null, tickSize: 0, domain: sorted.map(({ part }) => part) },
      marks: [
        Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: 4 }),
        Plot.barX(sorted, { x: "massKg", y: "part", fill: "var(--dawn)", insetTop: 5, insetBottom: 5 }),
        Plot.text(sorted, {
          x: "massKg",
          y: "part",
          text: ({ massKg: each }) => format(each, "Kg"),
          dx: 6,
          textAnchor: "start",
          fill: "var(--text)",
        }),
        Plot.ruleX([0], { stroke: "var(--line-strong)" }),
      ],
    }),
    [sorted],
  );
  if (massKg === undefined) return null;
  return (
    <figure className="plot">
      <h3>Where the {format(massKg, "Kg")} are</h3>
      <Chart
        summary={`Mass by part: ${sorted.map(({ part, massKg: each }) => `${part} ${format(each, "Kg")}`).join(", ")}`}
        options={options}
      />
    </figure>
  );
}
