import type { Instant } from "../geometry/instant.ts";
import { analyticInto } from "../orbit/analytic.ts";
import { minutesSinceEpoch, propagateInto } from "../orbit/propagate.ts";
import type { FlyingShell } from "./fleet.ts";
import type { openRoster } from "./roster.ts";

/**
 * Positions and, where wanted, velocities of all satellites, [totalCount × 3], TEME, km and km/s; NaN where there is no state. Returns how many
 * have none. Designed shells by the closed form and listed satellites by the kernel, both within 1e-6 km of SGP4; clusters by SGP4
 * itself. `isListedOnly`: without the closed form's, in rows of their own. `isServingOnly`: without the catalogue, [servingCount × 3].
 */
export function makeStates({
  shells,
  doors,
  instantAt,
}: {
  shells: readonly FlyingShell[];
  doors: ReturnType<typeof openRoster>;
  instantAt(tS: number): Instant;
}) {
  const servingShells = shells.filter(({ layer }) => layer !== "catalogue");
  return function statesInto({
    tS,
    positions,
    velocities,
    isListedOnly = false,
    isServingOnly = false,
  }: {
    tS: number;
    positions: Float64Array | Float32Array;
    velocities?: Float64Array | Float32Array | undefined;
    isListedOnly?: boolean;
    isServingOnly?: boolean;
  }): number {
    const instant = instantAt(tS);
    let decayedCount = 0;
    let row = 0;
    (isServingOnly ? servingShells : shells).forEach(({ squadron }, shellIndex) => {
      const analytic = doors.analyticOf(shellIndex);
      if (analytic !== undefined) {
        if (isListedOnly) return;
        const minutes = minutesSinceEpoch(analytic.constants.epoch, instant);
        analyticInto({ shell: analytic, minutes, positions, velocities, row });
        row += squadron.satelliteCount;
        return;
      }
      if (squadron.allInto !== undefined) {
        const partOf = <Of extends Float64Array | Float32Array>(array: Of) =>
          array.subarray(row * 3, (row + squadron.satelliteCount) * 3) as Of;
        decayedCount += squadron.allInto({
          instant,
          positions: partOf(positions),
          velocities: velocities && partOf(velocities),
        });
        row += squadron.satelliteCount;
        return;
      }
      for (let within = 0; within < squadron.satelliteCount; within++, row++) {
        const record = squadron.recordOf(within);
        const minutes = minutesSinceEpoch(record.epoch, instant);
        if (!propagateInto({ record, minutes, positions, velocities, row })) decayedCount++;
      }
    });
    return decayedCount;
  };
}
