import * as Comlink from "comlink";
import type { Figure } from "#engine";
import { type Desk, openDesk, type WorkerFailure } from "./desk.ts";
import { makeLatestOnly } from "./latestOnly.ts";
import type { NetworkDoor } from "./network.worker.ts";
import type {
  HandoverAnswer,
  HandoverQuestion,
  LatencyAnswer,
  MapQuestion,
  StudyTold,
  TrafficAnswer,
  TrafficQuestion,
} from "./networkMessages.ts";

const makeWorker = () =>
  new Worker(new URL("./network.worker.ts", import.meta.url), { type: "module", name: "network" });

/**
 * The network's verbs as promises; undefined when a newer question of the same kind came in the meantime. The worker starts with
 * the first question; one that failed answers nothing until `restart`.
 */
export function createNetworkClient({ make = makeWorker }: { make?: () => Worker } = {}) {
  const listeners = new Set<(failure: WorkerFailure) => void>();
  let desk: Desk<NetworkDoor> | undefined;
  const atDesk = () =>
    (desk ??= openDesk<NetworkDoor>(make(), "network", (failure) => {
      for (const listener of listeners) listener(failure);
    }));
  const latencyLatest = makeLatestOnly((question: MapQuestion) => atDesk().ask((door) => door.latencyMap(question)));
  const trafficLatest = makeLatestOnly((question: TrafficQuestion) => atDesk().ask((door) => door.traffic(question)));
  const handoversLatest = makeLatestOnly((question: HandoverQuestion) =>
    atDesk().ask((door) => door.handovers(question)),
  );
  return {
    latencyMap: (question: MapQuestion): Promise<LatencyAnswer | undefined> => latencyLatest(question),
    traffic: (question: TrafficQuestion): Promise<TrafficAnswer | undefined> => trafficLatest(question),
    handovers: (question: HandoverQuestion): Promise<HandoverAnswer | undefined> => handoversLatest(question),
    /**
     * The report's figures of a mission's network, in a worker of their own, so that maps go on meanwhile and an abort ends them at once.
     * Rejects with the signal's reason when aborted.
     */
    async study(
      document: unknown,
      { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (told: StudyTold) => void },
    ): Promise<readonly Figure[]> {
      signal.throwIfAborted();
      const desk = openDesk<NetworkDoor>(make(), "network", () => {});
      const stop = () => desk.close();
      signal.addEventListener("abort", stop);
      try {
        return await desk.ask((door) => door.study({ document }, Comlink.proxy(onProgress)));
      } catch (reason) {
        signal.throwIfAborted();
        throw reason;
      } finally {
        signal.removeEventListener("abort", stop);
        desk.close();
      }
    },
    onFailure(listener: (failure: WorkerFailure) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Throws the worker away; the next question starts a new one. */
    restart() {
      desk?.close();
      desk = undefined;
    },
  };
}

/** The client that every window shares. */
export const networkClient = createNetworkClient();
