import { describe, expect, test } from "vitest";
import { gridPairs, makeMesh } from "../../../engine/network/grid.ts";
import { findComputeRoute, findRoute } from "../../../engine/network/routes.ts";

const planeCount = 7;
const slotCount = 9;
const satelliteCount = planeCount * slotCount;
const pairs = gridPairs({ planeCount, slotCount, isClosed: true, phasingCount: 2 });
const mesh = makeMesh({ satelliteCount, pairs });
/** Lengths without pattern, some links down. */
const lengthsKm = Float64Array.from({ length: pairs.length / 2 }, (_, link) =>
  link % 11 === 3 ? Number.POSITIVE_INFINITY : 100 + ((link * 7919) % 997),
);

/** Shortest distances by trying every link until nothing changes (Bellman and Ford): slow, and no heap. */
function relaxAll(from: readonly { index: number; rangeKm: number }[]) {
  const distances = new Float64Array(satelliteCount).fill(Number.POSITIVE_INFINITY);
  for (const { index, rangeKm } of from) distances[index] = Math.min(distances[index]!, rangeKm);
  for (let changed = true; changed; ) {
    changed = false;
    for (let link = 0; link < lengthsKm.length; link++)
      for (const [a, b] of [
        [pairs[link * 2]!, pairs[link * 2 + 1]!],
        [pairs[link * 2 + 1]!, pairs[link * 2]!],
      ] as const) {
        const through = distances[a]! + lengthsKm[link]!;
        if (through < distances[b]!) {
          distances[b] = through;
          changed = true;
        }
      }
  }
  return distances;
}

const linksFrom = (seed: number) => [
  { index: seed % satelliteCount, rangeKm: 700 + seed },
  { index: (seed * 13 + 5) % satelliteCount, rangeKm: 900 },
];

describe("routes", () => {
  test("a route's length is the sum of its links and no way is shorter", () => {
    for (let seed = 0; seed < 40; seed++) {
      const from = linksFrom(seed);
      const to = linksFrom(seed * 3 + 31);
      const route = findRoute({ mesh, lengthsKm, from, to });
      const distances = relaxAll(from);
      const best = Math.min(...to.map(({ index, rangeKm }) => distances[index]! + rangeKm));
      expect(route.pathKm).toBeCloseTo(best, 9);
      let walkedKm = from.find(({ index }) => index === route.satellites[0])!.rangeKm;
      for (let hop = 1; hop < route.satellites.length; hop++) {
        const [a, b] = [route.satellites[hop - 1]!, route.satellites[hop]!].sort((x, y) => x - y) as [number, number];
        const link = lengthsKm.findIndex((_, row) => pairs[row * 2] === a && pairs[row * 2 + 1] === b);
        walkedKm += lengthsKm[link]!;
      }
      walkedKm += to.find(({ index }) => index === route.satellites.at(-1))!.rangeKm;
      expect(walkedKm).toBeCloseTo(route.pathKm!, 9);
      expect(route.hopCount).toBe(route.satellites.length - 1);
      expect(route.oneWayMs).toBeCloseTo((route.pathKm! / 299792.458) * 1000, 12);
    }
  });

  test("each laser's delay counts: the way with least of both", () => {
    const hopDelayMs = 3;
    const hopKm = (hopDelayMs / 1000) * 299792.458;
    for (let seed = 0; seed < 20; seed++) {
      const [from, to] = [linksFrom(seed), linksFrom(seed * 3 + 31)];
      const free = findRoute({ mesh, lengthsKm, from, to });
      const route = findRoute({ mesh, lengthsKm, from, to, hopDelayMs });
      expect(route.oneWayMs).toBeCloseTo((route.pathKm! / 299792.458) * 1000 + hopDelayMs * route.hopCount!, 9);
      // No longer than the other's way would take, no shorter in length, no more lasers.
      expect(route.oneWayMs!).toBeLessThanOrEqual(free.oneWayMs! + hopDelayMs * free.hopCount! + 1e-9);
      expect(route.pathKm! - free.pathKm!).toBeGreaterThan(-1e-9);
      expect(route.hopCount!).toBeLessThanOrEqual(free.hopCount! + (free.pathKm! - route.pathKm!) / hopKm + 1e-9);
    }
  });

  test("to compute: the nearest of those that do, and why there is none", () => {
    const from = linksFrom(5);
    const distances = relaxAll(from);
    const compute = [7, 20, 33, 50];
    const route = findComputeRoute({ mesh, lengthsKm, from, compute });
    const leastKm = Math.min(...compute.map((index) => distances[index]!));
    expect(route.pathKm).toBe(leastKm);
    expect(distances[route.satellites.at(-1)!]).toBe(leastKm);
    expect(compute).toContain(route.satellites.at(-1));
    expect(findComputeRoute({ mesh, lengthsKm, from, compute: [] }).cause).toBe("noComputeSatellite");
    expect(findComputeRoute({ mesh, lengthsKm, from: [], compute }).cause).toBe("noSatelliteFrom");
    const down = lengthsKm.map(() => Number.POSITIVE_INFINITY);
    expect(findComputeRoute({ mesh, lengthsKm: down, from, compute: [50] }).cause).toBe("computeDisconnected");
  });

  test("one satellite above both places needs no laser", () =>
    expect(
      findRoute({ mesh, lengthsKm, from: [{ index: 4, rangeKm: 600 }], to: [{ index: 4, rangeKm: 800 }] }),
    ).toMatchObject({ reachable: true, pathKm: 1400, hopCount: 0, satellites: [4] }));
});

describe("no path", () => {
  const down = new Float64Array(lengthsKm.length).fill(Number.POSITIVE_INFINITY);
  test.each([
    ["noSatelliteFrom", [], [{ index: 0, rangeKm: 1 }]],
    ["noSatelliteTo", [{ index: 0, rangeKm: 1 }], []],
    ["meshDisconnected", [{ index: 0, rangeKm: 1 }], [{ index: 1, rangeKm: 1 }]],
  ] as const)("%s is said in words too", (cause, from, to) => {
    const route = findRoute({ mesh, lengthsKm: down, from, to });
    expect(route).toMatchObject({ reachable: false, satellites: [], cause });
    expect(route.reason).toMatch(/^No .*\.$/);
    expect(route).not.toHaveProperty("oneWayMs");
  });
});
