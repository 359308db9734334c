/**
 * Array power that carries its loads through sunlight and shadow (Larson and Wertz, eq. 11-5):
 * (P_e T_e ÷ X_e + P_d T_d ÷ X_d) ÷ T_d. FireSat: 110 W, 35.3 and 63.5 min, 0.60 and 0.80 give 239.4 W.
 */
export function arrayThroughEclipse({
  eclipseLoadW,
  eclipseS,
  eclipsePathFraction,
  sunlitLoadW,
  sunlitS,
  sunlitPathFraction,
}: {
  eclipseLoadW: number;
  eclipseS: number;
  eclipsePathFraction: number;
  sunlitLoadW: number;
  sunlitS: number;
  sunlitPathFraction: number;
}): number {
  return ((eclipseLoadW * eclipseS) / eclipsePathFraction + (sunlitLoadW * sunlitS) / sunlitPathFraction) / sunlitS;
}

/** Largest mean of seven days of the daily shares of shadow, over all planes. */
export function worstWeekFraction(eclipseFractions: readonly Float64Array[]): number {
  const days = 7;
  let worst = 0;
  for (const fractions of eclipseFractions) {
    let sum = 0;
    for (let i = 0; i < fractions.length; i++) {
      sum += fractions[i]!;
      if (i >= days) sum -= fractions[i - days]!;
      if (i >= days - 1 && sum > worst * days) worst = sum / days;
    }
  }
  return Math.min(1, worst);
}

/**
 * Rack power that the aged array holds round the clock in the year's worst week, and the array that would hold the sustained load.
 * What waits in the battery pays the storage path, the rest does not. The bus is asked first; pumps by their hydraulics.
 */
export function continuousPower({
  agedArrayPowerW,
  arrayPowerW,
  sustainedPowerW,
  busPowerW,
  pumpShareFraction,
  worstWeekEclipseFraction,
  arrayToBusEfficiencyFraction,
  busToLoadEfficiencyFraction,
  storageEfficiencyFraction,
}: {
  agedArrayPowerW: number;
  arrayPowerW: number;
  sustainedPowerW: number;
  busPowerW: number;
  pumpShareFraction: number;
  worstWeekEclipseFraction: number;
  arrayToBusEfficiencyFraction: number;
  busToLoadEfficiencyFraction: number;
  storageEfficiencyFraction: number;
}) {
  const rackToBusRatio = 1 / busToLoadEfficiencyFraction + pumpShareFraction;
  const arrayForBus = (busW: number) =>
    arrayThroughEclipse({
      eclipseLoadW: busW,
      eclipseS: worstWeekEclipseFraction,
      eclipsePathFraction: arrayToBusEfficiencyFraction * storageEfficiencyFraction,
      sunlitLoadW: busW,
      sunlitS: 1 - worstWeekEclipseFraction,
      sunlitPathFraction: arrayToBusEfficiencyFraction,
    });
  const perBusRatio = arrayForBus(1);
  return {
    continuousPowerW: Math.max(0, agedArrayPowerW / perBusRatio - busPowerW) / rackToBusRatio,
    continuousArrayPowerW: (arrayForBus(sustainedPowerW * rackToBusRatio + busPowerW) * arrayPowerW) / agedArrayPowerW,
  };
}
