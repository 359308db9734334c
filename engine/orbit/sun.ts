/**
 * The Sun as seen from the Earth's centre: apparent place (light time and aberration taken in), true equator and mean
 * equinox, which is TEME. The largest terms of VSOP87 (Bretagnon and Francou 1988, spherical, equinox of date, as
 * printed by Meeus, Astronomical Algorithms, appendix III) and the four largest terms of nutation (IAU 1980).
 * Left out: smaller terms, the Sun's latitude (under 1.2″), leap seconds before 2017; in all under 0.001° in 1957–2100.
 */
import { ASTRONOMICAL_UNIT_KM, TT_LESS_UTC_S } from "../facts/constants.ts";
import { RAD_PER_DEG } from "../geometry/angles.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import type { Vector3 } from "../geometry/vectors.ts";
import { eclipticToTeme, nutationAt } from "./nutation.ts";

type Term = readonly [amplitude: number, phaseRad: number, radPerMillennium: number];

/** Heliocentric longitude of the Earth, 1e-8 rad. */
const longitudeTerms: readonly Term[] = [
  [3341656, 4.6692568, 6283.07585],
  [34894, 4.6261, 12566.1517],
  [3497, 2.7441, 5753.3849],
  [3418, 2.8289, 3.5231],
  [3136, 3.6277, 77713.7715],
  [2676, 4.4181, 7860.4194],
  [2343, 6.1352, 3930.2097],
  [1324, 0.7425, 11506.7698],
  [1273, 2.0371, 529.691],
  [1199, 1.1096, 1577.3435],
  [990, 5.233, 5884.927],
  [902, 2.045, 26.298],
  [857, 3.508, 398.149],
  [780, 1.179, 5223.694],
  [753, 2.533, 5507.553],
  [505, 4.583, 18849.228],
  [492, 4.205, 775.523],
  [357, 2.92, 0.067],
  [317, 5.849, 11790.629],
  [284, 1.899, 796.298],
  [271, 0.315, 10977.079],
  [243, 0.345, 5486.778],
  [206, 4.806, 2544.314],
  [205, 1.869, 5573.143],
  [202, 2.458, 6069.777],
  [156, 0.833, 213.299],
];
/** The same, times millennia. */
const longitudeRateTerms: readonly Term[] = [
  [206059, 2.678235, 6283.07585],
  [4303, 2.6351, 12566.1517],
  [425, 1.59, 3.523],
];
/** Distance, 1e-8 au. */
const distanceTerms: readonly Term[] = [
  [1670700, 3.0984635, 6283.07585],
  [13956, 3.05525, 12566.1517],
  [3084, 5.1985, 77713.7715],
  [1628, 1.1739, 5753.3849],
  [1576, 2.8469, 7860.4194],
  [925, 5.453, 11506.77],
  [542, 4.564, 3930.21],
];
const distanceRateTerms: readonly Term[] = [
  [103019, 1.10749, 6283.07585],
  [1721, 1.0644, 12566.1517],
];

const sum = (terms: readonly Term[], millennia: number) =>
  terms.reduce((total, [amplitude, phaseRad, rate]) => total + amplitude * Math.cos(phaseRad + rate * millennia), 0);

const RAD_PER_ARCSECOND = RAD_PER_DEG / 3600;
/** Aberration at one astronomical unit, arcseconds. IAU. */
const ABERRATION_ARCSECONDS = 20.4898;

/** Apparent ecliptic longitude of the Sun, true equinox of date; true obliquity, nutation in longitude, radians; distance, au. */
export function apparentSun(instant: Instant) {
  const millennia = (daysSinceJ2000(instant) + TT_LESS_UTC_S / 86400) / 365250;
  const centuries = millennia * 10;
  const earthRad =
    (175347046 +
      sum(longitudeTerms, millennia) +
      millennia * (628331966747 + sum(longitudeRateTerms, millennia) + millennia * 52919)) *
    1e-8;
  const distanceAu = (100013989 + sum(distanceTerms, millennia) + millennia * sum(distanceRateTerms, millennia)) * 1e-8;

  const { nutationRad, obliquityRad } = nutationAt(centuries);
  const fk5Arcseconds = 0.09033;
  const longitudeRad =
    earthRad + Math.PI - (fk5Arcseconds + ABERRATION_ARCSECONDS / distanceAu) * RAD_PER_ARCSECOND + nutationRad;
  return { longitudeRad, obliquityRad, nutationRad, distanceAu };
}

/** Direction (TEME, unit vector) and distance of the Sun. */
export function sunAt(instant: Instant): { sunTemeUnit: Vector3; distanceKm: number } {
  const { longitudeRad, obliquityRad, nutationRad, distanceAu } = apparentSun(instant);
  return {
    sunTemeUnit: eclipticToTeme({ longitudeRad, latitudeRad: 0, nutationRad, obliquityRad }),
    distanceKm: distanceAu * ASTRONOMICAL_UNIT_KM,
  };
}
