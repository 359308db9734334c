/**
 * The rival on the ground: light in glass along a great circle of the mean sphere, or along a way longer by a stretch. Repeaters,
 * amplifiers and routers are left out.
 */
import { EARTH_RADIUS_MEAN_KM, FIBRE_INDEX_RATIO, LIGHT_SPEED_KM_PER_S } from "../facts/constants.ts";

/** Round trip over `groundKm` of great circle, ms; New York to London 54.6. */
export const fibreRoundTripMs = ({ groundKm, stretchRatio = 1 }: { groundKm: number; stretchRatio?: number }) =>
  ((2 * groundKm * stretchRatio * FIBRE_INDEX_RATIO) / LIGHT_SPEED_KM_PER_S) * 1000;

/** Great-circle distance that fibre crosses and comes back from in `roundTripMs`, km. */
export const fibreReachKm = ({ roundTripMs, stretchRatio = 1 }: { roundTripMs: number; stretchRatio?: number }) =>
  ((roundTripMs / 1000) * LIGHT_SPEED_KM_PER_S) / (2 * stretchRatio * FIBRE_INDEX_RATIO);

/**
 * Ground distance from which a way through space is faster than fibre at the very best, km: straight up, along an arc at
 * `altitudeKm`, straight down. Real meshes zigzag, so theirs is farther. Infinity where the arc alone is slower than the glass.
 */
export function fibreBreakEvenKm({ altitudeKm, stretchRatio = 1 }: { altitudeKm: number; stretchRatio?: number }) {
  const gainRatio = stretchRatio * FIBRE_INDEX_RATIO - (1 + altitudeKm / EARTH_RADIUS_MEAN_KM);
  return gainRatio > 0 ? (2 * altitudeKm) / gainRatio : Number.POSITIVE_INFINITY;
}
