import type { Keyframe } from "../worker/messages.ts";

/** Spacings between keyframes, seconds; the longest is drawn 0.2 km wrong. */
const SPACINGS_S = [60, 120, 300] as const;
const LONGEST_S = SPACINGS_S[2];
/** States that the mover may be asked for in a second of the page's time: a third of what one core does. */
const STATES_PER_S = 1_000_000;
/** Keyframes asked for beyond the pair in use, in the direction of time. */
const AHEAD_COUNT = 2;
const SPARE_COUNT = 2;
/** Questions under way at a time: a clock that leaps asks for more than the mover answers, and only the newest matter. */
const MOST_PENDING = 4;

export type Bracket = { readonly a: Keyframe; readonly b: Keyframe };

/** The shortest spacing that the mover keeps up with, and that one frame does not leap over. */
export const keyframeSpacingS = ({
  totalCount,
  clockRatio,
  frameS,
}: {
  totalCount: number;
  clockRatio: number;
  frameS: number;
}): number =>
  SPACINGS_S.find(
    (spacingS) =>
      (totalCount * Math.abs(clockRatio)) / spacingS <= STATES_PER_S && Math.abs(clockRatio) * frameS <= spacingS,
  ) ?? LONGEST_S;

/**
 * The keyframes round the shown time. `find` answers with the pair that holds a time; `want` asks for those that are missing
 * and lets go of those that are neither in use nor wanted, whose arrays go back to the worker.
 */
export function createKeyframeTrack({
  ask,
  onArrival,
  onFailure,
}: {
  ask: (question: { tS: number; spare?: Keyframe | undefined }) => Promise<Keyframe | undefined>;
  onArrival: () => void;
  onFailure: (reason: unknown) => void;
}) {
  let frames: Keyframe[] = [];
  let spares: Keyframe[] = [];
  let pending = new Set<number>();
  let used: Bracket | undefined;
  let wanted: readonly number[] = [];

  const keep = (frame: Keyframe) => frame === used?.a || frame === used?.b || wanted.includes(frame.tS);
  function letGo() {
    const old = frames.filter((frame) => !keep(frame));
    if (old.length === 0) return;
    frames = frames.filter(keep);
    spares = [...spares, ...old].slice(-SPARE_COUNT);
  }
  function request(tS: number) {
    const asked = pending;
    asked.add(tS);
    ask({ tS, spare: spares.pop() })
      .then((frame) => {
        asked.delete(tS);
        if (frame === undefined || asked !== pending) return;
        frames.push(frame);
        frames.sort((first, second) => first.tS - second.tS);
        requestWanted();
        onArrival();
      })
      .catch((reason: unknown) => {
        asked.delete(tS);
        if (asked === pending) onFailure(reason);
      });
  }

  function requestWanted() {
    for (const tS of wanted)
      if (pending.size < MOST_PENDING && !pending.has(tS) && !frames.some((frame) => frame.tS === tS)) request(tS);
  }
  return {
    /** The closest pair round `tS`, or undefined while it is on its way. */
    find(tS: number): Bracket | undefined {
      if (used !== undefined && used.a.tS <= tS && tS < used.b.tS) return used;
      const after = frames.findIndex((frame) => frame.tS > tS);
      const a = frames[after - 1];
      const b = frames[after];
      if (a === undefined || b === undefined || b.tS - a.tS > LONGEST_S) return undefined;
      used = { a, b };
      return used;
    },
    /** The pair that holds the moment nearest to `tS`, for a time that keyframes do not reach; undefined before the first. */
    nearest(tS: number): Bracket | undefined {
      let leastS = Number.POSITIVE_INFINITY;
      for (const [row, b] of frames.entries()) {
        const a = frames[row - 1];
        if (a === undefined || b.tS - a.tS > LONGEST_S) continue;
        const awayS = Math.max(a.tS - tS, tS - b.tS);
        if (awayS >= leastS) continue;
        leastS = awayS;
        used = { a, b };
      }
      return used;
    },
    want({
      tS,
      spacingS,
      isForward,
      isMoving,
    }: {
      tS: number;
      spacingS: number;
      isForward: boolean;
      isMoving: boolean;
    }) {
      const first = Math.floor(tS / spacingS);
      const ahead = isMoving ? AHEAD_COUNT : 0;
      const steps = Array.from({ length: 2 + ahead }, (_, step) => (isForward ? first + step : first + 1 - step));
      wanted = steps.map((step) => step * spacingS);
      letGo();
      requestWanted();
    },
    /** Another flight: nothing that was asked is of use. */
    clear() {
      frames = [];
      spares = [];
      pending = new Set();
      used = undefined;
      wanted = [];
    },
  };
}
export type KeyframeTrack = ReturnType<typeof createKeyframeTrack>;
