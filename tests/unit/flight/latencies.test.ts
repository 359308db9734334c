import { describe, expect, test } from "vitest";
import { exampleMissions, type Flight, flyMission, parseMission } from "#engine";
import { studyLatency } from "../../../engine/flight/latencyStudy.ts";
import { geodeticToEcef } from "../../../engine/geometry/geodesy.ts";
import { drawTaken } from "../../../engine/network/taken.ts";
import { SUNLIT } from "../../../engine/orbit/shadow.ts";

const LIGHT_KM_PER_MS = 299.792458;
/** Rounding of 32-bit milliseconds up to some hundreds. */
const MAP_TOLERANCE_MS = 2e-5;

const fly = (change: object = {}) => {
  const document = structuredClone(exampleMissions[1]!.document) as Record<string, unknown>;
  const flight = flyMission(parseMission({ ...document, ...change }).mission!);
  if ("issues" in flight) throw new Error(JSON.stringify(flight.issues));
  return flight;
};
const flight = fly();
const london = { name: "London", latitudeDeg: 51.5074, longitudeDeg: -0.1278 };
const newYork = { name: "New York", latitudeDeg: 40.7128, longitudeDeg: -74.006 };
const cells = Array.from({ length: 200 }, (_, index) => ({
  latitudeDeg: -88.5 + 3 * ((index * 37) % 60),
  longitudeDeg: -178.5 + 3 * ((index * 71) % 120),
}));

/** The plain way: from each cell alone to each satellite that computes. */
function bruteMs(flown: Flight, tS: number, place: (typeof cells)[number], taken?: Uint8Array) {
  const route = flown.routeToCompute({ tS, from: place, taken });
  return route.reachable ? 2 * route.oneWayMs! : Number.NaN;
}

describe("a map of the Earth", () => {
  const taken = drawTaken({ satelliteCount: flight.satelliteCount, takenFraction: 0.9, seed: 3 });
  test.each([
    ["all that are sunlit", undefined],
    ["one in ten of them", taken],
  ])("200 cells of it are what a search from each finds: %s", (_, away) => {
    const map = flight.latencyMap({ tS: 4000, stepDeg: 3, taken: away });
    expect(map.sourceCount).toBe(flight.computeAt({ tS: 4000, taken: away }).length);
    let reached = 0;
    for (const { latitudeDeg, longitudeDeg } of cells) {
      const cell = ((latitudeDeg + 88.5) / 3) * map.longitudeCount + (longitudeDeg + 178.5) / 3;
      const expected = bruteMs(flight, 4000, { latitudeDeg, longitudeDeg }, away);
      if (Number.isNaN(expected)) {
        expect(map.roundTripMs[cell]).toBeNaN();
        expect(map.satellites[cell]).toBe(-1);
        continue;
      }
      reached++;
      expect(Math.abs(map.roundTripMs[cell]! - expected)).toBeLessThan(MAP_TOLERANCE_MS);
    }
    expect(reached).toBeGreaterThan(100);
    expect(reached).toBeLessThan(200);
  });

  test("200 cells of a map to a site are what a route from each to it finds", () => {
    const site = { latitudeDeg: 34.4, longitudeDeg: -117.7, heightKm: 2.3 };
    const map = flight.latencyMap({ tS: 4000, stepDeg: 3, to: site });
    expect(map.sourceCount).toBe(flight.visibleFrom({ tS: 4000, place: site }).length);
    let reached = 0;
    for (const { latitudeDeg, longitudeDeg } of cells) {
      const cell = ((latitudeDeg + 88.5) / 3) * map.longitudeCount + (longitudeDeg + 178.5) / 3;
      const route = flight.route({ tS: 4000, from: { latitudeDeg, longitudeDeg }, to: site });
      if (!route.reachable) {
        expect(map.roundTripMs[cell]).toBeNaN();
        continue;
      }
      reached++;
      expect(Math.abs(map.roundTripMs[cell]! - 2 * route.oneWayMs!)).toBeLessThan(MAP_TOLERANCE_MS);
      expect(map.satellites[cell]).toBe(route.satellites[0]);
    }
    expect(reached).toBeGreaterThan(100);
  });

  test("every cell is asked of every satellite that it sees: low sights, polar orbits, the date line", () => {
    const polar = fly({
      shells: [
        {
          name: "Polar",
          altitudeKm: 1200,
          inclinationDeg: 88,
          planeCount: 3,
          satellitesPerPlaneCount: 8,
          raanSpreadDeg: 180,
        },
      ],
      links: { minElevationDeg: 0 },
    });
    for (const tS of [0, 777, 5000]) {
      const map = polar.latencyMap({ tS, stepDeg: 10, to: london });
      const { roundTripMs } = polar.roundTrips({
        tS,
        to: london,
        places: Array.from({ length: 18 * 36 }, (_, cell) => ({
          latitudeDeg: -85 + 10 * Math.floor(cell / 36),
          longitudeDeg: -175 + 10 * (cell % 36),
        })),
      });
      map.roundTripMs.forEach((cellMs, cell) => {
        expect(Number.isNaN(cellMs)).toBe(Number.isNaN(roundTripMs[cell]!));
        if (!Number.isNaN(cellMs)) expect(Math.abs(cellMs - roundTripMs[cell]!)).toBeLessThan(MAP_TOLERANCE_MS);
      });
      expect(map.reachableFraction).toBeGreaterThan(0.5);
    }
  });

  test("a step that does not fill the Earth is refused", () =>
    expect(() => flight.latencyMap({ tS: 0, stepDeg: 7 })).toThrow("even part of 180°"));
});

describe("the nearest that computes", () => {
  test("is sunlit, free, and no other such is nearer", () => {
    const tS = 3000;
    const { lights } = flight.at(tS);
    const taken = drawTaken({ satelliteCount: flight.satelliteCount, takenFraction: 0.7, seed: 1 });
    const compute = flight.computeAt({ tS, taken });
    expect(compute).toEqual(
      Array.from(lights.keys()).filter((index) => lights[index] === SUNLIT && taken[index] === 0),
    );
    for (const place of cells.slice(0, 40)) {
      const all = flight.routeToCompute({ tS, from: place });
      const free = flight.routeToCompute({ tS, from: place, taken });
      expect(free.reachable).toBe(all.reachable);
      if (!free.reachable) continue;
      expect(compute).toContain(free.computeSatellite);
      expect(free.oneWayMs!).toBeGreaterThanOrEqual(all.oneWayMs!);
      expect(free.roundTripMs).toBe(2 * free.oneWayMs!);
    }
  });

  test("none is free: said in words", () => {
    const taken = new Uint8Array(flight.satelliteCount).fill(1);
    expect(flight.routeToCompute({ tS: 0, from: london, taken })).toMatchObject({
      reachable: false,
      cause: "noComputeSatellite",
    });
    expect(() => flight.routeToCompute({ tS: 0, from: london, taken: new Uint8Array(3) })).toThrow("3 satellites");
  });
});

describe("what holds for every route", () => {
  const chordKm = (a: { latitudeDeg: number; longitudeDeg: number }, b: typeof a) => {
    const [aKm, bKm] = [geodeticToEcef({ ...a, heightKm: 0 }), geodeticToEcef({ ...b, heightKm: 0 })];
    return Math.hypot(aKm[0] - bKm[0], aKm[1] - bKm[1], aKm[2] - bKm[2]);
  };

  test("no faster than light through the Earth, and the same both ways", () => {
    let reached = 0;
    for (let index = 0; index < 60; index++) {
      const [from, to] = [cells[index]!, cells[199 - index]!];
      const out = flight.route({ tS: index * 100, from, to });
      const back = flight.route({ tS: index * 100, from: to, to: from });
      expect(back.reachable).toBe(out.reachable);
      if (!out.reachable) continue;
      reached++;
      expect(out.oneWayMs!).toBeGreaterThanOrEqual(chordKm(from, to) / LIGHT_KM_PER_MS);
      expect(Math.abs(back.oneWayMs! - out.oneWayMs!)).toBeLessThan(1e-9);
    }
    expect(reached).toBeGreaterThan(20);
  });

  test("a lower reach of the lasers, so fewer links, makes no route shorter", () => {
    const fewer = fly({ links: { minElevationDeg: 25, rangeKm: 1500 } });
    const all = fly({ links: { minElevationDeg: 25 } });
    let longer = 0;
    for (let index = 0; index < 40; index++) {
      const question = { tS: index * 211, from: cells[index]!, to: cells[150 - index]! };
      const [less, more] = [fewer.route(question), all.route(question)];
      if (less.reachable) expect(less.oneWayMs!).toBeGreaterThanOrEqual(more.oneWayMs! - 1e-9);
      if (!less.reachable || less.oneWayMs! > more.oneWayMs! + 1e-9) longer++;
    }
    expect(longer).toBeGreaterThan(0);
  });

  test("a delay in each hop is paid by each hop", () => {
    const slow = fly({ links: { minElevationDeg: 25, hopDelayMs: 0.5 } });
    const route = slow.route({ tS: 0, from: newYork, to: london });
    expect(route.oneWayMs).toBeCloseTo(route.pathKm! / LIGHT_KM_PER_MS + 0.5 * route.hopCount!, 9);
    expect(slow.roundTrips({ tS: 0, places: [newYork], to: london }).roundTripMs[0]).toBeCloseTo(
      2 * route.oneWayMs!,
      9,
    );
  });
});

describe("a window of time", () => {
  const finish = (study: ReturnType<typeof studyLatency>) => {
    for (;;) {
      const step = study.next();
      if (step.done) return step.value;
    }
  };
  const question = { places: [london, newYork], fromTS: 500, stepS: 30, count: 24, cableStretchRatio: 1.3 };

  test("parts of a window, in any number and on flights of their own, hold the same samples", () => {
    const partsOf = (partCount: number) =>
      Array.from({ length: partCount }, (_, part) => {
        const own = fly();
        const count = 24 / partCount;
        return Array.from({ length: count }, (__, step) => {
          const tS = 500 + (part * count + step) * 30;
          return [...own.roundTrips({ tS, places: question.places }).roundTripMs];
        });
      }).flat();
    const whole = partsOf(1);
    for (const partCount of [2, 3, 8]) expect(partsOf(partCount)).toEqual(whole);
    const rows = finish(studyLatency({ flight, ...question }));
    rows.forEach((row, place) => {
      const sorted = whole.map((trips) => trips[place]!).sort((a, b) => a - b);
      expect([row.p1Ms, row.p50Ms, row.p99Ms]).toEqual([sorted[0], sorted[11], sorted[23]]);
    });
  });

  test("outage is told apart, and fibre leads to the nearest other place", () => {
    const gappy = fly({ links: { minElevationDeg: 75 } });
    const tokyo = { name: "Tokyo", latitudeDeg: 35.6762, longitudeDeg: 139.6503 };
    const rows = finish(studyLatency({ flight: gappy, ...question, places: [london, newYork, tokyo], count: 60 }));
    const [atLondon] = rows;
    expect(atLondon!.reachableFraction).toBeGreaterThan(0);
    expect(atLondon!.reachableFraction).toBeLessThan(1);
    expect(atLondon!.longestOutageS).toBeGreaterThan(0);
    expect(atLondon!.longestOutageS % 30).toBe(0);
    expect(rows.map(({ fibreTo }) => fibreTo)).toEqual(["New York", "London", "London"]);
    // Published: 54.6 ms between New York and London on a sphere of 6371 km at index 1.468.
    expect(Math.abs(atLondon!.fibreMs - 54.55)).toBeLessThan(0.05);
    expect(atLondon!.cableMs).toBeCloseTo(1.3 * atLondon!.fibreMs, 9);
    const [alone] = finish(studyLatency({ flight, ...question, places: [london] }));
    expect([alone!.fibreTo, alone!.fibreMs]).toEqual(["London", 0]);
    const [known] = finish(studyLatency({ flight, ...question, places: [london], others: [tokyo, newYork] }));
    expect(known!.fibreTo).toBe("New York");
  });
});
