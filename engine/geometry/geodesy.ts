/**
 * WGS 84 geodetic coordinates and Earth-centred, Earth-fixed vectors.
 */
import { EARTH_FLATTENING_WGS84_RATIO, EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { RAD_PER_DEG } from "./angles.ts";
import type { Vector3 } from "./vectors.ts";

export type Geodetic = { readonly latitudeDeg: number; readonly longitudeDeg: number; readonly heightKm: number };

const squareOfEccentricity = EARTH_FLATTENING_WGS84_RATIO * (2 - EARTH_FLATTENING_WGS84_RATIO);

export function geodeticToEcef({ latitudeDeg, longitudeDeg, heightKm }: Geodetic): Vector3 {
  const sinLatitude = Math.sin(latitudeDeg * RAD_PER_DEG);
  const cosLatitude = Math.cos(latitudeDeg * RAD_PER_DEG);
  const normalKm = EARTH_RADIUS_WGS84_KM / Math.sqrt(1 - squareOfEccentricity * sinLatitude * sinLatitude);
  const axisKm = (normalKm + heightKm) * cosLatitude;
  return [
    axisKm * Math.cos(longitudeDeg * RAD_PER_DEG),
    axisKm * Math.sin(longitudeDeg * RAD_PER_DEG),
    (normalKm * (1 - squareOfEccentricity) + heightKm) * sinLatitude,
  ];
}

/** Normal of the ellipsoid: up, as a level at that place has it. */
export function zenithEcefUnit({ latitudeDeg, longitudeDeg }: Omit<Geodetic, "heightKm">): Vector3 {
  const cosLatitude = Math.cos(latitudeDeg * RAD_PER_DEG);
  return [
    cosLatitude * Math.cos(longitudeDeg * RAD_PER_DEG),
    cosLatitude * Math.sin(longitudeDeg * RAD_PER_DEG),
    Math.sin(latitudeDeg * RAD_PER_DEG),
  ];
}

/**
 * Bowring's start (1985) and two fixed-point steps of his formula, good to 1e-9 km and 1e-11° outside 100 km from the centre.
 * On the axis the longitude is 0.
 */
export function ecefToGeodetic([x, y, z]: Vector3): Geodetic {
  const axisKm = Math.hypot(x, y);
  const polarKm = EARTH_RADIUS_WGS84_KM * (1 - EARTH_FLATTENING_WGS84_RATIO);
  const secondSquare = squareOfEccentricity / (1 - squareOfEccentricity);
  let reduced = Math.atan2(z * EARTH_RADIUS_WGS84_KM, axisKm * polarKm);
  let latitudeRad = 0;
  for (let step = 0; step < 4; step++) {
    latitudeRad = Math.atan2(
      z + secondSquare * polarKm * Math.sin(reduced) ** 3,
      axisKm - squareOfEccentricity * EARTH_RADIUS_WGS84_KM * Math.cos(reduced) ** 3,
    );
    reduced = Math.atan2((1 - EARTH_FLATTENING_WGS84_RATIO) * Math.sin(latitudeRad), Math.cos(latitudeRad));
  }
  const sinLatitude = Math.sin(latitudeRad);
  const cosLatitude = Math.cos(latitudeRad);
  const surfaceKm = EARTH_RADIUS_WGS84_KM * Math.sqrt(1 - squareOfEccentricity * sinLatitude * sinLatitude);
  return {
    latitudeDeg: latitudeRad / RAD_PER_DEG,
    longitudeDeg: Math.atan2(y, x) / RAD_PER_DEG,
    heightKm: axisKm * cosLatitude + z * sinLatitude - surfaceKm,
  };
}
