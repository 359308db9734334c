import { format } from "#engine";
import type { TrafficAnswer } from "../worker/networkMessages.ts";

type Site = { readonly name: string; readonly latitudeDeg: number; readonly longitudeDeg: number };

/** What stands beside a gateway on the globe: its name and, once it is known, load of capacity and how often a laser's sky is clear. */
export function gatewayLabels(sites: readonly Site[], traffic: TrafficAnswer | undefined) {
  const states = new Map(
    traffic === undefined || traffic.issue !== undefined
      ? []
      : traffic.gateways.map((gateway) => [gateway.name, gateway]),
  );
  return sites.map(({ name, latitudeDeg, longitudeDeg }) => {
    const state = states.get(name);
    const text =
      state === undefined
        ? name
        : `${name}  ${format(Math.max(state.downBps, state.upBps), "Bps")} of ${format(state.capacityBps, "Bps")}${
            state.kind === "laser" ? `, clear ${format(state.clearFraction * 100, "Count")} %` : ""
          }`;
    return { name, text, latitudeDeg, longitudeDeg, kind: state?.kind === "laser" ? "laser-gateway" : "gateway" };
  });
}
