/**
 * Steps of latency maps, round trip, ms. Fixed, so that a colour means the same at every moment and in every fleet. A low orbit
 * overhead takes some 4 ms, its reach ends at 8; 240 ms are a geostationary satellite's.
 */
export const latencyEdgesMs = [5, 7, 10, 20, 50, 100, 200] as const;
export const LATENCY_STEP_COUNT = latencyEdgesMs.length + 1;

/** Which step a round trip falls into; undefined where there is none. */
export function latencyStep(roundTripMs: number): number | undefined {
  if (Number.isNaN(roundTripMs)) return undefined;
  const step = latencyEdgesMs.findIndex((edgeMs) => roundTripMs < edgeMs);
  return step === -1 ? latencyEdgesMs.length : step;
}

/** "under 5", "5 to 7", … "over 200", in ms. */
export const latencyStepLabel = (step: number): string =>
  step === 0
    ? `under ${latencyEdgesMs[0]}`
    : step === latencyEdgesMs.length
      ? `over ${latencyEdgesMs.at(-1)}`
      : `${latencyEdgesMs[step - 1]} to ${latencyEdgesMs[step]}`;

/** Share of the Earth's surface in each step. `roundTripMs`: rows from the south pole up. */
export function latencyShares({
  roundTripMs,
  latitudeCount,
  longitudeCount,
}: {
  readonly roundTripMs: ArrayLike<number>;
  readonly latitudeCount: number;
  readonly longitudeCount: number;
}): number[] {
  const shares = new Array<number>(LATENCY_STEP_COUNT).fill(0);
  for (let row = 0; row < latitudeCount; row++) {
    const sine = (at: number) => Math.sin(Math.PI * (at / latitudeCount - 0.5));
    const cellShare = (sine(row + 1) - sine(row)) / 2 / longitudeCount;
    for (let cell = row * longitudeCount; cell < (row + 1) * longitudeCount; cell++) {
      const step = latencyStep(roundTripMs[cell]!);
      if (step !== undefined) shares[step]! += cellShare;
    }
  }
  return shares;
}
