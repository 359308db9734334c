import { describe, expect, test } from "vitest";
import { type Flight, flyMission } from "../../../engine/flight/flight.ts";
import { trafficAt } from "../../../engine/flight/traffic.ts";
import { MISSION_FORMAT, type Mission } from "../../../engine/mission/mission.ts";
import { linkRateBps } from "../../../engine/network/optics.ts";

const band = {
  name: "Dawn-dusk 600",
  altitudeKm: 600,
  inclinationDeg: "sun-synchronous",
  planeCount: 6,
  satellitesPerPlaneCount: 40,
  ltanH: 18,
  ltanSpreadH: 1,
} as const;
const relay = {
  name: "Relay",
  altitudeKm: 550,
  inclinationDeg: 53,
  planeCount: 12,
  satellitesPerPlaneCount: 22,
  phasingCount: 11,
  raanSpreadDeg: 360,
};
/** Iridium's: six planes over half a turn, the last counter-rotating beside the first. */
const star = {
  ...relay,
  name: "Star",
  inclinationDeg: 86.4,
  planeCount: 6,
  satellitesPerPlaneCount: 11,
  raanSpreadDeg: 180,
  phasingCount: 0,
  altitudeKm: 780,
};
const mission: Mission = {
  format: MISSION_FORMAT,
  name: "Two layers",
  epoch: "2027-03-20T00:00:00Z",
  shells: [band],
  relay: { shells: [relay] },
};
function fly(links: Mission["links"], over: Partial<Mission> = {}): Flight {
  const flight = flyMission({ ...mission, ...over, links });
  if ("issues" in flight) throw new Error(JSON.stringify(flight.issues));
  return flight;
}
const linksOf = (flight: Flight, tS: number) =>
  Array.from({ length: flight.totalCount }, (_, index) => flight.linksOf(index, tS)).flat();

describe("a satellite's lasers", () => {
  test("carry the rate of their length, and none when they are down", () => {
    const flight = fly({ rangeKm: 1500 });
    const links = linksOf(flight, 900);
    expect(links.some(({ up }) => up)).toBe(true);
    expect(links.some(({ up }) => !up)).toBe(true);
    for (const { up, lengthKm, rateBps } of links)
      expect(rateBps).toBe(up ? linkRateBps({ ...flight.optics, lengthKm }) : 0);
  });

  test("without new limits are the +Grid of before", () => {
    const [plain, named] = [fly(undefined), fly({ topology: "grid", terminalCount: 4 })];
    expect(plain.mesh.pairs).toEqual(named.mesh.pairs);
    expect(linksOf(plain, 0).filter(({ reason }) => reason !== undefined && reason !== "Earth in the way")).toEqual([]);
  });

  test("that must carry a terabit reach 1,445 km, and say why not farther", () => {
    for (const { lengthKm, up, reason } of linksOf(fly({ leastLinkRateBps: 1e12 }), 900)) {
      if (reason === "Earth in the way") continue;
      expect(up).toBe(lengthKm < 1444.7);
      if (!up) expect(reason).toBe("too little light");
    }
  });
});

describe("what breaks links", () => {
  test("the Sun near the orbit's normal blinds lasers across the planes of a dawn-dusk band, none along them", () => {
    // At the equinox the Sun is 8° off the normal of a plane at 97.8°: within 15° of every cross link at the equator.
    const flight = fly({ sunExclusionDeg: 15 }, { relay: { shells: [] } });
    const blind = linksOf(flight, 0).filter(({ reason }) => reason === "Sun in the receiver");
    expect(blind.length).toBeGreaterThan(20);
    for (const { a, b } of blind) expect(Math.floor(a / 40)).not.toBe(Math.floor(b / 40));
    expect(
      linksOf(fly({ sunExclusionDeg: 1 }, { relay: { shells: [] } }), 0).filter(
        ({ reason }) => reason === "Sun in the receiver",
      ).length,
    ).toBeLessThan(blind.length);
  });

  test("neighbours of a star turn fastest where the planes cross, at the poles", () => {
    const flight = fly({ slewLimitDegPerS: 0.1 }, { shells: [star], relay: { shells: [] } });
    const { positionsTemeKm } = flight.at(0);
    const latitudeOf = (index: number) =>
      (Math.asin(positionsTemeKm[index * 3 + 2]! / Math.hypot(...positionsTemeKm.slice(index * 3, index * 3 + 3))) *
        180) /
      Math.PI;
    const fast = linksOf(flight, 0).filter(({ reason }) => reason === "slewing too fast");
    expect(fast.length).toBeGreaterThan(5);
    for (const { a } of fast) expect(Math.abs(latitudeOf(a))).toBeGreaterThan(55);
  });

  test("nearest neighbours never reach across the seam of counter-rotating planes, unless they may", () => {
    const shells = [star];
    const flyingApart = (flight: Flight) => {
      const { velocitiesTemeKmPerS: v } = flight.at(300);
      const { pairs } = flight.meshAt(300);
      return [...Array(pairs.length / 2).keys()].filter((row) => {
        const [a, b] = [pairs[row * 2]! * 3, pairs[row * 2 + 1]! * 3];
        return v[a]! * v[b]! + v[a + 1]! * v[b + 1]! + v[a + 2]! * v[b + 2]! < 0;
      }).length;
    };
    expect(flyingApart(fly({ topology: "nearest" }, { shells, relay: { shells: [] } }))).toBe(0);
    expect(
      flyingApart(fly({ topology: "nearest", seamLimitDeg: 180 }, { shells, relay: { shells: [] } })),
    ).toBeGreaterThan(0);
  });
});

describe("the seam of a star", () => {
  const shells = [star];
  const flight = fly(undefined, { shells, relay: { shells: [] } });
  const seam = (tS: number) => linksOf(flight, tS).filter(({ reason, a, b }) => a < b && reason === "polar seam");

  test("is broken links between the first and the last plane, each satellite in at most one, with the reason", () => {
    for (const tS of [0, 700, 2900]) {
      const broken = seam(tS);
      // The last of eleven may find the Earth between it and the one that is left.
      expect(broken.length).toBeGreaterThanOrEqual(10);
      expect(new Set(broken.flatMap(({ a, b }) => [a, b])).size).toBe(broken.length * 2);
      const { velocitiesTemeKmPerS: v } = flight.at(tS);
      for (const { a, b, up, rateBps, lengthKm } of broken) {
        expect([flight.whereOf(a).plane, flight.whereOf(b).plane]).toEqual([0, 5]);
        expect([up, rateBps]).toEqual([false, 0]);
        expect(v[a * 3]! * v[b * 3]! + v[a * 3 + 1]! * v[b * 3 + 1]! + v[a * 3 + 2]! * v[b * 3 + 2]!).toBeLessThan(0);
        // Slots are 4,050 km apart along the plane, planes at most 3,700 km: the nearest is no farther than both halves.
        expect(lengthKm).toBeLessThan(5000);
      }
    }
  });

  test("carries no route and is counted with its reason", () => {
    const { pairs } = flight.meshAt(0);
    for (let row = 0; row < pairs.length; row += 2)
      expect(Math.abs(flight.whereOf(pairs[row]!).plane - flight.whereOf(pairs[row + 1]!).plane)).toBeLessThan(2);
    const count = seam(0).length;
    expect(flight.countLinks(0)).toEqual({
      linkCount: 66 + 55 + count,
      upCount: 66 + 55,
      downs: [{ reason: "polar seam", count }],
    });
  });

  test("is there for flown nodes 31.6° apart, not for closed shells, bands, rings or nearest neighbours", () => {
    const seamCount = (shell: object, links?: Mission["links"]) =>
      fly(links, { shells: [{ ...star, ...shell }], relay: { shells: [] } })
        .countLinks(0)
        .downs.find(({ reason }) => reason === "polar seam")?.count ?? 0;
    expect(seamCount({ raanSpreadDeg: 31.6 * 6 })).toBeGreaterThanOrEqual(10);
    expect(seamCount({ raanSpreadDeg: 360 })).toBe(0);
    expect(seamCount(band)).toBe(0);
    for (const topology of ["ring", "nearest", "none"] as const) expect(seamCount({}, { topology })).toBe(0);
  });

  test("counts agree with the links one by one, whatever breaks them", () => {
    const limited = fly({ sunExclusionDeg: 15, slewLimitDegPerS: 0.1, rangeKm: 4200 }, { shells });
    const each = linksOf(limited, 900).filter(({ a, b }) => a < b);
    const census = limited.countLinks(900);
    expect(census.linkCount).toBe(each.length);
    expect(census.upCount).toBe(each.filter(({ up }) => up).length);
    expect(census.downs.length).toBeGreaterThan(2);
    for (const { reason, count } of census.downs)
      expect(count, reason).toBe(each.filter((link) => link.reason === reason).length);
  });
});

describe("hand-overs", () => {
  test("join fleet and relay in every answer: routes, maps, a satellite's links and traffic", () => {
    const flight = fly(undefined);
    const { pairs } = flight.meshAt(600);
    const lengthsKm = flight.lengthsAt(600);
    const isAcross = (row: number) => pairs[row * 2]! < 240 !== pairs[row * 2 + 1]! < 240;
    const across = [...lengthsKm.keys()].filter(isAcross);
    expect(across.length).toBeGreaterThan(100);
    for (const row of across) {
      const [a, b] = [pairs[row * 2]!, pairs[row * 2 + 1]!];
      const link = flight.linksOf(a, 600).find((each) => each.b === b)!;
      expect(link.up).toBe(true);
      expect(lengthsKm[row]).toBeCloseTo(link.lengthKm, 5);
    }
    const traffic = trafficAt({ flight, mission, tS: 600, satelliteOutputBps: 1 });
    const handed = traffic.graph.kinds.flatMap((kind, link) =>
      kind === "hand-over" ? [[traffic.graph.mesh.pairs[link * 2], traffic.graph.mesh.pairs[link * 2 + 1]]] : [],
    );
    expect(handed).toEqual(across.map((row) => [pairs[row * 2], pairs[row * 2 + 1]]));
  });

  test("lead a route from a place under the relay alone to the fleet that computes; without a laser for them none does", () => {
    const places = Array.from({ length: 24 }, (_, row) => ({ latitudeDeg: 40, longitudeDeg: row * 15 - 180 }));
    const reached = (assumptions: Mission["assumptions"]) => {
      const flight = fly({ minElevationDeg: 5 }, { assumptions });
      return places.filter((from) => {
        const { reachable, satellites } = flight.routeToCompute({ tS: 0, from });
        return reachable && satellites[0]! >= flight.satelliteCount;
      }).length;
    };
    expect(reached({})).toBeGreaterThan(0);
    expect(reached({ handoverTerminalCount: 0 })).toBe(0);
  });

  test("stand over any angle of flight: the seam's limit is that of a mesh", () => {
    const count = (links: Mission["links"]) => {
      const flight = fly(links);
      const { pairs } = flight.meshAt(0);
      const lengthsKm = flight.lengthsAt(0);
      return lengthsKm.filter(
        (lengthKm, row) => pairs[row * 2]! < 240 && pairs[row * 2 + 1]! >= 240 && lengthKm < Number.POSITIVE_INFINITY,
      ).length;
    };
    expect(count({ seamLimitDeg: 20 })).toBe(count(undefined));
  });
});

describe("topologies", () => {
  test("a ring has no links across planes, none has none", () => {
    const ring = fly({ topology: "ring" });
    const isHandover = ({ a, b }: { a: number; b: number }) => a < 240 !== b < 240;
    for (const link of linksOf(ring, 0))
      if (!isHandover(link)) expect(ring.whereOf(link.a).plane).toBe(ring.whereOf(link.b).plane);
    expect(fly({ topology: "none" }).mesh.pairs).toHaveLength(0);
  });

  test("a shifted +Grid has the shorter links across planes", () => {
    const meanCrossKm = (topology: "grid" | "short-grid") => {
      const flight = fly({ topology }, { shells: [{ ...relay, phasingCount: 10 * 12 + 11 }], relay: { shells: [] } });
      const cross = [0, 1500, 3000]
        .flatMap((tS) => linksOf(flight, tS))
        .filter(({ a, b }) => Math.floor(a / 22) !== Math.floor(b / 22));
      return cross.reduce((sum, { lengthKm }) => sum + lengthKm, 0) / cross.length;
    };
    expect(meanCrossKm("short-grid")).toBeLessThan(0.6 * meanCrossKm("grid"));
  });

  test("nearest neighbours join fleet and relay, and follow the time", () => {
    const flight = fly({ topology: "nearest" });
    const across = (tS: number) => {
      const { pairs } = flight.meshAt(tS);
      return [...Array(pairs.length / 2).keys()].filter((row) => pairs[row * 2]! < 240 && pairs[row * 2 + 1]! >= 240)
        .length;
    };
    expect(across(0)).toBeGreaterThan(20);
    expect(flight.meshAt(0).pairs).not.toEqual(flight.meshAt(1200).pairs);
    expect(flight.mesh.pairs).toHaveLength(0);
    const [link] = flight.linksOf(5, 1200);
    expect(flight.neighboursOf(5, 1200)).toContain(link!.b);
    expect(linksOf(flight, 1200).every(({ up }) => up)).toBe(true);
    for (let index = 0; index < flight.totalCount; index++)
      expect(flight.neighboursOf(index, 1200).length).toBeLessThanOrEqual(4);
  });

  test("a route over nearest neighbours goes from the fleet to the relay, hop by hop over the mesh's own links", () => {
    const flight = fly({ topology: "nearest" });
    const below = (index: number) => {
      const state = flight.stateOf(index, 0);
      if ("reason" in state) throw new Error(state.reason);
      return { latitudeDeg: state.latitudeDeg, longitudeDeg: state.longitudeDeg };
    };
    const inFleet = (index: number) => index < flight.satelliteCount;
    const indices = [...Array(flight.totalCount).keys()];
    const sees = (index: number) => flight.visibleFrom({ tS: 0, place: below(index) }).map((seen) => seen.index);
    const [from, to] = [
      indices.find((index) => sees(index).every(inFleet))!,
      indices.find((index) => !sees(index).some(inFleet))!,
    ];
    const { satellites, reachable } = flight.route({ tS: 0, from: below(from), to: below(to) });
    expect(reachable).toBe(true);
    expect([inFleet(satellites[0]!), inFleet(satellites.at(-1)!)]).toEqual([true, false]);
    for (let row = 1; row < satellites.length; row++)
      expect(flight.neighboursOf(satellites[row - 1]!, 0)).toContain(satellites[row]);
  });

  test("a hundred thousand are the most for nearest neighbours, said with path and count", () => {
    const many = flyMission({
      ...mission,
      shells: [{ ...band, planeCount: 1000, satellitesPerPlaneCount: 101 }],
      relay: { shells: [] },
      links: { topology: "nearest" },
    });
    expect("issues" in many && many.issues).toMatchObject([
      { path: "links.topology", given: '"nearest" with 101000 satellites' },
    ]);
  });
});
