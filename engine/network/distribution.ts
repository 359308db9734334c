/** Round trips over a window of time, one sample a moment; NaN where there was no way. */
export type LatencySummary = {
  /** Left out where no sample had a way. */
  readonly p1Ms?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly leastMs?: number;
  readonly mostMs?: number;
  readonly reachableFraction: number;
  readonly sampleCount: number;
};

/** Nearest rank: the smallest sample that at least `percent` of all do not exceed. `sorted` ascending, not empty. */
export function nearestRank(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1]!;
}

/** Percentiles of the samples that had a way; those that had none count in `reachableFraction` alone. */
export function summarizeLatency(samplesMs: Float64Array): LatencySummary {
  const sorted = samplesMs.filter((sampleMs) => !Number.isNaN(sampleMs)).sort();
  const counts = {
    reachableFraction: samplesMs.length === 0 ? 0 : sorted.length / samplesMs.length,
    sampleCount: samplesMs.length,
  };
  if (sorted.length === 0) return counts;
  return {
    p1Ms: nearestRank(sorted, 1),
    p50Ms: nearestRank(sorted, 50),
    p99Ms: nearestRank(sorted, 99),
    leastMs: sorted[0]!,
    mostMs: sorted.at(-1)!,
    ...counts,
  };
}

/** The whole distribution: the samples that had a way at each percent from 0, the least, to 100, by nearest rank; empty without one. */
export function quantilesOf(samplesMs: Float64Array): number[] {
  const sorted = samplesMs.filter((sampleMs) => !Number.isNaN(sampleMs)).sort();
  return sorted.length === 0 ? [] : Array.from({ length: 101 }, (_, percent) => nearestRank(sorted, percent));
}
