/**
 * The sky as a place has it: azimuth from north through east, elevation from the plane square to the WGS 84 normal, and how
 * high the Sun stands. Refraction is left out everywhere; it lifts what stands at 10° by 0.09°.
 */
import { asin, DEG_PER_RAD, wrapDeg } from "../geometry/angles.ts";
import type { Geodetic } from "../geometry/geodesy.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { cross, dot, norm, scale, subtract, unit, type Vector3 } from "../geometry/vectors.ts";
import type { Station } from "../network/ground.ts";
import { sunAt } from "../orbit/sun.ts";
import { makeStation } from "./accessWindows.ts";

/** A place with its directions, TEME. At a pole the longitude says where north is, as on a chart. */
export type Horizon = Station & { readonly eastTemeUnit: Vector3; readonly northTemeUnit: Vector3 };

/** The Sun's centre as its upper limb touches the horizon: 34′ of refraction and 16′ of radius, by the almanacs' convention. */
export const SUNSET_DEG = -0.833;
/** The end of civil, nautical and astronomical twilight, the Sun's centre, by the almanacs' convention. */
export const CIVIL_DEG = -6;
export const NAUTICAL_DEG = -12;
export const ASTRONOMICAL_DEG = -18;

/** What the Sun leaves of the night, from the brightest to the darkest. */
export const twilights = ["day", "civil", "nautical", "astronomical", "night"] as const;
export type Twilight = (typeof twilights)[number];

export function twilightOf(sunAltitudeDeg: number): Twilight {
  const passed = [SUNSET_DEG, CIVIL_DEG, NAUTICAL_DEG, ASTRONOMICAL_DEG].filter((limit) => sunAltitudeDeg < limit);
  return twilights[passed.length]!;
}

/** Where the turning Earth carries a place and its directions, at seconds after `from`. */
export function makeHorizon(site: Geodetic, from: Instant): (tS: number) => Horizon {
  const stationAt = makeStation(site, from);
  const poleward: Vector3 = [0, 0, 1];
  return (tS) => {
    const station = stationAt(tS);
    const up = station.zenithTemeUnit;
    const eastward = cross(poleward, up);
    // On the axis east is square to the meridian that the longitude names; rounding never makes that vector zero but at the pole itself.
    const eastTemeUnit: Vector3 = norm(eastward) > 0 ? unit(eastward) : [0, 1, 0];
    return { ...station, eastTemeUnit, northTemeUnit: cross(up, eastTemeUnit) };
  };
}

/** Direction and distance of a point from a place. At the zenith the azimuth is 0. */
export function directionOf(horizon: Horizon, positionTemeKm: Vector3) {
  const toward = subtract(positionTemeKm, horizon.positionTemeKm);
  const rangeKm = norm(toward);
  const east = dot(toward, horizon.eastTemeUnit);
  const north = dot(toward, horizon.northTemeUnit);
  return {
    azimuthDeg: wrapDeg(Math.atan2(east, north) * DEG_PER_RAD),
    elevationDeg: asin(dot(toward, horizon.zenithTemeUnit) / rangeKm) * DEG_PER_RAD,
    rangeKm,
  };
}

/** Direction of the Sun's centre from a place: geometric, its parallax of 9″ taken in. */
export function sunDirection(horizon: Horizon, instant: Instant) {
  const { sunTemeUnit, distanceKm } = sunAt(instant);
  const { azimuthDeg, elevationDeg } = directionOf(horizon, scale(sunTemeUnit, distanceKm));
  return { azimuthDeg, altitudeDeg: elevationDeg };
}

/** Altitude of the Sun's centre over a place at seconds after `from`, degrees. */
export function makeSunAltitude(site: Geodetic, from: Instant): (tS: number) => number {
  const horizonAt = makeHorizon(site, from);
  return (tS) => sunDirection(horizonAt(tS), addSeconds(from, tS)).altitudeDeg;
}

/** Hours of the mean Sun at a longitude, 0 to 24: UTC and 4 minutes for each degree east. */
export const meanSolarTimeH = ({ longitudeDeg }: { longitudeDeg: number }, { secondS }: Instant) =>
  wrapDeg(secondS / 240 + longitudeDeg) / 15;
