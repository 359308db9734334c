import { EARTH_RADIUS_WGS84_KM, MU_WGS72_KM3_PER_S2, SUN_RADIUS_KM } from "../facts/constants.ts";
import { TURN_RAD } from "../geometry/angles.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import type { Vector3 } from "../geometry/vectors.ts";
import { shadowMargins } from "../orbit/shadow.ts";
import { sunAt } from "../orbit/sun.ts";
import { findIntervals, type Interval } from "./search.ts";
import type { Track } from "./track.ts";

export type Sun = { readonly sunTemeUnit: Vector3; readonly distanceKm: number };

/** Steps in one turn at the fastest: a shadow is at least 1 of 40 of them, or it turns back within one. */
const STEPS_PER_TURN_COUNT = 150;
/** The Sun's own motion and that of its parallax, rad/s; its mean is 2.0e-7. */
const SUN_RATE_RAD_PER_S = 3e-7;
/** Radial speed that short-period terms and drag add, km/s: J2 gives under 0.01. */
const RADIAL_MARGIN_KM_PER_S = 0.03;
/** Lower orbits than this are falling; their horizon would move without bound, km above the sphere. */
const LOWEST_KM = 50;
/** The Sun's path is taken straight between samples this far apart, s: 6.5e-8 rad off at most, 6e-5 s of an event. */
const SUN_SAMPLE_S = 3600;

/** The Sun at seconds after `from`, from samples made once each, so that many satellites share them. */
export function makeSunTable(from: Instant): (tS: number) => Sun {
  const samples = new Map<number, Sun>();
  const sampleAt = (hour: number) => {
    const known = samples.get(hour);
    if (known !== undefined) return known;
    const made = sunAt(addSeconds(from, hour * SUN_SAMPLE_S));
    samples.set(hour, made);
    return made;
  };
  return (tS) => {
    const hour = Math.floor(tS / SUN_SAMPLE_S);
    const share = tS / SUN_SAMPLE_S - hour;
    const { sunTemeUnit: a, distanceKm } = sampleAt(hour);
    const { sunTemeUnit: b, distanceKm: nextKm } = sampleAt(hour + 1);
    return {
      sunTemeUnit: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])],
      distanceKm: distanceKm + share * (nextKm - distanceKm),
    };
  };
}

/**
 * Umbra and penumbra of a track: intervals in seconds, in order, cut by the track's ends; each umbra lies inside a penumbra.
 * Two cones past a sphere, no refraction (`orbit/shadow.ts`); ends to 1e-5 s of that model, no pass over 1 ms missed.
 */
export function findShadows({
  track,
  sunOf,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
  sunRadiusKm = SUN_RADIUS_KM,
}: {
  track: Track;
  sunOf: (tS: number) => Sun;
  earthRadiusKm?: number;
  sunRadiusKm?: number;
}): { umbra: Interval[]; penumbra: Interval[] } {
  const rate = marginRateRadPerS(track, earthRadiusKm);
  const leastStepS = TURN_RAD / STEPS_PER_TURN_COUNT / track.fastestTurnRadPerS;
  const probe = (which: "umbraRad" | "penumbraRad") => (tS: number) => {
    const [x, y, z] = track.stateAt(tS).positionTemeKm;
    const marginRad = shadowMargins({ x, y, z, ...sunOf(tS), earthRadiusKm, sunRadiusKm })[which];
    return { margin: -marginRad, clearS: Math.abs(marginRad) / rate };
  };
  const { fromTS, toTS } = track;
  const penumbra = findIntervals({ probe: probe("penumbraRad"), fromTS, toTS, leastStepS });
  const umbra = penumbra.flatMap(([startS, endS]) =>
    findIntervals({ probe: probe("umbraRad"), fromTS: startS, toTS: endS, leastStepS }),
  );
  return { umbra, penumbra };
}

/** Bound on how fast the angle between Sun and limb can change: the turn, and the limb that sinks or rises with the height. */
function marginRateRadPerS({ perigeeKm, apogeeKm, fastestTurnRadPerS }: Track, earthRadiusKm: number): number {
  const lowestKm = Math.max(perigeeKm, earthRadiusKm + LOWEST_KM);
  const highestKm = Math.max(apogeeKm, lowestKm);
  const momentum = Math.sqrt((MU_WGS72_KM3_PER_S2 * 2 * lowestKm * highestKm) / (lowestKm + highestKm));
  const eccentricityRatio = (highestKm - lowestKm) / (highestKm + lowestKm);
  const radialKmPerS = (MU_WGS72_KM3_PER_S2 / momentum) * eccentricityRatio + RADIAL_MARGIN_KM_PER_S;
  const limbRadPerKm = earthRadiusKm / (lowestKm * Math.sqrt(lowestKm ** 2 - earthRadiusKm ** 2));
  return fastestTurnRadPerS + SUN_RATE_RAD_PER_S + radialKmPerS * limbRadPerKm;
}
