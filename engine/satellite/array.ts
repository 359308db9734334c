import { SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../facts/constants.ts";

/** Cells are rated at 28 °C, K. */
const RATING_TEMPERATURE_K = 301.15;

/**
 * Temperature of an array that faces the Sun and stands edge-on to the Earth, power drawn:
 * T⁴ = [S (α − η) + E (ε_f F + ε_b F)] ÷ [σ (ε_f + ε_b)]. 44 °C without the Earth, 52 °C over the terminator.
 * Left out: albedo, and orbits that carry the array over the subsolar point (up to 15 K warmer there).
 */
export function arrayTemperature({
  convertedFraction,
  arrayAbsorptivityFraction,
  arrayFrontEmissivityFraction,
  arrayBackEmissivityFraction,
  earthInfraredWPerM2,
  faceViewFraction,
}: {
  convertedFraction: number;
  arrayAbsorptivityFraction: number;
  arrayFrontEmissivityFraction: number;
  arrayBackEmissivityFraction: number;
  earthInfraredWPerM2: number;
  faceViewFraction: number;
}): number {
  const emissivity = arrayFrontEmissivityFraction + arrayBackEmissivityFraction;
  const absorbedWPerM2 =
    SOLAR_CONSTANT_W_PER_M2 * Math.max(0, arrayAbsorptivityFraction - convertedFraction) +
    earthInfraredWPerM2 * emissivity * faceViewFraction;
  return (absorbedWPerM2 / (STEFAN_BOLTZMANN_W_PER_M2_K4 * emissivity)) ** 0.25;
}

/** Array power per area from its cells, beginning of life, at one astronomical unit; and the cell that an announced flux asks for. */
export function cellArray({
  solarFluxWPerM2,
  cellEfficiencyFraction,
  packingFraction,
  cellTemperaturePerK,
  arrayTemperatureK,
  arrayPointingDeg,
  wiringEfficiencyFraction,
}: {
  solarFluxWPerM2: number;
  cellEfficiencyFraction: number;
  packingFraction: number;
  cellTemperaturePerK: number;
  arrayTemperatureK: number;
  arrayPointingDeg: number;
  wiringEfficiencyFraction: number;
}) {
  const arrayLossFraction =
    packingFraction *
    (1 + cellTemperaturePerK * (arrayTemperatureK - RATING_TEMPERATURE_K)) *
    Math.cos((arrayPointingDeg * Math.PI) / 180) *
    wiringEfficiencyFraction;
  return {
    arrayTemperatureK,
    arrayLossFraction,
    cellSolarFluxWPerM2: SOLAR_CONSTANT_W_PER_M2 * cellEfficiencyFraction * arrayLossFraction,
    impliedCellEfficiencyFraction: solarFluxWPerM2 / (SOLAR_CONSTANT_W_PER_M2 * arrayLossFraction),
  };
}
