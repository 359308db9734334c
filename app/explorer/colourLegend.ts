/** What a colour of the globe means, as data: for the key on the globe, and for whoever writes it elsewhere. */
import { format } from "#engine";
import type { ColourMode } from "../state/colour.ts";
import type { TrafficAnswer } from "../worker/networkMessages.ts";
import { type Magnitude, magnitudeOf } from "./colouring.ts";
import { kindColours, kindHex, NEUTRAL_COLOUR, type ScaleName, scaleGradient, scaleHex } from "./colourScales.ts";
import type { CycleStoreState } from "./cycleStore.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { loadColours, loadStepLabel } from "./loadScale.ts";
import { drawnShells, mostPlaneCount, shellScale } from "./shellScale.ts";

export type Swatch = { readonly colour: string; readonly label: string; readonly id?: string };
export type LegendScale = {
  readonly gradient: string;
  readonly least: string;
  readonly most: string;
  /** The two ends as colours, for where no gradient can be drawn. */
  readonly ends: readonly [string, string];
};
export type ColourLegend = {
  /** What the mode's own name leaves open; empty where it leaves nothing. */
  readonly title: string;
  /** Present where colours are a scale: CSS, and what stands at its two ends. */
  readonly scale?: LegendScale;
  readonly magnitude?: Magnitude;
  readonly swatches: readonly Swatch[];
  /** What is said below: a state of the work, what a mode needs. */
  readonly note?: string;
};

type Known = {
  readonly mode: ColourMode;
  readonly flight: OpenFlight | undefined;
  readonly cycle: CycleStoreState;
  readonly traffic: TrafficAnswer | undefined;
};

export function colourLegend(known: Known): ColourLegend {
  const { mode, flight } = known;
  if (flight === undefined) return { title: "", swatches: [] };
  switch (mode) {
    case "light":
      return {
        title: "",
        swatches: lightSwatches(flight),
        ...(flight.relaySatelliteCount + flight.catalogueCount > 0
          ? { note: "Near by, the fleet's are drawn as sized; relay and catalogue stay lights." }
          : {}),
      };
    case "power":
    case "temperature":
      return cycleLegend(mode, known.cycle, flight);
    case "shell":
      return shellLegend(flight);
    case "plane":
      return planeLegend(flight);
    case "load":
      return loadLegend(known.traffic, flight);
  }
}

function lightSwatches({ relaySatelliteCount, catalogueCount }: OpenFlight): readonly Swatch[] {
  return [
    { id: "sunlit", colour: "var(--space-dawn)", label: "sunlit" },
    { id: "umbra", colour: "var(--space-dusk)", label: "in the Earth's shadow" },
    ...(relaySatelliteCount > 0 ? [{ id: "relay", colour: "var(--space-beam)", label: "relay" }] : []),
    ...(catalogueCount > 0
      ? [{ id: "catalogue", colour: "var(--space-rose)", label: `catalogue, ${format(catalogueCount, "Count")}` }]
      : []),
  ];
}

/** Who has no colour of the mode. */
function neutralSwatch(flight: OpenFlight, isRelayNeutral: boolean, why: string): readonly Swatch[] {
  const who = [
    ...(isRelayNeutral && flight.relaySatelliteCount > 0 ? ["relay"] : []),
    ...(flight.catalogueCount > 0 ? ["catalogue"] : []),
  ];
  return who.length === 0 ? [] : [{ id: "none", colour: NEUTRAL_COLOUR, label: `${who.join(" and ")}: ${why}` }];
}

const legendScale = (name: ScaleName, least: string, most: string): LegendScale => ({
  gradient: scaleGradient(name),
  least,
  most,
  ends: [scaleHex(name, 0), scaleHex(name, 1)],
});

function cycleLegend(mode: "power" | "temperature", cycle: CycleStoreState, flight: OpenFlight): ColourLegend {
  const title = mode === "power" ? "Rack power now" : "Panel temperature now";
  const { cycles, doneFraction, issue } = cycle;
  const neutral = neutralSwatch(flight, true, "no model");
  if (issue !== undefined) return { title, swatches: neutral, note: issue };
  if (cycles === undefined)
    return { title, swatches: neutral, note: `Stepping through the orbits: ${Math.floor(doneFraction * 100)} %.` };
  const magnitude = magnitudeOf(mode, cycles);
  const { least, most, unit, scale } = magnitude;
  const write = (value: number) => (unit === "K" ? `${Number(value.toFixed(3))} K` : format(value, unit));
  return {
    title,
    magnitude,
    scale: legendScale(scale, write(least), write(most)),
    swatches: neutral,
  };
}

function shellLegend(flight: OpenFlight): ColourLegend {
  const scale = shellScale(flight.shells);
  const swatches = neutralSwatch(flight, false, "no shell");
  if (scale.kind === "names") {
    const count = scale.names.length;
    const named = scale.names.map((label, row) => ({ colour: kindHex(row, count), label }));
    return { title: "", swatches: [...named, ...swatches] };
  }
  if (scale.kind === "order")
    return { title: "Shell, in order", scale: legendScale("viridis", "1", format(scale.count, "Count")), swatches };
  const least = format(Math.round(scale.leastKm), "Km", 4);
  const most = format(Math.round(scale.mostKm), "Km", 4);
  return {
    title: `Height of ${drawnShells(flight.shells).length} shells`,
    scale: legendScale("viridis", least, most),
    swatches,
  };
}

function planeLegend(flight: OpenFlight): ColourLegend {
  const shells = drawnShells(flight.shells);
  const mostCount = mostPlaneCount(flight.shells);
  const title = shells.length > 1 ? "Within its shell" : "";
  const swatches = neutralSwatch(flight, false, "no plane");
  if (mostCount <= kindColours.length) {
    const planes = Array.from({ length: mostCount }, (_, plane) => ({
      colour: kindHex(plane, mostCount),
      label: String(plane + 1),
    }));
    return { title, swatches: [...planes, ...swatches] };
  }
  const isEven = shells.every(({ planeCount }) => planeCount === mostCount);
  const most = isEven ? format(mostCount, "Count") : "its last";
  return { title, scale: legendScale("viridis", "1", most), swatches };
}

function loadLegend(traffic: TrafficAnswer | undefined, flight: OpenFlight): ColourLegend {
  const title = "Fullest link, of its capacity";
  const none = { colour: NEUTRAL_COLOUR, label: `faint: no link${flight.catalogueCount > 0 ? ", catalogue" : ""}` };
  if (traffic?.issue !== undefined) return { title, swatches: [none], note: traffic.issue };
  if (traffic?.loadFractions === undefined) return { title, swatches: [none], note: "Routing the traffic." };
  const steps = loadColours.map((colour, step) => ({ colour, label: loadStepLabel(step) }));
  const isIdle = traffic.carriedBps === 0;
  const why = traffic.gateways.length === 0 ? "the mission names no gateway to send to" : "no way to where it is asked";
  return { title, swatches: [...steps, none], ...(isIdle ? { note: `Nothing is carried: ${why}.` } : {}) };
}
