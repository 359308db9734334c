import { latencyStep } from "#engine";
import { latencyColours } from "../parts/latencyColours.ts";
import type { LatencyAnswer } from "../worker/networkMessages.ts";

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
