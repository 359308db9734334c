/**
 * Yearly mean of the power that the rack may draw: min(sustained, array × sunlit share of the orbit × storage path), orbit by orbit.
 *
 * The storage path is charged to all of the array's output, not only to the part that waits in the battery: a lower bound,
 * 8 % below the exact balance in a dawn-dusk orbit's worst week and less elsewhere. Beginning of life; ageing is in the peak margin.
 */
export function deliverPower({
  sustainedPowerW,
  arrayPowerW,
  storageEfficiencyFraction,
  eclipseFractions,
}: {
  sustainedPowerW: number;
  arrayPowerW: number;
  storageEfficiencyFraction: number;
  /** Share of an orbit in shadow at even steps through the year, one list a plane. */
  eclipseFractions: readonly Float64Array[];
}) {
  let sumW = 0;
  let count = 0;
  let leastW = sustainedPowerW;
  for (const fractions of eclipseFractions) {
    for (const fraction of fractions) {
      const powerW = Math.min(sustainedPowerW, arrayPowerW * (1 - fraction) * storageEfficiencyFraction);
      sumW += powerW;
      count++;
      if (powerW < leastW) leastW = powerW;
    }
  }
  return { deliveredPowerW: sumW / count, leastDeliveredPowerW: leastW };
}
