import { addSeconds, type Instant } from "../geometry/instant.ts";
import { siderealAngleRad } from "../orbit/frames.ts";
import { addInView, type Coverage, type CoverageGrid, sumCoverage } from "./coverage.ts";

/** What the Earth's surface sees at one moment. */
export type CoverageMoment = Omit<Coverage, "inViewCounts"> & {
  readonly tS: number;
  /** Satellites without a state, which nothing sees. */
  readonly decayedCount: number;
};

/** What the cells of one latitude saw over all moments: in all, and each from longitude −180° east. */
export type CoverageLatitude = {
  readonly latitudeDeg: number;
  /** Share of cells and moments with at least one satellite in view. */
  readonly seenFraction: number;
  readonly meanInViewCount: number;
  readonly leastInViewCount: number;
  readonly mostInViewCount: number;
  readonly cellSeenFraction: readonly number[];
  readonly cellMeanInViewCount: readonly number[];
};

/** Satellites × cells of one part: some tenth of a second, so that a person can stop between two. */
const PART_PAIR_COUNT = 2e8;

/**
 * Coverage at moments 0 … count − 1 of a window, one after the other, then by latitude. `positionsInto` writes the satellites' places
 * `tS` after `from`, [satelliteCount × 3], TEME, km, NaN where there is none, and says how many have none.
 */
export function* studyCoverage({
  grid,
  satelliteCount,
  positionsInto,
  from,
  stepS,
  count,
  ...limits
}: {
  grid: CoverageGrid;
  satelliteCount: number;
  positionsInto: (tS: number, positions: Float64Array) => number;
  from: Instant;
  stepS: number;
  count: number;
  minElevationDeg: number;
  groundRangeKm?: number | undefined;
}): Generator<{ readonly doneCount: number; readonly moment?: CoverageMoment }, CoverageLatitude[]> {
  const cellCount = grid.latitudeCount * grid.longitudeCount;
  const partCount = Math.max(1, Math.floor(PART_PAIR_COUNT / cellCount));
  const positions = new Float64Array(satelliteCount * 3);
  const inViewCounts = new Uint32Array(cellCount);
  const seenCounts = new Uint32Array(cellCount);
  const sums = new Float64Array(cellCount);
  const [least, most] = [new Uint32Array(cellCount).fill(2 ** 32 - 1), new Uint32Array(cellCount)];
  for (let step = 0; step < count; step++) {
    const tS = step * stepS;
    const decayedCount = positionsInto(tS, positions);
    const siderealRad = siderealAngleRad(addSeconds(from, tS));
    inViewCounts.fill(0);
    for (let first = 0; first < satelliteCount; first += partCount) {
      const end = Math.min(satelliteCount, first + partCount);
      const positionsTemeKm = positions.subarray(first * 3, end * 3);
      addInView({ grid, positionsTemeKm, siderealRad, inViewCounts, ...limits });
      if (end < satelliteCount) yield { doneCount: step + end / satelliteCount };
    }
    for (let cell = 0; cell < cellCount; cell++) {
      const inView = inViewCounts[cell]!;
      if (inView > 0) seenCounts[cell]!++;
      sums[cell]! += inView;
      least[cell] = Math.min(least[cell]!, inView);
      most[cell] = Math.max(most[cell]!, inView);
    }
    const { inViewCounts: _, ...summary } = sumCoverage(grid, inViewCounts);
    yield { doneCount: step + 1, moment: { tS, ...summary, decayedCount } };
  }

  const { latitudeCount, longitudeCount } = grid;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({ length: latitudeCount }, (_, row): CoverageLatitude => {
    const [first, end] = [row * longitudeCount, (row + 1) * longitudeCount];
    const cellSeenFraction = Array.from(seenCounts.subarray(first, end), (seen) => seen / count);
    const cellMeanInViewCount = Array.from(sums.subarray(first, end), (sum) => sum / count);
    return {
      latitudeDeg: -90 + ((row + 0.5) * 180) / latitudeCount,
      seenFraction: mean(cellSeenFraction),
      meanInViewCount: mean(cellMeanInViewCount),
      leastInViewCount: least.subarray(first, end).reduce((a, b) => Math.min(a, b)),
      mostInViewCount: most.subarray(first, end).reduce((a, b) => Math.max(a, b)),
      cellSeenFraction,
      cellMeanInViewCount,
    };
  });
}
