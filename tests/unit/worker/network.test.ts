import { expect, test } from "vitest";
import {
  exampleMissions,
  type Flight,
  flyMission,
  type Mission,
  parseMission,
  planMission,
  presetDocument,
  referenceMission,
} from "#engine";
import { findRouteAt, readHandovers, readLatencyMap, readTraffic } from "../../../app/worker/networkAnswers.ts";

function fly(document: unknown): { mission: Mission; flight: Flight } {
  const mission = parseMission(document).mission!;
  const flight = flyMission(mission);
  if ("issues" in flight) throw new Error(flight.issues[0]!.message);
  return { mission, flight };
}
const starlink = fly(exampleMissions.find(({ id }) => id === "starlink-550")!.document);
const newYork = { name: "New York", latitudeDeg: 40.7128, longitudeDeg: -74.006 };
const london = { name: "London", latitudeDeg: 51.5074, longitudeDeg: -0.1278 };

test("a cell of the map has the round trip of the place at its middle", () => {
  const { flight } = starlink;
  const tS = 1234;
  const map = readLatencyMap(flight, { tS });
  expect(map.roundTripMs).toHaveLength(map.latitudeCount * map.longitudeCount);
  expect(map.stepDeg * map.latitudeCount).toBe(180);
  const cells = [0, 2000, 5005, 8100, 9999, 12_345, 16_199];
  const places = cells.map((cell) => ({
    latitudeDeg: -90 + (Math.floor(cell / map.longitudeCount) + 0.5) * map.stepDeg,
    longitudeDeg: -180 + ((cell % map.longitudeCount) + 0.5) * map.stepDeg,
  }));
  const { roundTripMs } = flight.roundTrips({ tS, places });
  // 32 bits of some 50 ms.
  cells.forEach((cell, row) => {
    if (Number.isNaN(roundTripMs[row]!)) expect(map.roundTripMs[cell]).toBeNaN();
    else expect(Math.abs(map.roundTripMs[cell]! - roundTripMs[row]!)).toBeLessThan(1e-5);
  });
  expect(map.roundTripMs[0]).toBeNaN();
  expect(map.reachableFraction).toBeGreaterThan(0.8);
});

test.each([undefined, london])("an end says who serves it and since when: to %s", (to) => {
  const { flight } = starlink;
  const pathAt = (tS: number) => findRouteAt(flight, { from: newYork, to, tS }).satellites;
  let changeCount = 0;
  for (const tS of [600, 2000, 7200]) {
    const answer = readHandovers({ flight, from: newYork, to, tS });
    for (const [end, row] of [
      [answer.from!, 0],
      [answer.to!, -1],
    ] as const) {
      expect(end.index).toBe(pathAt(tS).at(row));
      expect(end.id).toBe(flight.idOf(end.index));
      if (end.sinceTS === undefined) continue;
      changeCount++;
      expect(pathAt(end.sinceTS).at(row)).toBe(end.index);
      // The change lies within the second before it is told.
      const before = pathAt(end.sinceTS - 1).at(row);
      expect(before === undefined ? undefined : flight.idOf(before)).toBe(end.beforeId);
      expect(before).not.toBe(end.index);
    }
  }
  expect(changeCount).toBeGreaterThan(2);
});

test("where nothing serves there is no end", () => {
  const { flight } = fly(referenceMission);
  const quito = { name: "Quito", latitudeDeg: -0.2, longitudeDeg: -78.5 };
  const tS = Array.from({ length: 48 }, (_, step) => step * 1800).find(
    (each) => !findRouteAt(flight, { from: quito, tS: each }).reachable,
  )!;
  expect(readHandovers({ flight, from: quito, to: undefined, tS })).toEqual({ tS, lookedBackS: 600 });
});

test("gateways take what the network carries, and loads near a satellite stay under their capacities", () => {
  const { mission, flight } = fly(presetDocument("ai1-over-starlink"));
  const { satelliteOutputBps } = planMission(mission).plan!.network;
  const answer = readTraffic({
    flight,
    mission,
    satelliteOutputBps,
    tS: 1000,
    around: { index: 4000, hopCount: 3 },
  });
  if (answer.issue !== undefined) throw new Error(answer.issue);
  const { gateways, nearby, offeredBps, carriedBps } = answer;
  expect(offeredBps).toBe(satelliteOutputBps * flight.satelliteCount);
  expect(gateways.map(({ name }) => name)).toEqual(mission.sites!.map(({ name }) => name));
  expect(gateways.map(({ latitudeDeg }) => latitudeDeg)).toEqual(mission.sites!.map((site) => site.latitudeDeg));
  const arrivedBps = gateways.reduce((sum, { downBps }) => sum + downBps, 0);
  expect(Math.abs(arrivedBps / carriedBps - 1)).toBeLessThan(1e-9);
  expect(nearby!.loadsBps.length * 2).toBe(nearby!.pairs.length);
  expect(nearby!.pairs.includes(4000)).toBe(true);
  expect(nearby!.loadsBps.some((loadBps) => loadBps > 0)).toBe(true);
  nearby!.loadsBps.forEach((loadBps, link) => {
    expect(loadBps).toBeLessThanOrEqual(nearby!.capacitiesBps[link]! * (1 + 1e-9));
  });
});

test("a fleet too large for loads is told so", () => {
  const document = structuredClone(referenceMission) as unknown as {
    shells: { planeCount: number; satellitesPerPlaneCount: number }[];
  };
  Object.assign(document.shells[0]!, { planeCount: 500, satellitesPerPlaneCount: 401 });
  const { mission, flight } = fly(document);
  expect(readTraffic({ flight, mission, satelliteOutputBps: 1, tS: 5 })).toEqual({
    tS: 5,
    issue: "Loads are worked out for up to 200\u2009000 satellites; this flight has 200\u2009500.",
  });
});
