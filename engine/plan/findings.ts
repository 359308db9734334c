import type { AssumptionName } from "../facts/assumptions.ts";
import { format, formatNumber } from "../glossary/format.ts";
import type { Shell } from "../mission/mission.ts";
import type { ResolvedMission } from "../mission/resolve.ts";
import { announcedFindings } from "./announcedFindings.ts";
import type { Chain } from "./chain.ts";
import { fleetFindings } from "./fleetFindings.ts";
import { linkFindings } from "./linkFindings.ts";
import type { Meeting } from "./meetings.ts";
import { networkFindings } from "./networkFindings.ts";
import { sizingFindings } from "./sizingFindings.ts";

export type Finding = {
  readonly id: string;
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
  /** The names that the sentence is about. */
  readonly names: readonly string[];
};

export type Planned = Chain & {
  assumptions: Record<AssumptionName, number>;
  rackLabel: string;
  /** Which of the announced figures the design is compared with. */
  announcement: ResolvedMission["announcement"];
  /** The mission brings doses of its own orbit. */
  hasDoseTable: boolean;
  /** What the mission says about itself. */
  notes: readonly string[];
  /** The shells as given, in the plan's order. */
  designs: readonly Shell[];
  /** Shells that nothing keeps apart. */
  meetings: readonly Meeting[];
};

/** A battery that fills fewer seconds than this is not worth a sentence. */
const LEAST_SHADOW_S = 1;

const w = (value: number) => format(value, "W");

/** Every finding that a plan may hold. */
export const findingIds: readonly string[] = [
  "load-order",
  "rack-power",
  "rack-idle",
  "peak-margin",
  "season-power",
  "coolant-limit",
  "eclipse-battery",
  "specific-power",
  "radiator-reading",
  "workload-fit",
  "launch-fit",
  "coincident-planes",
  "million-power",
  "memory-limit",
  "battery-fade",
  "drag-table",
  "drag-propellant",
  "velocity-budget",
  "disposal-rule",
  "dose-limit",
  "dose-extrapolated",
  "launch-volume",
  "radiator-shape",
  "claim-contradiction",
  "laser-rate",
  "laser-range",
  "laser-terminals",
  "hop-delay",
  "shell-separation",
  "shared-altitude",
  "mission-notes",
  "gateway-capacity",
  "network-headroom",
  "cloud-correlation",
];

const severities: readonly Finding["severity"][] = ["error", "warning", "info"];

/** What does not close, and by how much, worst first; each sentence is computed and gone when its cause is. */
export function findOpenEnds(chain: Planned): Finding[] {
  return [
    loadOrder,
    rackPower,
    rackIdle,
    peakMargin,
    seasonPower,
    coolantLimit,
    eclipseBattery,
    radiatorReading,
    workloadFit,
    launchFit,
    coincidentPlanes,
    ...announcedFindings,
    ...sizingFindings,
    ...linkFindings,
    ...fleetFindings,
    ...networkFindings,
  ]
    .map((look) => look(chain))
    .filter((finding) => finding !== undefined)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function peakMargin({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.peakMarginW >= 0) return undefined;
  return {
    id: "peak-margin",
    severity: "error",
    text: `At the peak the array is ${w(-satellite.peakMarginW)} short after ${format(assumptions.lifeYears, "Years")}: it gives ${w(satellite.agedArrayPowerW)} by then, the peak asks ${w(satellite.peakDemandW)} of it; ${format(satellite.closingSolarAreaM2, "M2")} would close, ${format(satellite.solarAreaM2, "M2")} are there.`,
    names: ["peakMarginW", "agedArrayPowerW", "peakDemandW", "closingSolarAreaM2", "solarAreaM2"],
  };
}

function loadOrder({ satellite }: Planned): Finding | undefined {
  if (satellite.sustainedPowerW <= satellite.peakPowerW) return undefined;
  return {
    id: "load-order",
    severity: "error",
    text: `The sustained load of ${w(satellite.sustainedPowerW)} is above the peak of ${w(satellite.peakPowerW)} that array and radiator are sized for.`,
    names: ["sustainedPowerW", "peakPowerW"],
  };
}

/** A payload that draws less than this share of the peak leaves most of the satellite idle. */
const IDLE_SHARE = 0.5;

function rackPower({ satellite, rackLabel }: Planned): Finding | undefined {
  if (satellite.rackPeakPowerW <= satellite.peakPowerW * (1 + 1e-9)) return undefined;
  return {
    id: "rack-power",
    severity: "error",
    text: `${formatNumber(satellite.chipCount)} chips of ${rackLabel} draw ${w(satellite.rackPeakPowerW)} at peak and do not fit the ${w(satellite.peakPowerW)} of this satellite: ${formatNumber(satellite.fittingChipCount)} of them do.`,
    names: ["rackPeakPowerW", "peakPowerW", "chipCount", "fittingChipCount"],
  };
}

function rackIdle({ satellite, rackLabel }: Planned): Finding | undefined {
  if (satellite.rackPeakPowerW >= satellite.peakPowerW * IDLE_SHARE) return undefined;
  return {
    id: "rack-idle",
    severity: "warning",
    text: `${formatNumber(satellite.chipCount)} chips of ${rackLabel} draw ${w(satellite.rackPeakPowerW)} at peak of the ${w(satellite.peakPowerW)} that this satellite is sized for: ${formatNumber(satellite.fittingChipCount)} of them would use it.`,
    names: ["rackPeakPowerW", "peakPowerW", "chipCount", "fittingChipCount"],
  };
}

/** The load as the array really holds it: new through every orbit, and aged through the worst week. */
function seasonPower({ satellite, assumptions }: Planned): Finding | undefined {
  const { leastDeliveredPowerW, deliveredPowerW, sustainedPowerW, continuousPowerW } = satellite;
  const asked = sustainedPowerW * (1 - 1e-9);
  if (satellite.eclipseMode !== "ride-through")
    return leastDeliveredPowerW >= asked
      ? undefined
      : {
          id: "season-power",
          severity: "info",
          text: `The rack draws ${format(satellite.eclipseLoadFraction, "Fraction")} of its load in shadow: ${w(leastDeliveredPowerW)} as mean of the worst orbit, ${w(deliveredPowerW)} over the year, not ${w(sustainedPowerW)}.`,
          names: ["leastDeliveredPowerW", "deliveredPowerW", "sustainedPowerW", "eclipseLoadFraction"],
        };
  if (leastDeliveredPowerW >= asked && continuousPowerW >= asked) return undefined;
  const hasShadow = satellite.worstPlaneEclipseS >= LEAST_SHADOW_S;
  const aged = `after ${format(assumptions.lifeYears, "Years")} the array holds ${w(continuousPowerW)} for the rack ${hasShadow ? "in the year's worst week" : "even in full sun"}, all losses, bus and pumps counted`;
  const fresh = `new and before those losses it feeds ${w(leastDeliveredPowerW)} through the ${hasShadow ? "worst shadow" : "storage path"} (${w(deliveredPowerW)} as mean of the year, which the tokens count)`;
  return {
    id: "season-power",
    severity: "warning",
    text: `The load of ${w(sustainedPowerW)} is not held round the clock for life: ${aged}; ${fresh}.`,
    names: ["continuousPowerW", "leastDeliveredPowerW", "deliveredPowerW", "sustainedPowerW"],
  };
}

function coolantLimit({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.peakRadiatorTemperatureK <= assumptions.coolantLimitK) return undefined;
  const sustained =
    satellite.radiatorTemperatureK > assumptions.coolantLimitK
      ? "; at the sustained load it is still"
      : "; at the sustained load it is";
  return {
    id: "coolant-limit",
    severity: "error",
    text: `The panel averages ${format(satellite.peakRadiatorTemperatureK, "K")} at peak, ${formatNumber(satellite.peakRadiatorTemperatureK - assumptions.coolantLimitK)} K over the coolant limit of ${format(assumptions.coolantLimitK, "K")}${sustained} ${format(satellite.radiatorTemperatureK, "K")}. Coolant cannot be colder than the panel it flows through.`,
    names: ["peakRadiatorTemperatureK", "radiatorTemperatureK", "coolantLimitK"],
  };
}

function eclipseBattery({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.worstPlaneEclipseS < LEAST_SHADOW_S) return undefined;
  const neededKg = satellite.batteryEnergyWh / assumptions.batterySpecificEnergyWhPerKg;
  const need = `${format(satellite.batteryEnergyWh, "Wh")} and ${format(neededKg, "Kg")} of battery`;
  const shadow = `${format(satellite.worstPlaneEclipseS, "S")} of shadow in the worst plane take ${format(satellite.eclipseEnergyWh, "Wh")}`;
  const announcedWh = satellite.announcedBatteryEnergyWh;
  if (announcedWh === undefined && satellite.eclipseMode !== "ride-through") return undefined;
  if (announcedWh === undefined)
    return {
      id: "eclipse-battery",
      severity: "warning",
      text: `${shadow} and no battery is announced: ${need} ride through it, or the rack throttles.`,
      names: ["worstPlaneEclipseS", "eclipseEnergyWh", "batteryEnergyWh", "batteryMassKg"],
    };
  if (announcedWh >= satellite.batteryEnergyWh) return undefined;
  return {
    id: "eclipse-battery",
    severity: "error",
    text: `${shadow}; the announced ${format(announcedWh, "Wh")} are ${format(satellite.batteryEnergyWh - announcedWh, "Wh")} short of the ${need} that ride through it.`,
    names: ["announcedBatteryEnergyWh", "worstPlaneEclipseS", "eclipseEnergyWh", "batteryEnergyWh"],
  };
}

/** The per-face reading is refused whenever it would need a panel hotter than the coolant could ever be. */
function radiatorReading({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.perFaceRadiatorTemperatureK <= assumptions.coolantLimitK) return undefined;
  return {
    id: "radiator-reading",
    severity: "info",
    text: `${format(satellite.radiatorFluxWPerM2, "WPerM2")} is read as both faces together: ${w(satellite.peakPowerW)} ÷ ${format(satellite.radiatorFluxWPerM2, "WPerM2")} = ${format(satellite.radiatorAreaM2, "M2")}. Per face it would be ${format(satellite.perFaceRadiatorAreaM2, "M2")} at ${format(satellite.perFaceRadiatorTemperatureK, "K")}, beyond ${satellite.perFaceRadiatorTemperatureK > assumptions.memoryLimitK ? "memory and coolant" : "the coolant"}: refused.`,
    names: ["radiatorFluxWPerM2", "radiatorAreaM2", "perFaceRadiatorAreaM2", "perFaceRadiatorTemperatureK"],
  };
}

function workloadFit({ serving }: Planned): Finding | undefined {
  if (serving.batchCount > 0) return undefined;
  return {
    id: "workload-fit",
    severity: "error",
    text: "The rack's memory does not hold the model's weights and one sequence of this context: it serves no tokens.",
    names: ["batchCapacityCount", "contextTokens"],
  };
}

function launchFit({ satellite, campaign }: Planned): Finding | undefined {
  if (campaign.satellitesPerLaunchCount > 0) return undefined;
  return {
    id: "launch-fit",
    severity: "error",
    text:
      campaign.massSatellitesPerLaunchCount > 0
        ? `One satellite of ${format(satellite.stowedVolumeM3, "M3")} stowed is larger than a launch holds.`
        : `One satellite of ${format(satellite.massKg, "Kg")} is heavier than the ${format(campaign.payloadMassKg, "Kg")} of a launch.`,
    names: ["massKg", "payloadMassKg", "stowedVolumeM3", "satellitesPerLaunchCount"],
  };
}

function coincidentPlanes({ shells }: Planned): Finding | undefined {
  const shell = shells.find(({ planeCount, planesCoincide }) => planeCount > 1 && planesCoincide);
  if (shell === undefined) return undefined;
  return {
    id: "coincident-planes",
    severity: "error",
    text: `The ${shell.planeCount} planes of ${shell.name} have one node and no phasing: their satellites stand in the same places.`,
    names: ["planeCount", "ltanSpreadH", "raanSpreadDeg", "phasingCount"],
  };
}
