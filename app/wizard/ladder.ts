import { wordOf } from "#engine";
import type { WizardStep } from "../state/view.ts";

export type Rung = {
  readonly id: string;
  readonly title: string;
  readonly step: WizardStep;
  readonly main: string;
  readonly more: readonly string[];
};

/** The answers in the order of the physics. Labels, units and formulas are the glossary's. */
export const rungs: readonly Rung[] = [
  { id: "load", title: "Load", step: "load", main: "sustainedPowerW", more: ["peakPowerW"] },
  { id: "array", title: "Array", step: "power", main: "solarAreaM2", more: ["chordM", "peakMarginW"] },
  {
    id: "battery",
    title: "Battery",
    step: "power",
    main: "batteryEnergyWh",
    more: ["worstPlaneEclipseS", "batteryMassKg"],
  },
  {
    id: "heat",
    title: "Heat",
    step: "heat",
    main: "radiatorAreaM2",
    more: ["peakRadiatorTemperatureK", "coolantLimitK"],
  },
  {
    id: "mass",
    title: "Mass",
    step: "mass",
    main: "massKg",
    more: ["specificPowerWPerKg", "announcedSpecificPowerWPerKg"],
  },
];
/** What follows from the verdict on: one price at the end of the chain. */
export const outcome: readonly string[] = [
  "deliveredPowerW",
  "fleetTokensPerS",
  "launchCount",
  "deliveredUsdPerWYear",
  "priceUsdPerMTokens",
];

/** What feeds a number that a method, not a formula, explains: inputs of the shell, and the terms that the method names. */
const shellInputs = ["altitudeKm", "inclinationDeg", "ltanH", "ltanSpreadH", "raanSpreadDeg", "planeCount"];
export const methodFeeds: Readonly<Record<string, readonly string[]>> = {
  worstPlaneEclipseS: shellInputs,
  eclipseLoadFraction: ["eclipseMode", "throttleFraction", "sleepFraction"],
  eclipseBusPowerW: ["eclipseMode", "busPowerW"],
  deliveredPowerW: [
    "sustainedPowerW",
    "arrayPowerW",
    "storageEfficiencyFraction",
    "eclipseLoadFraction",
    ...shellInputs,
  ],
  earthViewFraction: ["altitudeKm"],
  satelliteCount: ["planeCount", "satellitesPerPlaneCount"],
  recoveryFraction: ["discountFraction", "lifeYears"],
  batchOptimumCount: ["rack", "model"],
  batchCapacityCount: ["rack", "model", "contextTokens"],
  computeS: ["rack", "model", "batchCount"],
  weightsS: ["rack", "model"],
  kvS: ["rack", "contextTokens", "batchCount"],
};

/** Every name that a number comes from, itself included: its formula's names, and theirs. */
export function feedsOf(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const word = wordOf(name);
    const formula = word !== undefined && "formula" in word ? (word.formula.match(/[A-Za-z_]\w*/g) ?? []) : [];
    waiting.push(...(methodFeeds[name] ?? []), ...formula.filter((each) => wordOf(each) !== undefined));
    if (name === "rackMassKg") waiting.push("rack");
  }
  return found;
}
