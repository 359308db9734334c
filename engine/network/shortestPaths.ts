/**
 * Exact shortest paths over a graph of links, from one node, from many with a head start each, to all or to the nearest of some.
 *
 * A circular row of buckets in place of a heap: nodes wait in the bucket of their distance, a bucket is emptied before the next. Where
 * buckets are no wider than the shortest link every node is looked at once (Dial 1969, Dinitz 1978); in wider ones a node whose
 * distance falls is looked at again, so that the answer is exact for any width. Distances are the least fixed point of
 * d(b) = d(a) + length, rounding included: the same bits as Dijkstra's with a heap.
 */
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
export type PathWork = ReturnType<typeof makePathWork>;

export function makePathWork(nodeCount: number) {
  return {
    distancesKm: new Float64Array(nodeCount),
    previous: new Int32Array(nodeCount),
    /** Bucket in which each node waits, NO_NODE: in none. */
    waiting: new Int32Array(nodeCount),
    /** First entry of each bucket. */
    heads: new Int32Array(64),
    /** Entries of all buckets, singly linked; what is free is linked too. */
    entries: { nodes: new Int32Array(1024), next: new Int32Array(1024) },
  };
}

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
 * nearest of them, its `endKm` included, is certain: `best` is that one, and only distances below `best.pathKm` are final.
 */
export function shortestPaths({
  graph: { starts, neighbours, linkOf },
  lengthsKm,
  sources,
  targets = [],
  work = makePathWork(starts.length - 1),
}: {
  graph: Graph;
  lengthsKm: Float64Array;
  sources: readonly PathSource[];
  targets?: readonly PathTarget[];
  work?: PathWork;
}) {
  const { distancesKm, previous, waiting } = work;
  const nodeCount = starts.length - 1;
  if (distancesKm.length !== nodeCount)
    throw new Error(`shortestPaths: got buffers of ${distancesKm.length} nodes, expected ${nodeCount}`);
  distancesKm.fill(Number.POSITIVE_INFINITY);
  previous.fill(NO_NODE);
  waiting.fill(NO_NODE);
  const best = { node: NO_NODE, pathKm: Number.POSITIVE_INFINITY };
  const order = sources.filter(({ startKm }) => startKm < Number.POSITIVE_INFINITY);
  order.sort((a, b) => a.startKm - b.startKm);
  if (order.length === 0) return { distancesKm, previous, best };

  const { leastKm, mostKm } = lengthRange(lengthsKm);
  const baseKm = order[0]!.startKm;
  const spanKm = order.at(-1)!.startKm - baseKm + nodeCount * mostKm;
  const widthKm = Math.max(leastKm, mostKm / MOST_BUCKETS_A_LINK, spanKm / MOST_BUCKETS) || 1;
  const perKm = 1 / widthKm;
  const bucketCount = 2 ** Math.ceil(Math.log2(mostKm * perKm + 3));
  const mask = bucketCount - 1;
  if (work.heads.length < bucketCount) work.heads = new Int32Array(bucketCount);
  const heads = work.heads.fill(NO_NODE);

  const entries = work.entries;
  let { nodes, next } = entries;
  let free = NO_NODE;
  let entryCount = 0;
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
      if (waiting[node] === bucket) continue;
      if (entryCount === nodes.length) ({ nodes, next } = widen(entries));
      nodes[entryCount] = node;
      next[entryCount] = heads[slot]!;
      heads[slot] = entryCount++;
      waiting[node] = bucket;
      waitingCount++;
    }
    for (let entry = heads[slot]!; entry !== NO_NODE; entry = heads[slot]!) {
      const node = nodes[entry]!;
      heads[slot] = next[entry]!;
      next[entry] = free;
      free = entry;
      waitingCount--;
      // An entry is stale when the node has moved to an earlier bucket since.
      if (waiting[node] !== bucket) continue;
      waiting[node] = NO_NODE;
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
          const into = ((reachedKm - baseKm) * perKm) | 0;
          if (waiting[neighbour] === into) continue;
          let put = free;
          if (put !== NO_NODE) free = next[put]!;
          else {
            if (entryCount === nodes.length) ({ nodes, next } = widen(entries));
            put = entryCount++;
          }
          nodes[put] = neighbour;
          next[put] = heads[into & mask]!;
          heads[into & mask] = put;
          waiting[neighbour] = into;
          waitingCount++;
        } else if (reachedKm === knownKm && node < previous[neighbour]! && distanceKm < knownKm)
          previous[neighbour] = node;
      }
    }
  }
  return { distancesKm, previous, best };
}

function widen(entries: PathWork["entries"]) {
  for (const name of ["nodes", "next"] as const) {
    const wider = new Int32Array(entries[name].length * 2);
    wider.set(entries[name]);
    entries[name] = wider;
  }
  return entries;
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

/** Nodes of the shortest path to `node`, the source first. */
export function pathTo(previous: Int32Array, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at !== NO_NODE; at = previous[at]!) path.push(at);
  return path.reverse();
}
