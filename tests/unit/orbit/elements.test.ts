import { describe, expect, test } from "vitest";
import { kozaiMeanMotionRevPerDay, meanSemiMajorAxisKm } from "../../../engine/orbit/elements.ts";

describe("Kozai's mean motion", () => {
  test("550 km at 53° is 15.055816463872352 rev/day", () =>
    expect(
      kozaiMeanMotionRevPerDay({ semiMajorAxisKm: 6378.135 + 550, inclinationDeg: 53, eccentricityRatio: 1e-7 }),
    ).toBe(15.055816463872352));

  test("there and back loses nothing, at any inclination and height", () => {
    for (const inclinationDeg of [0, 30, 63.4349, 97.8, 180])
      for (const semiMajorAxisKm of [6678.135, 7000, 8378.135]) {
        const orbit = { inclinationDeg, eccentricityRatio: 0.01 };
        const meanMotionRevPerDay = kozaiMeanMotionRevPerDay({ semiMajorAxisKm, ...orbit });
        expect(Math.abs(meanSemiMajorAxisKm({ meanMotionRevPerDay, ...orbit }) - semiMajorAxisKm)).toBeLessThan(1e-8);
      }
  });
});
