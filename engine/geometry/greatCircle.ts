import { EARTH_RADIUS_MEAN_KM } from "../facts/constants.ts";
import { RAD_PER_DEG } from "./angles.ts";

type LatitudeLongitude = { readonly latitudeDeg: number; readonly longitudeDeg: number };

/**
 * Distance over a sphere of 6371 km (haversine). Against the WGS 84 ellipsoid it is wrong by up to 0.56 %.
 */
export function greatCircleKm({ from, to }: { from: LatitudeLongitude; to: LatitudeLongitude }): number {
  const fromRad = from.latitudeDeg * RAD_PER_DEG;
  const toRad = to.latitudeDeg * RAD_PER_DEG;
  const halfLatitude = Math.sin((toRad - fromRad) / 2);
  const halfLongitude = Math.sin(((to.longitudeDeg - from.longitudeDeg) * RAD_PER_DEG) / 2);
  const chord = halfLatitude ** 2 + Math.cos(fromRad) * Math.cos(toRad) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_MEAN_KM * Math.atan2(Math.sqrt(chord), Math.sqrt(Math.max(0, 1 - chord)));
}
