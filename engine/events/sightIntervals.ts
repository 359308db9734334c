import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { TURN_RAD } from "../geometry/angles.ts";
import { closestApproachKm } from "../geometry/sightline.ts";
import { findIntervals, type Interval } from "./search.ts";
import type { Track } from "./track.ts";

/** Steps in the fastest turn of one satellite as the other sees it. */
const STEPS_PER_TURN_COUNT = 150;

/**
 * When two satellites see each other: intervals in seconds, in order, cut by the ends of both tracks. The straight line stays
 * `grazingAltitudeKm` above a sphere of 6378.137 km and, where given, is at most `rangeKm` long. Ends to 1e-5 s.
 *
 * The line's distance from the centre changes no faster than its faster end moves, and its length no faster than both ends do:
 * so far the search leaps.
 */
export function findSight({
  a,
  b,
  grazingAltitudeKm,
  rangeKm,
}: {
  a: Track;
  b: Track;
  grazingAltitudeKm: number;
  rangeKm?: number | undefined;
}): Interval[] {
  const fromTS = Math.max(a.fromTS, b.fromTS);
  const toTS = Math.min(a.toTS, b.toTS);
  const leastStepS = TURN_RAD / STEPS_PER_TURN_COUNT / (a.fastestTurnRadPerS + b.fastestTurnRadPerS);
  const leastKm = EARTH_RADIUS_WGS84_KM + grazingAltitudeKm;
  const fasterKmPerS = Math.max(a.fastestKmPerS, b.fastestKmPerS);
  const aKm = new Float64Array(3);
  const bKm = new Float64Array(3);
  const overHorizon = (tS: number) => {
    a.positionInto(tS, aKm);
    b.positionInto(tS, bKm);
    const margin = closestApproachKm({ aKm, bKm }) - leastKm;
    return { margin, clearS: Math.abs(margin) / fasterKmPerS };
  };
  const inSight = findIntervals({ probe: overHorizon, fromTS, toTS, leastStepS });
  if (rangeKm === undefined) return inSight;
  const inRange = (tS: number) => {
    a.positionInto(tS, aKm);
    b.positionInto(tS, bKm);
    const margin = rangeKm - Math.hypot(aKm[0]! - bKm[0]!, aKm[1]! - bKm[1]!, aKm[2]! - bKm[2]!);
    return { margin, clearS: Math.abs(margin) / (a.fastestKmPerS + b.fastestKmPerS) };
  };
  return inSight.flatMap(([startS, endS]) => findIntervals({ probe: inRange, fromTS: startS, toTS: endS, leastStepS }));
}
