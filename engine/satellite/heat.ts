import { SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../facts/constants.ts";

/** Sun and albedo on both faces of a panel that is edge-on to the Sun but for its pointing error, W/m² of planform. */
export function sunOnPanel({
  radiatorAbsorptivityFraction,
  albedoFraction,
  earthViewFraction,
  leastBetaRad,
  radiatorPointingDeg,
}: {
  radiatorAbsorptivityFraction: number;
  albedoFraction: number;
  earthViewFraction: number;
  /** Smallest angle between orbit plane and Sun: the ground below is brightest then. */
  leastBetaRad: number;
  radiatorPointingDeg: number;
}) {
  const sunW = SOLAR_CONSTANT_W_PER_M2 * radiatorAbsorptivityFraction;
  return {
    /** The ground's mean light over an orbit is cos β ÷ π of the full. */
    albedoHeatWPerM2: (sunW * albedoFraction * earthViewFraction * Math.cos(leastBetaRad)) / Math.PI,
    sunHeatWPerM2: sunW * Math.sin((radiatorPointingDeg * Math.PI) / 180),
  };
}

type Panel = {
  /** Planform that still works, loops lost taken off. */
  workingAreaM2: number;
  finEfficiencyFraction: number;
  radiatorEmissivityFraction: number;
  /** All that both faces take in, per planform. */
  absorbedWPerM2: number;
};

/** Panel temperature at its tubes that rejects `heatW`, K: (q ÷ η + absorbed) = 2 ε σ T⁴. */
export const temperatureAtHeat = (panel: Panel & { heatW: number }) =>
  ((panel.heatW / (panel.workingAreaM2 * panel.finEfficiencyFraction) + panel.absorbedWPerM2) /
    (2 * panel.radiatorEmissivityFraction * STEFAN_BOLTZMANN_W_PER_M2_K4)) **
  0.25;

/** Heat that the panel rejects at a temperature of its tubes, W; none below the temperature that the environment alone gives it. */
export const heatAtTemperature = (panel: Panel & { temperatureK: number }) =>
  Math.max(
    0,
    panel.workingAreaM2 *
      panel.finEfficiencyFraction *
      (2 * panel.radiatorEmissivityFraction * STEFAN_BOLTZMANN_W_PER_M2_K4 * panel.temperatureK ** 4 -
        panel.absorbedWPerM2),
  );

type Ladder = { filmDropK: number; coolantRiseK: number; chipResistanceKPerW: number };

/** Panel → coolant → chip, K. The coolant's mean stands `filmDropK` above the panel; the last chip sees it at its warmest. */
export function climbLadder({
  panelTemperatureK,
  chipPowerW,
  filmDropK,
  coolantRiseK,
  chipResistanceKPerW,
}: Ladder & { panelTemperatureK: number; chipPowerW: number }) {
  const coolantSupplyTemperatureK = panelTemperatureK + filmDropK - coolantRiseK / 2;
  const coolantReturnTemperatureK = coolantSupplyTemperatureK + coolantRiseK;
  return {
    coolantSupplyTemperatureK,
    coolantReturnTemperatureK,
    chipTemperatureK: coolantReturnTemperatureK + chipPowerW * chipResistanceKPerW,
  };
}

/**
 * Rack power at which the last of coolant and memory reaches its limit. More power warms panel and chip alike, so bisection
 * between none and what the panel rejects at the limit itself finds the one answer.
 */
export function allowedPower({
  panel,
  ladder,
  coolantLimitK,
  memoryLimitK,
  chipPowerRatio,
  pumpShareFraction,
}: {
  panel: Panel;
  ladder: Ladder;
  coolantLimitK: number;
  memoryLimitK: number;
  /** Power of one chip for each watt of the rack. */
  chipPowerRatio: number;
  pumpShareFraction: number;
}) {
  const heatRatio = 1 + pumpShareFraction;
  const coolantAllowedPowerW =
    heatAtTemperature({ ...panel, temperatureK: coolantLimitK - ladder.filmDropK + ladder.coolantRiseK / 2 }) /
    heatRatio;
  let low = 0;
  let high = heatAtTemperature({ ...panel, temperatureK: memoryLimitK }) / heatRatio;
  for (let i = 0; i < 50; i++) {
    const powerW = (low + high) / 2;
    const panelTemperatureK = temperatureAtHeat({ ...panel, heatW: powerW * heatRatio });
    const { chipTemperatureK } = climbLadder({ ...ladder, panelTemperatureK, chipPowerW: powerW * chipPowerRatio });
    if (chipTemperatureK > memoryLimitK) high = powerW;
    else low = powerW;
  }
  return { coolantAllowedPowerW, memoryAllowedPowerW: low };
}

/** Flow that carries `heatW` at a rise, and the pumps' power as a share of the heat: Δp ÷ (ρ c ΔT η). */
export function sizeFlow({
  heatW,
  coolantRiseK,
  coolantPressurePa,
  pumpEfficiencyFraction,
  heatCapacityJPerKgK,
  densityKgPerM3,
}: {
  heatW: number;
  coolantRiseK: number;
  coolantPressurePa: number;
  pumpEfficiencyFraction: number;
  heatCapacityJPerKgK: number;
  densityKgPerM3: number;
}) {
  const coolantFlowKgPerS = heatW / (heatCapacityJPerKgK * coolantRiseK);
  const pumpPowerW = (coolantPressurePa * coolantFlowKgPerS) / (densityKgPerM3 * pumpEfficiencyFraction);
  return { coolantFlowKgPerS, pumpPowerW, pumpShareFraction: pumpPowerW / heatW };
}
