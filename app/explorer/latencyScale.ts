import type { LatencyAnswer } from "../worker/networkMessages.ts";

/**
 * Steps of the map, round trip, ms. Fixed, so that a colour means the same at every moment and in every fleet. A low orbit overhead
 * takes some 4 ms, its reach ends at 8; 240 ms are a geostationary satellite's.
 */
export const latencyEdgesMs = [5, 7, 10, 20, 50, 100, 200] as const;

/**
 * Viridis, fast is light: even steps of lightness that colour-blind eyes keep apart (S. van der Walt, N. Smith, CC0). One colour more
 * than edges: the last is beyond the last edge.
 */
export const latencyColours = [
  "#fde725",
  "#a0da39",
  "#4ac16d",
  "#1fa187",
  "#277f8e",
  "#365c8d",
  "#46327e",
  "#440154",
] as const;

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

const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const coloursRgb = latencyColours.map(parts);

/** The map's cells as a picture, [cells × 4]: red, green, blue, and 255 where there is a way, else 0. */
export function paintLatency({ roundTripMs }: Pick<LatencyAnswer, "roundTripMs">, pixels: Uint8Array): void {
  for (let cell = 0; cell < roundTripMs.length; cell++) {
    const step = latencyStep(roundTripMs[cell]!);
    if (step === undefined) pixels.fill(0, cell * 4, cell * 4 + 4);
    else pixels.set([...coloursRgb[step]!, 255], cell * 4);
  }
}

/** Share of the Earth's surface in each step. */
export function latencyShares({
  roundTripMs,
  latitudeCount,
  longitudeCount,
}: Pick<LatencyAnswer, "roundTripMs" | "latitudeCount" | "longitudeCount">): number[] {
  const shares = latencyColours.map(() => 0);
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
