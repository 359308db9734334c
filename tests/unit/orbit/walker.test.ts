import { describe, expect, test } from "vitest";
import { daysSinceJ2000, parseInstant } from "../../../engine/geometry/instant.ts";
import { designElements, elementsOf, planeLtanH, raanOfLtanDeg } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const band = {
  altitudeKm: 600,
  inclinationDeg: "sun-synchronous",
  planeCount: 18,
  satellitesPerPlaneCount: 463,
  ltanH: 18,
  ltanSpreadH: 1,
} as const;

describe("designed shells", () => {
  test("the reference band runs from 17:30 to 18:30, both ends included", () => {
    expect(planeLtanH(band, 0)).toBe(17.5);
    expect(planeLtanH(band, 17)).toBe(18.5);
    expect(planeLtanH({ ...band, planeCount: 1 }, 0)).toBe(18);
    const shell = designElements(band, epoch);
    expect(shell.raanDeg[17]! - shell.raanDeg[0]!).toBeCloseTo(15, 10);
    expect(shell.raanDeg[0]).toBeCloseTo(raanOfLtanDeg({ ltanH: 17.5, instant: epoch }), 12);
  });

  test("a noon node points at the mean Sun", () => {
    const expected = (280.46 + 0.9856474 * daysSinceJ2000(epoch)) % 360;
    expect(raanOfLtanDeg({ ltanH: 12, instant: epoch })).toBeCloseTo(expected, 10);
  });

  test("a star spreads its planes over half a turn, a delta over a whole one", () => {
    const shell = {
      altitudeKm: 800,
      inclinationDeg: 86.4,
      planeCount: 6,
      satellitesPerPlaneCount: 11,
      phasingCount: 3,
    };
    expect([...designElements({ ...shell, raanSpreadDeg: 180 }, epoch).raanDeg]).toEqual([0, 30, 60, 90, 120, 150]);
    expect([...designElements({ ...shell, raanSpreadDeg: 360 }, epoch).raanDeg]).toEqual([0, 60, 120, 180, 240, 300]);
  });

  test("satellites are circular, without drag, each plane a step of phase ahead", () => {
    const shell = designElements(
      {
        altitudeKm: 550,
        inclinationDeg: 53,
        planeCount: 72,
        satellitesPerPlaneCount: 22,
        phasingCount: 17,
        raanSpreadDeg: 360,
      },
      epoch,
    );
    const last = elementsOf(shell, 71, 21);
    expect(last).toMatchObject({
      epoch,
      raanDeg: 355,
      eccentricityRatio: 1e-7,
      argumentOfPerigeeDeg: 0,
      bstarPerRadius: 0,
    });
    expect(last.meanAnomalyDeg).toBeCloseTo(((360 * 21) / 22 + (360 * 17 * 71) / 1584) % 360, 10);
  });

  test("a shell without height is our own mistake", () =>
    expect(() => designElements({ planeCount: 1, satellitesPerPlaneCount: 1 }, epoch)).toThrow("height"));

  test("two million satellites take no more than their planes", () => {
    const shell = designElements({ ...band, planeCount: 2000, satellitesPerPlaneCount: 1000 }, epoch);
    expect(shell.raanDeg.length).toBe(2000);
    expect(elementsOf(shell, 1999, 999).meanAnomalyDeg).toBeCloseTo(359.64, 10);
  });
});
