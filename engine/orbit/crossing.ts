/**
 * How near two satellites of designed shells come as SGP4 flies them, without drag.
 *
 * Where a satellite stands on its orbit depends on its mean argument of latitude λ alone: J3's long-period terms shift it along the
 * track by up to 2 e a cos λ (e a = ½ J3 ⁄ J2 · R sin i, 7.5 km at most), J2's short-period terms by a few kilometres more, the same for
 * all satellites of a shell. Two that cross stand there symmetrically, so their shifts along the track add: up to 30 km against the
 * circles of the elements. Their distance is a smooth function of λ, told by the difference of nodes and of λ; a search over one orbit
 * finds its least.
 *
 * Left out: the designed eccentricity of 1e-6 (7 m), and what SGP4 has not near the Earth either: tesseral and third-body terms, tens of
 * metres between neighbours.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { TURN_RAD } from "../geometry/angles.ts";
import type { Instant } from "../geometry/instant.ts";
import { type AnalyticShell, analyticInto, makeAnalyticShell } from "./analytic.ts";
import { momentOf } from "./analyticMoment.ts";
import { designElements, shellInclinationDeg, type WalkerShell } from "./walker.ts";

/**
 * By how much the least distance of two satellites may differ from that of their circles, km: J3's shifts add to 4 e a = 30 km, and
 * J2's turns of at most 1e-3 to some 10 km.
 */
export const PERIODIC_TERMS_KM = 45;

/** Nothing here depends on it: the terms turn with the node. */
const ANY_EPOCH: Instant = { day: 0, secondS: 0 };
const SAMPLE_COUNT = 720;

/** Places along an orbit by mean argument of latitude, km, x towards the node: [(SAMPLE_COUNT + 3) × 3], the first one sample before 0. */
export type OrbitTrack = Float64Array;

/** One orbit of a shell in `slotCount` samples; undefined where the closed form does not hold: no height, or deep space. */
function oneOrbit({ altitudeKm, ...shell }: WalkerShell, slotCount: number): AnalyticShell | undefined {
  const inclinationDeg = shellInclinationDeg({ altitudeKm, ...shell });
  if (altitudeKm === undefined || inclinationDeg === undefined) return undefined;
  const single = { altitudeKm, inclinationDeg, planeCount: 1, satellitesPerPlaneCount: slotCount, raanSpreadDeg: 0 };
  try {
    return makeAnalyticShell(designElements(single, ANY_EPOCH));
  } catch {
    return undefined;
  }
}

/** The track of a shell's satellites; undefined where the closed form does not hold. */
export function orbitTrack(shell: WalkerShell): OrbitTrack | undefined {
  const orbit = oneOrbit(shell, SAMPLE_COUNT);
  if (orbit === undefined) return undefined;
  const track = new Float64Array((SAMPLE_COUNT + 3) * 3);
  analyticInto({ shell: orbit, minutes: 0, positions: track, row: 1 });
  track.copyWithin(0, SAMPLE_COUNT * 3, (SAMPLE_COUNT + 1) * 3);
  track.copyWithin((SAMPLE_COUNT + 1) * 3, 3, 9);
  return track;
}

/** Place at an argument of latitude, by Lagrange's cubic: within 1e-6 km of the closed form. */
function placeInto(track: OrbitTrack, argumentRad: number, out: Float64Array, at: number): void {
  const turns = argumentRad / TURN_RAD;
  const sample = (turns - Math.floor(turns)) * SAMPLE_COUNT;
  const first = Math.min(SAMPLE_COUNT - 1, Math.floor(sample));
  const f = sample - first;
  const w0 = (-f * (f - 1) * (f - 2)) / 6;
  const w1 = ((f + 1) * (f - 1) * (f - 2)) / 2;
  const w2 = (-(f + 1) * f * (f - 2)) / 2;
  const w3 = ((f + 1) * f * (f - 1)) / 6;
  const row = first * 3;
  for (let axis = 0; axis < 3; axis++)
    out[at + axis] =
      w0 * track[row + axis]! + w1 * track[row + 3 + axis]! + w2 * track[row + 6 + axis]! + w3 * track[row + 9 + axis]!;
}

const pair = new Float64Array(6);
/** Looks along an orbit: enough for the two least distances, where the planes meet. */
const LOOK_COUNT = 16;
/** Steps of the parabolas that close in on a least, rad: the last one is a few metres. */
const STEPS_RAD = [0.1, 0.01, 1e-3, 1e-5] as const;

/** Least distance over an orbit of two satellites of one track, km: the second `nodeRad` farther round and `phaseRad` ahead. */
export function leastDistanceKm({
  track,
  nodeRad,
  phaseRad,
}: {
  track: OrbitTrack;
  nodeRad: number;
  phaseRad: number;
}): number {
  const cosine = Math.cos(nodeRad);
  const sine = Math.sin(nodeRad);
  const squareAt = (argumentRad: number) => {
    placeInto(track, argumentRad, pair, 0);
    placeInto(track, argumentRad + phaseRad, pair, 3);
    const x = pair[0]! - (pair[3]! * cosine - pair[4]! * sine);
    const y = pair[1]! - (pair[3]! * sine + pair[4]! * cosine);
    const z = pair[2]! - pair[5]!;
    return x * x + y * y + z * z;
  };
  const looks = Array.from({ length: LOOK_COUNT }, (_, look) => squareAt((TURN_RAD * look) / LOOK_COUNT));
  let least = Number.POSITIVE_INFINITY;
  looks.forEach((middle, look) => {
    if (middle > looks[(look + 1) % LOOK_COUNT]! || middle > looks.at(look - 1)!) return;
    let argumentRad = (TURN_RAD * look) / LOOK_COUNT;
    least = Math.min(least, middle);
    for (const stepRad of STEPS_RAD) {
      const [before, here, after] = [-stepRad, 0, stepRad].map((step) => squareAt(argumentRad + step)) as [
        number,
        number,
        number,
      ];
      const bend = before - 2 * here + after;
      if (bend > 0) argumentRad += (stepRad * (before - after)) / (2 * bend);
      least = Math.min(least, squareAt(argumentRad));
    }
  });
  return Math.sqrt(least);
}

/** Latitudes at which the heights of two shells are compared: the gap bends as sin² does. */
const LATITUDE_COUNT = 61;
/**
 * By how much two shells of one mean height may differ in height over one latitude, km: J2's mean terms 15 km between an equatorial and a
 * polar one, its waves 3 km, J3's 15 km.
 */
export const HEIGHT_TERMS_KM = 35;

/** Radius of a shell's satellites, km, by the sine of their latitude, northward and southward the same, up to its highest. */
export type HeightProfile = { readonly highestSine: number; readonly radiusKmAt: (sine: number) => number };

/** A shell's heights as J2 and J3 shape them; undefined where the closed form does not hold. */
export function heightProfile(shell: WalkerShell): HeightProfile | undefined {
  const orbit = oneOrbit(shell, 1);
  if (orbit === undefined) return undefined;
  const { axis, ey, flat, radiusWave, sinI } = momentOf(orbit.constants, 0);
  return {
    highestSine: sinI,
    radiusKmAt(sine) {
      const sinU = sinI === 0 ? 0 : Math.max(-1, Math.min(1, sine / sinI));
      return EARTH_RADIUS_WGS72_KM * (axis * (1 - ey * sinU) * flat + radiusWave * (1 - 2 * sinU * sinU));
    },
  };
}

/**
 * By how much two shells differ in height at the least where both pass, km, whatever their planes do: J2 lets a shell of 30° fly some
 * 10 km lower than a polar one of the same mean height, and both rise and sink with latitude. 0 where they pass through each other.
 */
export function heightGapKm(a: HeightProfile, b: HeightProfile): number {
  const highest = Math.min(a.highestSine, b.highestSine);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let step = 0; step < LATITUDE_COUNT; step++) {
    const sine = highest * ((2 * step) / (LATITUDE_COUNT - 1) - 1);
    const gap = a.radiusKmAt(sine) - b.radiusKmAt(sine);
    low = Math.min(low, gap);
    high = Math.max(high, gap);
  }
  return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
}
