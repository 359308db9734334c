import { daysSinceJ2000, type Instant, parseInstant } from "../geometry/instant.ts";
import { format } from "../glossary/format.ts";
import type { Mission } from "../mission/mission.ts";
import { betaRad } from "../orbit/eclipse.ts";
import { sunAt } from "../orbit/sun.ts";
import { cycleOrbits } from "../satellite/orbitCycle.ts";
import { makeCycler } from "./cycler.ts";
import type { Finding } from "./findings.ts";

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
  const { cycler, issues } = makeCycler(mission, { elementsTexts });
  if (cycler === undefined) return { cycle: undefined, issues };
  const { satellite, shells } = cycler;
  const shell = shells[0]!;
  const instant = at ?? parseInstant(mission.epoch)!;
  const beta = betaRad({
    inclinationRad: (shell.inclinationDeg * Math.PI) / 180,
    nodeRad: (cycler.middleNodeDeg(0, daysSinceJ2000(instant)) * Math.PI) / 180,
    sunUnit: sunAt(instant).sunTemeUnit,
  });
  const overS = asked ?? shell.periodS;
  const count = Math.floor(overS / stepS + STEP_TOLERANCE) + 1;
  const design = cycler.designOf(0, beta);
  const { batteryEnergyWh, heatCapacityJPerK } = design;
  const { series, ...told } = cycleOrbits({ overS, stepS, count, design });
  const chipTemperatureK = series.radiatorTemperatureK.map((panelTemperatureK, i) =>
    cycler.chipTemperatureK({ panelTemperatureK, loadPowerW: series.loadPowerW[i]! }),
  );
  const cycle = {
    shell: shell.name,
    betaDeg: (beta * 180) / Math.PI,
    periodS: shell.periodS,
    eclipseS: design.shadowFraction * shell.periodS,
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
