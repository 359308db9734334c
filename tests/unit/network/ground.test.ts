import { describe, expect, test } from "vitest";
import { lookAt, satellitesInView } from "../../../engine/network/ground.ts";

const station = { positionTemeKm: [6378, 0, 0], zenithTemeUnit: [1, 0, 0] } as const;
/** Overhead, at 45°, at the horizon, below it, without a state. */
const positionsTemeKm = [6978, 0, 0, 6978, 600, 0, 6378, 0, 2000, 6000, 0, 2000, Number.NaN, 0, 0];

describe("a place", () => {
  test("sees what stands high enough", () => {
    const seen = (minElevationDeg: number) =>
      satellitesInView({ positionsTemeKm, station, limits: { minElevationDeg } }).map(({ index }) => index);
    expect(seen(0)).toEqual([0, 1, 2]);
    expect(seen(25)).toEqual([0, 1]);
    expect(seen(45.1)).toEqual([0]);
    expect(seen(90)).toEqual([0]);
  });

  test("and near enough", () => {
    const limits = { minElevationDeg: 0, groundRangeKm: 700 };
    expect(satellitesInView({ positionsTemeKm, station, limits })).toEqual([
      { index: 0, elevationDeg: 90, rangeKm: 600 },
    ]);
  });

  test("one look gives the same angle and range", () => {
    const { elevationDeg, rangeKm } = lookAt({ station, positionTemeKm: [6978, 600, 0] });
    expect(elevationDeg).toBeCloseTo(45, 12);
    expect(rangeKm).toBeCloseTo(Math.hypot(600, 600), 9);
    expect(lookAt({ station, positionTemeKm: [5778, 0, 0] }).elevationDeg).toBe(-90);
  });
});
