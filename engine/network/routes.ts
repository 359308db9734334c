/**
 * The shortest path between two places: up to a satellite, over lasers, down again. Exact (Dijkstra). Delay is length ÷ c in
 * vacuum; processing and queues are left out.
 */
import { LIGHT_SPEED_KM_PER_S } from "../facts/constants.ts";
import type { Mesh } from "./grid.ts";
import { makeHeap } from "./heap.ts";

type GroundLink = { readonly index: number; readonly rangeKm: number };

export type Route = {
  readonly reachable: boolean;
  readonly oneWayMs?: number;
  readonly pathKm?: number;
  /** Lasers used. */
  readonly hopCount?: number;
  /** Indices in order, from the first place to the second; empty when there is no path. */
  readonly satellites: readonly number[];
  /** Why there is no path, as a word and as a sentence. */
  readonly cause?: UnreachableCause;
  readonly reason?: string;
};
export type UnreachableCause = keyof typeof unreachableReasons;

const unreachableReasons = {
  noSatelliteFrom: "No satellite is in view of the place of departure.",
  noSatelliteTo: "No satellite is in view of the destination.",
  meshDisconnected: "No chain of lasers joins the satellites above the two places.",
};
const unreachable = (cause: UnreachableCause): Route => ({
  reachable: false,
  satellites: [],
  cause,
  reason: unreachableReasons[cause],
});

const NONE = 0xffffffff;

/** Distances over the mesh from a set of satellites, each with a head start, km: [satelliteCount], and who came before. */
export function shortestPaths({
  mesh,
  lengthsKm,
  from,
  to,
}: {
  mesh: Mesh;
  /** [linkCount], Infinity where the link is down. */
  lengthsKm: Float64Array;
  from: readonly GroundLink[];
  /** Where to stop; left out, all satellites are reached. */
  to?: readonly GroundLink[];
}) {
  const distancesKm = new Float64Array(mesh.satelliteCount).fill(Number.POSITIVE_INFINITY);
  const previous = new Uint32Array(mesh.satelliteCount).fill(NONE);
  const heap = makeHeap(256);
  const settled = new Uint8Array(mesh.satelliteCount);
  const downKm = new Map(to?.map(({ index, rangeKm }) => [index, rangeKm]));
  let best = { index: NONE, pathKm: Number.POSITIVE_INFINITY };
  for (const { index, rangeKm } of from) {
    if (rangeKm >= distancesKm[index]!) continue;
    distancesKm[index] = rangeKm;
    heap.push(rangeKm, index);
  }
  while (!heap.isEmpty() && heap.leastKey() < best.pathKm) {
    const index = heap.pop();
    if (settled[index] === 1) continue;
    settled[index] = 1;
    const distanceKm = distancesKm[index]!;
    const down = downKm.get(index);
    if (down !== undefined && distanceKm + down < best.pathKm) best = { index, pathKm: distanceKm + down };
    for (let at = mesh.starts[index]!; at < mesh.starts[index + 1]!; at++) {
      const neighbour = mesh.neighbours[at]!;
      const reachedKm = distanceKm + lengthsKm[mesh.linkOf[at]!]!;
      if (reachedKm < distancesKm[neighbour]!) {
        distancesKm[neighbour] = reachedKm;
        previous[neighbour] = index;
        heap.push(reachedKm, neighbour);
      }
    }
  }
  return { distancesKm, previous, best };
}

export function findRoute({
  mesh,
  lengthsKm,
  from,
  to,
}: {
  mesh: Mesh;
  lengthsKm: Float64Array;
  from: readonly GroundLink[];
  to: readonly GroundLink[];
}): Route {
  if (from.length === 0) return unreachable("noSatelliteFrom");
  if (to.length === 0) return unreachable("noSatelliteTo");
  const { previous, best } = shortestPaths({ mesh, lengthsKm, from, to });
  if (best.index === NONE) return unreachable("meshDisconnected");
  const satellites = [best.index];
  while (previous[satellites[0]!] !== NONE) satellites.unshift(previous[satellites[0]!]!);
  return {
    reachable: true,
    oneWayMs: (best.pathKm / LIGHT_SPEED_KM_PER_S) * 1000,
    pathKm: best.pathKm,
    hopCount: satellites.length - 1,
    satellites,
  };
}
