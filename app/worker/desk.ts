import * as Comlink from "comlink";

/** A worker that failed: nothing it was asked will be answered, so every waiting promise rejects with this. */
export type WorkerFailure = {
  readonly who: "planner" | "mover" | "solver" | "network";
  readonly message: string;
};

/** A worker's door from this side: every answer is a promise. */
export type AsyncDoor<Door> = {
  readonly [Verb in keyof Door]: Door[Verb] extends (...question: infer Question) => infer Answer
    ? (...question: Question) => Promise<Awaited<Answer>>
    : never;
};
export type Desk<Door> = {
  readonly door: AsyncDoor<Door>;
  ask<Answer>(question: (door: AsyncDoor<Door>) => Promise<Answer>): Promise<Answer>;
  close(): void;
};

/** One worker, and promises that reject when it dies: Comlink alone would leave them waiting for ever. */
export function openDesk<Door>(
  worker: Worker,
  who: WorkerFailure["who"],
  tell: (failure: WorkerFailure) => void,
): Desk<Door> {
  const door = Comlink.wrap<Door>(worker) as unknown as AsyncDoor<Door>;
  const waiting = new Set<(reason: Error) => void>();
  let failure: Error | undefined;
  const fail = (message: string, isNews = true) => {
    if (failure !== undefined) return;
    failure = new Error(`The engine's ${who} stopped: ${message}`);
    for (const reject of waiting) reject(failure);
    waiting.clear();
    if (isNews) tell({ who, message });
  };
  worker.addEventListener("error", (event) => fail(event.message || "its script did not load"));
  worker.addEventListener("messageerror", () => fail("a message could not be read"));
  return {
    door,
    ask(question) {
      if (failure !== undefined) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiting.add(reject);
        question(door)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      });
    },
    close() {
      fail("it was closed", false);
      worker.terminate();
    },
  };
}
