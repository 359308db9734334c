/**
 * Intervals of time in which something holds, from a margin that is above zero while it does.
 *
 * A probe says beside its margin for how long the sign cannot change, and the search leaps that far. Where it cannot leap it
 * takes the least step; between such steps a margin that turns back before it reaches zero is followed to its extremum, so that
 * events shorter than a step are found, as long as a margin turns at most once in two steps.
 */
export type Interval = readonly [startS: number, endS: number];

/** What a probe finds at one time. NaN stands for "no state" and counts as not holding. */
export type Probe = {
  readonly margin: number;
  /** The margin's sign holds for so many seconds, forward and back. */
  readonly clearS: number;
};

/** Ends are found to this, s. */
const RESOLUTION_S = 1e-5;
/** Turning points are followed to this, s: what is shorter stays unseen. */
const TURN_RESOLUTION_S = 1e-3;
const GOLDEN_RATIO = (3 - Math.sqrt(5)) / 2;

/** Intervals of `fromTS` to `toTS` in which the margin is above zero, cut by its ends, in order. */
export function findIntervals({
  probe,
  fromTS,
  toTS,
  leastStepS,
}: {
  probe: (tS: number) => Probe;
  fromTS: number;
  toTS: number;
  leastStepS: number;
}): Interval[] {
  const marginAt = (tS: number) => probe(tS).margin;
  const found: Interval[] = [];
  if (!(toTS > fromTS)) return found;
  // One step more on either side, so that what turns beside an end of the window is seen.
  const lastTS = toTS + leastStepS;
  let tS = fromTS - leastStepS;
  let here = probe(tS);
  let before = { tS: Number.NaN, height: Number.NaN };
  let startTS = here.margin > 0 ? tS : Number.NaN;
  const open = (at: number) => {
    startTS = at;
  };
  const close = (at: number) => {
    if (at > fromTS && startTS < toTS) found.push([Math.max(fromTS, startTS), Math.min(toTS, at)]);
    startTS = Number.NaN;
  };
  while (tS < lastTS) {
    const isHolding = here.margin > 0;
    const nextTS = Math.min(lastTS, tS + Math.max(leastStepS, Number.isFinite(here.clearS) ? here.clearS : 0));
    const next = probe(nextTS);
    /** Distance from a change, above zero on this side. */
    const sign = isHolding ? 1 : -1;
    const height = here.margin * sign;
    if (next.margin > 0 !== isHolding) {
      const at = findCrossing({ marginAt, aTS: tS, bTS: nextTS });
      if (isHolding) close(at);
      else open(at);
      before = { tS: Number.NaN, height: Number.NaN };
    } else {
      if (height < before.height && height <= next.margin * sign && here.clearS < nextTS - before.tS) {
        const turnTS = findTurn({ heightAt: (at) => marginAt(at) * sign, lowTS: before.tS, midTS: tS, highTS: nextTS });
        if (turnTS !== undefined) {
          const first = findCrossing({ marginAt, aTS: before.tS, bTS: turnTS });
          const second = findCrossing({ marginAt, aTS: turnTS, bTS: nextTS });
          if (isHolding) {
            close(first);
            open(second);
          } else {
            open(first);
            close(second);
          }
        }
      }
      before = { tS, height };
    }
    tS = nextTS;
    here = next;
  }
  if (!Number.isNaN(startTS)) close(lastTS);
  return found;
}

/** The time between `aTS` and `bTS` at which the margin changes sides: Anderson and Björck's false position, halved where it is slow. */
export function findCrossing({
  marginAt,
  aTS,
  bTS,
}: {
  marginAt: (tS: number) => number;
  aTS: number;
  bTS: number;
}): number {
  let low = { tS: aTS, margin: marginAt(aTS) };
  let high = { tS: bTS, margin: marginAt(bTS) };
  const isHoldingLow = low.margin > 0;
  for (let step = 0; high.tS - low.tS > RESOLUTION_S; step++) {
    const width = high.tS - low.tS;
    const share = low.margin / (low.margin - high.margin);
    // Every third step, and where there is no number on one side, the middle.
    const isHalved = step % 3 === 2 || !(share > 0 && share < 1);
    const tS = low.tS + width * (isHalved ? 0.5 : Math.min(1 - 1e-9, Math.max(1e-9, share)));
    if (tS <= low.tS || tS >= high.tS) break;
    const margin = marginAt(tS);
    if (margin === 0) return tS;
    // The end that stays is weighed less, so that the next step falls on its side.
    if (margin > 0 === isHoldingLow) {
      const weight = 1 - margin / low.margin;
      low = { tS, margin };
      high = { tS: high.tS, margin: high.margin * (weight > 0 ? weight : 0.5) };
    } else {
      const weight = 1 - margin / high.margin;
      high = { tS, margin };
      low = { tS: low.tS, margin: low.margin * (weight > 0 ? weight : 0.5) };
    }
  }
  return (low.tS + high.tS) / 2;
}

/** A time between `lowTS` and `highTS` at which the height is not above zero, by golden section, or undefined when its least is. */
function findTurn({
  heightAt,
  lowTS,
  midTS,
  highTS,
}: {
  heightAt: (tS: number) => number;
  lowTS: number;
  midTS: number;
  highTS: number;
}): number | undefined {
  const { tS, height } = findLeast({ heightAt, lowTS, midTS, highTS, isEnough: (least) => least <= 0 });
  return height <= 0 ? tS : undefined;
}

/** Where a height is least between `lowTS` and `highTS`; `midTS` lies between them, no higher than either. */
export function findLeast({
  heightAt,
  lowTS,
  midTS,
  highTS,
  isEnough = () => false,
}: {
  heightAt: (tS: number) => number;
  lowTS: number;
  midTS: number;
  highTS: number;
  isEnough?: (height: number) => boolean;
}): { tS: number; height: number } {
  let [low, high] = [lowTS, highTS];
  let best = { tS: midTS, height: heightAt(midTS) };
  while (high - low > TURN_RESOLUTION_S && !isEnough(best.height)) {
    const isAbove = high - best.tS > best.tS - low;
    const tS = best.tS + GOLDEN_RATIO * (isAbove ? high - best.tS : low - best.tS);
    const height = heightAt(tS);
    if (height < best.height) {
      if (isAbove) low = best.tS;
      else high = best.tS;
      best = { tS, height };
    } else if (isAbove) high = tS;
    else low = tS;
  }
  return best;
}
