import { SOLAR_CONSTANT_W_PER_M2 } from "../facts/constants.ts";

/**
 * Solar array for the announced peak, or as announced by area.
 * `solarFluxWPerM2` is taken at beginning of life and normal incidence; Sun distance (±3.4 % over the year) is left out.
 */
export function sizeSolar({
  peakPowerW,
  solarFluxWPerM2,
  wingspanM,
  announcedSolarAreaM2,
}: {
  peakPowerW: number;
  solarFluxWPerM2: number;
  wingspanM: number;
  announcedSolarAreaM2?: number | undefined;
}) {
  const solarAreaM2 = announcedSolarAreaM2 ?? peakPowerW / solarFluxWPerM2;
  return {
    solarAreaM2,
    arrayPowerW: solarAreaM2 * solarFluxWPerM2,
    chordM: solarAreaM2 / wingspanM,
    impliedArrayEfficiencyFraction: solarFluxWPerM2 / SOLAR_CONSTANT_W_PER_M2,
  };
}

/**
 * What reaches the load at peak after `lifeYears`, against what it asks: ageing of the array, then conversion losses.
 * The bus and the pumps are asked of the main bus, before the last conversion.
 */
export function peakMargin({
  arrayPowerW,
  peakPowerW,
  busPowerW,
  pumpPowerFraction,
  arrayToBusEfficiencyFraction,
  busToLoadEfficiencyFraction,
  arrayYearlyAgeingFraction,
  lifeYears,
  solarFluxWPerM2,
}: {
  arrayPowerW: number;
  peakPowerW: number;
  busPowerW: number;
  pumpPowerFraction: number;
  arrayToBusEfficiencyFraction: number;
  busToLoadEfficiencyFraction: number;
  arrayYearlyAgeingFraction: number;
  lifeYears: number;
  solarFluxWPerM2: number;
}) {
  const ageingFraction = (1 - arrayYearlyAgeingFraction) ** lifeYears;
  const agedArrayPowerW = arrayPowerW * ageingFraction;
  const peakDemandW =
    (peakPowerW / busToLoadEfficiencyFraction + busPowerW + peakPowerW * pumpPowerFraction) /
    arrayToBusEfficiencyFraction;
  return {
    agedArrayPowerW,
    peakDemandW,
    peakMarginW: agedArrayPowerW - peakDemandW,
    closingSolarAreaM2: peakDemandW / (ageingFraction * solarFluxWPerM2),
  };
}
