import { EARTH_RATE_RAD_PER_S } from "../facts/constants.ts";
import { acos, RAD_PER_DEG, TURN_RAD } from "../geometry/angles.ts";
import { type Geodetic, geodeticToEcef, zenithEcefUnit } from "../geometry/geodesy.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { angleBetween, cross, norm } from "../geometry/vectors.ts";
import { lookAt, type Station } from "../network/ground.ts";
import { ecefToTeme, siderealAngleRad } from "../orbit/frames.ts";
import { findIntervals, findLeast } from "./search.ts";
import type { Track } from "./track.ts";

/** Steps in one turn at the fastest. */
const STEPS_PER_TURN_COUNT = 200;
/** The plumb line of the ellipsoid leans at most this far from the centre's direction, degrees. */
const PLUMB_DEG = 0.2;
/** No node turns faster than this, rad/s: J2 at the surface gives 2.0e-6. */
const NODE_RATE_RAD_PER_S = 3e-6;
/** Looks at a window for the part in which the highest elevation lies, at least. */
const LEAST_LOOK_COUNT = 8;

export type AccessWindow = {
  readonly startS: number;
  readonly endS: number;
  readonly maxElevationDeg: number;
  /** When it stands highest, and how far it is then. */
  readonly highestS: number;
  readonly highestRangeKm: number;
};

/** Where the turning Earth carries a site, at seconds after `from`. */
export function makeStation(site: Geodetic, from: Instant): (tS: number) => Station {
  const ecefKm = geodeticToEcef(site);
  const zenithUnit = zenithEcefUnit(site);
  return (tS) => {
    const siderealRad = siderealAngleRad(addSeconds(from, tS));
    return { positionTemeKm: ecefToTeme(ecefKm, siderealRad), zenithTemeUnit: ecefToTeme(zenithUnit, siderealRad) };
  };
}

/** How far from a site, as angles at the Earth's centre, an orbit can be seen, and how fast it can come nearer, rad and rad/s. */
export function viewBounds({
  apogeeKm,
  fastestTurnRadPerS,
  siteKm,
  minElevationDeg,
}: {
  apogeeKm: number;
  fastestTurnRadPerS: number;
  siteKm: number;
  minElevationDeg: number;
}) {
  const leastElevationRad = Math.max(-90, minElevationDeg - PLUMB_DEG) * RAD_PER_DEG;
  return {
    viewRad: acos((siteKm / Math.max(siteKm, apogeeKm)) * Math.cos(leastElevationRad)) - leastElevationRad,
    closingRadPerS: fastestTurnRadPerS + EARTH_RATE_RAD_PER_S,
    /** How fast the orbit's plane can come nearer. */
    planeRadPerS: EARTH_RATE_RAD_PER_S + NODE_RATE_RAD_PER_S,
  };
}

/**
 * When a satellite stands above a site: windows in seconds, in order, cut by the track's ends. WGS 84, elevation from the
 * ellipsoid's normal, no refraction; ends to 1e-5 s, the highest elevation to 1e-6°, within 1° of
 * the zenith to 1e-3°. The search leaps by bounds on how fast the
 * satellite, or its orbit's plane, can approach the site.
 */
export function findAccess({
  track,
  stationAt,
  minElevationDeg,
}: {
  track: Track;
  stationAt: (tS: number) => Station;
  minElevationDeg: number;
}): AccessWindow[] {
  const { fromTS, toTS } = track;
  const bounds = viewBounds({ ...track, siteKm: norm(stationAt(fromTS).positionTemeKm), minElevationDeg });
  const leastStepS = TURN_RAD / STEPS_PER_TURN_COUNT / bounds.closingRadPerS;
  const probe = (tS: number) => {
    const { positionTemeKm, velocityTemeKmPerS } = track.stateAt(tS);
    const station = stationAt(tS);
    const margin = lookAt({ station, positionTemeKm }).elevationDeg - minElevationDeg;
    if (margin > 0) return { margin, clearS: 0 };
    const site = station.positionTemeKm;
    const asideRad = Math.abs(Math.PI / 2 - angleBetween(cross(positionTemeKm, velocityTemeKmPerS), site));
    const clearS = Math.max(
      (angleBetween(positionTemeKm, site) - bounds.viewRad) / bounds.closingRadPerS,
      (asideRad - bounds.viewRad) / bounds.planeRadPerS,
    );
    return { margin, clearS };
  };
  const seenAt = (tS: number) => lookAt({ station: stationAt(tS), positionTemeKm: track.stateAt(tS).positionTemeKm });
  return findIntervals({ probe, fromTS, toTS, leastStepS }).map(([startS, endS]) => {
    const elevationAt = (tS: number) => seenAt(tS).elevationDeg;
    const { tS: highestS, maxElevationDeg } = highestOf({ elevationAt, startS, endS, leastStepS });
    return { startS, endS, maxElevationDeg, highestS, highestRangeKm: seenAt(highestS).rangeKm };
  });
}

/** The highest elevation of a window: looks no farther apart than a step of the search, the best one followed to its peak. */
function highestOf({
  elevationAt,
  startS,
  endS,
  leastStepS,
}: {
  elevationAt: (tS: number) => number;
  startS: number;
  endS: number;
  leastStepS: number;
}): { tS: number; maxElevationDeg: number } {
  const count = Math.max(LEAST_LOOK_COUNT, Math.ceil((endS - startS) / leastStepS));
  const timeOf = (look: number) => startS + ((endS - startS) * look) / count;
  const elevations = Array.from({ length: count + 1 }, (_, look) => elevationAt(timeOf(look)));
  const best = elevations.indexOf(elevations.reduce((most, each) => Math.max(most, each)));
  if (best === 0 || best === count) return { tS: timeOf(best), maxElevationDeg: elevations[best]! };
  const { tS, height } = findLeast({
    heightAt: (tS) => -elevationAt(tS),
    lowTS: timeOf(best - 1),
    midTS: timeOf(best),
    highTS: timeOf(best + 1),
  });
  return { tS, maxElevationDeg: -height };
}
