import type { Instant } from "../geometry/instant.ts";
import { lightOf, PENUMBRA, SUNLIT, UMBRA } from "../orbit/shadow.ts";
import { sunAt } from "../orbit/sun.ts";
import type { FlyingShell } from "./fleet.ts";

/**
 * Shares of the fleet (without the relay) in full sun, in the penumbra and in the umbra of the cone, of the satellites that have a
 * state; `shellSunlitFraction` is the first of them for each of its shells, in their order. `positionsTemeKm` [totalCount × 3], NaN
 * without a state. A share of no satellites is 0.
 */
export function sunlightOf({
  shells,
  positionsTemeKm,
  instant,
}: {
  shells: readonly FlyingShell[];
  positionsTemeKm: Float64Array;
  instant: Instant;
}) {
  const sun = sunAt(instant);
  const fleetCounts = [0, 0, 0];
  const fleet = shells.filter(({ layer }) => layer === "fleet");
  const shellSunlitFraction = fleet.map(({ firstIndex, squadron }) => {
    const counts = [0, 0, 0];
    for (let row = firstIndex; row < firstIndex + squadron.satelliteCount; row++) {
      const x = positionsTemeKm[row * 3]!;
      if (Number.isNaN(x)) continue;
      counts[lightOf({ x, y: positionsTemeKm[row * 3 + 1]!, z: positionsTemeKm[row * 3 + 2]!, ...sun })]!++;
    }
    counts.forEach((count, light) => {
      fleetCounts[light]! += count;
    });
    return shareOf(counts, SUNLIT);
  });
  return {
    sunlitFraction: shareOf(fleetCounts, SUNLIT),
    penumbraFraction: shareOf(fleetCounts, PENUMBRA),
    umbraFraction: shareOf(fleetCounts, UMBRA),
    shellSunlitFraction,
  };
}

function shareOf(counts: readonly number[], light: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : counts[light]! / total;
}
