/**
 * The Earth's shadow as two cones, for the shader and for whoever must agree with it: inside the inner cone the Sun is
 * wholly hidden, inside the outer one partly. The same spheres as the engine's conical test, which compares angles; here the
 * Sun stands at one astronomical unit, which moves the edge by up to 0.2 km.
 */
import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_WGS84_KM, SUN_RADIUS_KM } from "#engine";
import type { Light } from "../worker/messages.ts";

const umbraSine = (SUN_RADIUS_KM - EARTH_RADIUS_WGS84_KM) / ASTRONOMICAL_UNIT_KM;
const penumbraSine = (SUN_RADIUS_KM + EARTH_RADIUS_WGS84_KM) / ASTRONOMICAL_UNIT_KM;
const cosineOf = (sine: number) => Math.sqrt(1 - sine * sine);

/** Radius at the Earth's centre, km, and by how much it changes with each km behind it. */
export const umbraCone = [EARTH_RADIUS_WGS84_KM / cosineOf(umbraSine), -umbraSine / cosineOf(umbraSine)] as const;
export const penumbraCone = [
  EARTH_RADIUS_WGS84_KM / cosineOf(penumbraSine),
  penumbraSine / cosineOf(penumbraSine),
] as const;

type Lit = {
  readonly positionTemeKm: readonly [number, number, number];
  readonly sunTemeUnit: readonly [number, number, number];
};

/** 1 in sunlight, 0 in the umbra, between in the penumbra: the twin of the shader's `litShare`. */
export function litShareAt({ positionTemeKm: [x, y, z], sunTemeUnit: [sx, sy, sz] }: Lit): number {
  const behindKm = -(x * sx + y * sy + z * sz);
  if (behindKm <= 0) return 1;
  const asideKm = Math.hypot(x + behindKm * sx, y + behindKm * sy, z + behindKm * sz);
  const innerKm = umbraCone[0] + umbraCone[1] * behindKm;
  const outerKm = penumbraCone[0] + penumbraCone[1] * behindKm;
  return Math.min(1, Math.max(0, (asideKm - innerKm) / (outerKm - innerKm)));
}

export function drawnLight(lit: Lit): Light {
  const share = litShareAt(lit);
  return share === 1 ? "sunlit" : share === 0 ? "umbra" : "penumbra";
}
