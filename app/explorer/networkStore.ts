import { createStore } from "zustand/vanilla";
import type { NearbyLinks, PlaceQuestion } from "../worker/messages.ts";
import type { LatencyAnswer, TrafficAnswer } from "../worker/networkMessages.ts";

export type NetworkState = {
  /** Where the latency map leads; undefined: to the nearest satellite that computes. */
  readonly mapGoal: PlaceQuestion | undefined;
  readonly latency: LatencyAnswer | undefined;
  readonly traffic: TrafficAnswer | undefined;
  /** Lasers that are drawn round the selected satellite. */
  readonly nearby: NearbyLinks | undefined;
};

/** The newest answers about the network; undefined while a layer is off or its first answer is on the way. */
export const networkStore = createStore<NetworkState>()(() => ({
  mapGoal: undefined,
  latency: undefined,
  traffic: undefined,
  nearby: undefined,
}));
