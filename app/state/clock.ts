import { createStore } from "zustand/vanilla";
import { type Instant, parseInstant, secondsBetween } from "#engine";
import { missionStore } from "./mission.ts";

/** How many seconds pass in the sky while one passes here. */
export const clockRatios = [1, 10, 60, 1000, 10_000, 100_000, 1_000_000] as const;
export const FASTEST_CLOCK_RATIO = 1_000_000;
/** Speed at the start: fast enough that the fleet is seen to move. */
const FIRST_CLOCK_RATIO = 60;
/** What a step by one frame counts as, here: a screen's usual sixtieth of a second. */
const FRAMES_PER_S = 60;

const DAY_MS = 86_400_000;
const millisecondsOf = ({ day, secondS }: Instant) => day * DAY_MS + Math.round(secondS * 1000);
const instantOf = (milliseconds: number): Instant => {
  const day = Math.floor(milliseconds / DAY_MS);
  return { day, secondS: (milliseconds - day * DAY_MS) / 1000 };
};
/** The years for which instants, Sun and elements are read. */
const FIRST_MS = millisecondsOf(parseInstant("1957-01-01T00:00:00Z")!);
const LAST_MS = millisecondsOf(parseInstant("2100-12-31T23:59:59.999Z")!);
const within = (milliseconds: number) => Math.min(LAST_MS, Math.max(FIRST_MS, milliseconds));
/** Half away from zero, so that a way back is as long as the way there. */
const roundEvenly = (value: number) => Math.sign(value) * Math.round(Math.abs(value));

/**
 * The clock is a straight line: `instant` was at `anchorMs` on the page's own clock, and time runs at `clockRatio` from there.
 * Nothing ticks, so nothing re-renders; whoever draws asks `instantAt`.
 *
 * It starts, stops and turns on whole milliseconds, and the page's time counts in whole microseconds: as long forward as backward
 * ends on the very instant where it began. It never leaves the years 1957 to 2100.
 */
export type ClockState = {
  readonly instant: Instant;
  readonly anchorMs: number;
  readonly paused: boolean;
  /** Negative runs backward. */
  readonly clockRatio: number;
  instantAt(nowMs?: number): Instant;
  setInstant(instant: Instant): void;
  setPaused(paused: boolean): void;
  setClockRatio(clockRatio: number): void;
  /** Jumps by so many seconds of the sky, to the millisecond; goes on running if it ran. */
  stepBy(spanS: number): void;
  /** Stops, and jumps by what so many frames take at this speed, later where positive. */
  stepFrames(frameCount: number): void;
  /** Milliseconds of the page until the clock runs out of years; undefined while it stands. */
  untilEndMs(): number | undefined;
};

export function createClockStore({
  instant,
  nowMs = () => performance.now(),
}: {
  instant: Instant;
  nowMs?: () => number;
}) {
  return createStore<ClockState>()((update, get) => {
    /** Milliseconds of the sky since the anchor. */
    const elapsedMs = (at: number) => {
      const { anchorMs, paused, clockRatio } = get();
      return paused ? 0 : (Math.round((at - anchorMs) * 1000) * clockRatio) / 1000;
    };
    const anchored = (anchorMs: number) => ({
      instant: instantOf(within(millisecondsOf(get().instant) + roundEvenly(elapsedMs(anchorMs)))),
      anchorMs,
    });
    const jump = (from: Instant, spanMs: number) =>
      update({ instant: instantOf(within(millisecondsOf(from) + spanMs)), anchorMs: nowMs() });
    return {
      instant: instantOf(millisecondsOf(instant)),
      anchorMs: nowMs(),
      paused: false,
      clockRatio: FIRST_CLOCK_RATIO,
      instantAt: (at = nowMs()) => instantOf(within(millisecondsOf(get().instant) + elapsedMs(at))),
      setInstant: (next) => jump(next, 0),
      setPaused: (paused) => update({ ...anchored(nowMs()), paused }),
      setClockRatio: (clockRatio) => update({ ...anchored(nowMs()), clockRatio }),
      stepBy: (spanS) => jump(anchored(nowMs()).instant, Math.round(spanS * 1000)),
      stepFrames(frameCount) {
        get().setPaused(true);
        jump(get().instant, frameCount * Math.round((1000 / FRAMES_PER_S) * Math.abs(get().clockRatio)));
      },
      untilEndMs() {
        const { paused, clockRatio } = get();
        if (paused || clockRatio === 0) return undefined;
        const now = millisecondsOf(anchored(nowMs()).instant);
        return (clockRatio > 0 ? LAST_MS - now : now - FIRST_MS) / Math.abs(clockRatio);
      },
    };
  });
}
export type ClockStore = ReturnType<typeof createClockStore>;

/** The longest that a browser's timer waits. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Stops the clock where its years end, and tells. Answers with the way to stop watching. */
export function watchClockEnd(store: ClockStore, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    clearTimeout(timer);
    const waitMs = store.getState().untilEndMs();
    if (waitMs === undefined) return;
    timer = setTimeout(
      () => {
        // A timer may come early by a little, and a long wait is cut.
        if ((store.getState().untilEndMs() ?? 0) > 0) watch();
        else {
          store.getState().setPaused(true);
          tell();
        }
      },
      Math.min(LONGEST_WAIT_MS, Math.ceil(waitMs)),
    );
  };
  const stop = store.subscribe(watch);
  watch();
  return () => {
    stop();
    clearTimeout(timer);
  };
}

const epochOf = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`epoch: got ${text}, expected what parseMission accepts`);
  return instant;
};

/** Starts at the mission's epoch and goes there again when the mission gets another one. */
export const clockStore = createClockStore({ instant: epochOf(missionStore.getState().document.epoch) });
missionStore.subscribe(({ document }, { document: before }) => {
  if (document.epoch !== before.epoch) clockStore.getState().setInstant(epochOf(document.epoch));
});

/** Seconds from `epoch` to what the clock shows. */
export const clockTS = (epoch: Instant, nowMs?: number) =>
  secondsBetween(epoch, clockStore.getState().instantAt(nowMs));
