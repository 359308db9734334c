/** Workers of a page for `openStates`. */
import type { WorkerPort } from "./pool.ts";

export function startStatesWorker(): WorkerPort {
  const worker = new Worker(new URL("./states.worker.ts", import.meta.url), { type: "module", name: "states" });
  return {
    post: (message) => worker.postMessage(message),
    listen({ onMessage, onFailure }) {
      worker.addEventListener("message", ({ data }) => onMessage(data));
      worker.addEventListener("error", ({ message }) => onFailure(message || "its script did not load"));
      worker.addEventListener("messageerror", () => onFailure("a message could not be read"));
    },
    close: () => worker.terminate(),
  };
}
