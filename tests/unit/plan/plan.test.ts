import { describe, expect, test } from "vitest";
import { exampleMissions, overrideMission, parseMission, planMission, referenceMission } from "#engine";

const planWith = (overrides: string[], elementsTexts: Record<string, string> = {}) => {
  const { mission, issues } = parseMission(overrideMission(referenceMission, overrides).document);
  expect(issues).toEqual([]);
  return planMission(mission!, { elementsTexts });
};

describe("planMission", () => {
  test("every example plans", () => {
    for (const { document } of exampleMissions) expect(planMission(parseMission(document).mission!).issues).toEqual([]);
  });

  test("several shells share one satellite, sized for the worst of them and fed by the mean of all", () => {
    const second =
      '{"name":"Noon","altitudeKm":600,"inclinationDeg":"sun-synchronous","planeCount":18,"satellitesPerPlaneCount":463,"ltanH":12,"ltanSpreadH":0}';
    const dawn = planWith([]).plan!;
    const noon = planWith(["shells[0].ltanH=12", "shells[0].ltanSpreadH=0"]).plan!;
    const both = planWith([`shells[1]=${second}`]).plan!;
    expect(both.fleet.satelliteCount).toBe(2 * 8334);
    expect(both.satellite.worstPlaneEclipseS).toBeCloseTo(noon.satellite.worstPlaneEclipseS, 6);
    expect(both.satellite.deliveredPowerW).toBeCloseTo(
      (dawn.satellite.deliveredPowerW + noon.satellite.deliveredPowerW) / 2,
      6,
    );
  });

  test("two million satellites are planned without following each", () => {
    const { plan } = planWith(["shells[0].planeCount=2000000", "shells[0].satellitesPerPlaneCount=1"]);
    expect(plan?.fleet.fleetSustainedW).toBe(2e6 * 120e3);
    expect(plan?.campaign.kardashevIndex).toBeCloseTo(0.538, 3);
  });

  test("a sustained load above the peak is said, not hidden", () => {
    expect(planWith(["satellite.sustainedPowerW=160000"]).plan?.findings.map(({ id }) => id)).toContain("load-order");
  });

  test("planes that stand in the same places are said", () => {
    const ids = (...overrides: string[]) => planWith(overrides).plan?.findings.map(({ id }) => id);
    expect(ids("shells[0].ltanSpreadH=0")).toContain("coincident-planes");
    expect(ids("shells[0].ltanSpreadH=0", "shells[0].phasingCount=1")).not.toContain("coincident-planes");
    expect(ids()).not.toContain("coincident-planes");
  });

  test("every plane of a file of records counts for the worst shadow", () => {
    const line = (id: number, node: number) => {
      const pad = String(id).padStart(5, "0");
      const sum = (text: string) =>
        text + ([...text].reduce((total, sign) => total + (sign === "-" ? 1 : Number(sign) || 0), 0) % 10);
      return `${sum(`1 ${pad}U 27001A   27001.00000000  .00000000  00000-0  00000-0 0  999`)}\n${sum(`2 ${pad}  97.7877 ${node.toFixed(4).padStart(8)} 0001000   0.0000   0.0000 14.89000000    1`)}`;
    };
    const records = Array.from({ length: 50 }, (_, plane) => line(plane + 1, plane === 26 ? 280.46 : 10.46)).join("\n");
    const shell = 'shells=[{"name":"F","planeCount":50,"satellitesPerPlaneCount":1,"elementsFile":"f.tle"}]';
    expect(planWith([shell], { "f.tle": records }).plan?.satellite.worstPlaneEclipseS).toBeGreaterThan(2100);
  });

  test("ground and laser ranges limit reach and delay", () => {
    const { shells } = planWith(["links.minElevationDeg=0", "links.groundRangeKm=1260", "links.rangeKm=1000"]).plan!;
    expect(shells[0]?.minElevationOneWayMs).toBeCloseTo(1260 / 299.792458, 9);
    expect(shells[0]?.longestLinkKm).toBe(1000);
    expect(planWith(["links.groundRangeKm=500"]).plan?.shells[0]?.coverageRadiusKm).toBe(0);
  });

  test("a context that no memory holds serves nothing and says so", () => {
    const { plan } = planWith(["workload.contextTokens=10000000", "workload.model=llama-3.1-405b"]);
    expect(plan?.serving.fleetTokensPerS).toBeGreaterThan(0);
    const none = planWith([
      "workload.contextTokens=10000000",
      "workload.model=llama-3.1-405b",
      "satellite.rack=gb200-nvl72",
    ]).plan!;
    expect(none.serving.batchCapacityCount).toBeLessThan(plan!.serving.batchCapacityCount);
  });
});

describe("a shell flown from records", () => {
  const tle = [
    "1 00001U 00001A   27060.00000000  .00000000  00000-0  00000-0 0  9997",
    "2 00001  53.0000   0.0000 0000001   0.0000   0.0000 15.05581646    14",
    "1 01584U 00001A   27060.00000000  .00000000  00000-0  00000-0 0  9994",
    "2 01584  53.0000 355.0000 0000001   0.0000 257.9545 15.05581646    11",
  ].join("\n");
  const shell = 'shells=[{"name":"Flown","planeCount":2,"satellitesPerPlaneCount":1,"elementsFile":"two.tle"}]';

  test("takes height and inclination from them", () => {
    const { plan } = planWith([shell], { "two.tle": tle });
    expect(plan?.shells[0]?.altitudeKm).toBeCloseTo(550, 5);
    expect(plan?.shells[0]?.inclinationDeg).toBe(53);
  });

  test("a missing text, a bad record or another count is an issue with its path", () => {
    for (const texts of [
      {},
      { "two.tle": tle.slice(0, 139) },
      { "two.tle": tle.replace("53.0000   0.0000", "53.0001   0.0000") },
    ]) {
      const { plan, issues } = planWith([shell], texts);
      expect(plan).toBeUndefined();
      expect(issues[0]?.path).toBe("shells[0].elementsFile");
    }
  });
});
