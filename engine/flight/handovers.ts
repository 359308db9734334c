/** A place passes from one satellite to another; left out where it had none before or has none after. */
export type Handover = { readonly tS: number; readonly before?: number; readonly after?: number };

/** No window between two samples holds more: a satellite stays for many seconds. */
const MOST_IN_A_STEP = 64;

/**
 * Hand-overs between two samples, `before` at `fromTS` and `after` at `toTS`, by halving: each `tS` is the first moment tried with
 * the new satellite, at most `resolutionS` late. A satellite that comes and goes again between two tried moments is not seen.
 */
export function findHandovers({
  satelliteAt,
  fromTS,
  toTS,
  before,
  after,
  resolutionS,
}: {
  satelliteAt: (tS: number) => number | undefined;
  fromTS: number;
  toTS: number;
  before: number | undefined;
  after: number | undefined;
  resolutionS: number;
}): Handover[] {
  const handovers: Handover[] = [];
  let [current, lowTS] = [before, fromTS];
  while (current !== after && handovers.length < MOST_IN_A_STEP) {
    let [highTS, next] = [toTS, after];
    while (highTS - lowTS > resolutionS) {
      const middleTS = (lowTS + highTS) / 2;
      const middle = satelliteAt(middleTS);
      if (middle === current) lowTS = middleTS;
      else [highTS, next] = [middleTS, middle];
    }
    handovers.push({
      tS: highTS,
      ...(current === undefined ? {} : { before: current }),
      ...(next === undefined ? {} : { after: next }),
    });
    [current, lowTS] = [next, highTS];
  }
  return handovers;
}
