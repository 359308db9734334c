import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridPairs, type Mesh, makeMesh } from "../../../engine/network/grid.ts";
import { findRuns } from "../../../engine/network/pathSweeps.ts";
import {
  makePathWork,
  NO_NODE,
  type PathSource,
  pathTo,
  shortestPaths,
} from "../../../engine/network/shortestPaths.ts";

type Case = { mesh: Mesh; lengthsKm: Float64Array; sources: PathSource[] };

/** Distances and the lowest neighbour before, by trying every link until nothing changes (Bellman and Ford). */
function relaxAll({ mesh, lengthsKm, sources }: Case) {
  const distances = new Float64Array(mesh.satelliteCount).fill(Number.POSITIVE_INFINITY);
  for (const { node, startKm } of sources) distances[node] = Math.min(distances[node]!, startKm);
  for (let changed = true; changed; ) {
    changed = false;
    for (let row = 0; row < mesh.pairs.length; row++) {
      const [a, b] = [mesh.pairs[row]!, mesh.pairs[row ^ 1]!];
      const through = distances[a]! + lengthsKm[row >> 1]!;
      if (!(through < distances[b]!)) continue;
      distances[b] = through;
      changed = true;
    }
  }
  const previous = Array.from(distances, (distanceKm, node) => {
    if (distanceKm === Number.POSITIVE_INFINITY) return NO_NODE;
    if (sources.some((source) => source.node === node && source.startKm === distanceKm)) return NO_NODE;
    const before: number[] = [];
    for (let row = 0; row < mesh.pairs.length; row++) {
      const [a, b] = [mesh.pairs[row]!, mesh.pairs[row ^ 1]!];
      if (b === node && distances[a]! + lengthsKm[row >> 1]! === distanceKm) before.push(a);
    }
    return Math.min(...before);
  });
  return { distances: [...distances], previous };
}

/** Grids with some links down, and meshes without any order; lengths far apart, ties among whole numbers. */
const cases = fc
  .record({
    planeCount: fc.integer({ min: 1, max: 6 }),
    slotCount: fc.integer({ min: 1, max: 40 }),
    isGrid: fc.boolean(),
    isClosed: fc.boolean(),
    phasing: fc.nat(),
    lengths: fc.array(
      fc.oneof(
        { arbitrary: fc.integer({ min: 1, max: 6 }), weight: 6 },
        { arbitrary: fc.double({ min: 1e-3, max: 5e4, noNaN: true }), weight: 3 },
        { arbitrary: fc.constant(Number.POSITIVE_INFINITY), weight: 1 },
      ),
      { minLength: 7, maxLength: 60 },
    ),
    ends: fc.array(fc.nat(), { minLength: 4, maxLength: 400 }),
    starts: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e5, noNaN: true }))), {
      minLength: 1,
      maxLength: 9,
    }),
  })
  .map(({ planeCount, slotCount, isGrid, isClosed, phasing, lengths, ends, starts }): Case => {
    const satelliteCount = planeCount * slotCount;
    const pairs = isGrid
      ? gridPairs({ planeCount, slotCount, isClosed, phasingCount: phasing % satelliteCount })
      : Uint32Array.from(ends.slice(0, ends.length & ~1), (end) => end % satelliteCount);
    return {
      mesh: makeMesh({ satelliteCount, pairs }),
      lengthsKm: Float64Array.from({ length: pairs.length / 2 }, (_, link) => lengths[(link * 7) % lengths.length]!),
      sources: starts.map(([node, startKm]) => ({ node: node % satelliteCount, startKm })),
    };
  });

describe("shortest paths", () => {
  test("by runs and by a front: what trying every link finds, to the last bit, with the lowest neighbour before", () => {
    let withRuns = 0;
    fc.assert(
      fc.property(cases, (given) => {
        const { mesh, lengthsKm, sources } = given;
        const { distances, previous } = relaxAll(given);
        const work = makePathWork(mesh);
        if (work.runs !== undefined) withRuns++;
        for (const each of [work, work, { ...makePathWork(mesh), runs: undefined }]) {
          const found = shortestPaths({ graph: mesh, lengthsKm, sources, work: each });
          expect([...found.distancesKm]).toEqual(distances);
          expect([...found.previous]).toEqual(previous);
          const only = shortestPaths({ graph: mesh, lengthsKm, sources, distancesOnly: true, work: each });
          expect([...only.distancesKm]).toEqual(distances);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(withRuns).toBeGreaterThan(50);
  });

  test("the nearest target is what one to all says, and its path adds up", () => {
    fc.assert(
      fc.property(cases, fc.array(fc.tuple(fc.nat(), fc.nat(1000)), { minLength: 1, maxLength: 6 }), (given, ends) => {
        const { mesh, lengthsKm, sources } = given;
        const targets = ends.map(([node, endKm]) => ({ node: node % mesh.satelliteCount, endKm }));
        const { distances } = relaxAll(given);
        const leastKm = Math.min(...targets.map(({ node, endKm }) => distances[node]! + endKm));
        const { best, previous } = shortestPaths({ graph: mesh, lengthsKm, sources, targets });
        expect(best.pathKm).toBe(leastKm);
        if (leastKm === Number.POSITIVE_INFINITY) return;
        const path = pathTo(previous, best.node);
        expect(sources.some(({ node }) => node === path[0])).toBe(true);
        expect(new Set(path).size).toBe(path.length);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test("without links only the sources are reached, without sources nothing", () => {
    const mesh = makeMesh({ satelliteCount: 3, pairs: Uint32Array.from([0, 1]) });
    const lengthsKm = Float64Array.from([Number.POSITIVE_INFINITY]);
    const only = shortestPaths({ graph: mesh, lengthsKm, sources: [{ node: 2, startKm: 5 }] });
    expect([...only.distancesKm]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 5]);
    const none = shortestPaths({ graph: mesh, lengthsKm, sources: [] });
    expect([...none.distancesKm]).toEqual(Array(3).fill(Number.POSITIVE_INFINITY));
  });

  test("links of no length end in no circle", () => {
    const pairs = Uint32Array.from([0, 1, 1, 2, 2, 3, 3, 0]);
    const mesh = makeMesh({ satelliteCount: 4, pairs });
    const lengthsKm = new Float64Array(4);
    const { distancesKm, previous } = shortestPaths({ graph: mesh, lengthsKm, sources: [{ node: 2, startKm: 1 }] });
    expect([...distancesKm]).toEqual([1, 1, 1, 1]);
    for (const node of [0, 1, 3]) expect(pathTo(previous, node)[0]).toBe(2);
  });

  test("buffers of another graph are refused", () => {
    const mesh = makeMesh({ satelliteCount: 4, pairs: Uint32Array.from([0, 1]) });
    const other = makePathWork(makeMesh({ satelliteCount: 5, pairs: Uint32Array.from([0, 1]) }));
    const lengthsKm = Float64Array.from([1]);
    expect(() => shortestPaths({ graph: mesh, lengthsKm, sources: [{ node: 0, startKm: 0 }], work: other })).toThrow(
      "5 nodes, expected 4",
    );
  });
});

test("runs are the planes of a grid; meshes without order have none", () => {
  const pairs = gridPairs({ planeCount: 3, slotCount: 20, isClosed: true, phasingCount: 2 });
  const runs = findRuns(makeMesh({ satelliteCount: 60, pairs }))!;
  expect([...runs.firsts]).toEqual([0, 20, 40, 60]);
  expect([...runs.closingLinks].map((link) => [...pairs.slice(link * 2, link * 2 + 2)].sort((a, b) => a - b))).toEqual([
    [0, 19],
    [20, 39],
    [40, 59],
  ]);
  expect(findRuns(makeMesh({ satelliteCount: 60, pairs: pairs.map((end) => (end * 7) % 60) }))).toBeUndefined();
});
