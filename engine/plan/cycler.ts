import { EARTH_RADIUS_WGS84_KM, SOLAR_CONSTANT_W_PER_M2 } from "../facts/constants.ts";
import { parseInstant } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { eclipseFraction } from "../orbit/eclipse.ts";
import { climbLadder } from "../satellite/heat.ts";
import { type CycleDesign, followOrbit, settleOrbit } from "../satellite/orbitCycle.ts";
import { runChain } from "./chain.ts";
import { readFlownShells } from "./flownShells.ts";
import { layOver } from "./layer.ts";
import { middleNodeDeg, nodesOf } from "./shells.ts";

/** What one satellite does at one moment of its orbit. */
export type CycleState = {
  readonly betaDeg: number;
  readonly arrayPowerW: number;
  readonly loadPowerW: number;
  readonly batteryEnergyWh: number;
  readonly radiatorTemperatureK: number;
  readonly chipTemperatureK: number;
  /** Whether the battery is full again after each orbit; else the orbit is the first from a full one. */
  readonly periodic: boolean;
};

/** What does not change from orbit to orbit. */
const fixedNames = [
  "arrayPowerW",
  "sustainedPowerW",
  "eclipseLoadFraction",
  "busPowerW",
  "arrayToBusEfficiencyFraction",
  "busToLoadEfficiencyFraction",
  "pumpShareFraction",
  "storageEfficiencyFraction",
  "dischargeEfficiencyFraction",
  "batteryEnergyWh",
  "workingAreaM2",
  "finEfficiencyFraction",
  "radiatorEmissivityFraction",
  "earthHeatWPerM2",
  "noonAlbedoHeatWPerM2",
  "sunHeatWPerM2",
  "heatCapacityJPerK",
] as const satisfies readonly (keyof CycleDesign)[];
type FixedDesign = Omit<CycleDesign, "periodS" | "shadowFraction" | "cosBeta">;

/**
 * The fleet's one design made ready to be stepped through time in any of its shells, at any angle between orbit plane and Sun. The shell gives
 * height, period and shadow; the Earth's heat is that of the lowest shell, for which the satellite is sized.
 */
export function makeCycler(
  mission: Mission,
  { elementsTexts = {} }: { elementsTexts?: Readonly<Record<string, string>> } = {},
) {
  const { chain, issues } = runChain(mission, { elementsTexts });
  if (chain === undefined) return { cycler: undefined, issues };
  const { satellite, shells } = chain;
  const { assumptions } = resolveMission(mission);
  const epoch = parseInstant(mission.epoch)!;
  const flown = readFlownShells({ mission, epoch, elementsTexts }).shells;
  const over = layOver(assumptions);
  const heatCapacityJPerK =
    satellite.rackMassKg * assumptions.rackHeatJPerKgK + satellite.radiatorMassKg * assumptions.radiatorHeatJPerKgK;
  const batteryEnergyWh = satellite.announcedBatteryEnergyWh ?? satellite.batteryEnergyWh;
  const noonAlbedoHeatWPerM2 =
    SOLAR_CONSTANT_W_PER_M2 *
    assumptions.radiatorAbsorptivityFraction *
    assumptions.albedoFraction *
    satellite.earthViewFraction;
  const chipShare = satellite.chipPowerW / satellite.sustainedPowerW;

  const known = over(satellite, { batteryEnergyWh, heatCapacityJPerK, noonAlbedoHeatWPerM2 });
  // A small object of its own: the integration reads it a hundred thousand times.
  const fixed = Object.fromEntries(fixedNames.map((name) => [name, known[name]])) as FixedDesign;

  const designOf = (shellIndex: number, betaRad: number): CycleDesign => {
    const { altitudeKm, periodS } = shells[shellIndex]!;
    const shadowFraction = eclipseFraction({ radiusKm: EARTH_RADIUS_WGS84_KM + altitudeKm, betaRad });
    return { ...fixed, periodS, shadowFraction, cosBeta: Math.cos(betaRad) };
  };
  const chipTemperatureK = ({ panelTemperatureK, loadPowerW }: { panelTemperatureK: number; loadPowerW: number }) =>
    climbLadder(over({ panelTemperatureK, chipPowerW: loadPowerW * chipShare })).chipTemperatureK;
  const place = (shellIndex: number) => ({
    shell: mission.shells[shellIndex]!,
    flown: flown[shellIndex],
    raanRateDegPerDay: shells[shellIndex]!.raanRateDegPerDay,
    epoch,
  });
  const cycler = {
    satellite,
    shells,
    designOf,
    chipTemperatureK,
    /** Node of a shell at its local time (a Walker shell: of its first plane), °. */
    middleNodeDeg: (shellIndex: number, days: number) => middleNodeDeg({ ...place(shellIndex), days }),
    /** Nodes of at most `mostPlanes` of a shell's planes at any day since J2000, °. */
    nodesOf: (shellIndex: number, mostPlanes: number) => nodesOf({ ...place(shellIndex), mostPlanes }).planes,
    /** A satellite of a shell at an angle from orbit noon, counted along its motion, rad. */
    stateAt({ shellIndex, betaRad, phaseRad }: { shellIndex: number; betaRad: number; phaseRad: number }): CycleState {
      const design = designOf(shellIndex, betaRad);
      const { periodic, state } = settleOrbit(design);
      const turns = phaseRad / (2 * Math.PI);
      const timesS = [(turns - Math.floor(turns)) * design.periodS];
      const { series } = followOrbit({ design, state, timesS });
      const [panelTemperatureK, loadPowerW] = [series.radiatorTemperatureK[0]!, series.loadPowerW[0]!];
      return {
        betaDeg: (betaRad * 180) / Math.PI,
        arrayPowerW: series.arrayPowerW[0]!,
        loadPowerW,
        batteryEnergyWh: series.batteryEnergyWh[0]!,
        radiatorTemperatureK: panelTemperatureK,
        chipTemperatureK: chipTemperatureK({ panelTemperatureK, loadPowerW }),
        periodic,
      };
    },
  };
  return { cycler, issues };
}

export type Cycler = NonNullable<ReturnType<typeof makeCycler>["cycler"]>;
