import { describe, expect, test } from "vitest";
import { betaRad, eclipseFraction, eclipseYear, shadowlessBetaRad } from "../../../engine/orbit/eclipse.ts";
import { orbitYear } from "../../../engine/plan/orbitYear.ts";

const radiusKm = 6978.137;

describe("eclipseFraction", () => {
  test("is nothing beyond the shadowless beta and continuous there", () => {
    const limit = shadowlessBetaRad({ radiusKm });
    expect(eclipseFraction({ radiusKm, betaRad: limit + 1e-9 })).toBe(0);
    expect(eclipseFraction({ radiusKm, betaRad: limit - 1e-9 })).toBeLessThan(1e-3);
    expect(eclipseFraction({ radiusKm, betaRad: Math.PI / 2 })).toBe(0);
  });

  test("agrees with points walked round the orbit and asked one by one", () => {
    const beta = 0.7;
    const pointCount = 200000;
    let dark = 0;
    for (let i = 0; i < pointCount; i++) {
      const angle = (2 * Math.PI * (i + 0.5)) / pointCount;
      const alongSun = radiusKm * Math.cos(beta) * Math.cos(angle);
      if (
        alongSun < 0 &&
        Math.hypot(radiusKm * Math.sin(angle), radiusKm * Math.sin(beta) * Math.cos(angle)) < 6378.137
      )
        dark++;
    }
    expect(Math.abs(dark / pointCount - eclipseFraction({ radiusKm, betaRad: beta }))).toBeLessThan(2 / pointCount);
  });
});

test("beta is 90° where the orbit faces the Sun and 0 where the Sun lies in its plane", () => {
  expect(betaRad({ inclinationRad: Math.PI / 2, nodeRad: 0, sunUnit: [0, -1, 0] })).toBeCloseTo(Math.PI / 2, 7);
  expect(betaRad({ inclinationRad: Math.PI / 2, nodeRad: 0, sunUnit: [1, 0, 0] })).toBeCloseTo(0, 12);
  expect(betaRad({ inclinationRad: 0, nodeRad: 1, sunUnit: [0, 0, 1] })).toBeCloseTo(Math.PI / 2, 7);
});

describe("eclipseYear", () => {
  /** A Sun that climbs evenly through the plane: β runs from −90° to 90°, so every figure has a closed form. */
  const days = Float64Array.from({ length: 361 }, (_, i) => i);
  const sunUnits = new Float64Array(361 * 3);
  for (let i = 0; i < 361; i++)
    sunUnits.set([Math.cos(((i - 180) * Math.PI) / 360), 0, Math.sin(((i - 180) * Math.PI) / 360)], 3 * i);
  const year = eclipseYear({
    radiusKm,
    inclinationDeg: 0,
    nodeDegAt: () => 0,
    periodS: 5800,
    year: { days, sunUnits },
  });

  test("counts the days of the season", () => {
    expect(year.eclipseDaysPerYear).toBeCloseTo((2 * shadowlessBetaRad({ radiusKm }) * 180 * 2) / Math.PI, 6);
  });

  test("finds the longest shadow", () => {
    expect(year.longestEclipseS).toBeCloseTo(eclipseFraction({ radiusKm, betaRad: 0 }) * 5800, 6);
  });

  test("keeps the sunlit share within the season's", () => {
    expect(year.sunlitFraction).toBeGreaterThan(1 - eclipseFraction({ radiusKm, betaRad: 0 }));
    expect(year.sunlitFraction).toBeLessThan(1);
  });
});

describe("orbitYear", () => {
  const orbit = (changes: object) =>
    orbitYear({
      altitudeKm: 600,
      inclinationDeg: "sun-synchronous",
      ltanH: 18,
      year: 2027,
      ballisticMassKgPerM2: 100,
      ...changes,
    });

  test("has a beta for each day, 366 in a leap year", () => {
    expect(orbit({}).dailyBetaDeg).toHaveLength(365);
    expect(orbit({ year: 2028 }).dailyBetaDeg).toHaveLength(366);
  });

  test("the season is round the June solstice at 18:00 and round the December one at 06:00", () => {
    const middle = (ltanH: number) => {
      const dark = orbit({ ltanH }).dailyEclipseS.flatMap((seconds, day) => (seconds > 0 ? day : []));
      return { first: dark[0]!, last: dark.at(-1)! };
    };
    expect((middle(18).first + middle(18).last) / 2).toBeGreaterThan(165);
    expect((middle(18).first + middle(18).last) / 2).toBeLessThan(178);
    expect(middle(6)).toMatchObject({ first: 0, last: 364 });
  });

  test("the published seasons of 500 to 1,000 km hold (days ±0.5, minutes ±0.06, sunlit ±0.06 %: the table's last digits)", () => {
    const table = [
      [500, 106, 22.7, 94.4],
      [600, 95.5, 20.7, 95.5],
      [650, 90.5, 19.7, 96.0],
      [700, 85.6, 18.8, 96.4],
      [800, 76.1, 16.9, 97.2],
      [1000, 57.4, 13.1, 98.5],
    ] as const;
    for (const [altitudeKm, days, minutes, percent] of table) {
      const got = orbit({ altitudeKm });
      expect(Math.abs(got.eclipseDaysPerYear - days), `${altitudeKm} km days`).toBeLessThan(0.5);
      expect(Math.abs(got.longestEclipseS / 60 - minutes), `${altitudeKm} km minutes`).toBeLessThan(0.06);
      expect(Math.abs(got.sunlitFraction * 100 - percent), `${altitudeKm} km sunlit`).toBeLessThan(0.06);
    }
  });

  test("an inclined orbit at 600 km and 30° is sunlit 65 % of the year, whatever its node", () => {
    expect(orbit({ inclinationDeg: 30 }).sunlitFraction).toBeCloseTo(0.652, 2);
  });

  test("above the atmosphere's table there is no drag figure rather than a wrong one", () => {
    expect(orbit({ altitudeKm: 1200 })).not.toHaveProperty("lifetimeYears");
    expect(orbit({ altitudeKm: 600 }).lifetimeYears).toBeGreaterThan(20);
  });
});
