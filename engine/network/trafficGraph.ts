/**
 * The network as traffic sees it: satellites, then ends on the ground, joined by links that carry so much each way.
 *
 * A site is two nodes, its antennas and its door to the fibre; the link between them carries the site's capacity. A place is one.
 * No path passes through the ground: antennas that were reached from a satellite lead to their door alone.
 */
import { LIGHT_SPEED_KM_PER_S } from "../facts/constants.ts";
import { type Mesh, makeMesh } from "./grid.ts";

/** What a link is: between satellites of the fleet, of the relay, from one to the other, to antennas, and behind them. */
export type LinkKind = "laser" | "relay laser" | "hand-over" | "radio beam" | "laser to ground" | "gateway";

export type TrafficLink = {
  readonly a: number;
  readonly b: number;
  /** Infinity where the link is down. */
  readonly lengthKm: number;
  /** Each way. */
  readonly capacityBps: number;
  readonly kind: LinkKind;
};

export type TrafficGraph = {
  /** Adjacency of all nodes; satellites come first. */
  readonly mesh: Mesh;
  /** The first node on the ground. */
  readonly groundFrom: number;
  /** [linkCount], what the shortest path counts: Infinity where the link is down. */
  readonly lengthsKm: Float64Array;
  /** [linkCount], bit/s each way. */
  readonly capacitiesBps: Float64Array;
  /** [linkCount] */
  readonly kinds: readonly LinkKind[];
};

export function makeTrafficGraph({
  satelliteCount,
  groundCount,
  hopDelayMs = 0,
  links,
}: {
  satelliteCount: number;
  groundCount: number;
  /** Time in a satellite that passes data on, counted as the way of light in it. */
  hopDelayMs?: number;
  links: readonly TrafficLink[];
}): TrafficGraph {
  const pairs = new Uint32Array(links.length * 2);
  links.forEach(({ a, b }, link) => {
    pairs[link * 2] = a;
    pairs[link * 2 + 1] = b;
  });
  const hopKm = (hopDelayMs / 1000) * LIGHT_SPEED_KM_PER_S;
  return {
    mesh: makeMesh({ satelliteCount: satelliteCount + groundCount, pairs }),
    groundFrom: satelliteCount,
    lengthsKm: Float64Array.from(
      links,
      ({ a, b, lengthKm }) => lengthKm + (Math.max(a, b) < satelliteCount ? hopKm : 0),
    ),
    capacitiesBps: Float64Array.from(links, ({ capacityBps }) => capacityBps),
    kinds: links.map(({ kind }) => kind),
  };
}

/** The same graph without some of its links: they carry nothing. */
export const withoutLinks = (graph: TrafficGraph, isLost: (link: number) => boolean): TrafficGraph => ({
  ...graph,
  capacitiesBps: graph.capacitiesBps.map((capacityBps, link) => (isLost(link) ? 0 : capacityBps)),
});
