/** The equator and ecliptic of date: nutation by its four largest terms (IAU 1980), obliquity of IAU 1976. Under 0.5″. */
import { RAD_PER_DEG } from "../geometry/angles.ts";
import type { Vector3 } from "../geometry/vectors.ts";

const RAD_PER_ARCSECOND = RAD_PER_DEG / 3600;

/** Nutation in longitude and true obliquity, radians; `centuries` of 36,525 days since J2000.0, terrestrial time. */
export function nutationAt(centuries: number): { nutationRad: number; obliquityRad: number } {
  const nodeRad = (125.04452 - 1934.136261 * centuries) * RAD_PER_DEG;
  const sunMeanRad = (280.4665 + 36000.7698 * centuries) * RAD_PER_DEG;
  const moonMeanRad = (218.3165 + 481267.8813 * centuries) * RAD_PER_DEG;
  const nutationRad =
    (-17.2 * Math.sin(nodeRad) -
      1.32 * Math.sin(2 * sunMeanRad) -
      0.23 * Math.sin(2 * moonMeanRad) +
      0.21 * Math.sin(2 * nodeRad)) *
    RAD_PER_ARCSECOND;
  const meanObliquityArcseconds = 84381.448 - centuries * (46.815 + centuries * (0.00059 - 0.001813 * centuries));
  const obliquityRad =
    (meanObliquityArcseconds +
      9.2 * Math.cos(nodeRad) +
      0.57 * Math.cos(2 * sunMeanRad) +
      0.1 * Math.cos(2 * moonMeanRad) -
      0.09 * Math.cos(2 * nodeRad)) *
    RAD_PER_ARCSECOND;
  return { nutationRad, obliquityRad };
}

/**
 * Direction in TEME of a place given by ecliptic longitude, counted from the true equinox of date, and latitude. TEME
 * counts from the mean equinox: back by the equation of the equinoxes.
 */
export function eclipticToTeme({
  longitudeRad,
  latitudeRad,
  nutationRad,
  obliquityRad,
}: {
  longitudeRad: number;
  latitudeRad: number;
  nutationRad: number;
  obliquityRad: number;
}): Vector3 {
  const level = Math.cos(latitudeRad);
  const x = level * Math.cos(longitudeRad);
  const y = level * Math.sin(longitudeRad) * Math.cos(obliquityRad) - Math.sin(latitudeRad) * Math.sin(obliquityRad);
  const z = level * Math.sin(longitudeRad) * Math.sin(obliquityRad) + Math.sin(latitudeRad) * Math.cos(obliquityRad);
  const equinoxesRad = nutationRad * Math.cos(obliquityRad);
  return [
    x * Math.cos(equinoxesRad) + y * Math.sin(equinoxesRad),
    y * Math.cos(equinoxesRad) - x * Math.sin(equinoxesRad),
    z,
  ];
}
