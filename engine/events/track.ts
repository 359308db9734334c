import { EARTH_RADIUS_WGS72_KM, MU_WGS72_KM3_PER_S2 } from "../facts/constants.ts";
import { TURN_RAD } from "../geometry/angles.ts";
import type { Instant } from "../geometry/instant.ts";
import { minutesSinceEpoch, type OrbitRecord, propagateInto, propagateState, type State } from "../orbit/propagate.ts";

/** Why and when a track begins late or ends early. */
export type TrackFailure = { readonly tS: number; readonly reason: string };

/** Something whose place is known throughout a span. Times are seconds after an instant that the maker of the track knows. */
export type Track = {
  /** NaN where there is no state. */
  readonly stateAt: (tS: number) => State;
  /** The place alone, TEME, km, into the first three of `position`: without objects, for those who ask millions of times. */
  readonly positionInto: (tS: number, position: Float64Array) => void;
  /** Bounds with room for short-period terms and drag. */
  readonly fastestTurnRadPerS: number;
  readonly fastestKmPerS: number;
  readonly perigeeKm: number;
  readonly apogeeKm: number;
  /** States exist from here to there. */
  readonly fromTS: number;
  readonly toTS: number;
  readonly failure?: TrackFailure | undefined;
};

/** Short-period terms may make an orbit this much faster, higher or lower than its mean elements say. */
const OSCULATION_RATIO = 1.02;
/** Orbits that begin below this may sink to the surface within a span, km from the centre. */
const SINKING_KM = EARTH_RADIUS_WGS72_KM + 1000;
/** How often a span is looked through for a decay, s. */
const LOOK_S = 1800;
const DECAY_RESOLUTION_S = 1e-3;

const nowhere: State = {
  positionTemeKm: [Number.NaN, Number.NaN, Number.NaN],
  velocityTemeKmPerS: [Number.NaN, Number.NaN, Number.NaN],
};

/** Bounds on the motion along an orbit, by Kepler's laws. */
export function motionBounds({ perigeeKm, apogeeKm }: { perigeeKm: number; apogeeKm: number }) {
  const lowestKm = perigeeKm < SINKING_KM ? Math.min(perigeeKm, EARTH_RADIUS_WGS72_KM) : perigeeKm;
  const momentum = Math.sqrt((MU_WGS72_KM3_PER_S2 * 2 * lowestKm * apogeeKm) / (lowestKm + apogeeKm));
  return {
    fastestTurnRadPerS: (momentum / lowestKm ** 2) * OSCULATION_RATIO ** 2,
    fastestKmPerS: (momentum / lowestKm) * OSCULATION_RATIO,
    perigeeKm: perigeeKm / OSCULATION_RATIO,
    apogeeKm: apogeeKm * OSCULATION_RATIO,
  };
}

/**
 * The track of a record over `spanS` seconds after `from`. What decays stays decayed: the first refusal at or past the epoch ends
 * the track; refusals before the epoch, which SGP4 cannot reach back from, shift its beginning. The span is looked through
 * every half hour. `record` must stay as it is while the track is used.
 */
export function makeTrack({ record, from, spanS }: { record: OrbitRecord; from: Instant; spanS: number }): Track {
  const firstMinutes = minutesSinceEpoch(record.epoch, from);
  const reasonAt = (tS: number) => {
    const state = propagateState(record, firstMinutes + tS / 60);
    return "reason" in state ? state.reason : undefined;
  };
  /** The last time with a state between one with and one without. */
  const edgeBetween = (withTS: number, withoutTS: number) => {
    let [good, bad] = [withTS, withoutTS];
    while (Math.abs(bad - good) > DECAY_RESOLUTION_S) {
      const middle = (good + bad) / 2;
      if (reasonAt(middle) === undefined) good = middle;
      else bad = middle;
    }
    return good;
  };
  let [fromTS, toTS] = [0, spanS];
  let failure: TrackFailure | undefined;
  let lastGoodTS = Number.NaN;
  let lastBadTS = Number.NaN;
  const count = Math.ceil(spanS / LOOK_S);
  for (let look = 0; look <= count; look++) {
    const tS = look === count ? spanS : look * LOOK_S;
    const reason = reasonAt(tS);
    if (reason === undefined) {
      if (!(lastGoodTS > lastBadTS) && !Number.isNaN(lastBadTS)) fromTS = edgeBetween(tS, lastBadTS);
      lastGoodTS = tS;
      continue;
    }
    if (firstMinutes + tS / 60 < 0) {
      const why = reason.replace(/^decayed: /, "");
      failure ??= { tS, reason: `SGP4 does not reach this far before the epoch: ${why}` };
      lastBadTS = tS;
      continue;
    }
    toTS = lastGoodTS > lastBadTS || Number.isNaN(lastBadTS) ? (look === 0 ? 0 : edgeBetween(lastGoodTS, tS)) : tS;
    failure = { tS: toTS, reason };
    break;
  }
  if (Number.isNaN(lastGoodTS)) fromTS = toTS;
  return {
    stateAt: (tS) => {
      const state = propagateState(record, firstMinutes + tS / 60);
      return "reason" in state ? nowhere : state;
    },
    positionInto: (tS, positions) => {
      propagateInto({ record, minutes: firstMinutes + tS / 60, positions, row: 0 });
    },
    ...motionBounds(record),
    fromTS,
    toTS,
    failure,
  };
}

/** Samples of a table lie this far apart at most, and this many at least in one turn at the fastest, s. */
const TABLE_STEP_S = 30;
const TABLE_STEPS_PER_TURN_COUNT = 180;
/** What a sample takes, bytes: three components of position and of velocity. */
const SAMPLE_BYTES = 48;

const tableStepS = ({ fastestTurnRadPerS }: Track) =>
  Math.min(TABLE_STEP_S, TURN_RAD / TABLE_STEPS_PER_TURN_COUNT / fastestTurnRadPerS);

/** Memory that the table of a track would take, bytes. */
export const tableBytes = (track: Track) =>
  SAMPLE_BYTES * (Math.ceil((track.toTS - track.fromTS) / tableStepS(track)) + 3);

/**
 * The same track with `positionInto` read from a table by cubic Hermite pieces, ten times as fast: under 1e-4 km from SGP4 in low orbits and under
 * 5e-3 km in deep space, where SGP4's velocity is not quite the rate of its position. That moves an event by under 1e-3 s.
 */
export function tabulate(track: Track): Track {
  const { fromTS, toTS } = track;
  const stepS = tableStepS(track);
  const count = Math.ceil((toTS - fromTS) / stepS) + 3;
  // One step before the span: searches look a little over its ends.
  const firstTS = fromTS - stepS;
  const table = new Float64Array(count * 6);
  for (let row = 0; row < count; row++) {
    const { positionTemeKm, velocityTemeKmPerS } = track.stateAt(firstTS + row * stepS);
    table.set(positionTemeKm, row * 6);
    table.set(velocityTemeKmPerS, row * 6 + 3);
  }
  const positionInto = (tS: number, position: Float64Array) => {
    const row = Math.min(count - 2, Math.max(0, Math.floor((tS - firstTS) / stepS)));
    const share = (tS - firstTS) / stepS - row;
    const rest = 1 - share;
    const a = (1 + 2 * share) * rest * rest;
    const b = 1 - a;
    const c = share * rest * rest * stepS;
    const d = -share * share * rest * stepS;
    for (let at = row * 6, axis = 0; axis < 3; at++, axis++)
      position[axis] = a * table[at]! + b * table[at + 6]! + c * table[at + 3]! + d * table[at + 9]!;
  };
  return { ...track, positionInto };
}
