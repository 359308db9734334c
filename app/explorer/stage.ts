import type { PerspectiveCamera, WebGLRenderer } from "three";

/** The canvas that draws now, for whoever asks from outside it: picking, labels, inspection. */
export type Stage = {
  readonly camera: PerspectiveCamera;
  readonly canvas: HTMLCanvasElement;
  readonly renderer: WebGLRenderer;
  readonly invalidate: () => void;
  /** Pixels of the canvas for each of the page, from the next frame on. */
  readonly setPixelRatio: (ratio: number) => void;
};

let current: Stage | undefined;
let lossCount = 0;
let isExpected = false;
const drawnListeners = new Set<() => void>();

export const stage = {
  current: (): Stage | undefined => current,
  enter(next: Stage): () => void {
    current = next;
    return () => {
      if (current === next) current = undefined;
    };
  },
  contextLossCount: () => lossCount,
  countContextLoss() {
    lossCount++;
  },
  /** Said at the end of a frame's work: what follows is drawing it. */
  expectDrawn() {
    isExpected = true;
  },
  /** Called after each frame, once it is drawn. */
  onDrawn(listener: () => void): () => void {
    drawnListeners.add(listener);
    return () => drawnListeners.delete(listener);
  },
  /** One more frame, asked for by whoever is told of the last: React Three Fiber forgets what is asked of it just then. */
  drawAgain() {
    queueMicrotask(() => current?.invalidate());
  },
  tellDrawn() {
    if (!isExpected) return;
    isExpected = false;
    for (const listener of [...drawnListeners]) listener();
  },
};
