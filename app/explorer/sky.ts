/**
 * What is shown now: the pair of keyframes round the clock's instant, the Sun, the turn of the Earth. One mutable record that
 * every frame writes once and everything in the scene reads; none of it passes through React.
 */

import { createStore } from "zustand/vanilla";
import { addSeconds, type Instant, secondsBetween } from "#engine";
import { clockStore } from "../state/clock.ts";
import { engineClient } from "../worker/client.ts";
import type { Keyframe } from "../worker/messages.ts";
import { fleetStore, type OpenFlight } from "./fleetStore.ts";
import { drawnPositionTemeKm, type HermiteWeights, hermiteWeights } from "./hermite.ts";
import { createKeyframeTrack, keyframeSpacingS } from "./keyframes.ts";

export type Shown = {
  readonly flight: OpenFlight;
  readonly a: Keyframe;
  readonly b: Keyframe;
  /** Seconds after the flight's epoch. */
  readonly tS: number;
  readonly instant: Instant;
  readonly weights: HermiteWeights;
  readonly sunTemeUnit: readonly [number, number, number];
  readonly gmstRad: number;
};
/** How many satellites are in the light at the newest keyframe in use; changes about once a second. */
export type LightCount = {
  readonly sunlitCount: number;
  readonly penumbraCount: number;
  readonly umbraCount: number;
  readonly decayedCount: number;
};
export const lightCountStore = createStore<{ readonly count: LightCount | undefined }>()(() => ({ count: undefined }));

/** How far each frame moves the mean time between frames, and the longest that counts, seconds. */
const FRAME_SHARE = 0.3;
const LONGEST_FRAME_S = 0.5;

let frameS = 1 / 60;
let lastMs = 0;
let shown: Shown | undefined;
let isSettled = false;
let trackedNumber = 0;
const wakers = new Set<() => void>();
const wake = () => {
  for (const waker of wakers) waker();
};

const track = createKeyframeTrack({
  ask: (question) => engineClient.keyframe(question),
  onArrival: wake,
  // A dead worker is told by the fleet's own listener; any other failure is shown like one.
  onFailure: (reason) => fleetStore.setState({ failure: reason instanceof Error ? reason.message : String(reason) }),
});

function between(a: Keyframe, b: Keyframe, tS: number) {
  const s = (tS - a.tS) / (b.tS - a.tS);
  const x = a.sunTemeUnit[0] + s * (b.sunTemeUnit[0] - a.sunTemeUnit[0]);
  const y = a.sunTemeUnit[1] + s * (b.sunTemeUnit[1] - a.sunTemeUnit[1]);
  const z = a.sunTemeUnit[2] + s * (b.sunTemeUnit[2] - a.sunTemeUnit[2]);
  const length = Math.hypot(x, y, z);
  const turnRad = (b.gmstRad - a.gmstRad + 2 * Math.PI) % (2 * Math.PI);
  return { sunTemeUnit: [x / length, y / length, z / length] as const, gmstRad: a.gmstRad + s * turnRad };
}

export const sky = {
  /** What the last frame drew or is about to draw; undefined before the first keyframes. */
  shown: (): Shown | undefined => shown,
  /** Whether `shown` is the clock's own instant, and not an older one that stands in for it. */
  isSettled: () => isSettled,
  /** Once a frame, before everything else: reads the clock, keeps keyframes coming. */
  update(): void {
    const { flight } = fleetStore.getState();
    if (flight === undefined) return;
    if (flight.number !== trackedNumber) {
      track.clear();
      trackedNumber = flight.number;
    }
    const { instantAt, clockRatio, paused } = clockStore.getState();
    const nowMs = performance.now();
    // Smoothed, and a pause between two frames is none.
    frameS += FRAME_SHARE * (Math.min(LONGEST_FRAME_S, (nowMs - lastMs) / 1000) - frameS);
    lastMs = nowMs;
    const instant = instantAt(nowMs);
    const tS = secondsBetween(flight.epoch, instant);
    const spacingS = keyframeSpacingS({ totalCount: flight.totalCount, clockRatio: paused ? 0 : clockRatio, frameS });
    const bracket = track.find(tS);
    if (bracket !== undefined) {
      const { a, b } = bracket;
      if (b !== shown?.b) lightCountStore.setState({ count: b });
      const weights = hermiteWeights({ startS: a.tS, endS: b.tS, tS });
      shown = { flight, a, b, tS, instant: addSeconds(flight.epoch, tS), weights, ...between(a, b, tS) };
    }
    isSettled = bracket !== undefined;
    track.want({ tS, spacingS, isForward: paused || clockRatio > 0, isMoving: !paused });
  },
  /** Where a satellite is drawn, TEME, km, written into `out`; undefined when it has no state. */
  positionInto(index: number, out: [number, number, number]) {
    return shown && drawnPositionTemeKm({ a: shown.a, b: shown.b, weights: shown.weights, index, out });
  },
  /** Called whenever there is something new to draw. */
  onWake(waker: () => void): () => void {
    wakers.add(waker);
    return () => wakers.delete(waker);
  },
  wake,
};
