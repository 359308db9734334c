import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, presetDocument, referenceMission } from "#engine";

const planWith = (document: unknown, ...overrides: string[]) => {
  const { mission, issues } = parseMission(overrideMission(document, overrides).document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};
const textOf = (id: string, ...given: Parameters<typeof planWith>) =>
  planWith(...given).findings.find((finding) => finding.id === id)?.text;

const site = (name: string, over: object = {}) => ({ name, latitudeDeg: 0, longitudeDeg: 0, heightKm: 0, ...over });
const withSites = (...sites: object[]) => ({ ...(referenceMission as object), sites });

describe("text on the network", () => {
  test("one AI1 makes about 20 Mbit/s at the fastest measured rate, 7.5 at the assumed share of the roofline", () => {
    const { network, serving } = planWith(referenceMission);
    // 2,494,310 tokens/s on 288 chips, a quarter of them, four bytes each: published "about 20 Mb/s", to 1 %.
    expect(network.measuredOutputBps! / 20e6).toBeCloseTo(1, 2);
    expect(network.satelliteOutputBps).toBe(serving.rackTokensPerS * 32);
    expect(network.fleetOutputBps).toBeCloseTo(network.satelliteOutputBps * 8334, 0);
    expect(network.neededGatewayCount).toBe(1);
  });

  test("the measured rate is said for the whole rack that was measured alone", () => {
    expect(planWith(referenceMission, "satellite.chipCount=36").network.measuredOutputBps).toBeUndefined();
    expect(planWith(referenceMission, 'satellite.rack="gb200-nvl72"').network.measuredOutputBps).toBeUndefined();
  });

  test("the plan says that the network is not the constraint, and stops where it is", () => {
    const text = textOf("network-headroom", referenceMission)!;
    expect(text).toContain("20.0 Mbit/s");
    expect(text).toContain("fits one gateway");
    expect(text).toContain("the network is not the constraint");
    expect(textOf("network-headroom", presetDocument("ai1-over-starlink"))).toMatch(/the sites take 31\.4 times/);
    // A token that becomes video: 1 MB of it is more than a relay laser carries.
    expect(textOf("network-headroom", referenceMission, "assumptions.tokenBytes=1e6")).toBeUndefined();
  });

  test("sites that take less than the fleet sends are told with the share", () => {
    const one = withSites(site("A", { capacityBps: 31e9 }));
    expect(textOf("gateway-capacity", one)).toMatch(/its sites take 31 Gbit\/s.*49\.7 %/);
    expect(textOf("network-headroom", one)).toBeUndefined();
    expect(textOf("gateway-capacity", withSites(site("A")))).toBeUndefined();
    expect(textOf("gateway-capacity", referenceMission)).toBeUndefined();
  });
});

describe("laser stations", () => {
  const stations = [0.64, 0.64, 0.686, 0.3, 0.69].map((clearFraction, index) =>
    site(`S${index}`, { kind: "laser", clearFraction, capacityBps: 1e11 * (index + 1) }),
  );

  test("independent skies by hand, and the mean that needs no independence", () => {
    const { network } = planWith(withSites(...stations, site("R")));
    expect(network.anyClearFraction).toBeCloseTo(1 - 0.36 * 0.36 * 0.314 * 0.7 * 0.31, 12);
    expect(network.meanLaserSitesBps).toBeCloseTo(1e11 * (0.64 + 2 * 0.64 + 3 * 0.686 + 4 * 0.3 + 5 * 0.69), 0);
    expect([network.laserSiteCount, network.radioSiteCount]).toEqual([5, 1]);
    expect(network.radioSitesBps).toBe(160e9);
  });

  test("two of them are said to be optimistic, one is not", () => {
    expect(textOf("cloud-correlation", withSites(...stations))).toContain("optimistic");
    expect(textOf("cloud-correlation", withSites(stations[0]!))).toBeUndefined();
  });

  test("a station without a figure has the assumed one", () =>
    expect(planWith(withSites(site("S", { kind: "laser" }))).network.anyClearFraction).toBeCloseTo(0.69, 12));
});
