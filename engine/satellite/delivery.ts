/** The way through a shadow: the whole load, a share of it, or asleep. */
export type EclipseMode = "ride-through" | "throttle" | "sleep";

/** Share of the sustained load that the rack draws in shadow. */
export const eclipseLoad = ({
  eclipseMode,
  throttleFraction,
  sleepFraction,
}: {
  eclipseMode: EclipseMode;
  throttleFraction: number;
  sleepFraction: number;
}) => (eclipseMode === "ride-through" ? 1 : eclipseMode === "throttle" ? throttleFraction : sleepFraction);

/**
 * Yearly mean of the power that the rack may draw, orbit by orbit. Beginning of life; ageing is in the peak margin and in `continuousPowerW`.
 *
 * Riding through: min(sustained, array × sunlit share × storage path). The storage path is charged to all of the array's output, not only to
 * the part that waits in the battery: a lower bound, 8 % below the exact balance in a dawn-dusk orbit's worst week, 10 % in full sun, where it binds only an array that is barely enough.
 * Throttled or asleep in shadow: the sunlit draw P obeys P (sunlit + share × shadow ÷ storage) ≤ array × sunlit, exactly.
 */
export function deliverPower({
  sustainedPowerW,
  arrayPowerW,
  storageEfficiencyFraction,
  eclipseFractions,
  eclipseLoadFraction = 1,
}: {
  sustainedPowerW: number;
  arrayPowerW: number;
  storageEfficiencyFraction: number;
  /** Share of an orbit in shadow at even steps through the year, one list a plane. */
  eclipseFractions: readonly Float64Array[];
  eclipseLoadFraction?: number;
}) {
  const isRiding = eclipseLoadFraction === 1;
  let sumW = 0;
  let count = 0;
  let leastW = sustainedPowerW;
  for (const fractions of eclipseFractions) {
    for (const fraction of fractions) {
      const sunlit = 1 - fraction;
      const powerW = isRiding
        ? Math.min(sustainedPowerW, arrayPowerW * sunlit * storageEfficiencyFraction)
        : Math.min(
            sustainedPowerW,
            (arrayPowerW * sunlit) / (sunlit + (eclipseLoadFraction * fraction) / storageEfficiencyFraction),
          ) *
          (sunlit + eclipseLoadFraction * fraction);
      sumW += powerW;
      count++;
      if (powerW < leastW) leastW = powerW;
    }
  }
  return { deliveredPowerW: sumW / count, leastDeliveredPowerW: leastW };
}
