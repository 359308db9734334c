/** One run of a network: what it carries, under clear skies and under clouds, its hottest links, the most that it could carry, and what failures leave. */
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { drawFailures } from "../network/failures.ts";
import { type Routed, routeDemands } from "../network/flow.ts";
import { mostFlow } from "../network/mostFlow.ts";
import { mostSkyCount } from "../network/skies.ts";
import { withoutLinks } from "../network/trafficGraph.ts";
import { weighClouds } from "./clouds.ts";
import type { Flight } from "./flight.ts";
import { DEFAULT_PATH_COUNT, gatewayLoads, hottestLinks, type Traffic } from "./traffic.ts";

const HOTTEST_COUNT = 20;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const shareOf = (carriedBps: number, offeredBps: number) => (offeredBps > 0 ? carriedBps / offeredBps : 1);

/**
 * Yields `{ doneCount, totalCount }` now and then, in rounds of routing; the caller may stop there. `carriedFraction` of a failure
 * is what arrives over what was offered without it, so the output of lost satellites counts as lost. Beams and hand-overs stay
 * where they were: only paths change. Of no demand at all everything is carried, 1.
 */
export function* runNetwork({
  traffic,
  flight,
  mission,
  seed,
  pathCount = DEFAULT_PATH_COUNT,
}: {
  traffic: Traffic;
  flight: Flight;
  mission: Mission;
  /** A 32-bit integer. */
  seed: number;
  pathCount?: number | undefined;
}) {
  const { graph, named, gateways } = traffic;
  const { lostLaserFraction } = resolveMission(mission).assumptions;
  const cases = drawFailures({ graph, shells: flight.shells, sites: gateways, lostLaserFraction, seed });
  const stationCount = gateways.filter(({ kind }) => kind === "laser").length;
  // One of the skies is the clear one, which is routed anyway.
  const skyCount = stationCount === 0 ? 0 : mostSkyCount(stationCount) - 1;
  const totalCount = (cases.length + 1 + skyCount) * pathCount;
  let doneRuns = 0;
  function* route(routedGraph: Traffic["graph"]): Generator<{ doneCount: number; totalCount: number }, Routed> {
    const work = routeDemands({ graph: routedGraph, demands: traffic.demands, pathCount });
    for (;;) {
      const step = work.next();
      if (step.done) {
        doneRuns++;
        return step.value;
      }
      yield { doneCount: doneRuns * pathCount + step.value.roundCount, totalCount };
    }
  }

  const routed = yield* route(graph);
  const offeredBps = sum(named.map(({ rateBps }) => rateBps));
  const carriedBps = sum(routed.carriedBps);
  const failures: { case: string; lost: string; carriedFraction: number }[] = [];
  for (const { case: name, lost, isLost } of cases) {
    const after = yield* route(withoutLinks(graph, isLost));
    failures.push({ case: name, lost, carriedFraction: shareOf(sum(after.carriedBps), offeredBps) });
  }
  const cloudWork = weighClouds({ traffic, routed, seed, pathCount });
  let clouds = cloudWork.next();
  for (; !clouds.done; clouds = cloudWork.next()) {
    if (clouds.value.roundCount === 0) doneRuns = Math.min(doneRuns + 1, cases.length + skyCount);
    yield { doneCount: doneRuns * pathCount, totalCount };
  }
  const fleetNodes = Array.from({ length: flight.satelliteCount }, (_, node) => ({ node, rateBps: 0 }));
  const most = mostFlow({ graph, demand: { roots: gateways.map(({ door }) => door), leaves: fleetNodes } });
  return {
    routed,
    offeredBps,
    carriedBps,
    carriedFraction: shareOf(carriedBps, offeredBps),
    ...(clouds.value === undefined ? {} : { clouds: clouds.value }),
    demands: named.map((demand, index) => ({ ...demand, carriedBps: routed.carriedBps[index]! })),
    mostBps: most.mostBps,
    cut: Object.entries(most.cutBps).map(([kind, capacityBps]) => ({ kind, capacityBps })),
    hottest: hottestLinks(traffic, routed, HOTTEST_COUNT),
    gateways: gatewayLoads(traffic, routed),
    failures,
  };
}

export type NetworkRun = ReturnType<typeof runNetwork> extends Generator<unknown, infer Result> ? Result : never;
