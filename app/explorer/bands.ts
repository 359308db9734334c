/**
 * Where a frame leaps so far along the orbits that points would be seen at random, the fleet is drawn as bands of its density. Says how
 * far that has gone; `densityBands.ts` says where the bands lie.
 */
import { createStore } from "zustand/vanilla";

/** Orbits from one frame to the next at which points begin to fade, and from which bands stand alone. */
const POINTS_UP_TO = 1 / 40;
export const BANDS_FROM = 1 / 20;
/** How fast the picture follows a change of speed, shares a second. */
const SHARE_PER_S = 3;

/** 0 for points, 1 for bands, between in the passage; even in the logarithm of the leap. */
export function bandShareOf(orbitsPerFrame: number): number {
  const share = Math.log(orbitsPerFrame / POINTS_UP_TO) / Math.log(BANDS_FROM / POINTS_UP_TO);
  return Math.min(1, Math.max(0, share));
}

/** Follows the leap of the frames without a jump. */
export function createBandFade() {
  let share = 0;
  let goal = 0;
  return {
    follow(orbitsPerFrame: number, frameS: number): number {
      goal = bandShareOf(orbitsPerFrame);
      const most = SHARE_PER_S * frameS;
      share += Math.min(most, Math.max(-most, goal - share));
      return share;
    },
    isMoving: () => share !== goal,
  };
}

export type BandState = {
  /** Orbits from one frame to the next, held until it has changed by a fifth; undefined while points are drawn. */
  readonly orbitsPerFrame: number | undefined;
};
/** What a legend says of the bands. Written a few times a second at most. */
export const bandStore = createStore<BandState>()(() => ({ orbitsPerFrame: undefined }));

const HELD_RATIO = 1.2;
export function tellBands({ orbitsPerFrame, bandShare }: { orbitsPerFrame: number; bandShare: number }): void {
  const { orbitsPerFrame: told } = bandStore.getState();
  if (bandShare < 0.5 || orbitsPerFrame === 0) {
    if (told !== undefined) bandStore.setState({ orbitsPerFrame: undefined });
    return;
  }
  if (told === undefined || Math.max(told / orbitsPerFrame, orbitsPerFrame / told) > HELD_RATIO)
    bandStore.setState({ orbitsPerFrame });
}
