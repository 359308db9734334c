import { Matrix4, type Vector3 } from "three";
import { EARTH_RADIUS_WGS84_KM } from "#engine";

/** Kilometres in one unit of the scene. Nothing else in the app converts lengths for drawing. */
export const KM_PER_UNIT = 1000;
export const EARTH_RADIUS_UNITS = EARTH_RADIUS_WGS84_KM / KM_PER_UNIT;

const s = 1 / KM_PER_UNIT;
/** TEME, km → scene: x stays, z points up (three's y), y points away (three's −z). */
export const sceneFromTemeKm: Readonly<Matrix4> = new Matrix4().set(s, 0, 0, 0, 0, 0, s, 0, 0, -s, 0, 0, 0, 0, 0, 1);

/** A point, TEME km, written into `out` in scene units. */
export const toScene = ([x, y, z]: ArrayLike<number> & Iterable<number>, out: Vector3): Vector3 =>
  out.set(x! * s, z! * s, -y! * s);
