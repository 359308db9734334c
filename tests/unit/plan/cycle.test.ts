import { describe, expect, test } from "vitest";
import { cycleMission, overrideMission, parseInstant, parseMission, referenceMission } from "#engine";

/** The summer solstice: the longest shadows of a dawn-dusk orbit at local time 18. */
const worst = parseInstant("2027-06-21T00:00:00Z");
const cycleOf = (overrides: string[], options: { overS?: number; stepS?: number } = {}) => {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  return cycleMission(mission!, { at: worst, ...options }).cycle!;
};
const ids = (overrides: string[], options = {}) => cycleOf(overrides, options).findings.map(({ id }) => id);

describe("an orbit in the worst eclipse at 600 km", () => {
  test("120 kW never become periodic, 106 kW do", () => {
    expect(ids([])).toContain("cycle-ride-through");
    expect(ids(["satellite.sustainedPowerW=106000"])).toEqual([]);
    expect(cycleOf([]).eclipseS).toBeCloseTo(1241, -1);
  });

  test("a periodic series ends where it began", () => {
    const { series, periodS } = cycleOf(["satellite.sustainedPowerW=100000"], { overS: 5801.2, stepS: 5801.2 / 100 });
    expect(series.tS.at(-1)).toBeCloseTo(periodS, -1);
    const ends = (values: readonly number[]) => Math.abs(values.at(-1)! - values[0]!);
    expect(ends(series.radiatorTemperatureK)).toBeLessThan(0.01);
    expect(ends(series.batteryEnergyWh)).toBeLessThan(20);
  });

  test("halving the step moves peaks by less than 0.1 K, asleep in shadow too", () => {
    for (const way of ["ride-through", "throttle", "sleep"]) {
      const peaks = (stepS: number) => {
        const { series } = cycleOf([`satellite.eclipseMode=${way}`, "satellite.sustainedPowerW=100000"], { stepS });
        return [Math.max(...series.radiatorTemperatureK), Math.max(...series.chipTemperatureK)];
      };
      const [coarse, fine] = [peaks(60), peaks(30)];
      coarse.forEach((peak, i) => {
        expect(Math.abs(peak - fine[i]!)).toBeLessThan(0.1);
      });
    }
  });

  test("energy balances: what the cells gain and lose is what the flows ask, to 1e-9", () => {
    const { series } = cycleOf(["satellite.sustainedPowerW=100000"], { overS: 1200, stepS: 600 });
    // Sunlit from noon: constant flows, below full.
    const bus = 150e3 * 0.97 - 100e3 * (1 / 0.97 + 0.0027746947835738) - 2000;
    const gainedWh = (bus * (0.9 / 0.95) * 600) / 3600;
    expect((series.batteryEnergyWh[1]! - series.batteryEnergyWh[0]!) / gainedWh).toBeCloseTo(1, 9);
  });

  test("with the battery empty the rack gets what the array gives, and never less battery than none", () => {
    const { series, starvedS, findings } = cycleOf([], { overS: 5 * 5801, stepS: 60 });
    expect(starvedS).toBeGreaterThan(0);
    expect(findings.map(({ id }) => id)).toContain("cycle-throttle");
    expect(Math.min(...series.batteryEnergyWh)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...series.loadPowerW)).toBe(0);
  });

  test("asleep in shadow 120 kW are periodic and the panel cools", () => {
    const { series, findings } = cycleOf(['satellite.eclipseMode="sleep"']);
    expect(findings.map(({ id }) => id)).not.toContain("cycle-throttle");
    expect(Math.min(...series.loadPowerW)).toBeCloseTo(6000, 6);
    expect(Math.max(...series.radiatorTemperatureK) - Math.min(...series.radiatorTemperatureK)).toBeGreaterThan(20);
  });

  test("in midwinter there is no shadow and nothing moves the battery", () => {
    const { mission } = parseMission(referenceMission);
    const { eclipseS, series, findings } = cycleMission(mission!, { at: parseInstant("2027-12-21T00:00:00Z") }).cycle!;
    expect(eclipseS).toBe(0);
    expect(new Set(series.batteryEnergyWh).size).toBe(1);
    expect(findings).toEqual([]);
  });
});
