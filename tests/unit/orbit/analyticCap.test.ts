import { expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { unit, type Vector3, vectorAt } from "../../../engine/geometry/vectors.ts";
import { analyticInto, makeAnalyticShell } from "../../../engine/orbit/analytic.ts";
import { visitCap } from "../../../engine/orbit/analyticCap.ts";
import { designElements } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-03-01T00:00:00Z")!;

/** Satellites of whatever height and inclination, at times at which the perigee has gone round. */
test.each([
  [300, 0, 3],
  [300, 53, 8],
  [500, 30, 12],
  [600, 97.8, 6],
  [2000, 88, 5],
  [2000, 30, 1],
  [4000, 63.4, 9],
] as const)(
  "at %i km and %f° every satellite within a cap is visited, once, and few others",
  (altitudeKm, inclinationDeg, planeCount) => {
    const slotCount = 300;
    const shell = makeAnalyticShell(
      designElements(
        {
          altitudeKm,
          inclinationDeg,
          planeCount,
          satellitesPerPlaneCount: slotCount,
          phasingCount: 1,
          raanSpreadDeg: 360,
        },
        epoch,
      ),
    );
    const all = new Float64Array(planeCount * slotCount * 3);
    for (const minutes of [0, 33.3, 60_000, -90_000])
      for (const toward of [
        [1, 0, 0],
        [0, 0, 1],
        [-0.3, 0.8, 0.5],
        [0.2, -0.7, -0.68],
      ] as Vector3[]) {
        analyticInto({ shell, minutes, positions: all });
        const towardTemeUnit = unit(toward);
        for (const capRad of [0.0005, 0.02, 0.26, 1.2, 1.8, Math.PI]) {
          const visits = new Uint8Array(shell.satelliteCount);
          let visitedCount = 0;
          visitCap({
            shell,
            minutes,
            towardTemeUnit,
            capRad,
            visit(first, end) {
              expect(Math.floor(first / slotCount)).toBe(Math.floor((end - 1) / slotCount));
              visitedCount += end - first;
              for (let index = first; index < end; index++) visits[index]!++;
            },
          });
          expect(Math.max(...visits)).toBeLessThanOrEqual(1);
          let nearCount = 0;
          const missed: number[] = [];
          for (let index = 0; index < shell.satelliteCount; index++) {
            const [x, y, z] = unit(vectorAt(all, index));
            const apartRad = Math.acos(
              Math.min(1, Math.max(-1, x * towardTemeUnit[0] + y * towardTemeUnit[1] + z * towardTemeUnit[2])),
            );
            if (apartRad <= capRad && visits[index] !== 1) missed.push(index);
            // As far again as satellites stray from their mean angles, both ways.
            if (apartRad <= capRad + 0.02) nearCount++;
          }
          expect(missed).toEqual([]);
          expect(visitedCount).toBeLessThanOrEqual(nearCount);
        }
      }
  },
);
