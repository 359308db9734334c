import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import type { Plan } from "../plan/plan.ts";
import { readOutput } from "./outputs.ts";

/** How far a finding is from closing: a number of the plan and the limit that it has to reach, in the number's unit. */
export type Shortfall = { readonly name: string; readonly value: number; readonly limitValue: number };

/** Number and limit of each finding that has a measure; the limit is another name or the number itself. */
const measures: Readonly<Record<string, readonly [name: string, limit: string | number]>> = {
  "load-order": ["sustainedPowerW", "peakPowerW"],
  "rack-power": ["rackPeakPowerW", "peakPowerW"],
  "peak-margin": ["peakMarginW", 0],
  "season-power": ["continuousPowerW", "sustainedPowerW"],
  "coolant-limit": ["peakRadiatorTemperatureK", "coolantLimitK"],
  "memory-limit": ["chipTemperatureK", "memoryLimitK"],
  "radiator-reading": ["perFaceRadiatorTemperatureK", "coolantLimitK"],
  "eclipse-battery": ["worstPlaneEclipseS", 0],
  "battery-fade": ["agedDischargeRatio", 1],
  "specific-power": ["specificPowerWPerKg", "announcedSpecificPowerWPerKg"],
  "launch-fit": ["massKg", "payloadMassKg"],
  "launch-volume": ["volumeSatellitesPerLaunchCount", "massSatellitesPerLaunchCount"],
  "drag-propellant": ["propellantMassKg", "dryMassKg"],
  "velocity-budget": ["deltaVMPerS", "neededDeltaVMPerS"],
  "disposal-rule": ["tumblingLifeYears", "disposalLimitYears"],
  "dose-limit": ["doseGy", "doseLimitGy"],
};

/** Findings whose measure is another where the mission goes another way. */
function measureOf(finding: string, plan: Plan) {
  const { satellite, campaign } = plan;
  if (finding === "season-power" && satellite.eclipseMode !== "ride-through")
    return ["leastDeliveredPowerW", "sustainedPowerW"] as const;
  if (finding === "eclipse-battery" && satellite.announcedBatteryEnergyWh !== undefined)
    return ["announcedBatteryEnergyWh", "batteryEnergyWh"] as const;
  // By volume no two names say it.
  if (finding === "launch-fit" && campaign.massSatellitesPerLaunchCount > 0) return undefined;
  return measures[finding];
}

/** The finding's shortfall in a plan where it is open, or undefined where it has no measure. */
export function shortfallOf(finding: string, plan: Plan, mission: Mission): Shortfall | undefined {
  const measure = measureOf(finding, plan);
  if (measure === undefined) return undefined;
  const [name, limit] = measure;
  const { assumptions } = resolveMission(mission);
  const read = (each: string) => readOutput(plan, each) ?? (assumptions as Record<string, number>)[each];
  const value = read(name);
  const limitValue = typeof limit === "number" ? limit : read(limit);
  return value === undefined || limitValue === undefined ? undefined : { name, value, limitValue };
}
