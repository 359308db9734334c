/**
 * Mean elements of SGP4 (TEME, WGS 72) and the lengths that follow from them.
 */
import { EARTH_RADIUS_WGS72_KM, J2_WGS72_RATIO, MU_WGS72_KM3_PER_S2 } from "../facts/constants.ts";
import { RAD_PER_DEG } from "../geometry/angles.ts";
import type { Instant } from "../geometry/instant.ts";

/** What SGP4 takes. `meanMotionRevPerDay` is Kozai's, as in a TLE; `bstarPerRadius` is per Earth radius. */
export type MeanElements = {
  readonly epoch: Instant;
  readonly inclinationDeg: number;
  readonly raanDeg: number;
  readonly eccentricityRatio: number;
  readonly argumentOfPerigeeDeg: number;
  readonly meanAnomalyDeg: number;
  readonly meanMotionRevPerDay: number;
  readonly bstarPerRadius: number;
};

const RADII_POWER = 2 / 3;
/** √µ of SGP4 in Earth radii and minutes. */
const XKE = 60 / Math.sqrt(EARTH_RADIUS_WGS72_KM ** 3 / MU_WGS72_KM3_PER_S2);
const RAD_PER_MINUTE_PER_REV_PER_DAY = (2 * Math.PI) / 1440;

/** J2's part of Kozai's mean motion, to be divided by the square of the semi-major axis in Earth radii. */
function kozaiFactor({ inclinationDeg, eccentricityRatio }: { inclinationDeg: number; eccentricityRatio: number }) {
  const square = 1 - eccentricityRatio ** 2;
  const cosine = Math.cos(inclinationDeg * RAD_PER_DEG);
  return (0.75 * J2_WGS72_RATIO * (3 * cosine * cosine - 1)) / (Math.sqrt(square) * square);
}

/** Mean semi-major axis that SGP4 finds in Kozai's mean motion, km (Hoots and Roehrich 1980, as AIAA 2006-6753 has it). */
export function meanSemiMajorAxisKm(
  elements: Pick<MeanElements, "inclinationDeg" | "eccentricityRatio" | "meanMotionRevPerDay">,
): number {
  const kozai = elements.meanMotionRevPerDay * RAD_PER_MINUTE_PER_REV_PER_DAY;
  const factor = kozaiFactor(elements);
  const first = (XKE / kozai) ** RADII_POWER;
  const firstDelta = factor / (first * first);
  const second = first * (1 - firstDelta * firstDelta - firstDelta * (1 / 3 + (134 * firstDelta * firstDelta) / 81));
  const brouwer = kozai / (1 + factor / (second * second));
  return (XKE / brouwer) ** RADII_POWER * EARTH_RADIUS_WGS72_KM;
}

/** Kozai's mean motion from which SGP4 finds this mean semi-major axis: the inverse of `meanSemiMajorAxisKm`. */
export function kozaiMeanMotionRevPerDay({
  semiMajorAxisKm,
  inclinationDeg,
  eccentricityRatio,
}: {
  semiMajorAxisKm: number;
  inclinationDeg: number;
  eccentricityRatio: number;
}): number {
  const brouwer = XKE * (EARTH_RADIUS_WGS72_KM / semiMajorAxisKm) ** 1.5;
  const factor = kozaiFactor({ inclinationDeg, eccentricityRatio });
  let kozai = brouwer;
  // A fixed point with a contraction of about 1e-3: four steps reach the last digit, the others cost nothing.
  for (let step = 0; step < 12; step++) {
    const first = (XKE / kozai) ** RADII_POWER;
    const firstDelta = factor / (first * first);
    const second = first * (1 - firstDelta * firstDelta - firstDelta * (1 / 3 + (134 * firstDelta * firstDelta) / 81));
    kozai = brouwer * (1 + factor / (second * second));
  }
  return kozai / RAD_PER_MINUTE_PER_REV_PER_DAY;
}

/** Mean perigee and apogee, km from the centre. */
export function apsidesKm(elements: MeanElements) {
  const semiMajorAxisKm = meanSemiMajorAxisKm(elements);
  return {
    semiMajorAxisKm,
    perigeeKm: semiMajorAxisKm * (1 - elements.eccentricityRatio),
    apogeeKm: semiMajorAxisKm * (1 + elements.eccentricityRatio),
  };
}
