/**
 * Demands on the network, by shortest paths with spill: each source sends along its shortest path that has room; what does
 * not fit goes along the next-shortest with room, up to `pathCount` paths a source. Sources that meet at a full link share it in
 * proportion to what they ask. Nothing once sent is moved again, so that less may be carried than `mostFlow` allows.
 */
import { makePathWork, NO_NODE, shortestPaths } from "./shortestPaths.ts";
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
function makeTree(graph: TrafficGraph, loadsBps: Float64Array) {
  const { mesh, capacitiesBps, lengthsKm } = graph;
  const { starts, neighbours, linkOf, pairs, satelliteCount: nodeCount } = mesh;
  const childCount = new Uint32Array(nodeCount);
  const order = new Uint32Array(nodeCount);
  /** The lane that traffic takes between a node and the one before it on the tree. */
  const laneOf = new Uint32Array(nodeCount);
  const asked = new Float64Array(nodeCount);
  const passing = new Float64Array(nodeCount);
  const share = new Float64Array(nodeCount);

  /** By arc: the lane of traffic along it, away from the roots; `lane ^ 1` is that against it. */
  const outwardLanes = linkOf.map((link, at) => link * 2 + (pairs[link * 2] === neighbours[at] ? 1 : 0));
  const inwardLanes = outwardLanes.map((lane) => lane ^ 1);
  const graphs = [outwardLanes, inwardLanes].map((linkOf) => ({ starts, neighbours, linkOf }));
  const works = graphs.map(makePathWork);
  /** [laneCount], Infinity where there is no room. */
  const lanesKm = Float64Array.from(loadsBps, (_, lane) => (roomBps(lane) > 0 ? lengthsKm[lane >> 1]! : Infinity));
  const landings = landingsOf(graph);

  function roomBps(lane: number): number {
    const capacityBps = capacitiesBps[lane >> 1]!;
    const room = capacityBps - loadsBps[lane]!;
    return room > capacityBps * FULL_FRACTION ? room : 0;
  }

  /** Nodes before each on shortest paths from the roots; no path leads from a satellite through the ground. */
  function grow({ roots, isInward }: Demand): Int32Array {
    const rootSide = new Set<number>(roots);
    for (const root of roots)
      for (let at = starts[root]!; at < starts[root + 1]!; at++)
        if (neighbours[at]! >= graph.groundFrom) rootSide.add(neighbours[at]!);
    const shut = landings.filter(({ node }) => !rootSide.has(node));
    const upLane = ({ upLane: lane }: Landing) => (isInward ? lane ^ 1 : lane);
    const keptKm = shut.map((landing) => lanesKm[upLane(landing)]!);
    for (const landing of shut) lanesKm[upLane(landing)] = Number.POSITIVE_INFINITY;
    const { previous } = shortestPaths({
      graph: graphs[isInward ? 1 : 0]!,
      lengthsKm: lanesKm,
      sources: roots.map((node) => ({ node, startKm: 0 })),
      work: works[isInward ? 1 : 0]!,
    });
    shut.forEach((landing, row) => {
      lanesKm[upLane(landing)] = keptKm[row]!;
    });
    return previous;
  }

  /** Nodes from the tips of the tree to its roots in `order`, and the lane of each; returns how many. */
  function sortTree(previous: Int32Array, isInward: boolean): number {
    childCount.fill(0);
    for (let node = 0; node < nodeCount; node++) if (previous[node]! !== NO_NODE) childCount[previous[node]!]!++;
    let count = 0;
    for (let node = 0; node < nodeCount; node++)
      if (childCount[node] === 0 && previous[node]! !== NO_NODE) order[count++] = node;
    for (let row = 0; row < count; row++) {
      const node = order[row]!;
      const before = previous[node]!;
      if (before === NO_NODE) continue;
      for (let at = starts[node]!; at < starts[node + 1]!; at++)
        // From `node` to `before` is toward the roots: the arc's own lane is that of inward traffic.
        if (neighbours[at] === before) laneOf[node] = isInward ? outwardLanes[at]! : inwardLanes[at]!;
      if (--childCount[before]! === 0) order[count++] = before;
    }
    return count;
  }

  return {
    /** Sends along one tree; takes what went from `left` (by leaf) and returns its sum, bit/s. */
    send(demand: Demand, left: Float64Array): number {
      const previous = grow(demand);
      const count = sortTree(previous, demand.isInward);
      asked.fill(0);
      share.fill(0);
      demand.leaves.forEach(({ node }, row) => {
        asked[node]! += left[row]!;
      });
      // What each node would pass on, from the tips to the roots: never more than its link has room for.
      for (let row = 0; row < count; row++) {
        const node = order[row]!;
        if (previous[node]! === NO_NODE) continue;
        passing[node] = Math.min(asked[node]!, roomBps(laneOf[node]!));
        asked[previous[node]!]! += passing[node]!;
      }
      // What it gets, from the roots to the tips: at a full link all that ask get the same share.
      for (let row = count - 1; row >= 0; row--) {
        const node = order[row]!;
        const before = previous[node]!;
        if (before === NO_NODE) {
          share[node] = 1;
          continue;
        }
        const grantedBps = passing[node]! * share[before]!;
        if (grantedBps === 0) continue;
        const lane = laneOf[node]!;
        share[node] = grantedBps / asked[node]!;
        loadsBps[lane]! += grantedBps;
        if (roomBps(lane) === 0) lanesKm[lane] = Number.POSITIVE_INFINITY;
      }
      let sentBps = 0;
      demand.leaves.forEach(({ node, rateBps }, row) => {
        const grantedBps = left[row]! * share[node]!;
        const restBps = left[row]! - grantedBps;
        sentBps += grantedBps;
        left[row] = restBps > rateBps * FULL_FRACTION ? restBps : 0;
      });
      return sentBps;
    },
  };
}

type Landing = { readonly node: number /** From the ground to the satellite. */; readonly upLane: number };

/** Every link between a satellite and the ground. */
function landingsOf({ mesh: { pairs }, groundFrom }: TrafficGraph): Landing[] {
  const landings: Landing[] = [];
  for (let lane = 0; lane < pairs.length; lane++) {
    // Row `lane` of the pairs is the end that this lane leaves, `lane ^ 1` the one that it reaches.
    if (pairs[lane]! >= groundFrom && pairs[lane ^ 1]! < groundFrom)
      landings.push({ node: pairs[lane]!, upLane: lane });
  }
  return landings;
}
