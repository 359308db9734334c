import { describe, expect, test } from "vitest";
import { clusterPairs, gridPairs, makeMesh } from "../../../engine/network/grid.ts";

const pairsOf = (planeCount: number, slotCount: number, isClosed: boolean, phasingCount = 0) => {
  const flat = gridPairs({ planeCount, slotCount, isClosed, phasingCount });
  return Array.from({ length: flat.length / 2 }, (_, row) => [flat[row * 2]!, flat[row * 2 + 1]!]);
};

describe("+Grid", () => {
  test("three closed planes of four: two links a satellite, the seam shifted by the phasing", () => {
    const pairs = pairsOf(3, 4, true, 1);
    expect(pairs.length).toBe(2 * 12);
    for (let slot = 0; slot < 4; slot++) expect(pairs).toContainEqual([(slot + 1) % 4, 8 + slot]);
  });

  test("open planes have no seam", () => {
    expect(pairsOf(3, 4, false).length).toBe(12 + 8);
    expect(pairsOf(3, 4, false)).not.toContainEqual([0, 8]);
  });

  test.each([
    ["one satellite", 1, 1, true, 0, 0],
    ["one plane of two", 1, 2, true, 0, 1],
    ["one plane of three", 1, 3, true, 2, 3],
    ["two closed planes of one", 2, 1, true, 0, 1],
    ["two closed planes of three that meet slot to slot both ways", 2, 3, true, 0, 6 + 3],
    ["two closed planes of three that meet shifted", 2, 3, true, 1, 6 + 6],
    ["a ring of single slots", 5, 1, true, 0, 5],
    ["a row of single slots", 5, 1, false, 0, 4],
    ["a phasing beyond one plane's slots", 3, 4, true, 9, 24],
  ] as const)("%s: no pair twice", (_, planeCount, slotCount, isClosed, phasingCount, linkCount) => {
    const pairs = pairsOf(planeCount, slotCount, isClosed, phasingCount);
    expect(pairs.length).toBe(linkCount);
    expect(new Set(pairs.map(String)).size).toBe(linkCount);
    expect(pairs.every(([a, b]) => a! < b!)).toBe(true);
  });

  test("indices count on from the shell before", () =>
    expect([...gridPairs({ planeCount: 1, slotCount: 2, isClosed: false, phasingCount: 0 }, 100)]).toEqual([100, 101]));
});

describe("clusters", () => {
  test("keep the grid by their centres and each its own neighbours", () => {
    const grid = { planeCount: 2, slotCount: 3, isClosed: false, phasingCount: 0 };
    const memberPairs = Uint32Array.from([0, 1, 0, 2, 1, 2]);
    const flat = clusterPairs({
      centrePairs: gridPairs(grid),
      placeCount: 6,
      memberCount: 3,
      memberPairs,
      firstIndex: 10,
    });
    const pairs = Array.from({ length: flat.length / 2 }, (_, row) => [flat[2 * row]!, flat[2 * row + 1]!]);
    const centres = pairsOf(2, 3, false).map((ends) => ends.map((place) => 10 + 3 * place));
    expect(pairs.slice(0, centres.length)).toEqual(centres);
    expect(pairs.slice(centres.length).map(String).sort()).toEqual(
      [0, 1, 2, 3, 4, 5]
        .flatMap((place) =>
          [
            [0, 1],
            [0, 2],
            [1, 2],
          ].map((pair) => pair.map((member) => 10 + 3 * place + member)),
        )
        .map(String)
        .sort(),
    );
  });
});

describe("mesh", () => {
  test("lists each link at both its ends", () => {
    const pairs = gridPairs({ planeCount: 3, slotCount: 4, isClosed: true, phasingCount: 1 });
    const { starts, neighbours, linkOf } = makeMesh({ satelliteCount: 13, pairs });
    for (let index = 0; index < 12; index++) {
      expect(starts[index + 1]! - starts[index]!).toBe(4);
      for (let at = starts[index]!; at < starts[index + 1]!; at++) {
        const ends = [pairs[linkOf[at]! * 2]!, pairs[linkOf[at]! * 2 + 1]!];
        expect(ends.sort((a, b) => a - b)).toEqual([index, neighbours[at]!].sort((a, b) => a - b));
      }
    }
    expect(starts[13]).toBe(starts[12]);
  });
});
