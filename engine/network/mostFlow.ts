/** The most that any routing could carry between two sets of nodes, and what stops more: Dinic's maximum flow, its least cut. */
import type { Demand } from "./flow.ts";
import type { LinkKind, TrafficGraph } from "./trafficGraph.ts";

export type MostFlow = {
  /** Infinity where a leaf is a root. */
  readonly mostBps: number;
  /** Capacity of the full links that part leaves from roots, by kind, bit/s. */
  readonly cutBps: Readonly<Partial<Record<LinkKind, number>>>;
};

/** Room under this share of a link's capacity is nothing: rounding leaves some 1e-16 of it. */
const NOTHING_FRACTION = 1e-13;

/**
 * The most between all leaves together and any of the roots, either way round: links carry as much back as there. A demand is
 * looked at alone, as if no other loaded the links.
 */
export function mostFlow({
  graph,
  demand: { roots, leaves },
  isAsked = false,
}: {
  graph: TrafficGraph;
  demand: Pick<Demand, "roots" | "leaves">;
  /** Leaves send no more than they ask; left out, each as much as the network takes. */
  isAsked?: boolean;
}): MostFlow {
  const { mesh, groundFrom, lengthsKm, capacitiesBps, kinds } = graph;
  const rootSet = new Set(roots);
  if (leaves.some(({ node }) => rootSet.has(node))) return { mostBps: Number.POSITIVE_INFINITY, cutBps: {} };
  const isLeafSide = groundOfLeaves(graph, leaves);
  // Flow runs from `top`, above the leaves, to `bottom`, below the roots. Arc and arc ^ 1 are one link's two ways.
  const top = mesh.satelliteCount;
  const bottom = top + 1;
  const ends: number[] = [];
  const rooms: number[] = [];
  const join = (a: number, b: number, thereBps: number, backBps: number) => {
    ends.push(a, b);
    rooms.push(thereBps, backBps);
  };
  for (let link = 0; link < capacitiesBps.length; link++) {
    const a = mesh.pairs[link * 2]!;
    const b = mesh.pairs[link * 2 + 1]!;
    const capacityBps = lengthsKm[link] === Number.POSITIVE_INFINITY ? 0 : capacitiesBps[link]!;
    // Between sky and ground traffic runs one way, so that none passes through the ground: up from leaves, down to the others.
    const isCrossing = a >= groundFrom !== b >= groundFrom;
    const isFirstToSecond = isCrossing && isLeafSide(Math.max(a, b)) === a >= groundFrom;
    join(a, b, isCrossing && !isFirstToSecond ? 0 : capacityBps, isFirstToSecond ? 0 : capacityBps);
  }
  for (const { node, rateBps } of leaves) join(top, node, isAsked ? rateBps : Number.POSITIVE_INFINITY, 0);
  for (const root of roots) join(root, bottom, Number.POSITIVE_INFINITY, 0);

  const room = Float64Array.from(rooms);
  const leastBps = room.map((bps, arc) => {
    const capacityBps = Math.max(bps, room[arc ^ 1]!);
    return capacityBps < Infinity ? capacityBps * NOTHING_FRACTION : 0;
  });
  const { mostBps, levels } = pushAll({ nodeCount: bottom + 1, ends, room, top, bottom, leastBps });
  const cutBps: Partial<Record<LinkKind, number>> = {};
  kinds.forEach((kind, link) => {
    const isFirstAbove = levels[ends[link * 2]!] !== -1;
    if (isFirstAbove === (levels[ends[link * 2 + 1]!] !== -1)) return;
    const capacityBps = rooms[link * 2 + (isFirstAbove ? 0 : 1)]!;
    if (capacityBps > 0) cutBps[kind] = (cutBps[kind] ?? 0) + capacityBps;
  });
  return { mostBps, cutBps };
}

/** Ground nodes that leaves send from: themselves, and the antennas before their doors. */
function groundOfLeaves({ mesh, groundFrom }: TrafficGraph, leaves: Demand["leaves"]): (node: number) => boolean {
  const found = new Set<number>();
  for (const { node } of leaves) {
    if (node < groundFrom) continue;
    found.add(node);
    for (let at = mesh.starts[node]!; at < mesh.starts[node + 1]!; at++)
      if (mesh.neighbours[at]! >= groundFrom) found.add(mesh.neighbours[at]!);
  }
  return (node) => found.has(node);
}

/** Dinic: shortest augmenting paths, layer by layer. `levels` are −1 below the least cut. `room` is used up. */
function pushAll({
  nodeCount,
  ends,
  room,
  top,
  bottom,
  leastBps,
}: {
  nodeCount: number;
  /** Arc `i` leaves `ends[i]` for `ends[i ^ 1]`. */
  ends: readonly number[];
  room: Float64Array;
  top: number;
  bottom: number;
  /** Room of each arc that is nothing. */
  leastBps: Float64Array;
}): { mostBps: number; levels: Int32Array } {
  const starts = new Uint32Array(nodeCount + 1);
  for (const end of ends) starts[end + 1]!++;
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const arcs = new Uint32Array(ends.length);
  ends.forEach((end, arc) => {
    arcs[next[end]!++] = arc;
  });
  const levels = new Int32Array(nodeCount);
  const queue = new Uint32Array(nodeCount);

  /** Levels from the top; whether the bottom has one. */
  function layer(): boolean {
    levels.fill(-1);
    levels[top] = 0;
    queue[0] = top;
    for (let at = 0, end = 1; at < end; at++) {
      const node = queue[at]!;
      for (let row = starts[node]!; row < starts[node + 1]!; row++) {
        const other = ends[arcs[row]! ^ 1]!;
        if (levels[other] !== -1 || room[arcs[row]!]! <= leastBps[arcs[row]!]!) continue;
        levels[other] = levels[node]! + 1;
        queue[end++] = other;
      }
    }
    return levels[bottom] !== -1;
  }

  /** The first arc of a node that still leads one level down, or −1. */
  function step(node: number): number {
    for (; next[node]! < starts[node + 1]!; next[node]!++) {
      const arc = arcs[next[node]!]!;
      if (room[arc]! > leastBps[arc]! && levels[ends[arc ^ 1]!] === levels[node]! + 1) return arc;
    }
    return -1;
  }

  let mostBps = 0;
  while (layer()) {
    next.set(starts);
    const path: number[] = [];
    let node = top;
    for (;;) {
      if (node === bottom) {
        const least = path.reduce((each, arc) => Math.min(each, room[arc]!), Number.POSITIVE_INFINITY);
        mostBps += least;
        for (const arc of path) {
          room[arc]! -= least;
          room[arc ^ 1]! += least;
        }
        path.length = path.findIndex((arc) => room[arc]! <= leastBps[arc]!);
        node = path.length === 0 ? top : ends[path[path.length - 1]! ^ 1]!;
        continue;
      }
      const arc = step(node);
      if (arc !== -1) {
        path.push(arc);
        node = ends[arc ^ 1]!;
      } else if (path.length === 0) break;
      else {
        node = ends[path.pop()!]!;
        next[node]!++;
      }
    }
  }
  return { mostBps, levels };
}
