/** Clouds over the laser stations of a network: what arrives in the mean, beside clear skies. */
import { type Routed, routeDemands } from "../network/flow.ts";
import { anyClearFraction } from "../network/gateways.ts";
import { expectOverSkies, type UnderSky } from "../network/skies.ts";
import { withoutLinks } from "../network/trafficGraph.ts";
import { DEFAULT_PATH_COUNT, gatewayLoads, type Traffic } from "./traffic.ts";

export type Clouds = {
  readonly stationCount: number;
  /** At least one station clear, were their skies independent. */
  readonly anyClearFraction: number;
  /** Expected share that arrives: skies independent, which is optimistic, and one sky over all, which is pessimistic. */
  readonly expectedCarriedFraction: number;
  readonly sharedSkyCarriedFraction: number;
  /** Skies that were routed; where `isDrawn`, by chance, else all that differ. */
  readonly skyCount: number;
  readonly isDrawn: boolean;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Undefined without laser stations. `routed` is the traffic under clear skies. Beams stay where they were: only paths change. Yields
 * what `routeDemands` does, for each sky anew; the caller may stop there.
 */
export function* weighClouds({
  traffic,
  routed,
  seed,
  pathCount = DEFAULT_PATH_COUNT,
}: {
  traffic: Traffic;
  routed: Routed;
  /** A 32-bit integer. */
  seed: number;
  pathCount?: number | undefined;
}): Generator<{ readonly roundCount: number }, Clouds | undefined> {
  const { graph, demands, gateways, named } = traffic;
  const stations = gateways.filter(({ kind }) => kind === "laser");
  if (stations.length === 0) return undefined;
  const clearFractions = stations.map(({ clearFraction }) => clearFraction);
  const offeredBps = sum(named.map(({ rateBps }) => rateBps));
  const shareOf = (bps: number) => (offeredBps > 0 ? bps / offeredBps : 1);

  const read = (found: Routed): UnderSky => {
    const loads = new Map(gatewayLoads(traffic, found).map((load) => [load.name, load.downBps + load.upBps]));
    return { carriedBps: sum(found.carriedBps), isUsed: stations.map(({ name }) => loads.get(name)! > 0) };
  };
  function* under(isShut: readonly boolean[]): Generator<{ readonly roundCount: number }, UnderSky> {
    if (!isShut.includes(true)) return read(routed);
    const gone = new Set(stations.flatMap(({ antennas }, station) => (isShut[station] ? [antennas] : [])));
    const isLost = (link: number) => gone.has(graph.mesh.pairs[link * 2]!) || gone.has(graph.mesh.pairs[link * 2 + 1]!);
    return read(yield* routeDemands({ graph: withoutLinks(graph, isLost), demands, pathCount }));
  }
  const expected = yield* expectOverSkies({ clearFractions, under, seed });
  return {
    stationCount: stations.length,
    anyClearFraction: anyClearFraction(clearFractions),
    expectedCarriedFraction: shareOf(expected.independentBps),
    sharedSkyCarriedFraction: shareOf(expected.sharedBps),
    skyCount: expected.skyCount,
    isDrawn: expected.isDrawn,
  };
}

/** The same at once: for a view that follows the clock. */
export function cloudsOf(given: Parameters<typeof weighClouds>[0]): Clouds | undefined {
  const work = weighClouds(given);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
