import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, referenceMission } from "#engine";
import { doseAt550Rad } from "../../../engine/satellite/dose.ts";
import { heatAtTemperature, temperatureAtHeat } from "../../../engine/satellite/heat.ts";
import { closeMass } from "../../../engine/satellite/propellant.ts";

const planOf = (...overrides: string[]) => {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};
const satelliteOf = (...overrides: string[]) => planOf(...overrides).satellite;

/** Findings that AI1 does not have: what brings each, and what takes it away again. */
const causes: readonly [id: string, words: RegExp, bring: string[], takeAway: string[]][] = [
  [
    "battery-fade",
    /asks 10\d %/,
    ["assumptions.batteryYearlyFadeFraction=0.06"],
    ["assumptions.dischargeFraction=0.5"],
  ],
  [
    "drag-table",
    /tables \(150 to 1\u2009000 km\) say nothing/,
    ["shells[0].altitudeKm=1200"],
    ["shells[0].altitudeKm=900"],
  ],
  [
    "drag-propellant",
    /more than the/,
    ["assumptions.deltaVMPerS=5000", "assumptions.specificImpulseS=300"],
    ["assumptions.deltaVMPerS=500"],
  ],
  ["velocity-budget", /short of what/, ["assumptions.deltaVMPerS=400"], ["assumptions.deltaVMPerS=500"]],
  ["disposal-rule", /tumbles for/, ["shells[0].altitudeKm=800"], ["assumptions.disposalLimitYears=100"]],
  ["dose-limit", /memory errs from/, ["assumptions.shieldingM=0.003"], ["assumptions.doseLimitGy=100"]],
  ["launch-volume", /Volume binds/, ["assumptions.packingVolumeFraction=0.1"], ["assumptions.payloadVolumeM3=10000"]],
  ["radiator-shape", /a taller satellite/, ["satellite.peakPowerW=1000000"], ["assumptions.deployedHeightM=60"]],
];

describe("what else may not close", () => {
  test.each(causes)("%s", (id, words, bring, takeAway) => {
    const ids = (...overrides: string[]) => planOf(...overrides).findings.map((finding) => finding.id);
    expect(planOf(...bring).findings.find((finding) => finding.id === id)?.text).toMatch(words);
    expect(ids(...bring, ...takeAway)).not.toContain(id);
    expect(ids()).not.toContain(id);
  });

  test("outside the atmosphere's tables there is no number", () => {
    const high = satelliteOf("shells[0].altitudeKm=1200");
    for (const name of ["dragDeltaVMPerSPerYear", "lifetimeYears", "tumblingLifeYears", "activeDragDeltaVMPerSPerYear"])
      expect(high).not.toHaveProperty(name);
  });
});

describe("power", () => {
  test("the array's power per area may come from its cells", () => {
    const cells = satelliteOf('satellite.solarFluxFrom="cells"', "assumptions.cellEfficiencyFraction=0.3");
    expect(cells.solarFluxWPerM2).toBe(cells.cellSolarFluxWPerM2);
    expect(cells.impliedCellEfficiencyFraction).toBeCloseTo(0.3, 12);
    expect(cells.solarAreaM2).toBeCloseTo(150e3 / cells.solarFluxWPerM2, 9);
  });

  test("three ways through a shadow: less battery, less delivered, and the finding says so", () => {
    const ride = satelliteOf();
    const throttle = satelliteOf('satellite.eclipseMode="throttle"');
    const sleep = satelliteOf('satellite.eclipseMode="sleep"');
    expect(throttle.batteryEnergyWh).toBeCloseTo(
      ride.batteryEnergyWh / 2 + (2000 * ride.worstPlaneEclipseS) / 3600 / 0.76,
      6,
    );
    expect(sleep.batteryMassKg).toBeLessThan(throttle.batteryMassKg);
    expect(sleep.deliveredPowerW).toBeLessThan(throttle.deliveredPowerW);
    const plan = planOf('satellite.eclipseMode="sleep"');
    expect(plan.findings.map(({ id }) => id)).not.toContain("eclipse-battery");
    expect(plan.findings.find(({ id }) => id === "season-power")?.text).toMatch(/draws 5 % of its load in shadow/);
  });

  test("asleep in shadow costs 4.5 % of the energy at dawn and dusk, 35 % at 30° (published)", () => {
    const lost = (...overrides: string[]) =>
      1 -
      satelliteOf('satellite.eclipseMode="sleep"', "assumptions.sleepFraction=0", ...overrides).deliveredPowerW / 120e3;
    expect(lost("shells[0].ltanSpreadH=0")).toBeCloseTo(0.045, 3);
    expect(lost("shells[0].inclinationDeg=30")).toBeCloseTo(0.35, 2);
  });

  test("the array that holds the sustained load holds it", () => {
    const { continuousArrayPowerW, continuousPowerW } = satelliteOf();
    expect(continuousPowerW).toBeGreaterThan(88e3);
    expect(continuousPowerW).toBeLessThan(95e3);
    const held = satelliteOf(`satellite.announcedSolarAreaM2=${continuousArrayPowerW / 250}`);
    expect(held.continuousPowerW).toBeCloseTo(120e3, 3);
  });
});

describe("heat", () => {
  const panel = { workingAreaM2: 96, finEfficiencyFraction: 0.9, radiatorEmissivityFraction: 0.9, absorbedWPerM2: 120 };

  test("power at a temperature and temperature at a power undo each other", () => {
    for (const heatW of [1, 50e3, 120e3, 1e6])
      expect(heatAtTemperature({ ...panel, temperatureK: temperatureAtHeat({ ...panel, heatW }) }) / heatW).toBeCloseTo(
        1,
        9,
      );
    expect(heatAtTemperature({ ...panel, temperatureK: 100 })).toBe(0);
  });

  test("348.5 K normal along the velocity, 352.6 K normal to nadir, with the free angle between", () => {
    const at = (degrees: number) => satelliteOf(`assumptions.radiatorNadirDeg=${degrees}`);
    expect(at(0).peakRadiatorTemperatureK).toBeCloseTo(348.54, 1);
    expect(at(90).peakRadiatorTemperatureK).toBeCloseTo(352.63, 1);
    expect(at(0).nadirRadiatorTemperatureK).toBeCloseTo(at(90).peakRadiatorTemperatureK, 9);
    expect(at(45).peakRadiatorTemperatureK).toBeGreaterThan(at(0).peakRadiatorTemperatureK);
    expect(at(90).meanRadiatorDragAreaM2).toBeLessThan(1e-9);
  });

  test("the allowed powers are where the ladder meets its limits; a tighter limit never allows more", () => {
    const { memoryAllowedPowerW, coolantAllowedPowerW } = satelliteOf();
    const at = (powerW: number) =>
      satelliteOf(
        `satellite.sustainedPowerW=${powerW}`,
        "satellite.rack=custom",
        'satellite.customRack={"rackSustainedPowerW":1e8,"rackPeakPowerW":1e8}',
      );
    expect(at(memoryAllowedPowerW).chipTemperatureK).toBeCloseTo(368.15, 3);
    expect(at(coolantAllowedPowerW).coolantSupplyTemperatureK).toBeCloseTo(318.15, 3);
    expect(satelliteOf("assumptions.memoryLimitK=350").memoryAllowedPowerW).toBeLessThan(memoryAllowedPowerW);
  });

  test("flow of 150 kW at 10 K: water 3.59, half glycol 4.41, ammonia 3.13 kg/s (published)", () => {
    const flow = (coolant: string) => satelliteOf(`satellite.coolant=${coolant}`).coolantFlowKgPerS;
    expect([flow("water"), flow("glycol"), flow("ammonia")].map((each) => each.toFixed(2))).toEqual([
      "3.59",
      "4.41",
      "3.13",
    ]);
  });
});

describe("drag, mass and dose", () => {
  test("the array's mean area in the stream: 105 m² at local time 18, 381 m² at 12", () => {
    expect(Math.abs(satelliteOf().meanArrayDragAreaM2 - 105)).toBeLessThan(2);
    expect(Math.abs(satelliteOf("shells[0].ltanH=12").meanArrayDragAreaM2 - 381)).toBeLessThan(4);
  });

  test("mass, drag and propellant close on each other", () => {
    const given = { dryMassKg: 1000, fixedDeltaVMPerS: 400, specificImpulseS: 2500 };
    for (const dragMPerSKg of [0, 1e5, 1e8, 1e12]) {
      const { massKg, deltaVMPerS } = closeMass({ ...given, dragMPerSKg });
      expect(deltaVMPerS).toBeCloseTo(400 + dragMPerSKg / massKg, 6);
      expect((1000 * Math.exp(deltaVMPerS / (9.80665 * 2500))) / massKg).toBeCloseTo(1, 9);
    }
    expect(satelliteOf("assumptions.bodyDragAreaM2=1000").massKg).toBeGreaterThan(satelliteOf().massKg);
  });

  test("the dose table is read at its points, between them, and for a mission's own", () => {
    expect(doseAt550Rad({ inclinationDeg: 100, shieldingMm: 10 })).toBeCloseTo(569.4, 1);
    expect(doseAt550Rad({ inclinationDeg: 0, shieldingMm: 1 })).toBeLessThan(2);
    expect(doseAt550Rad({ inclinationDeg: 180, shieldingMm: 20 })).toBeGreaterThan(0);
    const own = 'satellite.doseTable=[{"shieldingM":0.005,"doseGy":40},{"shieldingM":0.02,"doseGy":10}]';
    expect(satelliteOf(own).doseGy).toBeCloseTo(20, 9);
    expect(planOf(own).findings.map(({ id }) => id)).not.toContain("dose-extrapolated");
  });

  test("behind thick shielding a 30° shell gets more dose than a polar one", () => {
    const dose = (inclinationDeg: number) => doseAt550Rad({ inclinationDeg, shieldingMm: 20 });
    expect(dose(30)).toBeGreaterThan(dose(97.6));
  });
});
