import { describe, expect, test } from "vitest";
import { anyClearFraction, beamCountOf, groundLinks } from "../../../engine/network/gateways.ts";
import { handoverLinks, joinNearest } from "../../../engine/network/relay.ts";

/** Points over a sphere without pattern. */
function scatter(count: number, radiusKm: number, seed: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const height = Math.sin((index + 1) * 12.9898 * seed);
    const turn = (index * 2.399963 * seed) % (2 * Math.PI);
    const aside = Math.sqrt(1 - height * height);
    return [radiusKm * aside * Math.cos(turn), radiusKm * aside * Math.sin(turn), radiusKm * height];
  }).flat();
}
const limits = { grazingAltitudeKm: 80 };

describe("hand-overs", () => {
  const fleetCount = 60;
  const relayCount = 40;
  const positionsTemeKm = Float64Array.from([...scatter(fleetCount, 6978, 1), ...scatter(relayCount, 6928, 1.7)]);
  const lengthKm = (a: number, b: number) =>
    Math.hypot(...[0, 1, 2].map((axis) => positionsTemeKm[a * 3 + axis]! - positionsTemeKm[b * 3 + axis]!));

  test("join the nearest pair of all, then the nearest of those that are free", () => {
    const found = handoverLinks({ sky: { positionsTemeKm }, fleetCount, limits, handoverTerminalCount: 1 });
    // Every pair by length, taken where both are free: those with a near partner agree, whatever the number looked at.
    const all = Array.from({ length: fleetCount }, (_, a) =>
      Array.from({ length: relayCount }, (_, row) => ({
        a,
        b: fleetCount + row,
        lengthKm: lengthKm(a, fleetCount + row),
      })),
    ).flat();
    const expected = joinNearest({ candidates: all, mostOfA: () => 1, mostOfB: () => 1 });
    const near = expected.filter((pair) => pair.lengthKm < 1500);
    expect(near.length).toBeGreaterThan(15);
    for (const pair of near) expect(found.find(({ a }) => a === pair.a)).toMatchObject({ b: pair.b });
    for (const { a, b, lengthKm: km } of found) expect(km).toBeCloseTo(lengthKm(a, b), 9);
    expect(new Set(found.map(({ a }) => a)).size).toBe(found.length);
    expect(new Set(found.map(({ b }) => b)).size).toBe(found.length);
  });

  test("obey range, Earth and terminals, and skip what has no state", () => {
    const rangeKm = 1000;
    const short = handoverLinks({
      sky: { positionsTemeKm },
      fleetCount,
      limits: { ...limits, rangeKm },
      handoverTerminalCount: 3,
    });
    expect(short.length).toBeGreaterThan(0);
    for (const { a, b, lengthKm: km } of short) {
      expect(km).toBeLessThanOrEqual(rangeKm);
      expect(a).toBeLessThan(fleetCount);
      expect(b).toBeGreaterThanOrEqual(fleetCount);
    }
    const dead = positionsTemeKm.slice().fill(Number.NaN, 0, 3);
    const lost = handoverLinks({ sky: { positionsTemeKm: dead }, fleetCount, limits, handoverTerminalCount: 1 });
    expect(lost.some(({ a }) => a === 0)).toBe(false);
    const opposite = Float64Array.from([7000, 0, 0, -7000, 0, 0]);
    expect(
      handoverLinks({ sky: { positionsTemeKm: opposite }, fleetCount: 1, limits, handoverTerminalCount: 1 }),
    ).toEqual([]);
    expect(handoverLinks({ sky: { positionsTemeKm }, fleetCount, limits, handoverTerminalCount: 0 })).toEqual([]);
  });
});

describe("beams to the ground", () => {
  const station = (x: number, y: number, z: number) => {
    const size = Math.hypot(x, y, z);
    return {
      positionTemeKm: [(6378 * x) / size, (6378 * y) / size, (6378 * z) / size] as const,
      zenithTemeUnit: [x / size, y / size, z / size] as const,
    };
  };
  // Three satellites over the first site, one of them nearest to the second as well.
  const positionsTemeKm = Float64Array.from([6928, 0, 0, 6900, 300, 0, 6900, 0, 300]);
  const end = (
    name: string,
    kind: "radio" | "laser" | "place",
    at: ReturnType<typeof station>,
    capacityBps: number,
  ) => ({
    name,
    kind,
    station: at,
    capacityBps,
    beamBps: 10,
    satelliteBeamCount: 1,
  });
  const build = (ends: Parameters<typeof groundLinks>[0]["ends"]) =>
    groundLinks({
      positionsTemeKm,
      ends,
      limits: { minElevationDeg: 25 },
      mayServe: (index) => index !== 2,
      antennasOf: (row) => 3 + row * 2,
      doorOf: (row) => 4 + row * 2,
    });

  test("a satellite serves one gateway, the nearest; who may not serve does not", () => {
    const links = build([end("A", "radio", station(1, 0, 0), 25), end("B", "radio", station(1, 0.04, 0), 25)]);
    const byAntennas = links.sort((x, y) => x.b - y.b || x.a - y.a);
    expect(byAntennas.map(({ a, b, capacityBps, kind }) => [a, b, capacityBps, kind])).toEqual([
      [0, 3, 10, "radio beam"],
      [3, 4, 25, "gateway"],
      [1, 5, 10, "radio beam"],
      [5, 6, 25, "gateway"],
    ]);
  });

  test("lasers and radio do not share beams, and a place has no door behind it", () => {
    const links = build([
      end("A", "laser", station(1, 0, 0), 10),
      end("B", "radio", station(1, 0, 0), 10),
      end("C", "place", station(1, 0, 0), 10),
    ]);
    expect(links.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      [0, 5, "radio beam"],
      [0, 3, "laser to ground"],
      [0, 7, "radio beam"],
      [3, 4, "gateway"],
      [5, 6, "gateway"],
    ]);
  });

  test("a capacity asks for a beam for each beam rate of it", () =>
    expect([1, 10, 10.1, 80].map((capacityBps) => beamCountOf({ capacityBps, beamBps: 10 }))).toEqual([1, 1, 2, 8]));
});

test("independent skies: eight sites of 69 % leave 8.5e-5, and no site leaves none", () => {
  // 0.31^8 = 8.529e-5: the Australasian network's 99.97 % is below 99.991 %, as correlated skies must be.
  expect(1 - anyClearFraction(Array.from({ length: 8 }, () => 0.69))).toBeCloseTo(8.529e-5, 8);
  expect(anyClearFraction([])).toBe(0);
  expect(anyClearFraction([0.3, 1])).toBe(1);
});
