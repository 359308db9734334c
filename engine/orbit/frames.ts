/**
 * TEME (the frame of SGP4) and the turning Earth. The pseudo-Earth-fixed frame is TEME turned by Greenwich mean sidereal
 * time 1982 with UT1 = UTC and no polar motion: up to 0.35 km at 7,000 km from the true Earth-fixed frame.
 */
import { EARTH_RATE_RAD_PER_S } from "../facts/constants.ts";
import { TURN_RAD, wrapRad } from "../geometry/angles.ts";
import { ecefToGeodetic, type Geodetic } from "../geometry/geodesy.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import { turnAxesZ, type Vector3 } from "../geometry/vectors.ts";

/** Greenwich mean sidereal time 1982 (Aoki et al.). The whole turns of the days never enter, so no digit is lost. */
export function siderealAngleRad(instant: Instant): number {
  const centuries = daysSinceJ2000(instant) / 36525;
  const daySeconds = 67310.54841 - 43200 + instant.secondS;
  const driftSeconds = centuries * (8640184.812866 + centuries * (0.093104 - 6.2e-6 * centuries));
  return wrapRad(((daySeconds + (driftSeconds % 86400)) / 86400) * TURN_RAD);
}

export const temeToEcef = (temeKm: Vector3, siderealRad: number): Vector3 => turnAxesZ(temeKm, siderealRad);

export const ecefToTeme = (ecefKm: Vector3, siderealRad: number): Vector3 => turnAxesZ(ecefKm, -siderealRad);

/** Velocity against the turning Earth, km/s, in the Earth-fixed frame. */
export function temeVelocityToEcef({
  positionTemeKm,
  velocityTemeKmPerS,
  siderealRad,
}: {
  positionTemeKm: Vector3;
  velocityTemeKmPerS: Vector3;
  siderealRad: number;
}): Vector3 {
  const [x, y] = temeToEcef(positionTemeKm, siderealRad);
  const [vx, vy, vz] = temeToEcef(velocityTemeKmPerS, siderealRad);
  return [vx + EARTH_RATE_RAD_PER_S * y, vy - EARTH_RATE_RAD_PER_S * x, vz];
}

/** Point below a TEME position, WGS 84. */
export const temeToGeodetic = (temeKm: Vector3, siderealRad: number): Geodetic =>
  ecefToGeodetic(temeToEcef(temeKm, siderealRad));
