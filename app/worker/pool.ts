/**
 * Workers that answer questions, whatever kind of worker: threads of Node or Workers of a page.
 * Every question goes to a worker of its own choice or to the least busy; a worker answers in the order of asking.
 */

/** A worker as the pool sees it. */
export type WorkerPort = {
  post(message: unknown): void;
  /** Sets who hears of answers, and of the worker's own end. */
  listen(listeners: { onMessage: (message: unknown) => void; onFailure: (message: string) => void }): void;
  close(): void;
};

type Numbered = { readonly number: number };
type Reply = Numbered & ({ readonly answer: unknown } | { readonly failure: string });

export type Pool<Question, Answer> = {
  readonly workerCount: number;
  /** `worker`: which one; left out, the least busy. Rejects when the worker fails or the pool is closed or aborted. */
  ask(question: Question, worker?: number): Promise<Answer>;
  /** Answers in the order of the questions. No more than three a worker are under way, so neither side runs away. */
  inOrder(questions: Iterable<Question>): AsyncGenerator<Answer, void, undefined>;
  close(): void;
};

const AHEAD_COUNT = 3;

/** Starts the workers. Aborting closes them and rejects whatever is waiting with the signal's reason. */
export function openPool<Question, Answer>({
  workerCount,
  startWorker,
  signal,
}: {
  workerCount: number;
  startWorker: (worker: number) => WorkerPort;
  signal?: AbortSignal | undefined;
}): Pool<Question, Answer> {
  signal?.throwIfAborted();
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (reason: unknown) => void }>();
  let number = 0;
  let end: { readonly reason: unknown } | undefined;

  const finish = (reason: unknown) => {
    if (end !== undefined) return;
    end = { reason };
    signal?.removeEventListener("abort", onAbort);
    for (const { port } of workers) port.close();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const onAbort = () => finish(signal?.reason);

  const workers = Array.from({ length: workerCount }, (_, index) => {
    const worker = { port: startWorker(index), busyCount: 0 };
    worker.port.listen({
      onMessage(message) {
        const reply = message as Reply;
        const waiter = waiting.get(reply.number);
        waiting.delete(reply.number);
        worker.busyCount--;
        if ("failure" in reply) waiter?.reject(new Error(reply.failure));
        else waiter?.resolve(reply.answer as Answer);
      },
      onFailure: (message) => finish(new Error(`a worker stopped: ${message}`)),
    });
    return worker;
  });
  signal?.addEventListener("abort", onAbort);

  const ask: Pool<Question, Answer>["ask"] = (question, chosen) => {
    if (end !== undefined) return Promise.reject(end.reason);
    const worker =
      chosen === undefined
        ? workers.reduce((least, each) => (each.busyCount < least.busyCount ? each : least))
        : workers[chosen % workers.length]!;
    const answer = new Promise<Answer>((resolve, reject) => {
      waiting.set(++number, { resolve, reject });
      worker.busyCount++;
      worker.port.post({ number, question });
    });
    // Whoever asked hears of a failure; a question that nobody waits for any more must not end the process.
    answer.catch(() => {});
    return answer;
  };

  return {
    workerCount,
    ask,
    async *inOrder(questions) {
      const rest = questions[Symbol.iterator]();
      const underWay: Promise<Answer>[] = [];
      const fill = () => {
        while (underWay.length < AHEAD_COUNT * workerCount) {
          const next = rest.next();
          if (next.done === true) return;
          underWay.push(ask(next.value));
        }
      };
      for (fill(); underWay.length > 0; fill()) yield await underWay.shift()!;
    },
    close: () => finish(new Error("the pool was closed")),
  };
}

/** The worker's side: what it does with a message, and how it replies. `transferOf` names what an answer gives away. */
export function serveQuestions<Question, Answer>({
  answerTo,
  reply,
  transferOf = () => [],
}: {
  answerTo: (question: Question) => Answer;
  reply: (message: unknown, transfer: ArrayBuffer[]) => void;
  transferOf?: (answer: Answer) => ArrayBuffer[];
}): (message: unknown) => void {
  return (message) => {
    const { number, question } = message as Numbered & { readonly question: Question };
    try {
      const answer = answerTo(question);
      reply({ number, answer }, transferOf(answer));
    } catch (reason) {
      reply({ number, failure: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) }, []);
    }
  };
}
