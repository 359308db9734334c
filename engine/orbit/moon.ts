/**
 * The Moon as seen from the Earth's centre, after Meeus, Astronomical Algorithms, chapter 47: 10″ in longitude and 4″ in
 * latitude against the whole theory ELP-2000/82. Light time is in it. Leap seconds before 2017 and after today are left
 * out: the Moon moves 0.55″ in each second of them.
 */
import { TT_LESS_UTC_S } from "../facts/constants.ts";
import { RAD_PER_DEG, wrapDeg } from "../geometry/angles.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import { angleBetween, scale, subtract, type Vector3 } from "../geometry/vectors.ts";
import { latitudeTerms, longitudeTerms } from "./moonTerms.ts";
import { eclipticToTeme, nutationAt } from "./nutation.ts";

/** Mean distance of the Moon in the series, km. */
const MEAN_DISTANCE_KM = 385000.56;

const sineDeg = (angleDeg: number) => Math.sin(angleDeg * RAD_PER_DEG);

/** Geocentric place on the ecliptic of date, from the mean equinox; `centuries` since J2000.0, terrestrial time. */
export function moonOnEcliptic(t: number): { longitudeDeg: number; latitudeDeg: number; distanceKm: number } {
  const meanDeg = 218.3164477 + t * (481267.88123421 + t * (-0.0015786 + t * (1 / 538841 - t / 65194000)));
  const elongationDeg = 297.8501921 + t * (445267.1114034 + t * (-0.0018819 + t * (1 / 545868 - t / 113065000)));
  const sunAnomalyDeg = 357.5291092 + t * (35999.0502909 + t * (-0.0001536 + t / 24490000));
  const moonAnomalyDeg = 134.9633964 + t * (477198.8675055 + t * (0.0087414 + t * (1 / 69699 - t / 14712000)));
  const argumentDeg = 93.272095 + t * (483202.0175233 + t * (-0.0036539 + t * (-1 / 3526000 + t / 863310000)));
  const venusDeg = 119.75 + 131.849 * t;
  const jupiterDeg = 53.09 + 479264.29 * t;
  const flatteningDeg = 313.45 + 481266.484 * t;
  // The Earth's orbit grows rounder; terms of the Sun's anomaly shrink with it.
  const roundness = 1 - t * (0.002516 + t * 0.0000074);
  const weights = [1, roundness, roundness * roundness];

  const angleOf = ([elongation, sun, moon, argument]: readonly [number, number, number, number, ...number[]]) =>
    (elongation * elongationDeg + sun * sunAnomalyDeg + moon * moonAnomalyDeg + argument * argumentDeg) * RAD_PER_DEG;
  let longitudeMicroDeg = 3958 * sineDeg(venusDeg) + 1962 * sineDeg(meanDeg - argumentDeg) + 318 * sineDeg(jupiterDeg);
  let distanceM = 0;
  for (const term of longitudeTerms) {
    const angleRad = angleOf(term);
    const weight = weights[Math.abs(term[1])]!;
    longitudeMicroDeg += weight * term[4] * Math.sin(angleRad);
    distanceM += weight * term[5] * Math.cos(angleRad);
  }
  let latitudeMicroDeg =
    -2235 * sineDeg(meanDeg) +
    382 * sineDeg(flatteningDeg) +
    175 * (sineDeg(venusDeg - argumentDeg) + sineDeg(venusDeg + argumentDeg)) +
    127 * sineDeg(meanDeg - moonAnomalyDeg) -
    115 * sineDeg(meanDeg + moonAnomalyDeg);
  for (const term of latitudeTerms) latitudeMicroDeg += weights[Math.abs(term[1])]! * term[4] * Math.sin(angleOf(term));
  return {
    longitudeDeg: wrapDeg(meanDeg + longitudeMicroDeg / 1e6),
    latitudeDeg: latitudeMicroDeg / 1e6,
    distanceKm: MEAN_DISTANCE_KM + distanceM / 1000,
  };
}

/** Position of the Moon, TEME, km. */
export function moonAt(instant: Instant): { moonTemeKm: Vector3 } {
  const centuries = (daysSinceJ2000(instant) + TT_LESS_UTC_S / 86400) / 36525;
  const { longitudeDeg, latitudeDeg, distanceKm } = moonOnEcliptic(centuries);
  const { nutationRad, obliquityRad } = nutationAt(centuries);
  const direction = eclipticToTeme({
    longitudeRad: longitudeDeg * RAD_PER_DEG + nutationRad,
    latitudeRad: latitudeDeg * RAD_PER_DEG,
    nutationRad,
    obliquityRad,
  });
  return { moonTemeKm: scale(direction, distanceKm) };
}

/** Share of the Moon's disc that the Sun lights, as seen from the Earth's centre (Meeus 48.1). */
export function moonLitFraction({ moonTemeKm, sunTemeKm }: { moonTemeKm: Vector3; sunTemeKm: Vector3 }): number {
  const phaseRad = angleBetween(subtract([0, 0, 0], moonTemeKm), subtract(sunTemeKm, moonTemeKm));
  return (1 + Math.cos(phaseRad)) / 2;
}
