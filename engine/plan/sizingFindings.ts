import { doseHeights } from "../facts/radiation.ts";
import { format, formatNumber } from "../glossary/format.ts";
import { doseHeightRatio } from "../satellite/dose.ts";
import type { Finding, Planned } from "./findings.ts";

/** Heights apart by less than this share one row of the dose table, km. */
const SAME_HEIGHT_KM = 10;

const w = (value: number) => format(value, "W");
const years = (value: number) => format(value, "Years");
const speed = (value: number) => format(value, "MPerS");

/** What the satellite's heat ladder, battery, drag, dose and shape leave open. */
export const sizingFindings: readonly ((chain: Planned) => Finding | undefined)[] = [
  memoryLimit,
  batteryFade,
  dragTable,
  dragPropellant,
  velocityBudget,
  disposalRule,
  doseLimit,
  doseExtrapolated,
  launchVolume,
  radiatorShape,
];

function memoryLimit({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.chipTemperatureK <= assumptions.memoryLimitK) return undefined;
  return {
    id: "memory-limit",
    severity: "error",
    text: `At the sustained load the last chip reaches ${format(satellite.chipTemperatureK, "K")}, ${formatNumber(satellite.chipTemperatureK - assumptions.memoryLimitK)} K over the memory's ${format(assumptions.memoryLimitK, "K")}: panel ${format(satellite.designRadiatorTemperatureK, "K")} at end of life, coolant ${format(satellite.coolantReturnTemperatureK, "K")}. This radiator allows ${w(satellite.memoryAllowedPowerW)} for the memory and ${w(satellite.coolantAllowedPowerW)} for the coolant.`,
    names: ["chipTemperatureK", "memoryLimitK", "memoryAllowedPowerW", "coolantAllowedPowerW"],
  };
}

function batteryFade({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.agedDischargeRatio <= 1 + 1e-12 || satellite.batteryEnergyWh === 0) return undefined;
  return {
    id: "battery-fade",
    severity: "warning",
    text: `After ${years(assumptions.lifeYears)} the battery holds ${format(satellite.agedBatteryEnergyWh, "Wh")}: the worst shadow asks ${format(satellite.agedDischargeRatio, "Fraction")} of it, more than it has.`,
    names: ["agedDischargeRatio", "agedBatteryEnergyWh", "batteryYearlyFadeFraction", "dischargeFraction"],
  };
}

function dragTable({ satellite, shells }: Planned): Finding | undefined {
  if (satellite.tumblingLifeYears !== undefined && satellite.dragDeltaVMPerSPerYear !== undefined) return undefined;
  const highestKm = Math.max(...shells.map(({ altitudeKm }) => altitudeKm));
  return {
    id: "drag-table",
    severity: "info",
    text: `At ${format(highestKm, "Km")} the atmosphere tables (150 to ${format(1000, "Km")}) say nothing: no passive life is told. It is far beyond every disposal rule; only thrust brings these satellites down, ${speed(satellite.disposalDeltaVMPerS)} and ${format(satellite.disposalMassKg, "Kg")} of propellant each.`,
    names: ["altitudeKm", "disposalDeltaVMPerS", "disposalMassKg"],
  };
}

function dragPropellant({ satellite }: Planned): Finding | undefined {
  if (satellite.propellantMassKg <= satellite.dryMassKg) return undefined;
  return {
    id: "drag-propellant",
    severity: "error",
    text: `The velocity budget of ${speed(satellite.deltaVMPerS)} asks ${format(satellite.propellantMassKg, "Kg")} of propellant, more than the ${format(satellite.dryMassKg, "Kg")} that it moves: mass and drag close only on paper.`,
    names: ["propellantMassKg", "dryMassKg", "deltaVMPerS", "dragAreaM2"],
  };
}

function velocityBudget({ satellite }: Planned): Finding | undefined {
  if (satellite.deltaVMPerS >= satellite.neededDeltaVMPerS * (1 - 1e-9)) return undefined;
  return {
    id: "velocity-budget",
    severity: "warning",
    text: `The velocity budget of ${speed(satellite.deltaVMPerS)} is ${speed(satellite.neededDeltaVMPerS - satellite.deltaVMPerS)} short of what raising, drag, avoidance and disposal ask.`,
    names: ["deltaVMPerS", "neededDeltaVMPerS"],
  };
}

function disposalRule({ satellite, assumptions, shells }: Planned): Finding | undefined {
  const lifeYears = satellite.tumblingLifeYears;
  if (lifeYears === undefined || lifeYears <= assumptions.disposalLimitYears) return undefined;
  const highestKm = Math.max(...shells.map(({ altitudeKm }) => altitudeKm));
  return {
    id: "disposal-rule",
    severity: "warning",
    text: `A satellite that fails at ${format(highestKm, "Km")} tumbles for ${years(lifeYears)} before it falls, beyond the ${years(assumptions.disposalLimitYears)} of the rule. A working one obeys it by thrust: ${speed(satellite.disposalDeltaVMPerS)}, ${format(satellite.disposalMassKg, "Kg")} of propellant.`,
    names: ["tumblingLifeYears", "disposalLimitYears", "disposalDeltaVMPerS", "disposalMassKg"],
  };
}

function doseLimit({ satellite, assumptions }: Planned): Finding | undefined {
  if (satellite.doseMarginRatio >= 1) return undefined;
  return {
    id: "dose-limit",
    severity: "error",
    text: `${format(satellite.doseGy, "Gy")} reach the chips in ${years(assumptions.lifeYears)} behind ${formatNumber(assumptions.shieldingM * 1000)} mm of aluminium; memory errs from ${format(assumptions.doseLimitGy, "Gy")}.`,
    names: ["doseGy", "doseLimitGy", "shieldingM", "doseMarginRatio"],
  };
}

function doseExtrapolated({ satellite, shells, hasDoseTable }: Planned): Finding | undefined {
  const worst = shells.find(({ altitudeKm }) => doseHeightRatio(altitudeKm) === satellite.doseHeightRatio);
  if (hasDoseTable || worst === undefined || Math.abs(worst.altitudeKm - 550) <= SAME_HEIGHT_KM) return undefined;
  const [highestKm] = doseHeights[doseHeights.length - 1]!;
  const beyond =
    worst.altitudeKm > highestKm
      ? ` Beyond ${format(highestKm, "Km")} not even an estimate was made: its slope goes on to ${format(worst.altitudeKm, "Km")}.`
      : "";
  return {
    id: "dose-extrapolated",
    severity: "info",
    text: `The dose of ${format(satellite.doseGy, "Gy")} is extrapolated: the table is of 550 km, and ${format(satellite.doseHeightRatio, "Ratio")} × stands for the height of ${worst.name} and the like.${beyond} A doseTable of the mission's own replaces it.`,
    names: ["doseGy", "doseHeightRatio"],
  };
}

function launchVolume({ satellite, campaign }: Planned): Finding | undefined {
  const { massSatellitesPerLaunchCount, volumeSatellitesPerLaunchCount } = campaign;
  if (volumeSatellitesPerLaunchCount >= massSatellitesPerLaunchCount) return undefined;
  return {
    id: "launch-volume",
    severity: "warning",
    text: `Volume binds before mass: ${formatNumber(volumeSatellitesPerLaunchCount)} satellites of ${format(satellite.stowedVolumeM3, "M3")} fill a launch that could lift ${formatNumber(massSatellitesPerLaunchCount)}.`,
    names: ["stowedVolumeM3", "volumeSatellitesPerLaunchCount", "massSatellitesPerLaunchCount"],
  };
}

/** A radiator wing deeper than this many of its lengths is no wing. */
const DEEPEST_WING_RATIO = 3;

function radiatorShape({ satellite, assumptions }: Planned): Finding | undefined {
  const { radiatorWingChordM, radiatorWingLengthM } = satellite;
  if (radiatorWingChordM <= DEEPEST_WING_RATIO * radiatorWingLengthM) return undefined;
  return {
    id: "radiator-shape",
    severity: "info",
    text: `Within a deployed height of ${format(assumptions.deployedHeightM, "M")} each radiator wing would be ${format(radiatorWingLengthM, "M")} long and ${format(radiatorWingChordM, "M")} deep: a taller satellite spreads the same ${format(satellite.radiatorAreaM2, "M2")} better.`,
    names: ["deployedHeightM", "radiatorWingChordM", "radiatorWingLengthM"],
  };
}
