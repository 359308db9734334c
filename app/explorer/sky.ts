/**
 * What is shown now: the clock's instant, the Sun, the turn of the Earth, and for satellites from element files the pair of keyframes round the
 * instant. One mutable record that every frame writes once and everything in the scene reads; none of it passes through React.
 */

import { createStore } from "zustand/vanilla";
import { analyticInto, type Instant, moonAt, secondsBetween, siderealAngleRad, sunAt } from "#engine";
import { clockStore } from "../state/clock.ts";
import { engineClient } from "../worker/client.ts";
import type { Keyframe, LightCensus } from "../worker/messages.ts";
import { createBandFade, tellBands } from "./bands.ts";
import { fleetStore, type OpenFlight } from "./fleetStore.ts";
import { exactPositionTemeKm, type HermiteWeights, hermiteWeights } from "./hermite.ts";
import { createKeyframeTrack, keyframeSpacingS } from "./keyframes.ts";
import { orbitPeriodS } from "./orbitPeriod.ts";

export type Listed = { readonly a: Keyframe; readonly b: Keyframe; readonly weights: HermiteWeights };
export type Shown = {
  readonly flight: OpenFlight;
  /** Seconds after the flight's epoch. */
  readonly tS: number;
  readonly instant: Instant;
  readonly sunTemeUnit: readonly [number, number, number];
  readonly sunDistanceKm: number;
  readonly moonTemeKm: readonly [number, number, number];
  readonly gmstRad: number;
  /** Undefined where no satellite comes from an element file. */
  readonly listed: Listed | undefined;
  /** The listed satellites stand where they were at another moment: their keyframes are still on the way, or the clock leaps past them. */
  readonly isListedLate: boolean;
  /** Orbits of the fleet that pass from one frame to the next. */
  readonly orbitsPerFrame: number;
  /** 0 where the fleet is drawn as points, 1 where as bands of its density. */
  readonly bandShare: number;
};
export const lightCensusStore = createStore<{ readonly census: LightCensus | undefined }>()(() => ({
  census: undefined,
}));

/** How far each frame moves the mean time between frames, and the longest that counts, seconds. */
const FRAME_SHARE = 0.3;
const LONGEST_FRAME_S = 0.5;
/** Least pause between two counts of who is in the light, milliseconds. */
const CENSUS_PAUSE_MS = 1000;

/** The picture waits so long for keyframes before it moves on without them, milliseconds. */
const HOLD_MS = 150;

let frameS = 1 / 60;
let settledMs = 0;
const fade = createBandFade();
let lastMs = 0;
let shown: Shown | undefined;
let isSettled = false;
let trackedNumber = 0;
const wakers = new Set<() => void>();
const wake = () => {
  for (const waker of wakers) waker();
};

// A dead worker is told by the fleet's own listener; any other failure is shown like one.
const onFailure = (reason: unknown) =>
  fleetStore.setState({ failure: reason instanceof Error ? reason.message : String(reason) });
const track = createKeyframeTrack({ ask: (question) => engineClient.keyframe(question), onArrival: wake, onFailure });

const counting = { isBusy: false, askedMs: Number.NEGATIVE_INFINITY, key: "" };
/** Counts who is in the light, once a second at most and never the same moment twice. */
function takeCensus(flight: OpenFlight, tS: number, nowMs: number): void {
  const key = `${flight.number} ${tS}`;
  if (counting.isBusy || key === counting.key || nowMs - counting.askedMs < CENSUS_PAUSE_MS) return;
  Object.assign(counting, { isBusy: true, askedMs: nowMs, key });
  engineClient
    .lightCensus({ tS })
    .then((census) => {
      if (census !== undefined && fleetStore.getState().flight?.number === flight.number)
        lightCensusStore.setState({ census });
    })
    .catch(onFailure)
    .finally(() => {
      counting.isBusy = false;
      // The clock may have been set meanwhile and stand now: the last moment is counted too.
      setTimeout(wake, CENSUS_PAUSE_MS);
    });
}

const scratch = new Float64Array(3);
const scratchVelocity = new Float64Array(3);
const shellOf = ({ flight }: Shown, index: number) => flight.shells.findLast(({ firstIndex }) => firstIndex <= index);
/** Half of the time over which a listed satellite's velocity is measured, seconds. */
const VELOCITY_S = 0.5;
const before: [number, number, number] = [0, 0, 0];

export const sky = {
  /** What the last frame drew or is about to draw; undefined before the first flight, or before its first keyframes. */
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
    const sinceS = Math.min(LONGEST_FRAME_S, (nowMs - lastMs) / 1000);
    // Smoothed, and a pause between two frames is none.
    if (!paused) frameS += FRAME_SHARE * (sinceS - frameS);
    lastMs = nowMs;
    const instant = instantAt(nowMs);
    const tS = secondsBetween(flight.epoch, instant);
    const orbitsPerFrame = paused ? 0 : (Math.abs(clockRatio) * frameS) / orbitPeriodS(flight, shown?.listed?.a);
    const bandShare = fade.follow(orbitsPerFrame, sinceS);
    if (paused && fade.isMoving()) setTimeout(wake);
    const kept = flight.listedCount === 0 ? undefined : track.find(tS);
    isSettled = flight.listedCount === 0 || kept !== undefined;
    if (isSettled) settledMs = nowMs;
    const isListedLate = !isSettled && (bandShare > 0 || nowMs - settledMs > HOLD_MS);
    const bracket = isListedLate ? track.nearest(tS) : kept;
    if (isSettled || bracket !== undefined) {
      const listed = bracket && {
        ...bracket,
        weights: hermiteWeights({
          startS: bracket.a.tS,
          endS: bracket.b.tS,
          tS: Math.min(bracket.b.tS, Math.max(bracket.a.tS, tS)),
        }),
      };
      const { sunTemeUnit, distanceKm: sunDistanceKm } = sunAt(instant);
      const { moonTemeKm } = moonAt(instant);
      const gmstRad = siderealAngleRad(instant);
      shown = {
        flight,
        tS,
        instant,
        sunTemeUnit,
        sunDistanceKm,
        moonTemeKm,
        gmstRad,
        listed,
        isListedLate,
        orbitsPerFrame,
        bandShare,
      };
      takeCensus(flight, tS, nowMs);
      tellBands(shown);
    }
    if (flight.listedCount === 0) return;
    const spacingS = keyframeSpacingS({ totalCount: flight.listedCount, clockRatio: paused ? 0 : clockRatio, frameS });
    track.want({ tS, spacingS, isForward: paused || clockRatio > 0, isMoving: !paused && bandShare === 0 });
  },
  /** Where a satellite stands, TEME, km, written into `out`; undefined when it has no state. The graphics card rounds to metres. */
  positionInto(index: number, out: [number, number, number]) {
    if (shown === undefined) return undefined;
    const shell = shellOf(shown, index);
    if (shell === undefined) return undefined;
    const within = index - shell.firstIndex;
    if (shell.designed === undefined && shown.isListedLate) return undefined;
    if (shell.designed === undefined)
      return (
        shown.listed && exactPositionTemeKm({ ...shown.listed, tS: shown.tS, index: shell.firstRow + within, out })
      );
    analyticInto({
      shell: shell.designed,
      minutes: secondsBetween(shell.designed.constants.epoch, shown.instant) / 60,
      first: within,
      end: within + 1,
      positions: scratch,
    });
    [out[0], out[1], out[2]] = scratch as unknown as [number, number, number];
    return out;
  },
  /** Which way and how fast it goes, TEME, km/s, written into `out`; undefined when it has no state. */
  velocityInto(index: number, out: [number, number, number]) {
    const shell = shown && shellOf(shown, index);
    if (shown === undefined || shell === undefined) return undefined;
    const within = index - shell.firstIndex;
    if (shell.designed === undefined) {
      if (shown.listed === undefined) return undefined;
      const { a, b } = shown.listed;
      const at = (tS: number, into: [number, number, number]) =>
        exactPositionTemeKm({ a, b, tS, index: shell.firstRow + within, out: into });
      if (at(shown.tS - VELOCITY_S, before) === undefined) return undefined;
      at(shown.tS + VELOCITY_S, out);
      for (const axis of [0, 1, 2] as const) out[axis] = (out[axis] - before[axis]) / (2 * VELOCITY_S);
      return out;
    }
    const minutes = secondsBetween(shell.designed.constants.epoch, shown.instant) / 60;
    analyticInto({
      shell: shell.designed,
      minutes,
      first: within,
      end: within + 1,
      positions: scratch,
      velocities: scratchVelocity,
    });
    [out[0], out[1], out[2]] = scratchVelocity as unknown as [number, number, number];
    return out;
  },
  /** Called whenever there is something new to draw. */
  onWake(waker: () => void): () => void {
    wakers.add(waker);
    return () => wakers.delete(waker);
  },
  wake,
};
