/** Asks one question at a time and not more often than every `leastMs`; an answer that comes after `stop` is dropped. */
export function createPoll<Answer>({
  ask,
  take,
  leastMs,
}: {
  ask: () => Promise<Answer>;
  take: (answer: Answer) => void;
  leastMs: number;
}) {
  let isBusy = false;
  let askedMs = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  return {
    tick(nowMs: number): void {
      if (isBusy || isStopped || nowMs - askedMs < leastMs) return;
      isBusy = true;
      askedMs = nowMs;
      ask()
        .then((answer) => {
          if (!isStopped) take(answer);
        })
        // A worker that stopped is told once, by the fleet.
        .catch(() => {})
        .finally(() => {
          isBusy = false;
        });
    },
    stop() {
      isStopped = true;
    },
  };
}
