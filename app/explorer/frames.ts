/** Main-thread time of the frames: what our own work in each of them took. */
const KEPT_FRAME_COUNT = 600;

export function createFrameMeter() {
  const tookMs = new Float32Array(KEPT_FRAME_COUNT);
  let frameCount = 0;
  let startMs = 0;
  return {
    begin: (nowMs: number) => {
      startMs = nowMs;
    },
    end: (nowMs: number) => {
      tookMs[frameCount % KEPT_FRAME_COUNT] = nowMs - startMs;
      frameCount++;
    },
    /** Over the last 600 frames; 0 before the first. */
    read() {
      const sorted = tookMs.slice(0, Math.min(frameCount, KEPT_FRAME_COUNT)).sort();
      const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      return { frameCount, mainP50Ms: quantile(0.5), mainP99Ms: quantile(0.99) };
    },
  };
}

export const frameMeter = createFrameMeter();
