import type { AssumptionName } from "../facts/assumptions.ts";
import { HOURS_PER_YEAR, SOLAR_CONSTANT_W_PER_M2, STANDARD_GRAVITY_M_PER_S2 } from "../facts/constants.ts";
import type { ResolvedMission } from "../mission/resolve.ts";
import { linkRangeKm, linkRateBps } from "../network/optics.ts";
import { meanDragAreas } from "../orbit/attitude.ts";
import { airDensity, airDensityRange, dragOfCircularOrbit, yearlyDragMPerS } from "../orbit/decay.ts";
import { spiralDeltaV } from "../orbit/transfer.ts";
import { arrayTemperature, cellArray } from "../satellite/array.ts";
import { sizeBattery } from "../satellite/battery.ts";
import { closeSheet } from "../satellite/closure.ts";
import { deliverPower, eclipseLoad } from "../satellite/delivery.ts";
import { sizeDose } from "../satellite/dose.ts";
import { continuousPower, worstWeekFraction } from "../satellite/endurance.ts";
import { allowedPower, climbLadder, sizeFlow, sunOnPanel, temperatureAtHeat } from "../satellite/heat.ts";
import { sumMass } from "../satellite/mass.ts";
import { fitPayload } from "../satellite/payload.ts";
import { earthViewFactor, sizeRadiator } from "../satellite/radiator.ts";
import { shapeSatellite } from "../satellite/shape.ts";
import { peakMargin, sizeSolar } from "../satellite/solar.ts";
import { layOver } from "./layer.ts";
import type { planShell } from "./shells.ts";

type PlannedOrbit = ReturnType<typeof planShell>;
type Assumed = Record<AssumptionName, number>;

/** One design for all shells, for the worst of them: array, battery, heat, drag, mass, dose and shape, in order. */
export function sizeSatellite({ resolved, planned }: { resolved: ResolvedMission; planned: readonly PlannedOrbit[] }) {
  const { rack, assumptions, ways, coolant, doseTable } = resolved;
  const over = layOver(assumptions);
  const shells = planned.map(({ row }) => row);
  const altitudeKm = Math.min(...shells.map((shell) => shell.altitudeKm));
  const worstPlaneEclipseS = Math.max(...shells.map((shell) => shell.worstPlaneEclipseS));
  const satelliteCount = shells.reduce((sum, shell) => sum + shell.satelliteCount, 0);
  const eclipseLoadFraction = eclipseLoad(over(ways));

  const eclipseBusPowerW = ways.eclipseMode === "ride-through" ? 0 : assumptions.busPowerW;

  const cells = sizeCells({ resolved, altitudeKm });
  const load = { ...resolved.satellite, solarFluxWPerM2: cells.solarFluxWPerM2 };
  const solar = sizeSolar(load);
  const margin = peakMargin(over(load, solar));
  const radiator = sizeRadiator(over(load, { altitudeKm }));
  const battery = sizeBattery(over(load, { worstPlaneEclipseS, eclipseLoadFraction, eclipseBusPowerW }));
  const leastBetaRad = Math.min(...planned.map(({ sunAngles }) => sunAngles.leastBetaRad));
  const heat = sizeHeat({ assumptions, load, radiator, coolant, payload: rack.payload, leastBetaRad });

  const delivered = planned.map(({ row, fractions }) => ({
    share: row.satelliteCount / satelliteCount,
    ...deliverPower(over(load, solar, { eclipseLoadFraction, eclipseFractions: fractions })),
  }));
  const deliveredPowerW = delivered.reduce((sum, each) => sum + each.share * each.deliveredPowerW, 0);
  const worstWeekEclipseFraction = worstWeekFraction(planned.flatMap(({ fractions }) => fractions));
  const power = {
    eclipseLoadFraction,
    eclipseBusPowerW,
    deliveredPowerW,
    leastDeliveredPowerW: Math.min(...delivered.map((each) => each.leastDeliveredPowerW)),
    yearlyDeliveredEnergyWh: deliveredPowerW * HOURS_PER_YEAR,
    worstWeekEclipseFraction,
    ...continuousPower(over(load, solar, margin, heat, { worstWeekEclipseFraction })),
  };

  const areas = weighDragAreas({ planned, satelliteCount, solar, radiator, assumptions });
  const demand = demandVelocity({ planned, assumptions, dragAreaM2: areas.dragAreaM2 });
  const mass = sumMass(over(load, solar, radiator, battery, demand.budget));
  const drag = dragOfSatellite({ planned, assumptions, areas, solar, radiator, massKg: mass.massKg });
  const dose = shells
    .map((shell) => sizeDose(over(rack.payload, shell, { doseTable })))
    .reduce((worst, each) => (each.doseGy > worst.doseGy ? each : worst));
  return {
    ...load,
    eclipseMode: ways.eclipseMode,
    coolant: ways.coolant,
    ...rack.payload,
    ...fitPayload(over(rack.payload, load)),
    rackMassKg: assumptions.rackMassKg,
    ...cells,
    ...solar,
    ...margin,
    ...power,
    worstPlaneEclipseS,
    ...battery,
    ...radiator,
    ...heat,
    ...areas,
    ...demand.told,
    ...drag,
    ...mass,
    disposalMassKg:
      mass.dryMassKg *
      Math.expm1(demand.told.disposalDeltaVMPerS / (STANDARD_GRAVITY_M_PER_S2 * assumptions.specificImpulseS)),
    ...dose,
    ...shapeSatellite(over(load, solar, radiator)),
    closure: closeClaims({ resolved, radiator }),
  };
}

/** The spec sheet's claims against each other, with the mission's losses, ageing, panel and launch. */
function closeClaims({ resolved, radiator }: { resolved: ResolvedMission; radiator: { earthHeatWPerM2: number } }) {
  const { assumptions, claims, optics } = resolved;
  const ageingFraction = (1 - assumptions.arrayYearlyAgeingFraction) ** assumptions.lifeYears;
  const toArray = assumptions.arrayToBusEfficiencyFraction * ageingFraction;
  return closeSheet({
    claims,
    given: layOver(assumptions)({
      earthHeatWPerM2: radiator.earthHeatWPerM2,
      peakDemandRatio: (1 / assumptions.busToLoadEfficiencyFraction + assumptions.pumpPowerFraction) / toArray,
      peakDemandFixedW: assumptions.busPowerW / toArray,
      linkRateAtBps: (lengthKm: number) => linkRateBps({ ...optics, lengthKm }),
      linkRangeAtKm: (rateBps: number) => linkRangeKm({ ...optics, rateBps }) ?? Number.NaN,
    }),
  });
}

/** The array's power per area, as announced or from its cells, and what each asks of the other. */
function sizeCells({ resolved, altitudeKm }: { resolved: ResolvedMission; altitudeKm: number }) {
  const { satellite, assumptions, ways } = resolved;
  const fromCells = ways.solarFluxFrom === "cells";
  const over = layOver(assumptions);
  const arrayTemperatureK = arrayTemperature(
    over({
      convertedFraction: fromCells
        ? assumptions.cellEfficiencyFraction * assumptions.packingFraction
        : satellite.solarFluxWPerM2 / SOLAR_CONSTANT_W_PER_M2,
      faceViewFraction: earthViewFactor({ altitudeKm, offNadirRad: Math.PI / 2 }),
    }),
  );
  const given = over({ arrayTemperatureK, solarFluxWPerM2: satellite.solarFluxWPerM2 });
  const announced = cellArray(given);
  if (!fromCells) return { ...announced, solarFluxWPerM2: satellite.solarFluxWPerM2 };
  const solarFluxWPerM2 = announced.cellSolarFluxWPerM2;
  return { ...cellArray(over({ arrayTemperatureK, solarFluxWPerM2 })), solarFluxWPerM2 };
}

function sizeHeat({
  assumptions,
  load,
  radiator,
  coolant,
  payload,
  leastBetaRad,
}: {
  assumptions: Assumed;
  load: { peakPowerW: number; sustainedPowerW: number };
  radiator: ReturnType<typeof sizeRadiator>;
  coolant: ResolvedMission["coolant"];
  payload: ResolvedMission["rack"]["payload"];
  leastBetaRad: number;
}) {
  const over = layOver(assumptions);
  const sun = sunOnPanel(over(radiator, { leastBetaRad }));
  const workingAreaM2 = radiator.radiatorAreaM2 * (1 - assumptions.lostLoopFraction);
  const absorbedWPerM2 = radiator.earthHeatWPerM2 + sun.albedoHeatWPerM2 + sun.sunHeatWPerM2;
  const { finEfficiencyFraction, radiatorEmissivityFraction } = assumptions;
  const panel = { workingAreaM2, absorbedWPerM2, finEfficiencyFraction, radiatorEmissivityFraction };
  const { filmDropK, coolantRiseK, chipResistanceKPerW } = assumptions;
  const ladder = { filmDropK, coolantRiseK, chipResistanceKPerW };
  const { heatCapacityJPerKgK, densityKgPerM3 } = coolant;
  const flow = sizeFlow(over({ heatW: load.peakPowerW, heatCapacityJPerKgK, densityKgPerM3 }));
  const chipPowerW = Math.min(load.sustainedPowerW, payload.rackSustainedPowerW) / payload.chipCount;
  const designRadiatorTemperatureK = temperatureAtHeat({
    ...panel,
    heatW: load.sustainedPowerW * (1 + flow.pumpShareFraction),
  });
  return {
    ...sun,
    workingAreaM2,
    absorbedWPerM2,
    heatCapacityJPerKgK,
    densityKgPerM3,
    ...flow,
    designRadiatorTemperatureK,
    chipPowerW,
    ...climbLadder({ ...ladder, panelTemperatureK: designRadiatorTemperatureK, chipPowerW }),
    ...allowedPower({
      coolantLimitK: assumptions.coolantLimitK,
      memoryLimitK: assumptions.memoryLimitK,
      panel,
      ladder,
      chipPowerRatio: chipPowerW / load.sustainedPowerW,
      pumpShareFraction: flow.pumpShareFraction,
    }),
  };
}

/** Areas in the stream, mean over the fleet's satellites. */
function weighDragAreas({
  planned,
  satelliteCount,
  solar,
  radiator,
  assumptions,
}: {
  planned: readonly PlannedOrbit[];
  satelliteCount: number;
  solar: { solarAreaM2: number };
  radiator: { radiatorAreaM2: number };
  assumptions: Assumed;
}) {
  const each = planned.map(({ row, sunAngles }) => ({
    share: row.satelliteCount / satelliteCount,
    ...meanDragAreas(layOver(assumptions)(solar, radiator, sunAngles)),
  }));
  const meanArrayDragAreaM2 = each.reduce((sum, one) => sum + one.share * one.meanArrayDragAreaM2, 0);
  const meanRadiatorDragAreaM2 = each.reduce((sum, one) => sum + one.share * one.meanRadiatorDragAreaM2, 0);
  return {
    meanArrayDragAreaM2,
    meanRadiatorDragAreaM2,
    dragAreaM2: meanArrayDragAreaM2 + meanRadiatorDragAreaM2 + assumptions.bodyDragAreaM2,
  };
}

/** Velocity that the worst of the shells asks for each purpose; drag is left for the mass to close. */
function demandVelocity({
  planned,
  assumptions,
  dragAreaM2,
}: {
  planned: readonly PlannedOrbit[];
  assumptions: Assumed;
  dragAreaM2: number;
}) {
  const heights = planned.map(({ row }) => row.altitudeKm);
  const most = (of: (altitudeKm: number) => number) => Math.max(...heights.map(of));
  const raisingDeltaVMPerS = most((toKm) => spiralDeltaV({ fromKm: assumptions.insertionAltitudeKm, toKm }));
  const disposalDeltaVMPerS = most((fromKm) => spiralDeltaV({ fromKm, toKm: assumptions.disposalAltitudeKm }));
  const reserve = 1 + assumptions.deltaVMarginFraction;
  /** Velocity a year of a satellite of one kilogram. */
  const dragOfOneKg = most((altitudeKm) => {
    const densityKgPerM3 = airDensity(altitudeKm);
    const ballisticMassKgPerM2 = 1 / Math.max(1e-9, assumptions.dragCoefficientRatio * dragAreaM2);
    return densityKgPerM3 === undefined ? 0 : yearlyDragMPerS({ altitudeKm, densityKgPerM3, ballisticMassKgPerM2 });
  });
  return {
    told: { raisingDeltaVMPerS, disposalDeltaVMPerS },
    budget: {
      fixedDeltaVMPerS:
        reserve *
        (raisingDeltaVMPerS + disposalDeltaVMPerS + assumptions.avoidanceDeltaVMPerSPerYear * assumptions.lifeYears),
      dragMPerSKg: reserve * dragOfOneKg * assumptions.lifeYears,
    },
  };
}

/** Drag in the lowest shell, passive life in the highest; what the tables do not reach is left out. */
function dragOfSatellite({
  planned,
  assumptions,
  areas,
  solar,
  radiator,
  massKg,
}: {
  planned: readonly PlannedOrbit[];
  assumptions: Assumed;
  areas: ReturnType<typeof weighDragAreas>;
  solar: { solarAreaM2: number };
  radiator: { radiatorAreaM2: number };
  massKg: number;
}) {
  const heights = planned.map(({ row }) => row.altitudeKm);
  const lowestKm = Math.min(...heights);
  const highestKm = Math.max(...heights);
  const perArea = (areaM2: number) => massKg / Math.max(1e-9, assumptions.dragCoefficientRatio * areaM2);
  const ballisticMassKgPerM2 = perArea(areas.dragAreaM2);
  const low = airDensity(lowestKm);
  const high = dragOfCircularOrbit({ altitudeKm: highestKm, ballisticMassKgPerM2: 1 });
  const range = airDensityRange(lowestKm);
  const atDensity = (densityKgPerM3: number) =>
    yearlyDragMPerS({ altitudeKm: lowestKm, densityKgPerM3, ballisticMassKgPerM2 });
  const tumblingAreaM2 = (solar.solarAreaM2 + radiator.radiatorAreaM2) / 2 + assumptions.bodyDragAreaM2;
  return {
    ...(low === undefined ? {} : { dragDeltaVMPerSPerYear: atDensity(low) }),
    ...(range === undefined
      ? {}
      : {
          quietDragDeltaVMPerSPerYear: atDensity(range.least),
          activeDragDeltaVMPerSPerYear: atDensity(range.most),
        }),
    ...(high.lifetimeYears === undefined
      ? {}
      : {
          lifetimeYears: high.lifetimeYears * ballisticMassKgPerM2,
          tumblingLifeYears: high.lifetimeYears * perArea(tumblingAreaM2),
        }),
  };
}
