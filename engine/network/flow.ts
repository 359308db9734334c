/**
 * Demands on the network, by shortest paths with spill: each source sends along its shortest path that has room; what does
 * not fit goes along the next-shortest with room, up to `pathCount` paths a source. Sources that meet at a full link share it in
 * proportion to what they ask. Nothing once sent is moved again, so that less may be carried than `mostFlow` allows.
 */
import { makeHeap } from "./heap.ts";
import type { TrafficGraph } from "./trafficGraph.ts";

/** Traffic between a few ends that serve any of it (`roots`) and many that each have their own (`leaves`). */
export type Demand = {
  readonly roots: readonly number[];
  readonly leaves: readonly { readonly node: number; readonly rateBps: number }[];
  /** From the leaves to the roots, or from the roots to the leaves. */
  readonly isInward: boolean;
};

export type Routed = {
  /** [linkCount × 2], bit/s: from the first end of the pair to the second, and back. */
  readonly loadsBps: Float64Array;
  /** By demand, bit/s. */
  readonly carriedBps: readonly number[];
};

const NONE = 0xffffffff;
/** A link with less than this share of its capacity left is full: rounding leaves some 1e-16 of it. */
export const FULL_FRACTION = 1e-12;

/**
 * Routes all demands, by turns: in each round every demand sends what it has left, in the order given. Yields before each tree
 * how many are done; the caller may stop there.
 */
export function* routeDemands({
  graph,
  demands,
  pathCount,
}: {
  graph: TrafficGraph;
  demands: readonly Demand[];
  /** Paths that one source may use; 1 is the shortest alone. */
  pathCount: number;
}): Generator<{ readonly roundCount: number }, Routed> {
  const { capacitiesBps } = graph;
  const loadsBps = new Float64Array(capacitiesBps.length * 2);
  const carriedBps = demands.map(() => 0);
  const left = demands.map(({ leaves }) => Float64Array.from(leaves, ({ rateBps }) => rateBps));
  const isOpen = demands.map(() => true);
  const tree = makeTree(graph, loadsBps);
  for (let round = 0; round < pathCount && isOpen.includes(true); round++) {
    for (const [index, demand] of demands.entries()) {
      if (!isOpen[index]) continue;
      yield { roundCount: round };
      const sentBps = tree.send(demand, left[index]!);
      carriedBps[index]! += sentBps;
      isOpen[index] = sentBps > 0 && left[index]!.some((rateBps) => rateBps > 0);
    }
  }
  return { loadsBps, carriedBps };
}

/** One tree of shortest paths with room at a time, over loads that grow; the arrays are used again. */
function makeTree({ mesh, groundFrom, lengthsKm, capacitiesBps }: TrafficGraph, loadsBps: Float64Array) {
  const { starts, neighbours, linkOf, pairs, satelliteCount: nodeCount } = mesh;
  const distancesKm = new Float64Array(nodeCount);
  const settled = new Uint8Array(nodeCount);
  const previous = new Uint32Array(nodeCount);
  /** Row of `loadsBps` that traffic between a node and the one before it takes. */
  const laneOf = new Uint32Array(nodeCount);
  const order = new Uint32Array(nodeCount);
  const asked = new Float64Array(nodeCount);
  const passing = new Float64Array(nodeCount);
  const share = new Float64Array(nodeCount);

  const roomBps = (lane: number) => {
    const capacityBps = capacitiesBps[lane >> 1]!;
    const room = capacityBps - loadsBps[lane]!;
    return room > capacityBps * FULL_FRACTION ? room : 0;
  };

  /** Settles nodes from the roots outward until all leaves that still ask are reached; returns how many were settled. */
  function grow({ roots, leaves, isInward }: Demand, left: Float64Array): number {
    distancesKm.fill(Number.POSITIVE_INFINITY);
    settled.fill(0);
    previous.fill(NONE);
    asked.fill(0);
    let missingCount = 0;
    leaves.forEach(({ node }, row) => {
      if (left[row]! <= 0) return;
      if (asked[node] === 0) missingCount++;
      asked[node]! += left[row]!;
    });
    const heap = makeHeap(256);
    for (const root of roots) {
      distancesKm[root] = 0;
      heap.push(0, root);
    }
    let settledCount = 0;
    while (!heap.isEmpty() && missingCount > 0) {
      const node = heap.pop();
      if (settled[node] === 1) continue;
      settled[node] = 1;
      order[settledCount++] = node;
      if (asked[node]! > 0) missingCount--;
      const distanceKm = distancesKm[node]!;
      const before = previous[node]!;
      const isEnd = node >= groundFrom && before !== NONE && before < groundFrom;
      for (let at = starts[node]!; at < starts[node + 1]!; at++) {
        const next = neighbours[at]!;
        if (isEnd && next < groundFrom) continue;
        const link = linkOf[at]!;
        const reachedKm = distanceKm + lengthsKm[link]!;
        if (!(reachedKm < distancesKm[next]!)) continue;
        // Inward, traffic runs from `next` to `node`.
        const isFromFirst = (pairs[link * 2] === node) !== isInward;
        const lane = link * 2 + (isFromFirst ? 0 : 1);
        if (roomBps(lane) === 0) continue;
        distancesKm[next] = reachedKm;
        previous[next] = node;
        laneOf[next] = lane;
        heap.push(reachedKm, next);
      }
    }
    return settledCount;
  }

  return {
    /** Sends along one tree; takes what went from `left` (by leaf) and returns its sum, bit/s. */
    send(demand: Demand, left: Float64Array): number {
      const settledCount = grow(demand, left);
      // What each node would pass on, from the tips to the roots: never more than its link has room for.
      for (let row = settledCount - 1; row >= 0; row--) {
        const node = order[row]!;
        const before = previous[node]!;
        if (before === NONE) continue;
        passing[node] = Math.min(asked[node]!, roomBps(laneOf[node]!));
        asked[before]! += passing[node]!;
      }
      // What it gets, from the roots to the tips: at a full link all that ask get the same share.
      for (let row = 0; row < settledCount; row++) {
        const node = order[row]!;
        const before = previous[node]!;
        if (before === NONE) {
          share[node] = 1;
          continue;
        }
        const grantedBps = passing[node]! * share[before]!;
        share[node] = asked[node]! > 0 ? grantedBps / asked[node]! : 0;
        loadsBps[laneOf[node]!]! += grantedBps;
      }
      let sentBps = 0;
      demand.leaves.forEach(({ node }, row) => {
        if (settled[node] === 0 || left[row]! <= 0) return;
        const rateBps = left[row]! * share[node]!;
        const restBps = left[row]! - rateBps;
        sentBps += rateBps;
        left[row] = restBps > demand.leaves[row]!.rateBps * FULL_FRACTION ? restBps : 0;
      });
      return sentBps;
    },
  };
}
