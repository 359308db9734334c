import { describe, expect, test } from "vitest";
import {
  flyMission,
  gatewayLoads,
  hottestLinks,
  linkLoadsAt,
  overrideMission,
  parseMission,
  planMission,
  presetDocument,
  routeTraffic,
  runNetwork,
  satelliteLoads,
  trafficAt,
  unitOf,
} from "#engine";
import { withoutLinks } from "../../../engine/network/trafficGraph.ts";
import { netOf } from "../network/meshes.ts";

/** A fleet of 240 over a relay of 1,584: small enough for many runs, with every kind of link. */
const relayed = {
  format: "dawnline-mission/1",
  name: "Relayed",
  epoch: "2027-01-01T00:00:00Z",
  shells: [
    {
      name: "F",
      altitudeKm: 600,
      inclinationDeg: 53,
      planeCount: 12,
      satellitesPerPlaneCount: 20,
      phasingCount: 5,
      raanSpreadDeg: 360,
    },
  ],
  relay: {
    shells: [
      {
        name: "R",
        altitudeKm: 550,
        inclinationDeg: 53,
        planeCount: 72,
        satellitesPerPlaneCount: 22,
        phasingCount: 17,
        raanSpreadDeg: 360,
      },
    ],
  },
  sites: [
    { name: "Radio", latitudeDeg: 44.4, longitudeDeg: -90.8, heightKm: 0.3 },
    { name: "Laser", latitudeDeg: 34.4, longitudeDeg: -117.7, heightKm: 2.3, kind: "laser", clearFraction: 0.64 },
  ],
  places: [
    { name: "New York", latitudeDeg: 40.7128, longitudeDeg: -74.006 },
    { name: "London", latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
  ],
};

function run(document: unknown, { overrides = [] as string[], seed = 1, pathCount = 16, tS = 0 } = {}) {
  const { mission, issues } = parseMission(overrideMission(document, overrides).document);
  expect(issues).toEqual([]);
  const flight = flyMission(mission!);
  if ("issues" in flight) throw new Error(flight.issues[0]?.message);
  const { satelliteOutputBps } = planMission(mission!).plan!.network;
  const traffic = trafficAt({ flight, mission: mission!, tS, satelliteOutputBps });
  const work = runNetwork({ traffic, flight, mission: mission!, seed, pathCount });
  for (let step = work.next(); ; step = work.next()) if (step.done) return { flight, traffic, ...step.value };
}

describe("the network of a mission", () => {
  const base = run(relayed);

  test("without demands the fleet's text goes to the gateways, and all of it fits", () => {
    expect(base.traffic.isDefault).toBe(true);
    // 240 satellites of 7.49 Mbit/s.
    expect(base.offeredBps).toBeCloseTo(240 * 7_491_049, -4);
    expect(base.carriedFraction).toBeCloseTo(1, 9);
    expect(base.mostBps).toBeGreaterThan(base.offeredBps);
  });

  test("flow is conserved to 1e-9 of the whole: satellites give their share, relay and antennas nothing", () => {
    const net = netOf(base.traffic.graph, base.routed.loadsBps);
    const doors = base.traffic.gateways.map(({ door }) => door);
    const slackBps = 1e-9 * base.offeredBps;
    net.forEach((bps, node) => {
      const given = node < 240 ? base.offeredBps / 240 : 0;
      if (!doors.includes(node)) expect(Math.abs(bps - given)).toBeLessThan(slackBps);
    });
    const arrived = gatewayLoads(base.traffic, base.routed).reduce((sum, { downBps }) => sum + downBps, 0);
    expect(Math.abs(arrived - base.offeredBps)).toBeLessThan(slackBps);
  });

  test("radio beams come from the relay, the laser may come from either, and hand-overs lead from fleet to relay", () => {
    const { graph } = base.traffic;
    const seen = { "hand-over": 0, "radio beam": 0, "laser to ground": 0 };
    graph.kinds.forEach((kind, link) => {
      const [a, b] = [graph.mesh.pairs[link * 2]!, graph.mesh.pairs[link * 2 + 1]!];
      if (kind === "hand-over") expect([a < 240, b >= 240]).toEqual([true, true]);
      if (kind === "radio beam") expect([a >= 240, b >= graph.groundFrom]).toEqual([true, true]);
      if (kind in seen) seen[kind as keyof typeof seen]++;
    });
    expect(seen["hand-over"]).toBeGreaterThan(200);
    expect(seen["radio beam"]).toBe(8);
    expect(seen["laser to ground"]).toBe(1);
  });

  test("ends are indices of the flight in space and names on the ground", () => {
    for (const { a, b } of base.hottest)
      for (const end of [a, b])
        if (typeof end === "number") expect(end).toBeLessThan(base.flight.totalCount);
        else expect(["Radio", "Laser", "Radio, fibre", "Laser, fibre"]).toContain(end);
  });

  test("every number is named by its unit", () => {
    const bare = new Set<string>();
    const walk = (value: unknown, name: string) => {
      if (typeof value === "number" && unitOf(name) === undefined && name !== "a" && name !== "b") bare.add(name);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? name : key);
    };
    const { flight: _, traffic: __, routed: ___, ...answer } = base;
    walk(answer, "network");
    expect([...bare]).toEqual([]);
  });

  test("losses: nothing is gained, an own plane's output is lost, and all lasers take all but what stands above a site", () => {
    for (const { carriedFraction } of base.failures) expect(carriedFraction).toBeLessThanOrEqual(1 + 1e-9);
    const plane = base.failures.find((each) => each.case === "a plane of the fleet")!;
    expect(plane.carriedFraction).toBeLessThanOrEqual(11 / 12 + 1e-9);
    const all = run(relayed, { overrides: ["assumptions.lostLaserFraction=1"] });
    expect(all.failures.find((each) => each.case === "100 % of the lasers")!.carriedFraction).toBeLessThan(0.02);
    const none = run({ ...relayed, sites: undefined });
    expect([none.carriedBps, none.mostBps, none.gateways]).toEqual([0, 0, []]);
  });

  test("loads near a selection are those of its own links", () => {
    const [hottest] = base.hottest.filter(({ a }) => typeof a === "number");
    const near = linkLoadsAt(base.traffic, base.routed, [hottest!.a as number]);
    expect(near).toContainEqual(hottest);
    expect(linkLoadsAt(base.traffic, routeTraffic(base.traffic), [hottest!.a as number])).toEqual(near);
    for (const { a, b } of near) expect([a, b]).toContain(hottest!.a);
    expect(() => linkLoadsAt(base.traffic, base.routed, [1e9])).toThrow(/no satellite/);
  });

  test("the hottest come first, and none is over its capacity", () => {
    const tight = run(relayed, { overrides: ['demands=[{"from":"fleet","to":"gateways","rateBps":1e12}]'] });
    const full = tight.hottest.map(({ loadBps, capacityBps }) => loadBps / capacityBps);
    for (const [index, share] of full.entries()) {
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
      expect(share).toBeLessThanOrEqual((full[index - 1] ?? 1) + 1e-8);
    }
    // Eight radio beams of 20 Gbit/s and one laser of 200 are all that there is.
    expect(tight.mostBps).toBeCloseTo(360e9, 0);
    expect(tight.carriedBps).toBeLessThanOrEqual(360e9 * (1 + 1e-9));
    expect(hottestLinks(tight.traffic, tight.routed, 3)).toEqual(tight.hottest.slice(0, 3));
  });
});

describe("demands by name", () => {
  const carried = (...demands: object[]) =>
    run({ ...relayed, demands }).demands.map(({ rateBps, carriedBps }) => carriedBps / rateBps);

  test("place to place, up to the fleet, and from the gateways all arrive where they fit", () =>
    expect(
      carried(
        { from: "New York", to: "London", rateBps: 1e9 },
        { from: "London", to: "fleet", rateBps: 1e9 },
        { from: "gateways", to: "fleet", rateBps: 1e10 },
        { from: "gateways", to: "New York", rateBps: 1e9 },
        { from: "Radio", to: "Laser", rateBps: 1e9 },
      ).map((share) => Number(share.toFixed(9))),
    ).toEqual([1, 1, 1, 1, 1]));

  test("a place has eight user beams of 1.2264 Gbit/s, and no more comes through", () => {
    const [share = 0] = carried({ from: "New York", to: "gateways", rateBps: 1e11 });
    const beams = (share * 1e11) / (240e6 * 5.11);
    expect(beams).toBeLessThanOrEqual(8 + 1e-9);
    expect(beams).toBeCloseTo(Math.round(beams), 6);
    expect(beams).toBeGreaterThan(3);
  });

  test("more than one path carries no less than the shortest alone", () => {
    const demands = [{ from: "fleet", to: "gateways", rateBps: 3e11 }];
    const [one, many] = [1, 16].map((pathCount) => run({ ...relayed, demands }, { pathCount }).carriedBps);
    expect(many).toBeGreaterThan(one! * 1.2);
  });

  test("the delay of a hop is counted as way: a path of fewer hops wins", () => {
    const demands = [{ from: "New York", to: "London", rateBps: 1e6 }];
    const hops = (overrides: string[]) => {
      const { traffic, routed } = run({ ...relayed, demands }, { overrides });
      return traffic.graph.kinds.filter(
        (kind, link) => kind.includes("laser") && routed.loadsBps[link * 2]! + routed.loadsBps[link * 2 + 1]! > 0,
      ).length;
    };
    expect(hops(["links.hopDelayMs=10"])).toBeLessThan(hops([]));
  });
});

test("AI1 over Starlink Gen1 as filed carries its text at the epoch and half an orbit later", () => {
  const preset = presetDocument("ai1-over-starlink");
  for (const tS of [0, 2900]) {
    const { carriedFraction, failures, mostBps } = run(preset, { tS });
    expect(carriedFraction).toBeCloseTo(1, 9);
    // Six gateways of 160 Gbit/s and five stations of 200 at the most.
    expect(mostBps).toBeLessThanOrEqual(1.96e12 * (1 + 1e-9));
    expect(failures.map((each) => each.case)).toEqual([
      "a plane of the fleet",
      "a plane of the relay",
      "a gateway",
      "1 % of the lasers",
      "clouds as drawn",
      "clouds over every laser station",
    ]);
  }
});

describe("clouds", () => {
  /** Lasers to ground alone, smaller than the text, so that each sky counts. */
  const stations = [
    { name: "A", latitudeDeg: 34.4, longitudeDeg: -117.7, heightKm: 2.3, clearFraction: 0.64 },
    { name: "B", latitudeDeg: 20.7, longitudeDeg: -156.3, heightKm: 3, clearFraction: 0.5 },
    { name: "C", latitudeDeg: 28.3, longitudeDeg: -16.5, heightKm: 2.4, clearFraction: 0.8 },
    { name: "D", latitudeDeg: -30, longitudeDeg: 145, heightKm: 0.3, clearFraction: 0.3 },
  ].map((site) => ({ ...site, kind: "laser", capacityBps: 6e8 }));
  const cloudy = { ...relayed, sites: stations };

  test("the expected share is that of all sixteen skies, each network without its shut stations", () => {
    const base = run(cloudy);
    const carriedWith = (bits: number) => {
      const shut = new Set(
        base.traffic.gateways.filter((_, at) => ((bits >> at) & 1) === 1).map(({ antennas }) => antennas),
      );
      const { graph } = base.traffic;
      const { pairs } = graph.mesh;
      const isLost = (link: number) => shut.has(pairs[link * 2]!) || shut.has(pairs[link * 2 + 1]!);
      const routed = routeTraffic({ ...base.traffic, graph: withoutLinks(graph, isLost) });
      return routed.carriedBps.reduce((sum, each) => sum + each, 0) / base.offeredBps;
    };
    let expected = 0;
    for (let bits = 0; bits < 16; bits++)
      expected +=
        stations.reduce(
          (product, { clearFraction }, at) => product * ((bits >> at) & 1 ? 1 - clearFraction : clearFraction),
          1,
        ) * carriedWith(bits);
    expect(base.clouds!.expectedCarriedFraction).toBeCloseTo(expected, 9);
    expect(base.clouds).toMatchObject({ stationCount: 4, isDrawn: false });
    expect(base.clouds!.expectedCarriedFraction).toBeLessThan(base.carriedFraction);
    expect(base.clouds!.sharedSkyCarriedFraction).toBeLessThan(base.clouds!.expectedCarriedFraction);
    expect(base.clouds!.anyClearFraction).toBeCloseTo(1 - 0.36 * 0.5 * 0.2 * 0.7, 12);
  });

  test("say nothing where no laser comes down", () => {
    expect(run({ ...relayed, sites: relayed.sites.slice(0, 1) }).clouds).toBeUndefined();
  });
});

test("a satellite's load is that of its fullest link among all that end at it, 0 to 1, and −1 without one", () => {
  const mission = parseMission(relayed).mission!;
  const flight = flyMission(mission);
  if ("issues" in flight) throw new Error("the mission must fly");
  const traffic = trafficAt({ flight, mission, tS: 0, satelliteOutputBps: 1e9 });
  const routed = routeTraffic(traffic);
  const fractions = satelliteLoads(traffic, routed);
  expect(fractions).toHaveLength(flight.servingCount);
  for (let index = 0; index < flight.servingCount; index += 13) {
    const shares = linkLoadsAt(traffic, routed, [index]).flatMap(({ loadBps, capacityBps }) =>
      capacityBps > 0 ? [loadBps / capacityBps] : [],
    );
    expect(fractions[index]).toBeCloseTo(Math.max(-1, ...shares), 6);
  }
  expect(Math.max(...fractions)).toBeGreaterThan(0);
  expect(Math.max(...fractions)).toBeLessThanOrEqual(1 + 1e-6);
});
