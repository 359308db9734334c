/** Openings are found to this, s. */
const RESOLUTION_S = 1;

/**
 * When a way first opens that is tried every `stepS`: the moment, at most 1 s late, or undefined where none of the tried moments
 * within `horizonS` has one. A way that opens and closes between two tried moments is not seen. Yields how far it has looked, s;
 * the caller may stop there.
 */
export function* findOpening({
  isOpen,
  fromTS,
  horizonS,
  stepS,
}: {
  isOpen: (tS: number) => boolean;
  fromTS: number;
  horizonS: number;
  stepS: number;
}): Generator<number, number | undefined> {
  for (let searchedS = 0; searchedS <= horizonS; searchedS += stepS) {
    const tS = fromTS + searchedS;
    if (isOpen(tS)) {
      if (searchedS === 0) return tS;
      let [low, high] = [tS - stepS, tS];
      while (high - low > RESOLUTION_S) {
        const middle = (low + high) / 2;
        if (isOpen(middle)) high = middle;
        else low = middle;
      }
      return high;
    }
    yield searchedS;
  }
  return undefined;
}
