import { createStore } from "zustand/vanilla";
import { addSeconds, type Instant, parseInstant, secondsBetween } from "#engine";
import { missionStore } from "./mission.ts";

/** How many seconds pass in the sky while one passes here. */
export const clockRatios = [1, 10, 60, 300, 1000] as const;
/** Speed at the start: fast enough that the fleet is seen to move. */
const FIRST_CLOCK_RATIO = 60;

/**
 * The clock is a straight line: `instant` was at `anchorMs` on the page's own clock, and time runs at `clockRatio` from there.
 * Nothing ticks, so nothing re-renders; whoever draws asks `instantAt`.
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
};

export function createClockStore({
  instant,
  nowMs = () => performance.now(),
}: {
  instant: Instant;
  nowMs?: () => number;
}) {
  return createStore<ClockState>()((update, get) => {
    const anchored = () => {
      const anchorMs = nowMs();
      return { instant: get().instantAt(anchorMs), anchorMs };
    };
    return {
      instant,
      anchorMs: nowMs(),
      paused: false,
      clockRatio: FIRST_CLOCK_RATIO,
      instantAt(at = nowMs()) {
        const { instant: anchor, anchorMs, paused, clockRatio } = get();
        return paused ? anchor : addSeconds(anchor, ((at - anchorMs) / 1000) * clockRatio);
      },
      setInstant: (next) => update({ instant: next, anchorMs: nowMs() }),
      setPaused: (paused) => update({ ...anchored(), paused }),
      setClockRatio: (clockRatio) => update({ ...anchored(), clockRatio }),
    };
  });
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
