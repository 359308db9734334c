import * as Plot from "@observablehq/plot";
import { useDeferredValue, useMemo } from "react";
import { assumptions, format, glossary, orbitYear, parseInstant, unitSymbols, yearOf } from "#engine";
import { Chart } from "../parts/Chart.tsx";
import { Term } from "../parts/Term.tsx";
import { useMission, usePlan } from "../state/use.ts";

const dayOf = (year: number, index: number) => new Date(Date.UTC(year, 0, 1 + index));

type Day = { readonly day: Date; readonly betaDeg: number; readonly shadowMin: number };

const frame = {
  height: 118,
  marginLeft: 38,
  marginRight: 12,
  marginTop: 20,
  marginBottom: 24,
  x: { type: "utc" as const, label: null, tickSize: 0, ticks: "2 months" as const, tickFormat: "%b" },
};
const grid = () => Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 3 });
/** The axis reaches at least this far, so that a year without shadow is a flat line and not noise. */
const LEAST_TOP_MIN = 10;
const BETA_MARGIN_DEG = 6;

const shadowFigure = (days: readonly Day[]): Plot.PlotOptions => ({
  ...frame,
  y: {
    label: `${glossary.dailyEclipseS.label}, min an orbit`,
    labelArrow: "none",
    ticks: 3,
    tickSize: 0,
    domain: [0, 1.1 * Math.max(LEAST_TOP_MIN, ...days.map(({ shadowMin }) => shadowMin))],
  },
  marks: [
    grid(),
    Plot.areaY(days, { x: "day", y: "shadowMin", fill: "var(--dusk)", fillOpacity: 0.35 }),
    Plot.lineY(days, { x: "day", y: "shadowMin", stroke: "var(--dusk)", strokeWidth: 1.5 }),
    Plot.ruleY([0], { stroke: "var(--line-strong)" }),
  ],
});

const betaFigure = (days: readonly Day[], limitDeg: number | undefined): Plot.PlotOptions => {
  const betas = days.map(({ betaDeg }) => betaDeg);
  const limits = limitDeg === undefined ? [] : Math.min(...betas) < 0 ? [limitDeg, -limitDeg] : [limitDeg];
  return {
    ...frame,
    y: {
      label: `${glossary.dailyBetaDeg.label}, ${unitSymbols.Deg}`,
      labelArrow: "none",
      ticks: 3,
      tickSize: 0,
      domain: [
        Math.min(0, ...betas.map((each) => each - BETA_MARGIN_DEG)),
        Math.max(0, ...betas.map((each) => each + BETA_MARGIN_DEG), limitDeg ?? 0),
      ],
    },
    marks: [
      grid(),
      Plot.ruleY(limits, { stroke: "var(--quiet)", strokeDasharray: "3 3" }),
      Plot.text(limits.slice(0, 1), {
        y: (each: number) => each,
        text: () => "no shadow beyond",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 4,
        dy: 8,
        fill: "var(--quiet)",
      }),
      Plot.lineY(days, { x: "day", y: "betaDeg", stroke: "var(--dawn)", strokeWidth: 1.5 }),
    ],
  };
};

/** The year of the first shell with a local time: a closed form of some milliseconds, worked out after the fields have answered. */
function useSeason() {
  const shell = useMission(({ document }) => document.shells.find(({ ltanH }) => ltanH !== undefined));
  const epoch = useMission(({ document }) => document.epoch);
  const asked = useDeferredValue(useMemo(() => ({ shell, epoch }), [shell, epoch]));
  return useMemo(() => {
    const instant = parseInstant(asked.epoch);
    const { altitudeKm, inclinationDeg, ltanH, name } = asked.shell ?? {};
    if (instant === undefined || altitudeKm === undefined || inclinationDeg === undefined || ltanH === undefined)
      return undefined;
    const ballisticMassKgPerM2 = assumptions.ballisticMassKgPerM2.value;
    return {
      name,
      year: orbitYear({ altitudeKm, inclinationDeg, ltanH, year: yearOf(instant), ballisticMassKgPerM2 }),
    };
  }, [asked]);
}

/** Shadow minutes of each day of the year, and the beta angle that makes them. */
export function YearPlot() {
  const season = useSeason();
  const planned = usePlan(({ answer }) => answer?.plan.shells.find(({ name }) => name === season?.name));
  const limitDeg = planned?.shadowlessBetaDeg;
  const days = useMemo(
    () =>
      season?.year.dailyBetaDeg.map((betaDeg, index) => ({
        day: dayOf(season.year.year, index),
        betaDeg,
        shadowMin: season.year.dailyEclipseS[index]! / 60,
      })) ?? [],
    [season],
  );
  const shadow = useMemo(() => () => shadowFigure(days), [days]);
  const beta = useMemo(() => () => betaFigure(days, limitDeg), [days, limitDeg]);
  if (season === undefined)
    return (
      <figure className="plot">
        <h3>The year's shadows</h3>
        <p className="quiet">
          Walker planes stand at all local times at once; the plan follows each of them and sizes for the longest
          shadow.
        </p>
      </figure>
    );
  const { eclipseDaysPerYear, longestEclipseS, year } = season.year;
  return (
    <figure className="plot">
      <h3>
        The shadows of {year} <Term id="beta">beta</Term>
      </h3>
      <p className="quiet">
        {format(eclipseDaysPerYear, "DaysPerYear")} with shadow at the middle of the band,{" "}
        {format(longestEclipseS, "S")} at the longest.
      </p>
      <Chart
        summary={`Minutes of shadow in each orbit over ${year}; at most ${format(longestEclipseS, "S")}`}
        options={shadow}
      />
      <Chart summary={`Beta angle over ${year}, degrees`} options={beta} />
    </figure>
  );
}
