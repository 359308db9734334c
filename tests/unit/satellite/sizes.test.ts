import { describe, expect, test } from "vitest";
import { sizeBattery } from "../../../engine/satellite/battery.ts";
import { deliverPower } from "../../../engine/satellite/delivery.ts";
import { sumMass } from "../../../engine/satellite/mass.ts";
import { earthViewFactor, panelTemperatureK, radiatedFluxWPerM2 } from "../../../engine/satellite/radiator.ts";
import { peakMargin, sizeSolar } from "../../../engine/satellite/solar.ts";

describe("array", () => {
  test("twice the power needs twice the area; an announced area replaces the size", () => {
    const size = (peakPowerW: number, announcedSolarAreaM2?: number) =>
      sizeSolar({ peakPowerW, solarFluxWPerM2: 250, wingspanM: 70, announcedSolarAreaM2 });
    expect(size(300e3).solarAreaM2).toBe(2 * size(150e3).solarAreaM2);
    expect(size(150e3, 800)).toMatchObject({ solarAreaM2: 800, arrayPowerW: 200e3 });
  });

  test("the closing area closes exactly", () => {
    const asked = {
      peakPowerW: 150e3,
      busPowerW: 2000,
      pumpPowerFraction: 0.02,
      arrayToBusEfficiencyFraction: 0.97,
      busToLoadEfficiencyFraction: 0.97,
      arrayYearlyAgeingFraction: 0.025,
      lifeYears: 5,
      solarFluxWPerM2: 250,
    };
    const { closingSolarAreaM2 } = peakMargin({ ...asked, arrayPowerW: 150e3 });
    expect(Math.abs(peakMargin({ ...asked, arrayPowerW: closingSolarAreaM2 * 250 }).peakMarginW)).toBeLessThan(1e-6);
  });
});

describe("radiator", () => {
  test("the Earth's view factor is continuous and falls from nadir to none", () => {
    let before = Number.POSITIVE_INFINITY;
    for (let i = 0; i <= 1800; i++) {
      const factor = earthViewFactor({ altitudeKm: 600, offNadirRad: (i * Math.PI) / 1800 });
      expect(factor).toBeLessThanOrEqual(before + 1e-12);
      if (i > 0) expect(before - factor).toBeLessThan(0.002);
      before = factor;
    }
    expect(before).toBe(0);
  });

  test("published view factors at 600 km: 0.835 to nadir, 0.489 at 60°, 0.249 edge-on, 0.120 at 110° (their last digit)", () => {
    for (const [degrees, factor] of [
      [0, 0.835],
      [60, 0.489],
      [90, 0.249],
      [110, 0.12],
    ] as const)
      expect(
        Math.abs(earthViewFactor({ altitudeKm: 600, offNadirRad: (degrees * Math.PI) / 180 }) - factor),
      ).toBeLessThan(6e-4);
  });

  test("the temperature emits what the flux asked", () => {
    const temperatureK = panelTemperatureK({ fluxWPerM2: 1400, absorbedWPerM2: 106, emissivityFraction: 0.9 });
    expect(radiatedFluxWPerM2({ temperatureK, emissivityFraction: 0.9, sideCount: 2, sinkK: 0 })).toBeCloseTo(1506, 9);
  });
});

test("the battery's usable energy is the eclipse's", () => {
  const got = sizeBattery({
    sustainedPowerW: 120e3,
    worstPlaneEclipseS: 1241,
    dischargeFraction: 0.8,
    dischargeEfficiencyFraction: 0.95,
    batterySpecificEnergyWhPerKg: 180,
  });
  expect(got.batteryEnergyWh * 0.8 * 0.95).toBeCloseTo((120e3 * 1241) / 3600, 6);
  expect(got.eclipseEnergyWh / 1000).toBeCloseTo(41.4, 1);
});

describe("mass", () => {
  const inputs = {
    rackMassKg: 1360,
    solarAreaM2: 600,
    arrayArealMassKgPerM2: 5 / 3,
    radiatorAreaM2: 107,
    radiatorArealMassKgPerM2: 5,
    batteryMassKg: 317,
    laserTerminalCount: 4,
    laserTerminalMassKg: 12.5,
    propulsionMassKg: 60,
    avionicsMassKg: 150,
    structureFraction: 0.15,
    deltaVMPerS: 400,
    specificImpulseS: 2500,
    sustainedPowerW: 120e3,
  };

  test("the parts sum to the whole", () => {
    const mass = sumMass(inputs);
    expect(mass.massParts.reduce((sum, part) => sum + part.massKg, 0)).toBeCloseTo(mass.massKg, 6);
    expect(mass.structureMassKg / mass.dryMassKg).toBeCloseTo(0.15, 12);
  });

  test("2,000 kg and 400 m/s take 32.4 kg of argon at 2,500 s (published)", () => {
    const { dryMassKg, propellantMassKg } = sumMass(inputs);
    expect((propellantMassKg / (dryMassKg + propellantMassKg)) * 2000).toBeCloseTo(32.4, 1);
  });
});

describe("delivered power", () => {
  const deliver = (fractions: number[], arrayPowerW = 150e3) =>
    deliverPower({
      sustainedPowerW: 120e3,
      arrayPowerW,
      storageEfficiencyFraction: 0.9,
      eclipseFractions: [Float64Array.from(fractions)],
    });

  test("is the sustained load while the array suffices and what the array gives after", () => {
    expect(deliver([0, 0.05]).deliveredPowerW).toBe(120e3);
    expect(deliver([0.5]).deliveredPowerW).toBeCloseTo(67.5e3, 9);
    expect(deliver([0, 0.5])).toMatchObject({ deliveredPowerW: (120e3 + 67.5e3) / 2, leastDeliveredPowerW: 67.5e3 });
  });
});
