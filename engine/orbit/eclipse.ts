import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";

/** Share of a circular orbit in the cylinder, from cos of the shadowless beta and cos of beta. */
const shadowShare = (horizonRatio: number, cosBeta: number) => {
  const ratio = horizonRatio / Math.max(1e-6, cosBeta);
  return ratio >= 1 ? 0 : Math.acos(ratio) / Math.PI;
};

/** sin β = normal · Sun, from the sine and cosine of inclination and node. */
const sineOfBeta = (sinI: number, cosI: number, sinNode: number, cosNode: number, x: number, y: number, z: number) =>
  sinI * (sinNode * x - cosNode * y) + cosI * z;

/**
 * Shadow of a circular orbit by the cylinder: the Earth's sphere of 6378.137 km swept away from the Sun.
 * The penumbra is left out, which moves a shadow's ends by about 10 s each; flight gives the conical events.
 */
export function eclipseFraction({
  radiusKm,
  betaRad,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  radiusKm: number;
  betaRad: number;
  earthRadiusKm?: number;
}): number {
  return shadowShare(Math.sqrt(radiusKm ** 2 - earthRadiusKm ** 2) / radiusKm, Math.cos(betaRad));
}

/** Beta beyond which a circular orbit has no shadow, radians. */
export const shadowlessBetaRad = ({
  radiusKm,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  radiusKm: number;
  earthRadiusKm?: number;
}) => Math.asin(earthRadiusKm / radiusKm);

/** Angle between the orbit plane and the Sun, radians: sin β = normal · Sun. `sunUnit` in the frame of the node (equator of date). */
export function betaRad({
  inclinationRad,
  nodeRad,
  sunUnit,
}: {
  inclinationRad: number;
  nodeRad: number;
  sunUnit: readonly [number, number, number];
}): number {
  const sine = sineOfBeta(
    Math.sin(inclinationRad),
    Math.cos(inclinationRad),
    Math.sin(nodeRad),
    Math.cos(nodeRad),
    ...sunUnit,
  );
  return Math.asin(Math.max(-1, Math.min(1, sine)));
}

export type YearOfSun = {
  /** Days since J2000.0 of each sample, evenly spaced, first and last instant of the year included. */
  readonly days: Float64Array;
  /** [sampleCount × 3], x y z, equator of date. */
  readonly sunUnits: Float64Array;
};

/**
 * One plane's year under the cylinder.
 * 1. β at every sample. 2. Season: time with |β| below the shadowless angle, its ends by linear interpolation.
 * 3. Longest shadow: parabola through the deepest sample and its neighbours. 4. Sunlit share: trapezoid.
 */
export function eclipseYear({
  radiusKm,
  inclinationDeg,
  nodeDegAt,
  periodS,
  year,
  shadowRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  radiusKm: number;
  inclinationDeg: number;
  nodeDegAt: (daysSinceJ2000: number) => number;
  periodS: number;
  year: YearOfSun;
  /** Of the cylinder; a cone's at the orbit's height makes it that cone. */
  shadowRadiusKm?: number;
}) {
  const { days, sunUnits } = year;
  const count = days.length;
  const stepDays = (days[count - 1]! - days[0]!) / (count - 1);
  const inclinationRad = (inclinationDeg * Math.PI) / 180;
  const limitRad = shadowlessBetaRad({ radiusKm, earthRadiusKm: shadowRadiusKm });
  const horizonRatio = Math.cos(limitRad);
  const sinInclination = Math.sin(inclinationRad);
  const cosInclination = Math.cos(inclinationRad);
  const fractions = new Float64Array(count);
  let eclipseDaysPerYear = 0;
  let fractionSum = 0;
  let deepest = 0;
  let excessBefore = 0;
  let leastSine = 1;
  let cosineSum = 0;
  let cosineSquareSum = 0;
  for (let i = 0; i < count; i++) {
    const nodeRad = (nodeDegAt(days[i]!) * Math.PI) / 180;
    const sine = sineOfBeta(
      sinInclination,
      cosInclination,
      Math.sin(nodeRad),
      Math.cos(nodeRad),
      sunUnits[3 * i]!,
      sunUnits[3 * i + 1]!,
      sunUnits[3 * i + 2]!,
    );
    const cosineSquare = Math.max(0, 1 - sine * sine);
    const cosine = Math.sqrt(cosineSquare);
    cosineSum += cosine;
    cosineSquareSum += cosineSquare;
    if (Math.abs(sine) < leastSine) leastSine = Math.abs(sine);
    fractions[i] = shadowShare(horizonRatio, cosine);
    const excess = Math.abs(Math.asin(Math.max(-1, Math.min(1, sine)))) - limitRad;
    if (i > 0) {
      const share =
        excessBefore < 0
          ? excess < 0
            ? 1
            : excessBefore / (excessBefore - excess)
          : excess < 0
            ? excess / (excess - excessBefore)
            : 0;
      eclipseDaysPerYear += share * stepDays;
    }
    excessBefore = excess;
    fractionSum += fractions[i]! * (i === 0 || i === count - 1 ? 0.5 : 1);
    if (fractions[i]! > fractions[deepest]!) deepest = i;
  }
  const peak = fractions[deepest]!;
  const before = fractions[Math.max(0, deepest - 1)]!;
  const after = fractions[Math.min(count - 1, deepest + 1)]!;
  const curvature = before - 2 * peak + after;
  const longestFraction =
    curvature < 0 && deepest > 0 && deepest < count - 1 && before > 0 && after > 0
      ? peak - (after - before) ** 2 / (8 * curvature)
      : peak;
  return {
    eclipseDaysPerYear,
    longestEclipseS: longestFraction * periodS,
    sunlitFraction: 1 - fractionSum / (count - 1),
    /** Share of an orbit in shadow at each sample. */
    fractions,
    /** What areas that face the Sun need: least |β| and the means of its cosine and of the cosine's square. */
    sunAngles: {
      leastBetaRad: Math.asin(leastSine),
      meanBetaCosine: cosineSum / count,
      meanBetaCosineSquared: cosineSquareSum / count,
    },
  };
}
