/**
 * The Earth's shadow as two cones, after Montenbruck and Gill, Satellite Orbits, 3.4: a sphere of 6378.137 km before a
 * Sun of 695,700 km. Left out: the flattening (up to 21 km at the poles, about 3 s of a crossing) and the atmosphere.
 */
import { EARTH_RADIUS_WGS84_KM, SUN_RADIUS_KM } from "../facts/constants.ts";
import { asin } from "../geometry/angles.ts";
import type { Vector3 } from "../geometry/vectors.ts";

export const SUNLIT = 0;
export const PENUMBRA = 1;
export const UMBRA = 2;
/** A satellite without a state. */
export const NO_LIGHT = 255;

type ShadowQuery = {
  x: number;
  y: number;
  z: number;
  sunTemeUnit: Vector3;
  distanceKm: number;
  earthRadiusKm?: number;
  sunRadiusKm?: number;
};

/**
 * How far the satellite is from the cones, radians: both negative in the umbra, `penumbraRad` alone negative in the penumbra.
 * They cross zero where an event is, so a root finder can use them. `x y z`: position, TEME, km.
 */
export function shadowMargins({
  x,
  y,
  z,
  sunTemeUnit,
  distanceKm,
  earthRadiusKm = EARTH_RADIUS_WGS84_KM,
  sunRadiusKm = SUN_RADIUS_KM,
}: ShadowQuery) {
  const toSunX = sunTemeUnit[0] * distanceKm - x;
  const toSunY = sunTemeUnit[1] * distanceKm - y;
  const toSunZ = sunTemeUnit[2] * distanceKm - z;
  const radiusKm = Math.sqrt(x * x + y * y + z * z);
  const toSunKm = Math.sqrt(toSunX * toSunX + toSunY * toSunY + toSunZ * toSunZ);
  const crossX = y * toSunZ - z * toSunY;
  const crossY = z * toSunX - x * toSunZ;
  const crossZ = x * toSunY - y * toSunX;
  const betweenRad = Math.atan2(
    Math.sqrt(crossX * crossX + crossY * crossY + crossZ * crossZ),
    -(x * toSunX + y * toSunY + z * toSunZ),
  );
  const earthRad = asin(earthRadiusKm / radiusKm);
  const sunRad = asin(sunRadiusKm / toSunKm);
  return { umbraRad: betweenRad - (earthRad - sunRad), penumbraRad: betweenRad - (earthRad + sunRad) };
}

/** 0 sunlit, 1 penumbra, 2 umbra. */
export function lightOf(query: ShadowQuery): 0 | 1 | 2 {
  const { x, y, z, sunTemeUnit, earthRadiusKm = EARTH_RADIUS_WGS84_KM } = query;
  // Half of all satellites are on the Sun's side of the Earth's centre: no angle is needed.
  if (x * sunTemeUnit[0] + y * sunTemeUnit[1] + z * sunTemeUnit[2] > 0) return SUNLIT;
  // Nor for those farther from the axis than the penumbra is wide (it opens by 1 km in 210).
  const along = x * sunTemeUnit[0] + y * sunTemeUnit[1] + z * sunTemeUnit[2];
  const aside2 = x * x + y * y + z * z - along * along;
  if (aside2 > (earthRadiusKm * 1.001 - along / 200) ** 2) return SUNLIT;
  const { umbraRad, penumbraRad } = shadowMargins(query);
  return umbraRad < 0 ? UMBRA : penumbraRad < 0 ? PENUMBRA : SUNLIT;
}

/** Light of many satellites, [count]: `positionsTemeKm` [count × 3], `NO_LIGHT` where they hold NaN. */
export function lightsOf({
  positionsTemeKm,
  sunTemeUnit,
  distanceKm,
}: {
  positionsTemeKm: ArrayLike<number>;
  sunTemeUnit: Vector3;
  distanceKm: number;
}): Uint8Array {
  const lights = new Uint8Array(positionsTemeKm.length / 3);
  for (let index = 0, at = 0; index < lights.length; index++, at += 3) {
    const x = positionsTemeKm[at]!;
    lights[index] = Number.isNaN(x)
      ? NO_LIGHT
      : lightOf({ x, y: positionsTemeKm[at + 1]!, z: positionsTemeKm[at + 2]!, sunTemeUnit, distanceKm });
  }
  return lights;
}
