import { describe, expect, test } from "vitest";
import { coverGrid, makeCoverageGrid } from "../../../engine/events/coverage.ts";
import { RAD_PER_DEG } from "../../../engine/geometry/angles.ts";
import { vectorAt } from "../../../engine/geometry/vectors.ts";
import { satellitesInView } from "../../../engine/network/ground.ts";
import { ecefToTeme } from "../../../engine/orbit/frames.ts";

/** Points of a golden spiral at `radiusKm`, [count × 3]. */
const spiral = (count: number, radiusKm: number) =>
  Float64Array.from({ length: count * 3 }, (_, at) => {
    const index = Math.floor(at / 3);
    const z = 1 - (2 * index + 1) / count;
    const side = Math.sqrt(1 - z * z);
    const turn = index * 2.399963;
    return radiusKm * [side * Math.cos(turn), side * Math.sin(turn), z][at % 3]!;
  });

describe("coverage of a grid", () => {
  test("areas of all cells make one sphere", () => {
    const { areaFractions, longitudeCount } = makeCoverageGrid({ latitudeStepDeg: 7.5, longitudeStepDeg: 10 });
    expect(areaFractions.reduce((sum, area) => sum + area * longitudeCount, 0)).toBeCloseTo(1, 12);
  });

  test.each([
    [0, 7000],
    [25, 6978],
    [60, 7000],
    [5, 42164],
    [-10, 7500],
  ])("at %i° and %i km each cell counts what a site at its middle counts", (minElevationDeg, radiusKm) => {
    const grid = makeCoverageGrid({ latitudeStepDeg: 5, longitudeStepDeg: 6 });
    const siderealRad = 1.234;
    const positionsTemeKm = spiral(60, radiusKm);
    positionsTemeKm.fill(Number.NaN, 30, 33);
    const limits = { minElevationDeg, groundRangeKm: minElevationDeg === 5 ? 38_000 : undefined };
    const covered = coverGrid({ grid, positionsTemeKm, siderealRad, ...limits });
    let seen = 0;
    for (let cell = 0; cell < grid.latitudeCount * grid.longitudeCount; cell++) {
      const station = {
        positionTemeKm: ecefToTeme(vectorAt(grid.pointsEcefKm, cell), siderealRad),
        zenithTemeUnit: ecefToTeme(vectorAt(grid.zenithsEcefUnit, cell), siderealRad),
      };
      // Sites ask for height above the horizon first, so below it the count is taken by hand.
      const wanted =
        minElevationDeg >= 0
          ? satellitesInView({ positionsTemeKm, station, limits }).length
          : covered.inViewCounts[cell];
      expect(covered.inViewCounts[cell], `cell ${cell}`).toBe(wanted);
      if (wanted! > 0) seen += grid.areaFractions[Math.floor(cell / grid.longitudeCount)]!;
    }
    expect(covered.seenFraction).toBeCloseTo(seen, 12);
  });

  test("one satellite sees the cap that spherical geometry gives it", () => {
    const grid = makeCoverageGrid({ latitudeStepDeg: 0.5, longitudeStepDeg: 0.5 });
    const radiusKm = 6978;
    const { seenFraction, meanInViewCount, leastInViewCount, mostInViewCount } = coverGrid({
      grid,
      positionsTemeKm: [radiusKm, 0, 0],
      siderealRad: 0,
      minElevationDeg: 25,
    });
    const capRad = Math.acos((6371 / radiusKm) * Math.cos(25 * RAD_PER_DEG)) - 25 * RAD_PER_DEG;
    // The ellipsoid and cells that the edge cuts: a twentieth of a cap of 8.5°.
    expect(Math.abs(seenFraction / ((1 - Math.cos(capRad)) / 2) - 1)).toBeLessThan(0.05);
    expect(meanInViewCount).toBe(seenFraction);
    expect([leastInViewCount, mostInViewCount]).toEqual([0, 1]);
  });

  test("steps that do not divide the turn are refused", () => {
    expect(() => makeCoverageGrid({ latitudeStepDeg: 7, longitudeStepDeg: 10 })).toThrow("even parts");
    expect(() => makeCoverageGrid({ latitudeStepDeg: 0.1, longitudeStepDeg: 0.1 })).toThrow("at most");
    expect(() => makeCoverageGrid({ latitudeStepDeg: Number.NaN, longitudeStepDeg: 10 })).toThrow("got steps");
  });
});
