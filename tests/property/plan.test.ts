import fc from "fast-check";
import { expect, test } from "vitest";
import {
  overrideMission,
  type Plan,
  parseMission,
  planMission,
  referenceMission,
  toHtml,
  toMarkdown,
  unitOf,
  writeReport,
} from "#engine";
import { missionDocuments } from "./missions.ts";

const RUNS = { numRuns: 60 };

function planOf(document: unknown): Plan {
  const { mission, issues } = parseMission(document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
}

function* numbersOf(value: unknown, path = ""): Generator<[string, number]> {
  if (typeof value === "number") yield [path, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* numbersOf(inner, Array.isArray(value) ? path : key);
}

test("parsing and writing a document give it back", () => {
  fc.assert(
    fc.property(missionDocuments, (document) => {
      const { mission, issues } = parseMission(document);
      expect(issues).toEqual([]);
      expect(JSON.parse(JSON.stringify(mission))).toEqual(document);
    }),
    RUNS,
  );
});

test("every number of every plan is finite and its name ends in a unit", () => {
  fc.assert(
    fc.property(missionDocuments, (document) => {
      for (const [name, value] of numbersOf(planOf(document))) {
        expect(Number.isFinite(value), `${name} = ${value}`).toBe(true);
        expect(unitOf(name), name).toBeDefined();
      }
    }),
    RUNS,
  );
});

test("every plan can be reported", () => {
  fc.assert(
    fc.property(missionDocuments, (document) => {
      const { mission } = parseMission(document);
      const report = writeReport({ mission: mission!, plan: planMission(mission!).plan! });
      expect(toHtml(report)).not.toMatch(/NaN|Infinity|undefined/);
      expect(toMarkdown(report).split("## Mission document")[0]).not.toMatch(/NaN|Infinity|undefined/);
    }),
    RUNS,
  );
});

test("the energy of the worst shadow is what the battery gives, to 1e-9", () => {
  fc.assert(
    fc.property(missionDocuments, (document) => {
      const { satellite } = planOf(document);
      expect(satellite.eclipseEnergyWh * 3600).toBeCloseTo(
        (satellite.sustainedPowerW * satellite.eclipseLoadFraction + satellite.eclipseBusPowerW) *
          satellite.worstPlaneEclipseS,
        -Math.log10(1e-9 * Math.max(1, satellite.sustainedPowerW * 4000)),
      );
      expect(satellite.deliveredPowerW).toBeLessThanOrEqual(satellite.sustainedPowerW * (1 + 1e-12));
      expect(satellite.leastDeliveredPowerW).toBeLessThanOrEqual(satellite.deliveredPowerW * (1 + 1e-12));
    }),
    RUNS,
  );
});

test("more flux never needs more area, and a hotter panel follows", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 10, max: 9000, noNaN: true }),
      fc.double({ min: 1, max: 1000, noNaN: true }),
      (flux, more) => {
        const at = (value: number) =>
          planOf(overrideMission(referenceMission, [`satellite.radiatorFluxWPerM2=${value}`]).document).satellite;
        expect(at(flux + more).radiatorAreaM2).toBeLessThan(at(flux).radiatorAreaM2);
        expect(at(flux + more).peakRadiatorTemperatureK).toBeGreaterThan(at(flux).peakRadiatorTemperatureK);
      },
    ),
    { numRuns: 15 },
  );
});

test("less delivered power never makes cheaper tokens", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 300, max: 2000, noNaN: true }),
      fc.double({ min: 0, max: 24, noNaN: true }),
      fc.double({ min: 0, max: 24, noNaN: true }),
      (altitudeKm, one, other) => {
        const at = (ltanH: number) =>
          planOf(
            overrideMission(referenceMission, [
              `shells[0].altitudeKm=${altitudeKm}`,
              `shells[0].ltanH=${ltanH}`,
              "assumptions.batterySpecificEnergyWhPerKg=1000",
            ]).document,
          );
        const [a, b] = [at(one), at(other)];
        const cheaper =
          a.satellite.deliveredPowerW > b.satellite.deliveredPowerW * (1 + 1e-9) &&
          a.satellite.massKg <= b.satellite.massKg;
        if (cheaper) expect(a.serving.priceUsdPerMTokens!).toBeLessThan(b.serving.priceUsdPerMTokens!);
      },
    ),
    { numRuns: 15 },
  );
});

test("the mass closes with its own drag, and every part is of it", () => {
  fc.assert(
    fc.property(missionDocuments, (document) => {
      const { satellite } = planOf(document);
      const parts = satellite.massParts.reduce((sum, { massKg }) => sum + massKg, 0);
      expect(parts / satellite.massKg).toBeCloseTo(1, 9);
      expect(satellite.neededDeltaVMPerS / satellite.deltaVMPerS).toBeCloseTo(1, 9);
    }),
    RUNS,
  );
});

test("a tighter limit never allows more power", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 260, max: 440, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (limitK, moreK) => {
        const at = (value: number) =>
          planOf(
            overrideMission(referenceMission, [
              `assumptions.coolantLimitK=${value}`,
              `assumptions.memoryLimitK=${value}`,
            ]).document,
          ).satellite;
        const [tight, loose] = [at(limitK), at(limitK + moreK)];
        expect(tight.coolantAllowedPowerW).toBeLessThanOrEqual(loose.coolantAllowedPowerW);
        expect(tight.memoryAllowedPowerW).toBeLessThanOrEqual(loose.memoryAllowedPowerW);
      },
    ),
    { numRuns: 15 },
  );
});
