import { describe, expect, test } from "vitest";
import { type Flight, flyMission } from "../../../engine/flight/flight.ts";
import { MISSION_FORMAT, type Mission } from "../../../engine/mission/mission.ts";

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
  phasingCount: 5,
  raanSpreadDeg: 360,
};
const mission: Mission = {
  format: MISSION_FORMAT,
  name: "Two layers",
  epoch: "2027-06-21T00:00:00Z",
  shells: [band],
  relay: { shells: [relay] },
};

function fly(over: Partial<Mission> = {}, elementsTexts: Record<string, string> = {}): Flight {
  const flight = flyMission({ ...mission, ...over }, { elementsTexts });
  if ("issues" in flight) throw new Error(JSON.stringify(flight.issues));
  return flight;
}
const flight = fly();

describe("who is who", () => {
  test("the fleet comes first, then the relay", () => {
    expect([flight.satelliteCount, flight.relaySatelliteCount, flight.totalCount]).toEqual([240, 264, 504]);
    expect(flight.shells.map(({ layer, firstIndex }) => [layer, firstIndex])).toEqual([
      ["fleet", 0],
      ["relay", 240],
    ]);
    expect(flight.idOf(0)).toBe("1");
    expect(flight.idOf(503)).toBe("504");
    expect(flight.whereOf(239)).toEqual({ shellName: "Dawn-dusk 600", shellIndex: 0, plane: 5, slot: 39 });
    expect(flight.whereOf(240 + 23)).toEqual({ shellName: "Relay", shellIndex: 1, plane: 1, slot: 1 });
  });

  test("there is no satellite beyond the last", () => {
    expect(() => flight.idOf(504)).toThrow("504");
    expect(() => flight.whereOf(-1)).toThrow();
    expect(() => flight.neighboursOf(0.5)).toThrow();
  });
});

describe("clusters", () => {
  const clusters = {
    ...band,
    planeCount: 2,
    satellitesPerPlaneCount: 3,
    cluster: { satelliteCount: 7, spacingM: 100 },
  };
  const near = fly({ shells: [clusters, relay] });

  test("count each member, one cluster after the other", () => {
    expect([near.satelliteCount, near.totalCount]).toEqual([42 + 264, 42 + 2 * 264]);
    expect(near.whereOf(22)).toEqual({ shellName: "Dawn-dusk 600", shellIndex: 0, plane: 1, slot: 1 });
    expect(near.whereOf(42).shellIndex).toBe(1);
    expect(near.idOf(41)).toBe("42");
  });

  test("fly together: every member within 250 m of its centre, the next cluster 10,000 km away", () => {
    const { positionsTemeKm, decayedCount } = near.at(54_321);
    expect(decayedCount).toBe(0);
    const apartKm = (a: number, b: number) =>
      Math.hypot(...[0, 1, 2].map((axis) => positionsTemeKm[3 * a + axis]! - positionsTemeKm[3 * b + axis]!));
    for (let index = 0; index < 42; index++) {
      const centre = index - (index % 7);
      // One spacing along the radius, two along the track.
      expect(apartKm(index, centre)).toBeLessThan(index === centre ? 1e-12 : 0.25);
      expect(apartKm(index, (centre + 7) % 21)).toBeGreaterThan(100);
    }
  });

  test("the centre has its six neighbours and the grid, a member its own alone", () => {
    expect(near.neighboursOf(0).filter((each) => each < 7)).toHaveLength(6);
    // Two slots of its plane and the cluster of the other plane.
    expect(
      near
        .neighboursOf(0)
        .filter((each) => each >= 7)
        .sort((a, b) => a - b),
    ).toEqual([7, 14, 21]);
    expect(near.neighboursOf(3).every((each) => each < 7)).toBe(true);
    expect(near.linksOf(0, 0).filter(({ lengthKm }) => lengthKm < 0.25)).toHaveLength(6);
    const ring = near.planeRing({ shellIndex: 0, plane: 1, tS: 0, pointCount: 8 });
    expect(ring.every(Number.isFinite)).toBe(true);
  });
});

describe("the whole fleet at a time", () => {
  test("is satellite by satellite what one state says", () => {
    const all = flight.at(4321);
    expect(all.instant).toBe("2027-06-21T01:12:01Z");
    expect(all.decayedCount).toBe(0);
    for (const index of [0, 77, 239, 240, 503]) {
      const state = flight.stateOf(index, 4321);
      if ("reason" in state) throw new Error(state.reason);
      // The fleet moves in closed form, one satellite by SGP4: a millimetre apart at most, and a micrometre a second.
      for (let axis = 0; axis < 3; axis++) {
        expect(Math.abs(state.positionTemeKm[axis]! - all.positionsTemeKm[index * 3 + axis]!)).toBeLessThan(1e-6);
        expect(Math.abs(state.velocityTemeKmPerS[axis]! - all.velocitiesTemeKmPerS[index * 3 + axis]!)).toBeLessThan(
          1e-9,
        );
      }
      expect(state.light).toBe(all.lights[index]);
      expect(state.heightKm).toBeGreaterThan(520);
      expect(state.heightKm).toBeLessThan(640);
    }
  });

  test("comes in arrays of one's own, so that they can be given away", () => {
    const [first, second] = [flight.at(10), flight.at(10)];
    expect(first.positionsTemeKm).toEqual(second.positionsTemeKm);
    expect(first.positionsTemeKm.buffer).not.toBe(second.positionsTemeKm.buffer);
  });

  test("fills given arrays with the same, in single precision too", () => {
    const positions = new Float32Array(504 * 3);
    expect(flight.statesInto({ tS: 99, positions })).toBe(0);
    expect(positions).toEqual(Float32Array.from(flight.at(99).positionsTemeKm));
  });

  test("some of a 53° relay are in the dark, most of a dawn-dusk fleet outside its season are not", () => {
    const winter = fly({ epoch: "2027-12-21T00:00:00Z" }).at(0);
    expect(winter.lights.slice(0, 240).filter((light) => light !== 0).length).toBe(0);
    const dark = winter.lights.slice(240).filter((light) => light === 2).length;
    expect(dark / 264).toBeGreaterThan(0.2);
    expect(dark / 264).toBeLessThan(0.42);
  });
});

describe("links and routes", () => {
  test("the relay's planes close, the band's do not", () => {
    const inLayer = (index: number) =>
      flight.neighboursOf(index).filter((each) => each < flight.satelliteCount === index < flight.satelliteCount);
    expect(inLayer(0).sort((a, b) => a - b)).toEqual([1, 39, 40]);
    expect(inLayer(240).length).toBe(4);
    expect(inLayer(240)).toContain(240 + 11 * 22 + 17);
  });

  test("a satellite's links are its neighbours, with their lengths", () => {
    const links = flight.linksOf(45, 600);
    expect(links.map(({ b }) => b)).toEqual(flight.neighboursOf(45, 600));
    expect(links.every(({ a, up }) => a === 45 && up)).toBe(true);
    const { positionsTemeKm: all } = flight.at(600);
    const { b, lengthKm } = links[0]!;
    expect(lengthKm).toBeCloseTo(
      Math.hypot(all[b * 3]! - all[135]!, all[b * 3 + 1]! - all[136]!, all[b * 3 + 2]! - all[137]!),
      6,
    );
  });

  test("a range takes links down and says so", () => {
    const links = fly({ links: { rangeKm: 10 } }).linksOf(0, 0);
    expect(links.map(({ up, reason }) => [up, reason])).toEqual(links.map(() => [false, "out of range"]));
  });

  test("a route is as long as the light needs, and never shorter than the straight line", () => {
    const [from, to] = [
      { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    ];
    for (let tS = 0; tS < 6000; tS += 500) {
      const route = flight.route({ tS, from, to });
      expect(route.tS).toBe(tS);
      if (!route.reachable) continue;
      expect(route.pathKm).toBeGreaterThan(5500);
      expect(flight.route({ tS, from: to, to: from }).pathKm).toBeCloseTo(route.pathKm!, 6);
    }
  });

  test("what a place sees comes highest first and above the limit", () => {
    const below = flight.stateOf(100, 0);
    if ("reason" in below) throw new Error(below.reason);
    const { latitudeDeg, longitudeDeg } = below;
    const seen = flight.visibleFrom({ tS: 0, place: { latitudeDeg, longitudeDeg } });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.map(({ index }) => index)).toContain(100);
    for (let row = 1; row < seen.length; row++)
      expect(seen[row]!.elevationDeg).toBeLessThanOrEqual(seen[row - 1]!.elevationDeg);
    expect(seen.at(-1)!.elevationDeg).toBeGreaterThanOrEqual(25);
  });
});

describe("a plane's ring", () => {
  test("passes through every satellite of the plane", () => {
    const ring = flight.planeRing({ shellIndex: 0, plane: 3, tS: 777, pointCount: 40 });
    const { positionsTemeKm } = flight.at(777);
    const plane = Float32Array.from(positionsTemeKm.slice(120 * 3, 160 * 3));
    expect(ring).toEqual(plane);
  });

  test("of a shell from a file lies in its orbit", () => {
    const text = JSON.stringify([
      {
        NORAD_CAT_ID: 5,
        EPOCH: "2027-06-20T12:00:00",
        MEAN_MOTION: 15,
        ECCENTRICITY: 0.001,
        INCLINATION: 60,
        RA_OF_ASC_NODE: 10,
        ARG_OF_PERICENTER: 0,
        MEAN_ANOMALY: 20,
        BSTAR: 0,
      },
    ]);
    const listed = fly(
      { shells: [{ name: "One", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile: "one.json" }] },
      { "one.json": text },
    );
    expect(listed.idOf(0)).toBe("5");
    const ring = listed.planeRing({ shellIndex: 0, plane: 0, tS: 0, pointCount: 16 });
    for (let point = 0; point < 16; point++)
      expect(Math.hypot(...ring.slice(point * 3, point * 3 + 3))).toBeCloseTo(6945, -2);
    expect(() => listed.planeRing({ shellIndex: 0, plane: 1, tS: 0, pointCount: 4 })).toThrow("plane 1");
  });
});

describe("element files", () => {
  const listed = { name: "Listed", planeCount: 2, satellitesPerPlaneCount: 1, elementsFile: "two.tle" };
  const issuesOf = (elementsTexts: Record<string, string>, shells: Mission["shells"] = [listed]) => {
    const result = flyMission({ ...mission, shells }, { elementsTexts });
    return "issues" in result ? result.issues : [];
  };

  test("a missing text, an unreadable one and a wrong count are issues with their path", () => {
    expect(issuesOf({})).toMatchObject([{ path: "shells[0].elementsFile", given: "no text of two.tle" }]);
    expect(issuesOf({ "two.tle": "hello" })[0]!.given).toContain("two.tle, line 1");
    const one =
      "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990\n2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119\n";
    expect(issuesOf({ "two.tle": one })).toMatchObject([{ given: "1 records", allowed: "2 records (2 planes of 1)" }]);
    expect(issuesOf({ "two.tle": one + one })).toEqual([]);
  });

  test("a name of Object's own is no text", () =>
    expect(issuesOf({}, [{ ...listed, elementsFile: "constructor" }])[0]!.given).toBe("no text of constructor"));

  test("more than 200,000 records are refused in words", () => {
    const huge = { ...listed, planeCount: 1000, satellitesPerPlaneCount: 201 };
    expect(issuesOf({ "two.tle": "" }, [huge])[0]!.message).toContain("at most 200000 satellites from element files");
  });

  test("a decayed satellite is counted, left out and explained", () => {
    const text =
      "1 55897U 22151AAV 25058.12407234  .09435527  24934+0  44853-1 0  9999\n2 55897  98.5849 110.9278 0014449 269.2407  90.7207 15.92146194 26688";
    const fallen = fly(
      { shells: [{ name: "Fallen", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile: "a.tle" }] },
      { "a.tle": text },
    );
    const all = fallen.at(0);
    expect(all.decayedCount).toBe(1);
    expect(all.lights[0]).toBe(255);
    expect(fallen.stateOf(0, 0)).toEqual({ reason: expect.stringContaining("decayed") });
    expect(
      fallen.visibleFrom({ tS: 0, place: { latitudeDeg: 0, longitudeDeg: 0 } }).map(({ index }) => index),
    ).not.toContain(0);
  });
});
