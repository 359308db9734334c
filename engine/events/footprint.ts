import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { RAD_PER_DEG, TURN_RAD } from "../geometry/angles.ts";
import { type Geodetic, geodeticToEcef, zenithEcefUnit } from "../geometry/geodesy.ts";
import { add, cross, dot, scale, unit, type Vector3 } from "../geometry/vectors.ts";

/**
 * The line on which a satellite on a circle of that height stands at just `minElevationDeg` over a site: directions from the
 * Earth's centre, Earth-fixed, [pointCount × 3], from north through east. Inside it a satellite stands higher. WGS 84 normal,
 * no refraction; the circle's radius is 6378.135 km and the height, as designed shells have it.
 */
export function footprintOf({
  site,
  altitudeKm,
  minElevationDeg,
  pointCount,
}: {
  site: Geodetic;
  altitudeKm: number;
  minElevationDeg: number;
  pointCount: number;
}): Float32Array<ArrayBuffer> {
  const from = geodeticToEcef(site);
  const up = zenithEcefUnit(site);
  const radiusKm = EARTH_RADIUS_WGS72_KM + altitudeKm;
  const east: Vector3 = [-Math.sin(site.longitudeDeg * RAD_PER_DEG), Math.cos(site.longitudeDeg * RAD_PER_DEG), 0];
  const north = cross(up, east);
  const [level, rise] = [Math.cos(minElevationDeg * RAD_PER_DEG), Math.sin(minElevationDeg * RAD_PER_DEG)];
  const points = new Float32Array(pointCount * 3);
  for (let row = 0; row < pointCount; row++) {
    const azimuthRad = (row / pointCount) * TURN_RAD;
    const flat = add(scale(north, Math.cos(azimuthRad)), scale(east, Math.sin(azimuthRad)));
    const ray = add(scale(flat, level), scale(up, rise));
    // |from + range × ray| = radius, the root that lies ahead.
    const half = dot(from, ray);
    const rangeKm = Math.sqrt(half * half + radiusKm * radiusKm - dot(from, from)) - half;
    points.set(unit(add(from, scale(ray, rangeKm))), row * 3);
  }
  return points;
}
