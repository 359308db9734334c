/**
 * Keeps an answer in step with the shown moment: one question at a time, always about the newest moment, and never the same
 * moment twice. While the clock runs, each call of `follow` asks once; while it stands, the last question is about where it stands.
 */
export function createFollower<Answer>({
  nowTS,
  isStanding,
  ask,
  take,
}: {
  nowTS: () => number | undefined;
  isStanding: () => boolean;
  ask: (tS: number) => Promise<Answer | undefined>;
  take: (answer: Answer) => void;
}) {
  let askedTS: number | undefined;
  let isBusy = false;
  let isStopped = false;
  const follow = (): void => {
    const tS = nowTS();
    if (isBusy || isStopped || tS === undefined || tS === askedTS) return;
    isBusy = true;
    askedTS = tS;
    ask(tS)
      .then((answer) => {
        if (!isStopped && answer !== undefined) take(answer);
      })
      // A worker that stopped is told once, by the fleet.
      .catch(() => {})
      .finally(() => {
        isBusy = false;
        if (isStanding()) follow();
      });
  };
  return {
    follow,
    stop() {
      isStopped = true;
    },
  };
}
