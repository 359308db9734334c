import { EARTH_RADIUS_WGS84_KM, SOLAR_CONSTANT_W_PER_M2 } from "../facts/constants.ts";
import { daysSinceJ2000, type Instant, parseInstant } from "../geometry/instant.ts";
import { format } from "../glossary/format.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { betaRad, eclipseFraction } from "../orbit/eclipse.ts";
import { sunAt } from "../orbit/sun.ts";
import { climbLadder } from "../satellite/heat.ts";
import { cycleOrbits } from "../satellite/orbitCycle.ts";
import { runChain } from "./chain.ts";
import type { Finding } from "./findings.ts";
import { readFlownShells } from "./flownShells.ts";
import { layOver } from "./layer.ts";
import { middleNodeDeg } from "./shells.ts";

/** The most points of a series. */
export const MAX_CYCLE_COUNT = 200_000;
/** A span that is a multiple of the step up to rounding keeps its end. */
const STEP_TOLERANCE = 1e-9;
/** Step where none is asked for, s. */
const DEFAULT_STEP_S = 60;

/**
 * The first shell's satellite through its orbits on one day, in the plane at the shell's local time (a Walker shell: its first plane). tS 0 is orbit
 * noon of the day of `at`. Left out: penumbra (10 s at each end), the Sun's distance (±3.4 %) and its motion within the span.
 */
export function cycleMission(
  mission: Mission,
  {
    at,
    overS: asked,
    stepS = DEFAULT_STEP_S,
    elementsTexts = {},
  }: {
    at?: Instant | undefined;
    overS?: number | undefined;
    stepS?: number | undefined;
    elementsTexts?: Readonly<Record<string, string>>;
  } = {},
) {
  const { chain, issues } = runChain(mission, { elementsTexts });
  if (chain === undefined) return { cycle: undefined, issues };
  const { satellite } = chain;
  const shell = chain.shells[0]!;
  const { assumptions } = resolveMission(mission);
  const epoch = parseInstant(mission.epoch)!;
  const flown = readFlownShells({ mission, epoch, elementsTexts }).shells[0];
  const instant = at ?? epoch;
  const days = daysSinceJ2000(instant);
  const beta = betaRad({
    inclinationRad: (shell.inclinationDeg * Math.PI) / 180,
    nodeRad:
      (middleNodeDeg({ shell: mission.shells[0]!, flown, raanRateDegPerDay: shell.raanRateDegPerDay, epoch, days }) *
        Math.PI) /
      180,
    sunUnit: sunAt(instant).sunTemeUnit,
  });
  const radiusKm = EARTH_RADIUS_WGS84_KM + shell.altitudeKm;
  const shadowFraction = eclipseFraction({ radiusKm, betaRad: beta });
  const overS = asked ?? shell.periodS;
  const count = Math.floor(overS / stepS + STEP_TOLERANCE) + 1;
  const over = layOver(assumptions);
  const heatCapacityJPerK =
    satellite.rackMassKg * assumptions.rackHeatJPerKgK + satellite.radiatorMassKg * assumptions.radiatorHeatJPerKgK;
  const batteryEnergyWh = satellite.announcedBatteryEnergyWh ?? satellite.batteryEnergyWh;
  const { series, ...told } = cycleOrbits({
    overS,
    stepS,
    count,
    design: over(satellite, {
      periodS: shell.periodS,
      shadowFraction,
      cosBeta: Math.cos(beta),
      batteryEnergyWh,
      heatCapacityJPerK,
      noonAlbedoHeatWPerM2:
        SOLAR_CONSTANT_W_PER_M2 *
        assumptions.radiatorAbsorptivityFraction *
        assumptions.albedoFraction *
        satellite.earthViewFraction,
    }),
  });
  const chipShare = satellite.chipPowerW / satellite.sustainedPowerW;
  const chipTemperatureK = series.radiatorTemperatureK.map(
    (panelTemperatureK, i) =>
      climbLadder(over({ panelTemperatureK, chipPowerW: series.loadPowerW[i]! * chipShare })).chipTemperatureK,
  );
  const cycle = {
    shell: shell.name,
    betaDeg: (beta * 180) / Math.PI,
    periodS: shell.periodS,
    eclipseS: shadowFraction * shell.periodS,
    heatCapacityJPerK,
    ...told,
    series: { ...series, chipTemperatureK },
  };
  const findings: Finding[] = [];
  if (!told.periodic)
    findings.push({
      id: "cycle-ride-through",
      severity: "error",
      text:
        told.netEnergyWh < 0
          ? `${format(satellite.sustainedPowerW, "W")} never become periodic through ${format(cycle.eclipseS, "S")} of shadow: each orbit the battery ends ${format(-told.netEnergyWh, "Wh")} lower.`
          : `The battery of ${format(batteryEnergyWh, "Wh")} runs empty within ${format(cycle.eclipseS, "S")} of shadow.`,
      names: ["netEnergyWh", "sustainedPowerW", "eclipseS", "batteryEnergyWh"],
    });
  if (told.starvedS > 0)
    findings.push({
      id: "cycle-throttle",
      severity: "warning",
      text: `With the battery empty the rack throttles to what the array gives, ${format(told.starvedS, "S")} in all.`,
      names: ["starvedS", "loadPowerW"],
    });
  return { cycle: { ...cycle, findings: findings as readonly Finding[] }, issues };
}

export type Cycle = NonNullable<ReturnType<typeof cycleMission>["cycle"]>;
