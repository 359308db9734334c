import { format, formatNumber } from "../glossary/format.ts";
import type { MapFigure, StripsFigure } from "./figure.ts";
import { LATENCY_STEP_COUNT, latencyShares, latencyStep, latencyStepLabel } from "./latencySteps.ts";
import type { NetworkResults } from "./networkResults.ts";

const MS_DIGITS = 4;
const EMPTY_SIGN = ".";
const markedPercents = [1, 50, 99] as const;
/** Digits of one column of words, as `latency` prints them less the last. */
const ms = (value: number) => value.toFixed(2);
const percent = (fraction: number) => format(fraction, "Fraction");

/** `dawnline latency` with these samples every number again. */
const commandOf = ({ stepS }: NetworkResults) => `dawnline latency --step-s ${stepS}`;

/** Round trips of the window as distributions, place by place; without places a sentence. */
export function latencyFigure(study: NetworkResults): StripsFigure {
  const { latencies, windowS, stepS, sampleCount, at, placeCount, hopDelayMs } = study;
  const told =
    placeCount > latencies.length
      ? `The first ${latencies.length} of the mission's ${format(placeCount, "Count")} places. `
      : "";
  const reached = latencies.flatMap(({ name, p50Ms }) => (p50Ms === undefined ? [] : [{ name, p50Ms }]));
  const [fastest, slowest] = [
    reached.reduce<(typeof reached)[number] | undefined>(
      (a, b) => (a === undefined || b.p50Ms < a.p50Ms ? b : a),
      undefined,
    ),
    reached.reduce<(typeof reached)[number] | undefined>(
      (a, b) => (a === undefined || b.p50Ms > a.p50Ms ? b : a),
      undefined,
    ),
  ];
  const worst = latencies.reduce<(typeof latencies)[number] | undefined>(
    (a, b) => (a === undefined || b.longestOutageS > a.longestOutageS ? b : a),
    undefined,
  );
  const medians =
    fastest === undefined || slowest === undefined
      ? "No place has a way in the whole window."
      : fastest === slowest
        ? `The median from ${fastest.name} is ${ms(fastest.p50Ms)} ms.`
        : `Medians run from ${ms(fastest.p50Ms)} ms (${fastest.name}) to ${ms(slowest.p50Ms)} ms (${slowest.name}).`;
  const outage =
    worst === undefined || worst.longestOutageS === 0
      ? "Every sample has a way."
      : `The longest outage is ${format(worst.longestOutageS, "S")} in ${worst.name}, which is reached ${percent(worst.reachableFraction)} of the time.`;
  return {
    id: "latency",
    section: "latency",
    kind: "strips",
    title: "Round trips to the nearest satellite that computes",
    summary:
      latencies.length === 0
        ? "The mission names no places, so there is nobody to measure round trips from. Places are named under places in the mission."
        : `${medians} ${outage}`,
    caption:
      latencies.length === 0
        ? ""
        : `${told}${format(windowS / 3600, "H")} from ${at} in steps of ${format(stepS, "S")}, ${formatNumber(sampleCount, 15)} samples a place; percentiles by nearest rank over the samples that had a way, outage apart. The satellite is in full sunlight, its battery is not counted. ${hopDelayMs === 0 ? "Light's time alone." : `With ${format(hopDelayMs, "Ms")} a hop.`} Fibre: great circle to the nearest other place at index 1.468. The same as ${commandOf(study)}.`,
    sources: [],
    label: "Round trip",
    unit: "Ms",
    otherLabel: "fibre to the nearest other place",
    strips: latencies.map(({ name, p1Ms, p50Ms, p99Ms, quantilesMs, reachableFraction, longestOutageS, fibreMs }) => {
      const share = percent(reachableFraction);
      if (p1Ms === undefined || p50Ms === undefined || p99Ms === undefined)
        return { label: name, quantiles: [], words: "no way in the window", fewWords: "no way" };
      const marks = [p1Ms, p50Ms, p99Ms].map(ms);
      return {
        label: name,
        quantiles: quantilesMs,
        words: `P1 ${marks[0]} · P50 ${marks[1]} · P99 ${marks[2]} ms, reached ${share}${longestOutageS === 0 ? "" : `, longest outage ${format(longestOutageS, "S")}`}`,
        fewWords: `${marks.join(" · ")} ms, ${share}`,
        ...(fibreMs > 0 ? { other: fibreMs } : {}),
      };
    }),
    markedPercents,
    table: {
      columns: [
        { label: "Place", unit: undefined },
        { label: "P1", unit: "Ms", digits: MS_DIGITS },
        { label: "P50", unit: "Ms", digits: MS_DIGITS },
        { label: "P99", unit: "Ms", digits: MS_DIGITS },
        { label: "Reached", unit: "Fraction", digits: MS_DIGITS },
        { label: "Longest outage", unit: "S" },
        { label: "Hand-overs", unit: "Count", digits: 15 },
        { label: "Fibre to", unit: undefined },
        { label: "Fibre", unit: "Ms" },
        { label: "Cable", unit: "Ms" },
        { label: "Cable is level to", unit: "Km" },
      ],
      rows: latencies.map((place) => [
        place.name,
        place.p1Ms ?? "–",
        place.p50Ms ?? "–",
        place.p99Ms ?? "–",
        place.reachableFraction,
        place.longestOutageS,
        place.handoverCount,
        place.fibreTo,
        place.fibreMs,
        place.cableMs,
        place.cableReachKm ?? "–",
      ]),
    },
  };
}

/** Round trips of the whole Earth at the epoch. */
export function latencyMapFigure({ map, at, places }: NetworkResults): MapFigure {
  const { latitudeCount, longitudeCount, roundTripMs, reachableFraction, sourceCount, leastMs, mostMs, stepDeg } = map;
  const shares = latencyShares(map);
  const rows = Array.from({ length: latitudeCount }, (_, row) =>
    Array.from(
      { length: longitudeCount },
      (_, column) => latencyStep(roundTripMs[row * longitudeCount + column]!) ?? EMPTY_SIGN,
    ).join(""),
  );
  const steps = Array.from({ length: LATENCY_STEP_COUNT }, (_, step) => ({
    label: latencyStepLabel(step),
    areaFraction: shares[step]!,
  }));
  const emptyFraction = Math.max(0, 1 - reachableFraction);
  return {
    id: "latency-map",
    section: "latency",
    kind: "map",
    title: "Round trip from anywhere on Earth",
    summary:
      leastMs === undefined || mostMs === undefined
        ? sourceCount === 0
          ? "No satellite of the fleet is in full sunlight at the epoch: nothing computes."
          : "No place on Earth sees a satellite with a way to one that computes."
        : `${percent(reachableFraction)} of the Earth has a way to a satellite that computes, in ${ms(leastMs)} to ${ms(mostMs)} ms there and back; ${format(sourceCount, "Count")} of them are in full sunlight.`,
    caption: `At ${at}; cells of ${format(stepDeg, "Deg")}, each for its middle. Light is fast; the steps are the same at all times and for all fleets. Coasts: Natural Earth 1:110m.`,
    sources: [],
    label: "Round trip",
    unit: "Ms",
    stepDeg,
    steps,
    emptyLabel: "no way",
    emptyFraction,
    rows,
    places,
    table: {
      columns: [
        { label: "Round trip, ms", unit: undefined },
        { label: "Of the Earth", unit: "Fraction" },
      ],
      rows: [...steps.map(({ label, areaFraction }) => [label, areaFraction]), ["no way", emptyFraction]],
    },
  };
}
