import { createStore } from "zustand/vanilla";
import type { LatencyAnswer, TrafficAnswer } from "../worker/networkMessages.ts";

export type NetworkState = {
  readonly latency: LatencyAnswer | undefined;
  readonly traffic: TrafficAnswer | undefined;
};

/** The newest answers about the network; undefined while a layer is off or its first answer is on the way. */
export const networkStore = createStore<NetworkState>()(() => ({ latency: undefined, traffic: undefined }));
