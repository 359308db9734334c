import { createStore } from "zustand/vanilla";
import type { Figure } from "#engine";
import { networkClient } from "../worker/networkClient.ts";
import type { StudyTold } from "../worker/networkMessages.ts";

/** The report's figures of a mission's network; they take seconds, so they come when somebody wants to read them. */
export type NetworkStudyState =
  | { readonly status: "idle" | "cancelled"; readonly document: unknown }
  | { readonly status: "running"; readonly document: unknown; readonly told: StudyTold | undefined }
  | { readonly status: "done"; readonly document: unknown; readonly figures: readonly Figure[] }
  | { readonly status: "failed"; readonly document: unknown; readonly message: string };

export const networkStudyStore = createStore<NetworkStudyState>()(() => ({ status: "idle", document: undefined }));

let running: { document: unknown; stopper: AbortController; done: Promise<readonly Figure[] | undefined> } | undefined;
const publish = (state: NetworkStudyState) => networkStudyStore.setState(state, true);

/**
 * The figures of this very document: known, on their way, or begun now, which ends those of any other. Undefined when stopped meanwhile
 * or when they could not be worked out, which the store then says.
 */
export function studyNetworkOf(document: unknown): Promise<readonly Figure[] | undefined> {
  const known = networkStudyStore.getState();
  if (known.status === "done" && known.document === document) return Promise.resolve(known.figures);
  if (running !== undefined && running.document === document) return running.done;
  running?.stopper.abort();
  const stopper = new AbortController();
  const isNewest = () => running?.stopper === stopper;
  const work = async (): Promise<readonly Figure[] | undefined> => {
    try {
      const figures = await networkClient.study(document, {
        signal: stopper.signal,
        onProgress: (told) => isNewest() && publish({ status: "running", document, told }),
      });
      if (!isNewest()) return undefined;
      running = undefined;
      publish({ status: "done", document, figures });
      return figures;
    } catch (reason) {
      if (!isNewest()) return undefined;
      running = undefined;
      if (!stopper.signal.aborted)
        publish({ status: "failed", document, message: reason instanceof Error ? reason.message : String(reason) });
      return undefined;
    }
  };
  publish({ status: "running", document, told: undefined });
  const done = work();
  running = { document, stopper, done };
  return done;
}

/** The same for a file or paper that is to hold them; where a person has stopped them or they failed, none. */
export async function networkFiguresFor(document: unknown): Promise<readonly Figure[]> {
  const { status, document: known } = networkStudyStore.getState();
  if (known === document && (status === "cancelled" || status === "failed")) return [];
  return (await studyNetworkOf(document)) ?? [];
}

/** Ends what is running. By a person it stays ended; otherwise it begins again with the next look. */
export function stopNetworkStudy({ isByPerson }: { isByPerson: boolean }): void {
  if (running === undefined) return;
  const { stopper, document } = running;
  running = undefined;
  stopper.abort();
  publish({ status: isByPerson ? "cancelled" : "idle", document });
}
