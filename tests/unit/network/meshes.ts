import fc from "fast-check";
import { makeTrafficGraph, type TrafficGraph, type TrafficLink } from "../../../engine/network/trafficGraph.ts";

/** A link for tests; what is left out does not matter. */
export const link = (a: number, b: number, capacityBps: number, lengthKm = 1): TrafficLink => ({
  a,
  b,
  lengthKm,
  capacityBps,
  kind: "laser",
});

export const graphOf = (satelliteCount: number, links: readonly TrafficLink[], groundCount = 0): TrafficGraph =>
  makeTrafficGraph({ satelliteCount, groundCount, links });

/** Connected or not, each pair at most once, some links down or without capacity. */
export const randomLinks = (nodeCount: number) =>
  fc
    .array(
      fc.record({
        a: fc.nat(nodeCount - 1),
        b: fc.nat(nodeCount - 1),
        capacityBps: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0.001, max: 1e12, noNaN: true })),
        lengthKm: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY)),
      }),
      { minLength: 1, maxLength: nodeCount * 3 },
    )
    .map((drawn) => {
      const seen = new Set<string>();
      return drawn
        .filter(({ a, b }) => {
          const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
          return a !== b && !seen.has(key) && seen.add(key);
        })
        .map(({ a, b, capacityBps, lengthKm }) => link(a, b, capacityBps, lengthKm));
    });

/** What leaves each node less what comes in, bit/s. */
export function netOf({ mesh }: TrafficGraph, loadsBps: Float64Array): Float64Array {
  const net = new Float64Array(mesh.satelliteCount);
  loadsBps.forEach((loadBps, lane) => {
    net[mesh.pairs[lane]!]! += loadBps;
    net[mesh.pairs[lane ^ 1]!]! -= loadBps;
  });
  return net;
}

/** Nodes that traffic from `start` can still reach over links with room, by trying every link until nothing changes. */
export function reachWithRoom(
  { mesh, lengthsKm, capacitiesBps }: TrafficGraph,
  loadsBps: Float64Array,
  start: number,
): Set<number> {
  const reached = new Set([start]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (let lane = 0; lane < loadsBps.length; lane++) {
      const capacityBps = capacitiesBps[lane >> 1]!;
      const hasRoom = capacityBps - loadsBps[lane]! > capacityBps * 1e-9 && lengthsKm[lane >> 1]! < Infinity;
      if (hasRoom && reached.has(mesh.pairs[lane]!)) reached.add(mesh.pairs[lane ^ 1]!);
    }
  }
  return reached;
}

/** The least cut between sources with limits and sinks, by trying every set of nodes: 2^nodeCount of them. */
export function leastCutBps(
  { mesh, lengthsKm, capacitiesBps }: TrafficGraph,
  sources: readonly { node: number; rateBps: number }[],
  sinks: readonly number[],
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let above = 0; above < 2 ** mesh.satelliteCount; above++) {
    const isAbove = (node: number) => ((above >> node) & 1) === 1;
    if (sinks.some(isAbove)) continue;
    let cutBps = sources.reduce((sum, { node, rateBps }) => sum + (isAbove(node) ? 0 : rateBps), 0);
    capacitiesBps.forEach((capacityBps, row) => {
      if (lengthsKm[row]! < Infinity && isAbove(mesh.pairs[row * 2]!) !== isAbove(mesh.pairs[row * 2 + 1]!))
        cutBps += capacityBps;
    });
    least = Math.min(least, cutBps);
  }
  return least;
}
