/**
 * Asks one question at a time and keeps only the newest of those that wait. Whoever asked an older one gets undefined:
 * its answer is void, even when it was already being worked out.
 */
export function makeLatestOnly<Question, Answer>(ask: (question: Question) => Promise<Answer>) {
  type Waiting = {
    question: Question;
    resolve: (answer: Answer | undefined) => void;
    reject: (reason: unknown) => void;
  };
  let running: Waiting | undefined;
  let waiting: Waiting | undefined;
  const start = (next: Waiting) => {
    running = next;
    const settle = (deliver: () => void) => {
      running = undefined;
      const newer = waiting;
      waiting = undefined;
      if (newer === undefined) deliver();
      else {
        next.resolve(undefined);
        start(newer);
      }
    };
    ask(next.question).then(
      (answer) => settle(() => next.resolve(answer)),
      (reason: unknown) => settle(() => next.reject(reason)),
    );
  };
  return (question: Question): Promise<Answer | undefined> =>
    new Promise((resolve, reject) => {
      const next = { question, resolve, reject };
      if (running === undefined) start(next);
      else {
        waiting?.resolve(undefined);
        waiting = next;
      }
    });
}
