import { createStore } from "zustand/vanilla";
import { type Figure, type NetworkAbsence, networkMissing } from "#engine";
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

/** Why this document's figures are missing: a person has stopped them, or they were refused. Undefined where nothing of the kind is known. */
export function networkAbsenceOf(study: NetworkStudyState, document: unknown): NetworkAbsence | undefined {
  if (study.document !== document) return undefined;
  if (study.status === "failed") return { cause: "refused", reason: study.message };
  return study.status === "cancelled" ? { cause: "stopped" } : undefined;
}

/** The same figures for a file that is to hold them; where there are none, those that say why. */
export async function networkFiguresFor(document: unknown): Promise<readonly Figure[]> {
  const absenceNow = () => networkAbsenceOf(networkStudyStore.getState(), document);
  const known = absenceNow();
  if (known !== undefined) return networkMissing(known);
  return (await studyNetworkOf(document)) ?? networkMissing(absenceNow() ?? { cause: "stopped" });
}

/** Ends what is running; it begins again with the next look. */
export function stopNetworkStudy(): void {
  if (running === undefined) return;
  const { document } = running;
  endRunning();
  publish({ status: "idle", document });
}

/** A person wants no study of this document, running or about to begin: it stays ended until it is asked for. */
export function cancelNetworkStudy(document: unknown): void {
  endRunning();
  publish({ status: "cancelled", document });
}

function endRunning(): void {
  const stopper = running?.stopper;
  running = undefined;
  stopper?.abort();
}
