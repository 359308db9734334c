import fc from "fast-check";
import { glossary, type InputWord, models, racks, vehicles } from "#engine";

/** A number within a glossary input's own limits. */
function within(name: keyof typeof glossary) {
  const { min, max } = glossary[name] as InputWord;
  return name.endsWith("Count") || name.endsWith("Tokens")
    ? fc.integer({ min, max: Math.min(max, 1e6) })
    : fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const name = fc.string({ minLength: 1, maxLength: 30, unit: "grapheme-ascii" }).filter((text) => text.trim() !== "");

const shell = fc.record({
  name,
  altitudeKm: within("altitudeKm"),
  inclinationDeg: fc.oneof(within("inclinationDeg"), fc.constant("sun-synchronous")),
  planeCount: fc.integer({ min: 1, max: 200 }),
  satellitesPerPlaneCount: fc.integer({ min: 1, max: 200 }),
  node: fc.oneof(
    fc.record({ ltanH: within("ltanH"), ltanSpreadH: within("ltanSpreadH") }),
    fc.record({ raanSpreadDeg: within("raanSpreadDeg"), raanDeg: optional(within("raanDeg")) }),
  ),
  cluster: optional(
    fc.record({ satelliteCount: fc.integer({ min: 1, max: 9 }), spacingM: fc.integer({ min: 20, max: 2000 }) }),
  ),
});

const strip = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Valid mission documents of every kind, with every section given or left out. */
export const missionDocuments = fc
  .record({
    name,
    notes: optional(fc.array(name, { maxLength: 3 })),
    satellite: optional(
      fc.record({
        rack: fc.constantFrom(...Object.keys(racks)),
        peakPowerW: within("peakPowerW"),
        sustainedPowerW: within("sustainedPowerW"),
        solarFluxWPerM2: within("solarFluxWPerM2"),
        radiatorFluxWPerM2: within("radiatorFluxWPerM2"),
        wingspanM: within("wingspanM"),
        announcedBatteryEnergyWh: optional(within("announcedBatteryEnergyWh")),
        announcedSolarAreaM2: optional(within("announcedSolarAreaM2")),
        chipCount: optional(within("chipCount")),
        solarFluxFrom: optional(fc.constantFrom("announced", "cells")),
        eclipseMode: optional(fc.constantFrom("ride-through", "throttle", "sleep")),
        coolant: optional(fc.constantFrom("water", "glycol", "ammonia")),
      }),
    ),
    shells: fc.array(shell, { minLength: 1, maxLength: 3 }),
    sites: optional(
      fc.array(
        fc.record({
          name,
          latitudeDeg: within("latitudeDeg"),
          longitudeDeg: within("longitudeDeg"),
          heightKm: within("heightKm"),
          kind: optional(fc.constant("radio")),
          capacityBps: optional(within("capacityBps")),
        }),
        { maxLength: 3 },
      ),
    ),
    stations: optional(
      fc.array(
        fc.record({
          name,
          latitudeDeg: within("latitudeDeg"),
          longitudeDeg: within("longitudeDeg"),
          heightKm: within("heightKm"),
          clearFraction: optional(within("clearFraction")),
        }),
        { maxLength: 3 },
      ),
    ),
    links: optional(
      fc.record({ grazingAltitudeKm: within("grazingAltitudeKm"), minElevationDeg: within("minElevationDeg") }),
    ),
    workload: optional(
      fc.record({ model: fc.constantFrom(...Object.keys(models)), contextTokens: within("contextTokens") }),
    ),
    campaign: optional(fc.record({ vehicle: fc.constantFrom(...Object.keys(vehicles)) })),
    assumptions: optional(
      fc.record({
        dischargeFraction: within("dischargeFraction"),
        lifeYears: within("lifeYears"),
        structureFraction: within("structureFraction"),
        achievedFraction: within("achievedFraction"),
        bodyDragAreaM2: within("bodyDragAreaM2"),
        shieldingM: within("shieldingM"),
        lostLoopFraction: within("lostLoopFraction"),
        radiatorNadirDeg: within("radiatorNadirDeg"),
        specificImpulseS: within("specificImpulseS"),
      }),
    ),
    economics: optional(
      fc.record({ launchUsdPerKg: within("launchUsdPerKg"), discountFraction: within("discountFraction") }),
    ),
  })
  .map(({ shells, sites, stations, ...rest }) =>
    strip({
      format: "dawnline-mission/1",
      epoch: "2027-01-01T00:00:00Z",
      ...rest,
      ...(sites === undefined && stations === undefined
        ? {}
        : { sites: [...(sites ?? []), ...(stations ?? []).map((each) => ({ ...each, kind: "laser" }))] }),
      shells: shells.map(({ node, ...each }) => ({ ...each, ...node })),
    }),
  );
