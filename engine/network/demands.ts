/** Demands of a mission, by name, as traffic between nodes. */
import { FLEET_END, GATEWAYS_END } from "../mission/traffic.ts";
import type { Demand } from "./flow.ts";

export type NamedDemand = { readonly from: string; readonly to: string; readonly rateBps: number };

/**
 * Each demand with its nodes. `fleet` is every satellite of `fleetNodes` with an equal share; `gateways` is any of
 * `gatewayNodes`, whichever is nearest to each source; any other name is one node.
 */
export function resolveDemand({
  demand: { from, to, rateBps },
  fleetNodes,
  gatewayNodes,
  nodeOf,
}: {
  demand: NamedDemand;
  fleetNodes: readonly number[];
  gatewayNodes: readonly number[];
  nodeOf: (name: string) => number;
}): Demand {
  // The end that takes traffic of many, or from any, is the root; the fleet is always leaves.
  const isInward = to !== FLEET_END && from !== GATEWAYS_END;
  const [rootEnd, leafEnd] = isInward ? [to, from] : [from, to];
  return {
    roots: rootEnd === GATEWAYS_END ? gatewayNodes : [nodeOf(rootEnd)],
    leaves:
      leafEnd === FLEET_END
        ? fleetNodes.map((node) => ({ node, rateBps: rateBps / fleetNodes.length }))
        : [{ node: nodeOf(leafEnd), rateBps }],
    isInward,
  };
}
