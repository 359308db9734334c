import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, referenceMission } from "#engine";

/**
 * The announced figures of AI1 and what follows from them, recomputed by independent scripts (python-sgp4 2.15, ERFA 2.0, plain arithmetic).
 * Tolerances are the last digit that the authority prints, or the spread that its sampling leaves.
 */
const AREA_TOLERANCE_M2 = 0.005;
const TEMPERATURE_TOLERANCE_K = 0.05;
const ANGLE_TOLERANCE_DEG = 5e-4;
/** The authority samples the year hourly. */
const SEASON_TOLERANCE_DAYS = 0.1;
const SHADOW_TOLERANCE_S = 1;
const WORST_SHADOW_TOLERANCE_MIN = 0.05;
const SHARE_TOLERANCE = 5e-4;
const LATENCY_TOLERANCE_MS = 0.005;

const planOf = (...overrides: string[]) => {
  const { document, issues } = overrideMission(referenceMission, overrides);
  expect(issues).toEqual([]);
  const parsed = parseMission(document);
  expect(parsed.issues).toEqual([]);
  return planMission(parsed.mission!).plan!;
};

describe("AI1 as announced", () => {
  const plan = planOf();
  const { satellite } = plan;
  const shell = plan.shells[0]!;

  test("array 600 m², chord 8.57 m, 18.4 % implied", () => {
    expect(satellite.solarAreaM2).toBe(600);
    expect(satellite.chordM).toBeCloseTo(8.5714, 4);
    expect(satellite.impliedArrayEfficiencyFraction).toBeCloseTo(0.183688, 6);
  });

  test("radiator 107.14 m² at peak, 85.71 m² sustained", () => {
    expect(Math.abs(satellite.radiatorAreaM2 - 107.14)).toBeLessThan(AREA_TOLERANCE_M2);
    expect(Math.abs(satellite.sustainedRadiatorAreaM2 - 85.71)).toBeLessThan(AREA_TOLERANCE_M2);
  });

  test("panel 342.2 K with a cold sink, 348.5 K with the Earth, 407.0 K by the refused reading", () => {
    expect(Math.abs(satellite.coldSinkRadiatorTemperatureK - 342.224)).toBeLessThan(TEMPERATURE_TOLERANCE_K);
    expect(Math.abs(satellite.peakRadiatorTemperatureK - 348.536)).toBeLessThan(TEMPERATURE_TOLERANCE_K);
    expect(Math.abs(satellite.perFaceRadiatorTemperatureK - 406.976)).toBeLessThan(TEMPERATURE_TOLERANCE_K);
  });

  test("sun-synchronous inclination 97.788° at 600 km", () => {
    expect(Math.abs(shell.inclinationDeg - 97.7877)).toBeLessThan(ANGLE_TOLERANCE_DEG);
  });

  test("95.5 eclipse days, 20.7 min, 95.5 % sunlit at local time 18; 21.7 min in the band's worst plane", () => {
    expect(Math.abs(shell.eclipseDaysPerYear - 95.5417)).toBeLessThan(SEASON_TOLERANCE_DAYS);
    expect(Math.abs(shell.longestEclipseS - 1241)).toBeLessThan(SHADOW_TOLERANCE_S);
    expect(Math.abs(shell.sunlitFraction - 0.95518)).toBeLessThan(SHARE_TOLERANCE);
    expect(Math.abs(shell.worstPlaneEclipseS / 60 - 21.7)).toBeLessThan(WORST_SHADOW_TOLERANCE_MIN);
  });

  test("2.00 ms at zenith, 4.05 ms at 25° elevation, twice that for the round trip", () => {
    expect(Math.abs(shell.zenithOneWayMs - 2.0014)).toBeLessThan(LATENCY_TOLERANCE_MS);
    expect(Math.abs(shell.minElevationOneWayMs - 4.05)).toBeLessThan(LATENCY_TOLERANCE_MS);
    expect(shell.zenithRoundTripMs).toBe(2 * shell.zenithOneWayMs);
    expect(shell.minElevationRoundTripMs).toBe(2 * shell.minElevationOneWayMs);
  });

  test("one gigawatt is 8,334 satellites at 0.300 on Kardashev's scale", () => {
    expect(plan.campaign.satellitesPerGwCount).toBe(8334);
    expect(plan.fleet.satelliteCount).toBe(8334);
    expect(plan.campaign.kardashevIndex).toBeCloseTo(0.3, 4);
  });

  test("memory sweep 36 ms, batch optimum 469 × 18.1 on DeepSeek-R1", () => {
    expect(plan.serving.trainS).toBeCloseTo(0.036, 12);
    expect(plan.serving.machineBalanceRatio).toBeCloseTo(468.75, 9);
    expect(Math.abs(plan.serving.batchOptimumCount - 468.75 * (671 / 37))).toBeLessThan(0.5);
  });

  test("the rack draws about 120 kW as yearly mean at dawn-dusk, below 95 kW at noon", () => {
    expect(satellite.deliveredPowerW).toBeGreaterThan(117e3);
    expect(satellite.deliveredPowerW).toBeLessThanOrEqual(120e3);
    expect(planOf("shells[0].ltanH=12").satellite.deliveredPowerW).toBeLessThan(95e3);
  });
});

describe("one chain: the orbit moves the price of a token", () => {
  const price = (...overrides: string[]) => planOf(...overrides).serving.priceUsdPerMTokens!;

  test("a noon orbit costs more than a dawn-dusk one", () => {
    expect(price("shells[0].ltanH=12")).toBeGreaterThan(1.2 * price());
  });

  test("a higher dawn-dusk orbit has less shadow and cheaper tokens", () => {
    expect(price("shells[0].altitudeKm=1000")).toBeLessThan(price());
  });
});

/** Findings on AI1, and one override each that takes the cause away. */
const causes: readonly [id: string, words: RegExp, ...overrides: string[]][] = [
  ["peak-margin", /32\.4 kW short after 5 years/, "satellite.announcedSolarAreaM2=748"],
  ["season-power", /91\.9 kW.*worst week.*105 kW/, "satellite.sustainedPowerW=91900"],
  ["coolant-limit", /30\.4 K over the coolant limit/, "satellite.radiatorFluxWPerM2=900"],
  ["eclipse-battery", /21\.7 min of shadow.*no battery is announced/, "satellite.announcedBatteryEnergyWh=57200"],
  ["specific-power", /2\.45 t over/, "assumptions.announcedSpecificPowerWPerKg=28"],
  ["radiator-reading", /407\.0 K \(134 °C\).*refused/, "assumptions.coolantLimitK=410"],
  ["memory-limit", /last chip reaches 39.*allows/, "satellite.radiatorFluxWPerM2=700"],
  ["dose-extrapolated", /of 550 km, and 1\.17 × stands/, "shells[0].altitudeKm=550"],
  [
    "shell-separation",
    /0\.292 km at the least.*phasingCount of 17 keeps them 4\.36 km apart/,
    "shells[0].phasingCount=17",
    "assumptions.separationLimitKm=4",
  ],
  [
    "laser-rate",
    /1 Tbit\/s to 1\u2009445 km, 4 together to 2\u2009889 km.*107 km, one carries 9\.6 Tbit\/s/,
    "links.topology=none",
  ],
  ["hop-delay", /Half a ring is 231 hops.*add 23\.1 ms/, "shells[0].satellitesPerPlaneCount=90"],
  [
    "network-headroom",
    /one satellite of 120 kW is 7\.49 Mbit\/s, 20\.0 Mbit\/s at/,
    "assumptions.relayLaserBps=10000000",
  ],
  ["million-power", /120 GW sustained.*8\.3 million/, "satellite.sustainedPowerW=1000000"],
];

describe("what does not close on AI1, and goes when its cause goes", () => {
  const found = planOf().findings;
  test.each(causes)("%s", (id, words, ...overrides) => {
    expect(found.find((finding) => finding.id === id)?.text).toMatch(words);
    expect(planOf(...overrides).findings.map((finding) => finding.id)).not.toContain(id);
  });

  test("and nothing else is found", () => {
    expect(found.map((finding) => finding.id).sort()).toEqual(causes.map(([id]) => id).sort());
  });

  test("a battery that is announced too small is an error with the shortfall", () => {
    const finding = planOf("satellite.announcedBatteryEnergyWh=50000").findings.find(
      ({ id }) => id === "eclipse-battery",
    );
    expect(finding?.severity).toBe("error");
    expect(finding?.text).toMatch(/7\.11 kWh short/);
  });
});
