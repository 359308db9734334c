/**
 * The shortest path between two places: up to a satellite, over lasers, down again; or up to the nearest satellite that computes.
 * Exact. Delay is length ÷ c in vacuum and `hopDelayMs` for each laser; queues are left out. Shortest means least delay.
 */
import { LIGHT_SPEED_KM_PER_S } from "../facts/constants.ts";
import type { Mesh } from "./grid.ts";
import { NO_NODE, type PathSource, type PathWork, pathTo, shortestPaths } from "./shortestPaths.ts";

type GroundLink = { readonly index: number; readonly rangeKm: number };

export type Route<Cause extends UnreachableCause = PlaceCause> = {
  readonly reachable: boolean;
  readonly oneWayMs?: number;
  readonly pathKm?: number;
  /** Lasers used. */
  readonly hopCount?: number;
  /** Indices in order, from the first place to the second; empty when there is no path. */
  readonly satellites: readonly number[];
  /** Why there is no path, as a word and as a sentence. */
  readonly cause?: Cause;
  readonly reason?: string;
};
export type UnreachableCause = keyof typeof unreachableReasons;
export type PlaceCause = "noSatelliteFrom" | "noSatelliteTo" | "meshDisconnected";
export type ComputeCause = "noSatelliteFrom" | "noComputeSatellite" | "computeDisconnected";

const unreachableReasons = {
  noSatelliteFrom: "No satellite is in view of the place of departure.",
  noSatelliteTo: "No satellite is in view of the destination.",
  noComputeSatellite: "No satellite of the fleet is in sunlight with free power.",
  meshDisconnected: "No chain of lasers joins the satellites above the two places.",
  computeDisconnected: "No chain of lasers leads to a satellite in sunlight with free power.",
};
const unreachable = <Cause extends UnreachableCause>(cause: Cause): Route<Cause> => ({
  reachable: false,
  satellites: [],
  cause,
  reason: unreachableReasons[cause],
});

/** Kilometres that light flies while a satellite passes data on. */
export const hopLengthKm = (hopDelayMs: number) => (hopDelayMs / 1000) * LIGHT_SPEED_KM_PER_S;

/** Lengths with what each laser's delay is worth, so that the shortest way is the fastest: [linkCount]; without a delay, the same array. */
export const delayLengthsKm = (lengthsKm: Float64Array, hopDelayMs = 0) =>
  hopDelayMs === 0 ? lengthsKm : lengthsKm.map((lengthKm) => lengthKm + hopLengthKm(hopDelayMs));

export const sourcesOf = (links: readonly GroundLink[]): PathSource[] =>
  links.map(({ index, rangeKm }) => ({ node: index, startKm: rangeKm }));

type MeshNow = {
  readonly mesh: Mesh;
  /** [linkCount], Infinity where the link is down. */
  readonly lengthsKm: Float64Array;
  readonly hopDelayMs?: number | undefined;
  readonly work?: PathWork;
};

export function findRoute({
  from,
  to,
  ...now
}: MeshNow & { from: readonly GroundLink[]; to: readonly GroundLink[] }): Route {
  if (from.length === 0) return unreachable("noSatelliteFrom");
  if (to.length === 0) return unreachable("noSatelliteTo");
  const targets = to.map(({ index, rangeKm }) => ({ node: index, endKm: rangeKm }));
  return nearestOf({ ...now, from, targets }) ?? unreachable("meshDisconnected");
}

/** Up and over lasers to the nearest of the satellites that compute, the last of `satellites`. */
export function findComputeRoute({
  from,
  compute,
  ...now
}: MeshNow & { from: readonly GroundLink[]; compute: Iterable<number> }): Route<ComputeCause> {
  if (from.length === 0) return unreachable("noSatelliteFrom");
  const targets = Array.from(compute, (node) => ({ node, endKm: 0 }));
  if (targets.length === 0) return unreachable("noComputeSatellite");
  return nearestOf({ ...now, from, targets }) ?? unreachable("computeDisconnected");
}

function nearestOf({
  mesh,
  lengthsKm,
  hopDelayMs = 0,
  work,
  from,
  targets,
}: MeshNow & {
  from: readonly GroundLink[];
  targets: readonly { node: number; endKm: number }[];
}): Route<never> | undefined {
  const { previous, best } = shortestPaths({
    graph: mesh,
    lengthsKm: delayLengthsKm(lengthsKm, hopDelayMs),
    sources: sourcesOf(from),
    targets,
    ...(work === undefined ? {} : { work }),
  });
  if (best.node === NO_NODE) return undefined;
  const satellites = pathTo(previous, best.node);
  const hopCount = satellites.length - 1;
  return {
    reachable: true,
    oneWayMs: (best.pathKm / LIGHT_SPEED_KM_PER_S) * 1000,
    pathKm: best.pathKm - hopCount * hopLengthKm(hopDelayMs),
    hopCount,
    satellites,
  };
}
