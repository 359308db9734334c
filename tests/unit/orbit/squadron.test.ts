import { expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { makeRecord, propagateState } from "../../../engine/orbit/propagate.ts";
import { designedSquadron, listedSquadron } from "../../../engine/orbit/squadron.ts";
import { designElements } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;

test("one record for a shell gives bit for bit what a record each gives", () => {
  const shells = [
    {
      altitudeKm: 600,
      inclinationDeg: "sun-synchronous",
      planeCount: 5,
      satellitesPerPlaneCount: 7,
      ltanH: 18,
      ltanSpreadH: 1,
    },
    {
      altitudeKm: 300,
      inclinationDeg: 30,
      planeCount: 4,
      satellitesPerPlaneCount: 9,
      phasingCount: 3,
      raanSpreadDeg: 360,
    },
    { altitudeKm: 2000, inclinationDeg: 0, planeCount: 2, satellitesPerPlaneCount: 3, raanSpreadDeg: 180 },
  ] as const;
  for (const shell of shells) {
    const squadron = designedSquadron(designElements(shell, epoch));
    const listed = listedSquadron(
      Array.from({ length: squadron.satelliteCount }, (_, index) => squadron.elementsOf(index)),
    );
    expect(squadron.satelliteCount).toBe(shell.planeCount * shell.satellitesPerPlaneCount);
    for (let index = squadron.satelliteCount - 1; index >= 0; index--)
      for (const minutes of [-1440, 0, 33.3, 525600]) {
        const own = propagateState(makeRecord(squadron.elementsOf(index)), minutes);
        expect(own).not.toHaveProperty("reason");
        expect(propagateState(squadron.recordOf(index), minutes)).toEqual(own);
        expect(propagateState(listed.recordOf(index), minutes)).toEqual(own);
      }
  }
});
