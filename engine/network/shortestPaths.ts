/**
 * Exact shortest paths over a graph of links, from one node or from many with a head start each, to all or to the nearest of some.
 *
 * Two ways to the same least fixed point of d(b) = d(a) + length, rounding included, the same bits as Dijkstra's with a heap:
 * * Runs of nodes i, i + 1, …, as planes of satellites are, settled as a whole: `pathSweeps.ts`.
 * * A front of single nodes, for other graphs and for searches that end at a target. A circular row of buckets takes the place of a
 *   heap: nodes wait in the bucket of their distance, and a bucket is emptied before the next. Where buckets are no wider than the
 *   shortest link a node's distance is final when its bucket comes (Dial 1969, Dinitz 1978); in wider ones a node whose distance falls
 *   is looked at again, so that the answer is exact for any width.
 */
import { findRuns, type Runs, sweepRuns } from "./pathSweeps.ts";

export type Graph = {
  /** [nodeCount + 1]; the arcs of `i` are rows `starts[i]` to `starts[i + 1] − 1` of the next two. */
  readonly starts: Uint32Array;
  /** [arcCount] */
  readonly neighbours: Uint32Array;
  /** [arcCount], row of the arc's link in `lengthsKm`. */
  readonly linkOf: Uint32Array;
};

export type PathSource = { readonly node: number; readonly startKm: number };
export type PathTarget = { readonly node: number; readonly endKm: number };

/** Who came before a source, or a node that is not reached. */
export const NO_NODE = -1;

/** Buffers of a graph's size, to be used again and again. What `shortestPaths` returns lies in them until the next call. */
export type PathWork = ReturnType<typeof makeBuffers> & {
  /** Left out where runs are not worth it. */
  readonly runs?: Runs | undefined;
};

/** Buffers for many searches of one graph, and its runs, which cost as much as some searches. */
export const makePathWork = (graph: Graph): PathWork => ({
  ...makeBuffers(graph.starts.length - 1),
  runs: findRuns(graph),
});

const makeBuffers = (nodeCount: number) => ({
  distancesKm: new Float64Array(nodeCount),
  previous: new Int32Array(nodeCount),
  /** First entry of each bucket. */
  heads: new Int32Array(64),
  /** Entries of all buckets, singly linked, and of what is free: node and next entry, side by side. */
  entries: new Int32Array(2048),
});

/** While the search runs, `previous` p of a node that has been looked at is kept as LOOKED − 1 − p, at most LOOKED. */
const LOOKED = -2;
/** Buckets that a longest link may span: narrower ones than this save no work, and empty ones cost some. */
const MOST_BUCKETS_A_LINK = 1024;
/** Bucket numbers stay below 2³¹. */
const MOST_BUCKETS = 2e9;

/**
 * Distances from the nearest source, its `startKm` included: `distancesKm` [nodeCount], Infinity where there is no way; `previous`
 * [nodeCount], the node before on a shortest path, NO_NODE for sources and where there is none. Of several with equal distance to the
 * last bit the lowest node comes before, whatever the order of links and sources.
 *
 * `lengthsKm` [linkCount]: at least 0, Infinity (or NaN) where the link is down. With `targets` the search ends as soon as the
 * nearest of them, its `endKm` included, is certain: `best` is that one, and only distances below `best.pathKm` are final. With `distancesOnly`, `previous` means
 * nothing and up to half of the time is saved.
 */
export function shortestPaths({
  graph,
  lengthsKm,
  sources,
  targets = [],
  distancesOnly = false,
  work = makeBuffers(graph.starts.length - 1),
}: {
  graph: Graph;
  lengthsKm: Float64Array;
  sources: readonly PathSource[];
  targets?: readonly PathTarget[];
  distancesOnly?: boolean;
  work?: PathWork;
}) {
  const { starts, neighbours, linkOf } = graph;
  const { distancesKm, previous } = work;
  const nodeCount = starts.length - 1;
  if (distancesKm.length !== nodeCount)
    throw new Error(`shortestPaths: got buffers of ${distancesKm.length} nodes, expected ${nodeCount}`);
  distancesKm.fill(Number.POSITIVE_INFINITY);
  if (!distancesOnly) previous.fill(NO_NODE);
  const best = { node: NO_NODE, pathKm: Number.POSITIVE_INFINITY };
  const order = sources.filter(({ startKm }) => startKm < Number.POSITIVE_INFINITY);
  order.sort((a, b) => a.startKm - b.startKm);
  if (order.length === 0) return { distancesKm, previous, best };

  const baseKm = order[0]!.startKm;
  const measure = () => {
    const { leastKm, mostKm } = lengthRange(lengthsKm);
    const spanKm = order.at(-1)!.startKm - baseKm + nodeCount * mostKm;
    // Each step along a path must lengthen it in spite of rounding, or it could not be read back from the distances.
    const isReadable = leastKm > (Math.abs(baseKm) + spanKm) * Number.EPSILON;
    return { leastKm, mostKm, spanKm, isReadable };
  };
  if (work.runs !== undefined && targets.length === 0 && (distancesOnly || measure().isReadable)) {
    for (const { node, startKm } of order) if (startKm < distancesKm[node]!) distancesKm[node] = startKm;
    if (sweepRuns({ runs: work.runs, lengthsKm, distancesKm, sources: order })) {
      if (!distancesOnly) readPrevious({ graph, lengthsKm, distancesKm, previous });
      for (const { node, startKm } of distancesOnly ? [] : order)
        if (startKm === distancesKm[node]) previous[node] = NO_NODE;
      return { distancesKm, previous, best };
    }
    distancesKm.fill(Number.POSITIVE_INFINITY);
  }
  if (distancesOnly) previous.fill(NO_NODE);
  const { leastKm, mostKm, spanKm } = measure();
  const widthKm = Math.max(leastKm, mostKm / MOST_BUCKETS_A_LINK, spanKm / MOST_BUCKETS) || 1;
  const perKm = 1 / widthKm;
  const bucketCount = 2 ** Math.ceil(Math.log2(mostKm * perKm + 3));
  const mask = bucketCount - 1;
  if (work.heads.length < bucketCount) work.heads = new Int32Array(bucketCount);
  const heads = work.heads.fill(NO_NODE);

  let entries = work.entries;
  let free = NO_NODE;
  let entryEnd = 0;
  let waitingCount = 0;

  let endKm: Float64Array | undefined;
  if (targets.length > 0) {
    endKm = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
    for (const target of targets) endKm[target.node] = Math.min(endKm[target.node]!, target.endKm);
  }

  let nextSource = 0;
  for (let bucket = 0; ; bucket++) {
    if (waitingCount === 0) {
      if (nextSource === order.length) break;
      bucket = Math.max(bucket, Math.trunc((order[nextSource]!.startKm - baseKm) * perKm));
    }
    if (best.node !== NO_NODE && best.pathKm < baseKm + (bucket - 1) * widthKm) break;
    const slot = bucket & mask;
    for (; nextSource < order.length; nextSource++) {
      const { node, startKm } = order[nextSource]!;
      if (Math.trunc((startKm - baseKm) * perKm) > bucket) break;
      if (startKm > distancesKm[node]!) continue;
      distancesKm[node] = startKm;
      previous[node] = NO_NODE;
      if (entryEnd === entries.length) entries = work.entries = widen(entries);
      entries[entryEnd] = node;
      entries[entryEnd + 1] = heads[slot]!;
      heads[slot] = entryEnd;
      entryEnd += 2;
      waitingCount++;
    }
    for (let entry = heads[slot]!; entry !== NO_NODE; entry = heads[slot]!) {
      const node = entries[entry]!;
      heads[slot] = entries[entry + 1]!;
      entries[entry + 1] = free;
      free = entry;
      waitingCount--;
      // Looked at already at the distance that it has: put in more than once, and each time nearer.
      const before = previous[node]!;
      if (before <= LOOKED) continue;
      previous[node] = LOOKED - 1 - before;
      const distanceKm = distancesKm[node]!;
      if (endKm !== undefined) {
        const pathKm = distanceKm + endKm[node]!;
        if (pathKm < best.pathKm || (pathKm === best.pathKm && node < best.node)) {
          best.node = node;
          best.pathKm = pathKm;
        }
      }
      for (let at = starts[node]!, end = starts[node + 1]!; at < end; at++) {
        const neighbour = neighbours[at]!;
        const reachedKm = distanceKm + lengthsKm[linkOf[at]!]!;
        const knownKm = distancesKm[neighbour]!;
        if (reachedKm < knownKm) {
          distancesKm[neighbour] = reachedKm;
          previous[neighbour] = node;
          let put = free;
          if (put !== NO_NODE) free = entries[put + 1]!;
          else {
            if (entryEnd === entries.length) entries = work.entries = widen(entries);
            put = entryEnd;
            entryEnd += 2;
          }
          const into = ((reachedKm - baseKm) * perKm) & mask;
          entries[put] = neighbour;
          entries[put + 1] = heads[into]!;
          heads[into] = put;
          waitingCount++;
        } else if (reachedKm === knownKm && distanceKm < knownKm) {
          const before = previous[neighbour]!;
          if (before <= LOOKED) {
            if (node < LOOKED - 1 - before) previous[neighbour] = LOOKED - 1 - node;
          } else if (node < before) previous[neighbour] = node;
        }
      }
    }
  }
  for (let node = 0; node < nodeCount; node++) {
    const before = previous[node]!;
    if (before <= LOOKED) previous[node] = LOOKED - 1 - before;
  }
  return { distancesKm, previous, best };
}

function widen(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}

/** Shortest and longest of the links that are up; 0 where none is. */
function lengthRange(lengthsKm: Float64Array) {
  let leastKm = Number.POSITIVE_INFINITY;
  let mostKm = 0;
  for (let link = 0; link < lengthsKm.length; link++) {
    const lengthKm = lengthsKm[link]!;
    if (lengthKm < leastKm) leastKm = lengthKm;
    if (lengthKm > mostKm && lengthKm < Number.POSITIVE_INFINITY) mostKm = lengthKm;
  }
  return { leastKm: Number.isFinite(leastKm) ? leastKm : 0, mostKm };
}

/** The lowest neighbour through which each node has its distance. */
function readPrevious({
  graph: { starts, neighbours, linkOf },
  lengthsKm,
  distancesKm,
  previous,
}: {
  graph: Graph;
  lengthsKm: Float64Array;
  distancesKm: Float64Array;
  previous: Int32Array;
}) {
  for (let node = 0; node < previous.length; node++) {
    const distanceKm = distancesKm[node]!;
    if (distanceKm === Number.POSITIVE_INFINITY) continue;
    let least = NO_NODE;
    for (let at = starts[node]!, end = starts[node + 1]!; at < end; at++) {
      const neighbour = neighbours[at]!;
      // Most lists are in order: what comes after a find is not even read.
      if (neighbour > least && least !== NO_NODE) continue;
      if (distancesKm[neighbour]! + lengthsKm[linkOf[at]!]! === distanceKm) least = neighbour;
    }
    previous[node] = least;
  }
}

/** Nodes of the shortest path to `node`, the source first. */
export function pathTo(previous: Int32Array, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at !== NO_NODE; at = previous[at]!) path.push(at);
  return path.reverse();
}
