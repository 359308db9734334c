/** What `npm run bench -- --json` prints, row by row. The first contender of a benchmark is the one that the others are compared with. */
export type Row = {
  readonly benchmark: string;
  readonly contender: string;
  readonly itemCount: number;
  readonly perItemS: number;
  /** How many times as fast as the first contender. */
  readonly speedRatio: number;
  /** Greatest distance from the first contender's states; left out where there are none. */
  readonly worstErrorKm?: number;
  /** The most memory of a process of its own, 10⁶ bytes. */
  readonly peakMemoryMB?: number;
};

export type Contender = {
  readonly name: string;
  /** Items of one run, where it is not the benchmark's: one that is too slow for all of them. */
  readonly itemCount?: number;
  /** One run; a number is the time that it took by its own clock, in seconds. */
  readonly run: () => unknown;
  /** After a run. */
  readonly worstErrorKm?: (() => number) | undefined;
};

/**
 * Runs the contenders by turns and keeps each one's best time: what else the machine does then costs none of them more than another.
 */
export async function compare({
  benchmark,
  itemCount,
  contenders,
  roundCount = 7,
}: {
  benchmark: string;
  itemCount: number;
  contenders: readonly Contender[];
  roundCount?: number;
}): Promise<Row[]> {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  const errors = contenders.map((): number | undefined => undefined);
  for (let round = 0; round <= roundCount; round++)
    for (const [index, { run, worstErrorKm, itemCount: own = itemCount }] of contenders.entries()) {
      const startMs = performance.now();
      const answer = await run();
      const tookS = typeof answer === "number" ? answer : (performance.now() - startMs) / 1000;
      // The first round warms up.
      if (round > 0) best[index] = Math.min(best[index]!, tookS / own);
      else errors[index] = worstErrorKm?.();
    }
  return contenders.map(({ name, itemCount: own = itemCount }, index) => ({
    benchmark,
    contender: name,
    itemCount: own,
    perItemS: best[index]!,
    speedRatio: best[0]! / best[index]!,
    ...(errors[index] === undefined ? {} : { worstErrorKm: errors[index] }),
  }));
}
