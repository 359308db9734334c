import { Worker } from "node:worker_threads";
import type { WorkerPort } from "../worker/pool.ts";
import type { TextJob } from "./propagation.ts";
import type { ThreadData } from "./thread.ts";

/** Starts a thread from the built command line at `path`; without a job it is one of `openStates`. */
export function startThread({ path, job }: { path: string; job?: TextJob | undefined }): WorkerPort {
  const data: ThreadData = { isDawnlineThread: true, job };
  const worker = new Worker(path, { workerData: data });
  let isClosed = false;
  return {
    post: (message) => worker.postMessage(message),
    listen({ onMessage, onFailure }) {
      worker.on("message", onMessage);
      worker.on("error", (reason: unknown) => onFailure(reason instanceof Error ? reason.message : String(reason)));
      worker.on("messageerror", () => onFailure("a message could not be read"));
      worker.on("exit", () => {
        if (!isClosed) onFailure("it ended");
      });
    },
    close() {
      isClosed = true;
      void worker.terminate();
    },
  };
}
