import { describe, expect, test } from "vitest";
import { capitalRecoveryFraction } from "../../engine/campaign/economics.ts";
import { kardashevIndex, satellitesPerGw } from "../../engine/campaign/kardashev.ts";
import { planLaunches } from "../../engine/campaign/launch.ts";
import { EARTH_RADIUS_MEAN_KM, FIBRE_INDEX_RATIO } from "../../engine/facts/constants.ts";
import { models } from "../../engine/facts/models.ts";
import { racks } from "../../engine/facts/racks.ts";
import { greatCircleKm } from "../../engine/geometry/greatCircle.ts";
import { centralAngleDeg, lightTimeMs, longestLinkKm, slantRangeKm } from "../../engine/network/latency.ts";
import { circularOrbit } from "../../engine/orbit/circular.ts";
import { airDensity, dragOfCircularOrbit } from "../../engine/orbit/decay.ts";
import { eclipseFraction, shadowlessBetaRad } from "../../engine/orbit/eclipse.ts";
import { sunSynchronousInclinationDeg } from "../../engine/orbit/sunSynchronous.ts";
import { orbitYear } from "../../engine/plan/orbitYear.ts";
import { sizeBattery } from "../../engine/satellite/battery.ts";
import {
  earthViewFactor,
  panelTemperatureK,
  radiatedFluxWPerM2,
  sizeRadiator,
} from "../../engine/satellite/radiator.ts";
import { peakMargin, sizeSolar } from "../../engine/satellite/solar.ts";
import { rooflineDecode } from "../../engine/serving/roofline.ts";
import { readAuthority } from "./reference.ts";

type Figure = {
  id: string;
  quantity: string;
  expected: number | number[];
  unit: string;
  tolerance: { rel?: number; abs?: number };
  source: string;
};
const { values } = readAuthority<{ values: Figure[] }>("published-values.json");

const R = 6378.137;
const circular = (altitudeKm: number, inclinationDeg = 0) =>
  circularOrbit({ radiusKm: R + altitudeKm, inclinationDeg, earthRadiusKm: R });
const inclination = (altitudeKm: number) => sunSynchronousInclinationDeg({ altitudeKm })!;
const shadow = (altitudeKm: number, betaDeg: number) =>
  eclipseFraction({ radiusKm: R + altitudeKm, betaRad: (betaDeg * Math.PI) / 180 });
const year = (altitudeKm: number) =>
  orbitYear({ altitudeKm, inclinationDeg: "sun-synchronous", ltanH: 18, year: 2027, ballisticMassKgPerM2: 100 });
const solar = (peakPowerW: number) => sizeSolar({ peakPowerW, solarFluxWPerM2: 250, wingspanM: 70 });
const ai1Radiator = sizeRadiator({
  peakPowerW: 150e3,
  sustainedPowerW: 120e3,
  radiatorFluxWPerM2: 1400,
  radiatorEmissivityFraction: 0.9,
  earthInfraredWPerM2: 237,
  altitudeKm: 600,
});
const emitted = (temperatureK: number, emissivityFraction: number) =>
  radiatedFluxWPerM2({ temperatureK, emissivityFraction, sideCount: 2, sinkK: 0 });
const roofline = (fp4Flops: number, parameterBytes: number, hbmBytesPerS: number) =>
  rooflineDecode({
    fp4Flops,
    hbmBytes: 288e9,
    hbmBytesPerS,
    totalParameterCount: 1e9,
    activeParameterCount: 1e9,
    weightBytes: 1e9 * parameterBytes,
    kvBytes: 1,
    contextTokens: 1,
    achievedFraction: 1,
  });
const newYork = { latitudeDeg: 40.7128, longitudeDeg: -74.006 };
const london = { latitudeDeg: 51.5074, longitudeDeg: -0.1278 };
const aged = (arrayYearlyAgeingFraction: number, lifeYears: number) =>
  peakMargin({
    arrayPowerW: 1,
    peakPowerW: 1,
    busPowerW: 0,
    pumpPowerFraction: 0,
    arrayToBusEfficiencyFraction: 1,
    busToLoadEfficiencyFraction: 1,
    arrayYearlyAgeingFraction,
    lifeYears,
    solarFluxWPerM2: 1,
  }).agedArrayPowerW;

/** Each published figure, computed by the engine from the inputs that the figure's entry names. */
const computed: Record<string, () => number | number[]> = {
  "SEED-001": () => solar(150e3).solarAreaM2,
  "SEED-002": () => solar(120e3).solarAreaM2,
  "SEED-003": () => ai1Radiator.radiatorAreaM2,
  "SEED-005": () => solar(150e3).impliedArrayEfficiencyFraction,
  "SEED-006": () => solar(150e3).chordM,
  "THERM-004": () => emitted(293.15, 1),
  "THERM-005": () => emitted(293.15, 0.92),
  "THERM-007": () => ai1Radiator.coldSinkRadiatorTemperatureK,
  "THERM-008": () => ai1Radiator.peakRadiatorTemperatureK,
  "THERM-010": () => panelTemperatureK({ fluxWPerM2: 2800, absorbedWPerM2: 0, emissivityFraction: 0.9 }),
  "THERM-012": () => earthViewFactor({ altitudeKm: 600, offNadirRad: 0 }),
  "THERM-013": () => earthViewFactor({ altitudeKm: 550, offNadirRad: Math.PI / 2 }),
  "POW-002": () => aged(0.0275, 5),
  "POW-005": () =>
    sizeBattery({
      sustainedPowerW: 120e3,
      worstPlaneEclipseS: 20.69 * 60,
      dischargeFraction: 0.8,
      dischargeEfficiencyFraction: 0.95,
      batterySpecificEnergyWhPerKg: 180,
    }).batteryEnergyWh / 1000,
  "ORB-001": () => inclination(500),
  "ORB-002": () => inclination(550),
  "ORB-003": () => inclination(600),
  "ORB-005": () => inclination(700),
  "ORB-006": () => inclination(800),
  "ORB-009": () => inclination(693),
  "ORB-011": () => circular(550, 53).raanRateDegPerDay,
  "ORB-013": () => circular(420, 51.64).raanRateDegPerDay,
  "ORB-014": () => circular(600, inclination(600)).raanRateDegPerDay,
  "ORB-017": () => circular(550).periodS / 60,
  "ORB-019": () => circular(800).periodS / 60,
  "ECL-005": () => shadow(550, 0),
  "ECL-006": () => shadow(600, 0),
  "ECL-008": () => shadow(550, 60),
  "ECL-011": () => (shadowlessBetaRad({ radiusKm: R + 600 }) * 180) / Math.PI,
  "ECL-012": () => (shadowlessBetaRad({ radiusKm: R + 650 }) * 180) / Math.PI,
  "ECL-014": () => year(600).eclipseDaysPerYear,
  "ECL-015": () => year(600).longestEclipseS / 60,
  "ECL-016": () => year(600).sunlitFraction,
  "ECL-019": () => Math.min(...year(650).dailyBetaDeg.map(Math.abs)),
  "ECL-020": () => year(1400).eclipseDaysPerYear,
  "LNK-001": () => longestLinkKm({ altitudeKm: 550, grazingAltitudeKm: 80, earthRadiusKm: 6378.135 }),
  "LNK-003": () => longestLinkKm({ altitudeKm: 600, grazingAltitudeKm: 100 }),
  "LNK-005": () => 2 * (R + 550) * Math.sin(Math.PI / 22),
  "LAT-001": () => lightTimeMs(600),
  "LAT-002": () => lightTimeMs(800),
  "LAT-003": () => slantRangeKm({ altitudeKm: 600, elevationDeg: 25, earthRadiusKm: EARTH_RADIUS_MEAN_KM }),
  "LAT-005": () => greatCircleKm({ from: newYork, to: london }),
  "LAT-006": () => 2 * lightTimeMs(greatCircleKm({ from: newYork, to: london })) * FIBRE_INDEX_RATIO,
  "CON-008": () => ((centralAngleDeg({ altitudeKm: 550, elevationDeg: 25 }) * Math.PI) / 180) * R,
  "DRG-001": () => airDensity(600)!,
  "DRG-002": () => airDensity(550)!,
  "DRG-007": () => dragOfCircularOrbit({ altitudeKm: 600, ballisticMassKgPerM2: 100 }).dragDeltaVMPerSPerYear!,
  "DRG-009": () => dragOfCircularOrbit({ altitudeKm: 500, ballisticMassKgPerM2: 100 }).lifetimeYears!,
  "ECO-013": () => capitalRecoveryFraction({ discountFraction: 0.08, lifeYears: 5 }),
  "KAR-001": () => [kardashevIndex(1e16), kardashevIndex(1e26)],
  "KAR-002": () => kardashevIndex(18.8e12),
  "LLM-001": () => roofline(197e12, 2, 819e9).machineBalanceRatio,
  "LLM-002": () => roofline(989.5e12, 2, 3.35e12).machineBalanceRatio,
  "LLM-003": () => roofline(5e15, 1, 8e12).machineBalanceRatio,
  "LLM-006": () => models["deepseek-r1"].totalParameterCount / models["deepseek-r1"].activeParameterCount,
  "LLM-010": () => roofline(15e15, 0.5, 8e12).trainS * 1000,
  "LLM-015": () => models["deepseek-r1"].kvBytes,
  "LCH-008": () =>
    planLaunches({ massKg: 150e3 / 70, payloadMassKg: 100e3, satelliteCount: 1 }).satellitesPerLaunchCount,
  "HW-001": () => racks["gb300-nvl72"].fp4Flops / 1e15,
  "HW-004": () => racks["gb300-nvl72"].hbmBytesPerS / 1e12,
  "HW-005": () => racks["gb300-nvl72"].hbmBytes / 1e12,
  "HW-008": () => racks["gb300-nvl72"].rackMassKg,
};

describe("published figures, each within its own tolerance", () => {
  test.each(values)("$id $quantity", ({ id, expected, tolerance }) => {
    const got = [computed[id]!()].flat();
    const wanted = [expected].flat();
    expect(got.length).toBe(wanted.length);
    wanted.forEach((value, index) => {
      const allowed = tolerance.abs ?? tolerance.rel! * Math.abs(value);
      expect(Math.abs(got[index]! - value)).toBeLessThanOrEqual(allowed);
    });
  });

  test("satellites per gigawatt are whole", () => {
    expect(satellitesPerGw(120e3)).toBe(8334);
    expect(satellitesPerGw(125e3)).toBe(8000);
  });
});
