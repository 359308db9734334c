import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Demand, routeDemands } from "../../../engine/network/flow.ts";
import { mostFlow } from "../../../engine/network/mostFlow.ts";
import type { TrafficGraph } from "../../../engine/network/trafficGraph.ts";
import { graphOf, leastCutBps, link, netOf, randomLinks, reachWithRoom } from "./meshes.ts";

function route(graph: TrafficGraph, demands: readonly Demand[], pathCount = 1000) {
  const work = routeDemands({ graph, demands, pathCount });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const demandOf = (root: number, leaves: Demand["leaves"], isInward = true): Demand => ({
  roots: [root],
  leaves,
  isInward,
});

describe("shortest paths with spill", () => {
  // 0 reaches 3 over 1 (2 km, 10 bit/s) or over 2 (4 km, 4 bit/s).
  const fork = graphOf(4, [link(0, 1, 10), link(1, 3, 10), link(0, 2, 4, 2), link(2, 3, 4, 2)]);

  test("the shortest takes what it can, the next what is left, the rest stays", () => {
    const at = (rateBps: number, pathCount?: number) => route(fork, [demandOf(3, [{ node: 0, rateBps }])], pathCount);
    expect([...at(7).loadsBps]).toEqual([7, 0, 7, 0, 0, 0, 0, 0]);
    expect([...at(12).loadsBps]).toEqual([10, 0, 10, 0, 2, 0, 2, 0]);
    expect(at(99).carriedBps).toEqual([14]);
    expect(at(12, 1).carriedBps).toEqual([10]);
  });

  test("outward it runs the other way over the same links", () => {
    const { loadsBps, carriedBps } = route(fork, [demandOf(3, [{ node: 0, rateBps: 12 }], false)]);
    expect([...loadsBps]).toEqual([0, 10, 0, 10, 0, 2, 0, 2]);
    expect(carriedBps).toEqual([12]);
  });

  test("who meets at a full link shares it in proportion", () => {
    const funnel = graphOf(4, [link(0, 2, 100), link(1, 2, 100), link(2, 3, 10)]);
    const { loadsBps } = route(funnel, [
      demandOf(3, [
        { node: 0, rateBps: 15 },
        { node: 1, rateBps: 5 },
      ]),
    ]);
    expect(loadsBps[0]).toBeCloseTo(7.5, 12);
    expect(loadsBps[2]).toBeCloseTo(2.5, 12);
  });

  test("each way has a capacity of its own", () => {
    const { carriedBps } = route(graphOf(2, [link(0, 1, 10)]), [
      demandOf(1, [{ node: 0, rateBps: 10 }]),
      demandOf(0, [{ node: 1, rateBps: 10 }]),
    ]);
    expect(carriedBps).toEqual([10, 10]);
  });

  test("no path passes through the ground, but begins and ends there", () => {
    // Satellites 0, 1; antennas 2 with door 3; place 4. The two satellites have no laser.
    const links = [link(0, 2, 10), link(1, 2, 10), link(2, 3, 8), link(1, 4, 5)];
    const graph = graphOf(2, links, 3);
    const carried = (demand: Demand) => route(graph, [demand]).carriedBps[0];
    expect(carried(demandOf(3, [{ node: 0, rateBps: 9 }]))).toBe(8);
    expect(carried(demandOf(4, [{ node: 0, rateBps: 9 }]))).toBe(0);
    expect(carried(demandOf(4, [{ node: 3, rateBps: 9 }]))).toBe(5);
    expect(carried(demandOf(4, [{ node: 3, rateBps: 9 }], false))).toBe(5);
    for (const [root, leaf, most] of [
      [3, 0, 8],
      [4, 0, 0],
      [4, 3, 5],
      [3, 4, 5],
    ] as const)
      expect(mostFlow({ graph, demand: demandOf(root, [{ node: leaf, rateBps: 9 }]), isAsked: true }).mostBps).toBe(
        most,
      );
  });
});

describe("on meshes without pattern", () => {
  const nodeCount = 9;
  const leaves = fc.array(
    fc.record({ node: fc.integer({ min: 2, max: nodeCount - 1 }), rateBps: fc.integer({ min: 1, max: 40 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const demand = fc.record({
    roots: fc.constantFrom<readonly number[]>([0], [1], [0, 1]),
    leaves,
    isInward: fc.boolean(),
  });

  test("flow is conserved to 1e-9 of what is offered and no link is over its capacity", () => {
    fc.assert(
      fc.property(randomLinks(nodeCount), fc.array(demand, { minLength: 1, maxLength: 3 }), (links, demands) => {
        const graph = graphOf(nodeCount, links);
        const { loadsBps, carriedBps } = route(graph, demands);
        const offered = demands.map((each) => each.leaves.reduce((sum, { rateBps }) => sum + rateBps, 0));
        const slackBps = 1e-9 * offered.reduce((sum, rateBps) => sum + rateBps, 0);
        loadsBps.forEach((loadBps, lane) => {
          expect(loadBps).toBeGreaterThanOrEqual(0);
          expect(loadBps).toBeLessThanOrEqual(graph.capacitiesBps[lane >> 1]! * (1 + 1e-12));
          if (graph.lengthsKm[lane >> 1] === Infinity) expect(loadBps).toBe(0);
        });
        const net = netOf(graph, loadsBps);
        // Only ends give and take; what ends give is what all take.
        for (let node = 0; node < nodeCount; node++) {
          const isEnd = demands.some(
            (each) => each.roots.includes(node) || each.leaves.some((leaf) => leaf.node === node),
          );
          if (!isEnd) expect(Math.abs(net[node]!)).toBeLessThanOrEqual(slackBps);
        }
        const taken = demands.reduce(
          (sum, each, row) => sum + (each.isInward ? carriedBps[row]! : -carriedBps[row]!),
          0,
        );
        const atRoots = -(net[0]! + net[1]!);
        expect(Math.abs(atRoots - taken)).toBeLessThanOrEqual(slackBps);
        carriedBps.forEach((rateBps, row) => {
          expect(rateBps).toBeLessThanOrEqual(offered[row]! * (1 + 1e-12));
        });
      }),
      { numRuns: 300 },
    );
  });

  test("nobody is left with a path that has room", () => {
    fc.assert(
      fc.property(randomLinks(nodeCount), leaves, (links, drawn) => {
        // One demand a leaf, so that each one's rest is known.
        const graph = graphOf(nodeCount, links);
        const demands = drawn.map((leaf) => ({ roots: [0, 1], leaves: [leaf], isInward: true }));
        const { loadsBps, carriedBps } = route(graph, demands);
        drawn.forEach(({ node, rateBps }, row) => {
          if (carriedBps[row]! >= rateBps * (1 - 1e-9)) return;
          const reached = reachWithRoom(graph, loadsBps, node);
          expect(reached.has(0) || reached.has(1)).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("the most that fits is the least cut of all 512, and no routing beats it", () => {
    let flowCount = 0;
    let fullCount = 0;
    fc.assert(
      fc.property(randomLinks(nodeCount), leaves, (links, drawn) => {
        const graph = graphOf(nodeCount, links);
        const one = { roots: [0, 1], leaves: drawn, isInward: true };
        const { mostBps } = mostFlow({ graph, demand: one, isAsked: true });
        const cutBps = leastCutBps(graph, drawn, [0, 1]);
        expect(Math.abs(mostBps - cutBps)).toBeLessThanOrEqual(1e-9 * Math.max(1, cutBps));
        const [carriedBps = 0] = route(graph, [one]).carriedBps;
        expect(carriedBps).toBeLessThanOrEqual(mostBps * (1 + 1e-9));
        if (mostBps > 0) flowCount++;
        if (mostBps > 0 && carriedBps >= mostBps * (1 - 1e-9)) fullCount++;
      }),
      { numRuns: 150, seed: 5 },
    );
    // Shortest paths with spill reach the most in nearly all of these meshes.
    expect(flowCount).toBeGreaterThan(40);
    expect(fullCount / flowCount).toBeGreaterThan(0.9);
  });

  test("the cut adds up to the most, and is of links that are full", () => {
    fc.assert(
      fc.property(randomLinks(nodeCount), (links) => {
        const graph = graphOf(nodeCount, links);
        const { mostBps, cutBps } = mostFlow({ graph, demand: demandOf(0, [{ node: 8, rateBps: 0 }]) });
        const sumBps = Object.values(cutBps).reduce((sum, capacityBps) => sum + capacityBps, 0);
        expect(Math.abs(mostBps - sumBps)).toBeLessThanOrEqual(1e-9 * Math.max(1, sumBps));
        expect(Math.abs(mostBps - leastCutBps(graph, [{ node: 8, rateBps: Infinity }], [0]))).toBeLessThanOrEqual(
          1e-9 * Math.max(1, mostBps),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test("a demand whose leaf is its root fits without end", () =>
  expect(mostFlow({ graph: graphOf(2, [link(0, 1, 1)]), demand: demandOf(0, [{ node: 0, rateBps: 1 }]) }).mostBps).toBe(
    Number.POSITIVE_INFINITY,
  ));
