import { EARTH_RADIUS_WGS84_KM, LIGHT_SPEED_KM_PER_S } from "../facts/constants.ts";

/** Distance from a place on the sphere to a satellite seen at `elevationDeg`, km. */
export function slantRangeKm({
  altitudeKm,
  elevationDeg,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  altitudeKm: number;
  elevationDeg: number;
  earthRadiusKm?: number;
}) {
  const elevationRad = (elevationDeg * Math.PI) / 180;
  const radiusKm = earthRadiusKm + altitudeKm;
  return (
    Math.sqrt(radiusKm ** 2 - (earthRadiusKm * Math.cos(elevationRad)) ** 2) - earthRadiusKm * Math.sin(elevationRad)
  );
}

/** Angle at the Earth's centre between a place and a satellite that it sees at `elevationDeg`, degrees. */
export function centralAngleDeg({
  altitudeKm,
  elevationDeg,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  altitudeKm: number;
  elevationDeg: number;
  earthRadiusKm?: number;
}) {
  const cosine = (earthRadiusKm / (earthRadiusKm + altitudeKm)) * Math.cos((elevationDeg * Math.PI) / 180);
  return (Math.acos(cosine) * 180) / Math.PI - elevationDeg;
}

/** Ground distance to which a satellite is within `slantKm`, along the sphere; 0 where even the zenith is farther away, km. */
export function coverageRadiusKm({
  altitudeKm,
  slantKm,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  altitudeKm: number;
  slantKm: number;
  earthRadiusKm?: number;
}) {
  const radiusKm = earthRadiusKm + altitudeKm;
  const cosine = (earthRadiusKm ** 2 + radiusKm ** 2 - slantKm ** 2) / (2 * earthRadiusKm * radiusKm);
  return earthRadiusKm * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

/** Longest laser link of a shell whose beam stays above `grazingAltitudeKm`, km. */
export function longestLinkKm({
  altitudeKm,
  grazingAltitudeKm,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
}: {
  altitudeKm: number;
  grazingAltitudeKm: number;
  earthRadiusKm?: number;
}) {
  return 2 * Math.sqrt(Math.max(0, (earthRadiusKm + altitudeKm) ** 2 - (earthRadiusKm + grazingAltitudeKm) ** 2));
}

/** Light time, ms. Vacuum: the air's 0.03 % on the last 10 km is left out (10 ns). */
export const lightTimeMs = (distanceKm: number, lightSpeedKmPerS = LIGHT_SPEED_KM_PER_S) =>
  (distanceKm / lightSpeedKmPerS) * 1000;
