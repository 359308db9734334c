/**
 * When a place next sees a satellite.
 *
 * From each state follows a time before which the satellite cannot come into view, and the search jumps there. The angle at
 * the Earth's centre between satellite and place shrinks no faster than the satellite's fastest turn plus the Earth's; the
 * angle between the place and the orbit's plane no faster than the Earth and the node turn. So a few dozen states a
 * satellite and day are enough, and no pass longer than the least step is missed.
 */
import { viewBounds } from "../events/accessWindows.ts";
import { motionBounds } from "../events/track.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { angleBetween, cross, norm } from "../geometry/vectors.ts";
import { type GroundLimits, lookAt, type Station } from "../network/ground.ts";
import { minutesSinceEpoch, type OrbitRecord, propagateState } from "../orbit/propagate.ts";

/** Shortest jump, s: a pass that lasts less may be missed. */
const LEAST_STEP_S = 10;
/** Contacts are found to this, s. */
const RESOLUTION_S = 1;
/** Width of the slices of time that all satellites are searched in, one after the other, s. */
const SLICE_S = 900;

/**
 * Seconds after `epoch` at which the first of `satelliteCount` satellites comes into view, `fromTS` when one is, or undefined
 * when none does within `horizonS` (or the search was cancelled).
 */
export function findNextContact({
  satelliteCount,
  recordOf,
  stationAt,
  limits,
  epoch,
  fromTS,
  horizonS,
  isCancelled = () => false,
}: {
  satelliteCount: number;
  recordOf: (index: number) => OrbitRecord;
  stationAt: (tS: number) => Station;
  limits: GroundLimits;
  epoch: Instant;
  fromTS: number;
  horizonS: number;
  isCancelled?: (() => boolean) | undefined;
}): { tS: number; index: number } | undefined {
  const endTS = fromTS + horizonS;
  const placeKm = norm(stationAt(fromTS).positionTemeKm);
  /** When each satellite has to be looked at again. */
  const dueTS = new Float64Array(satelliteCount).fill(fromTS);
  const { minElevationDeg, groundRangeKm = Number.POSITIVE_INFINITY } = limits;

  const look = (record: OrbitRecord, tS: number) => {
    const state = propagateState(record, minutesSinceEpoch(record.epoch, addSeconds(epoch, tS)));
    if ("reason" in state) return undefined;
    const station = stationAt(tS);
    const { elevationDeg, rangeKm } = lookAt({ station, positionTemeKm: state.positionTemeKm });
    return {
      isInView: elevationDeg >= minElevationDeg && rangeKm <= groundRangeKm,
      apartRad: angleBetween(state.positionTemeKm, station.positionTemeKm),
      asideRad: Math.abs(
        Math.PI / 2 - angleBetween(cross(state.positionTemeKm, state.velocityTemeKmPerS), station.positionTemeKm),
      ),
    };
  };

  for (let sliceTS = fromTS; ; sliceTS += SLICE_S) {
    let best: { tS: number; index: number } | undefined;
    let limitTS = Math.min(endTS, sliceTS + SLICE_S);
    for (let index = 0; index < satelliteCount; index++) {
      if (dueTS[index]! > limitTS) continue;
      if (index % 256 === 0 && isCancelled()) return undefined;
      const record = recordOf(index);
      const { viewRad, closingRadPerS, planeRadPerS } = viewBounds({
        ...motionBounds(record),
        siteKm: placeKm,
        minElevationDeg,
      });
      let beforeTS = Number.NaN;
      let tS = dueTS[index]!;
      for (;;) {
        const seen = look(record, tS);
        if (seen === undefined) {
          tS = Number.POSITIVE_INFINITY;
          break;
        }
        if (seen.isInView) {
          tS = Number.isNaN(beforeTS)
            ? tS
            : refine(beforeTS, tS, (middleTS) => look(record, middleTS)?.isInView === true);
          if (best === undefined || tS < best.tS) best = { tS, index };
          limitTS = Math.min(limitTS, tS);
          break;
        }
        beforeTS = tS;
        tS += Math.max(
          LEAST_STEP_S,
          (seen.apartRad - viewRad) / closingRadPerS,
          (seen.asideRad - viewRad) / planeRadPerS,
        );
        if (tS <= limitTS) continue;
        // A jump of the least step may pass over an entry, so the end of the slice is looked at too.
        if (beforeTS >= limitTS || tS - beforeTS > LEAST_STEP_S) break;
        tS = limitTS;
      }
      dueTS[index] = tS;
    }
    if (best !== undefined) return best;
    if (limitTS >= endTS || isCancelled()) return undefined;
  }
}

/** The first moment in view between one out of view and one in view. */
function refine(outTS: number, inTS: number, isInView: (tS: number) => boolean): number {
  let [low, high] = [outTS, inTS];
  while (high - low > RESOLUTION_S) {
    const middle = (low + high) / 2;
    if (isInView(middle)) high = middle;
    else low = middle;
  }
  return high;
}
