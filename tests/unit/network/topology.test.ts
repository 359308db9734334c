import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridPairs } from "../../../engine/network/grid.ts";
import { pairNearest } from "../../../engine/network/nearest.ts";
import { crossPlaneKm, gridTerminalCount, nearestSlotOffset, shellPairs } from "../../../engine/network/topology.ts";

const anyGrid = fc
  .record({
    planeCount: fc.integer({ min: 1, max: 9 }),
    slotCount: fc.integer({ min: 1, max: 9 }),
    isClosed: fc.boolean(),
  })
  .chain((counts) =>
    fc
      .record({
        phasingCount: fc.nat(counts.planeCount * counts.slotCount - 1),
        slotOffsetCount: fc.integer({ min: -3, max: 3 }),
      })
      .map((shift) => ({ ...counts, ...shift })),
  );
const degreesOf = (pairs: Uint32Array, count: number) => {
  const degrees = new Uint32Array(count);
  for (const end of pairs) degrees[end]!++;
  return degrees;
};
const rowsOf = (pairs: Uint32Array) =>
  Array.from({ length: pairs.length / 2 }, (_, row) => `${pairs[2 * row]}-${pairs[2 * row + 1]}`);
/** How many groups of satellites hang together. */
function partCount(pairs: Uint32Array, count: number): number {
  const parent = Uint32Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => (parent[index] === index ? index : rootOf(parent[index]!));
  for (let row = 0; row < pairs.length; row += 2) parent[rootOf(pairs[row]!)] = rootOf(pairs[row + 1]!);
  return new Set([...parent.keys()].map(rootOf)).size;
}

/** A satellite on a circle of radius 1. */
const placeOf = (inclinationRad: number, nodeRad: number, phaseRad: number) => {
  const [x, y] = [Math.cos(phaseRad), Math.sin(phaseRad)];
  return [
    Math.cos(nodeRad) * x - Math.sin(nodeRad) * y * Math.cos(inclinationRad),
    Math.sin(nodeRad) * x + Math.cos(nodeRad) * y * Math.cos(inclinationRad),
    y * Math.sin(inclinationRad),
  ] as const;
};
/** The same distances by looking at each degree of an orbit. */
function walked({
  inclinationDeg,
  raanStepDeg,
  phaseStepDeg,
}: {
  inclinationDeg: number;
  raanStepDeg: number;
  phaseStepDeg: number;
}) {
  const rad = Math.PI / 180;
  return Array.from({ length: 360 }, (_, degree) => {
    const a = placeOf(inclinationDeg * rad, 0, degree * rad);
    const b = placeOf(inclinationDeg * rad, raanStepDeg * rad, (degree + phaseStepDeg) * rad);
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
}

describe("links across planes", () => {
  const anyStep = fc.record({
    inclinationDeg: fc.double({ min: 0, max: 180, noNaN: true }),
    raanStepDeg: fc.double({ min: 0.1, max: 120, noNaN: true }),
    phaseStepDeg: fc.double({ min: 0, max: 360, noNaN: true }),
  });

  test("are as long as a walk along the orbit finds: within 2e-4 radii, what a step of 1° may miss", () =>
    fc.assert(
      fc.property(anyStep, (step) => {
        const { leastKm, longestKm } = crossPlaneKm({ ...step, radiusKm: 1 });
        const seen = walked(step);
        expect(longestKm).toBeGreaterThan(Math.max(...seen) - 1e-9);
        expect(longestKm).toBeLessThan(Math.max(...seen) + 2e-4);
        expect(leastKm).toBeLessThan(Math.min(...seen) + 1e-9);
        // A least distance near 0 has a corner, not a turning point: half a degree of 2 radii.
        expect(leastKm).toBeGreaterThan(Math.min(...seen) - 0.018);
      }),
    ));

  test("the chosen slot has the least mean square of all slots", () =>
    fc.assert(
      fc.property(anyStep, fc.integer({ min: 1, max: 40 }), (step, slotCount) => {
        const offset = nearestSlotOffset({ ...step, slotCount });
        const meanSquare = (slots: number) =>
          walked({ ...step, phaseStepDeg: step.phaseStepDeg + (360 * slots) / slotCount }).reduce(
            (sum, each) => sum + each ** 2,
            0,
          );
        const chosen = meanSquare(offset);
        for (let slots = 0; slots < slotCount; slots++) expect(meanSquare(slots)).toBeGreaterThan(chosen - 1e-6);
      }),
      { numRuns: 40 },
    ));

  test("Starlink's first shell stays with the same slot; a phasing of 60 shifts by one back", () => {
    const step = { inclinationDeg: 53, raanStepDeg: 5, slotCount: 22 };
    expect(nearestSlotOffset({ ...step, phaseStepDeg: (360 * 17) / 1584 })).toBe(0);
    expect(nearestSlotOffset({ ...step, phaseStepDeg: (360 * 60) / 1584 })).toBe(-1);
  });
});

describe("meshes of one shell", () => {
  test("four terminals and no shift are the +Grid, link for link", () =>
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const plain = { ...grid, slotOffsetCount: 0 };
        expect(shellPairs({ topology: "grid", terminalCount: 4, grid: plain })).toEqual(gridPairs(plain));
      }),
    ));

  test("no satellite holds more links than terminals, none twice, none with itself", () =>
    fc.assert(
      fc.property(
        anyGrid,
        fc.nat(5),
        fc.constantFrom("grid", "short-grid", "ring"),
        (grid, terminalCount, topology) => {
          const pairs = shellPairs({ topology, terminalCount, grid });
          const count = grid.planeCount * grid.slotCount;
          const rows = rowsOf(pairs);
          expect(new Set(rows).size).toBe(rows.length);
          for (let row = 0; row < pairs.length; row += 2) expect(pairs[row]!).toBeLessThan(pairs[row + 1]!);
          expect(Math.max(0, ...degreesOf(pairs, count))).toBeLessThanOrEqual(terminalCount);
          expect(Math.max(0, ...degreesOf(gridPairs(grid), count))).toBeLessThanOrEqual(gridTerminalCount(grid));
        },
      ),
    ));

  test("three terminals lay bricks: all planes still hang together", () => {
    const grid = { planeCount: 6, slotCount: 8, isClosed: false, phasingCount: 0, slotOffsetCount: 1 };
    const pairs = shellPairs({ topology: "grid", terminalCount: 3, grid });
    expect(partCount(pairs, 48)).toBe(1);
    // Every plane inside the row has each satellite joined to one side, half to either.
    expect([...degreesOf(pairs, 48)].slice(8, 40)).toEqual(Array(32).fill(3));
  });

  test("two terminals, and rings, are one closed ring a plane; none is none", () => {
    const grid = { planeCount: 3, slotCount: 5, isClosed: true, phasingCount: 2 };
    for (const [topology, terminalCount] of [
      ["grid", 2],
      ["ring", 4],
    ] as const) {
      const pairs = shellPairs({ topology, terminalCount, grid });
      expect(partCount(pairs, 15)).toBe(3);
      expect([...degreesOf(pairs, 15)]).toEqual(Array(15).fill(2));
    }
    for (const topology of ["none", "nearest"] as const)
      expect(shellPairs({ topology, terminalCount: 4, grid })).toHaveLength(0);
  });
});

describe("nearest neighbours", () => {
  const anyFleet = fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: 6, maxLength: 120 })
    .map((values) => values.slice(0, values.length - (values.length % 3)));
  const pair = (positionsTemeKm: readonly number[], over: Partial<Parameters<typeof pairNearest>[0]> = {}) =>
    pairNearest({ positionsTemeKm, shellStarts: [0], terminalCount: 3, mostKm: 1000, stands: () => true, ...over });

  test("obey terminals and what stands, each pair once", () =>
    fc.assert(
      fc.property(anyFleet, fc.nat(5), (positions, terminalCount) => {
        const stands = (a: number, b: number) => (a + b) % 3 !== 0;
        const count = positions.length / 3;
        const pairs = pair(positions, { terminalCount, stands, shellStarts: [0, Math.floor(count / 2)] });
        const rows = rowsOf(pairs);
        expect(new Set(rows).size).toBe(rows.length);
        for (let row = 0; row < pairs.length; row += 2) {
          expect(pairs[row]!).toBeLessThan(pairs[row + 1]!);
          expect(stands(pairs[row]!, pairs[row + 1]!)).toBe(true);
        }
        expect(Math.max(0, ...degreesOf(pairs, count))).toBeLessThanOrEqual(terminalCount);
      }),
    ));

  test("a line of satellites is a chain up to the longest link", () =>
    expect(rowsOf(pair([0, 0, 0, 10, 0, 0, 21, 0, 0, 33, 0, 0], { terminalCount: 2, mostKm: 25 }))).toEqual([
      "0-1",
      "1-2",
      "2-3",
    ]));

  test("one of three terminals goes to another shell, however near the own ones are", () => {
    // Two rows of four, 1 apart within, 30 between.
    const rows = [0, 1, 2, 3].flatMap((x) => [x, 0, 0]).concat([0, 1, 2, 3].flatMap((x) => [x, 30, 0]));
    const joined = rowsOf(pair(rows, { shellStarts: [0, 4] }));
    for (const across of ["0-4", "1-5", "2-6", "3-7"]) expect(joined).toContain(across);
    expect(rowsOf(pair(rows, { shellStarts: [0, 4], terminalCount: 2 })).some((row) => /^[0-3]-[4-7]$/.test(row))).toBe(
      false,
    );
  });

  test("none beyond the longest link, none without a state, none without a terminal", () => {
    const line = [0, 0, 0, 10, 0, 0, Number.NaN, 0, 0, 30, 0, 0];
    expect(rowsOf(pair(line, { mostKm: 15 }))).toEqual(["0-1"]);
    expect(pair(line, { terminalCount: 0 })).toHaveLength(0);
  });
});
