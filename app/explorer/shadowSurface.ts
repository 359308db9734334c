/** The Earth's umbra and penumbra as surfaces, in the Sun's frame (z away from the Sun), km: the cones that colour the fleet. */
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import { penumbraCone, umbraCone } from "./shadowCones.ts";

export type Cone = "umbra" | "penumbra";
const cones = { umbra: umbraCone, penumbra: penumbraCone } as const;

/** How far behind the Earth the cones are drawn, km: past the Moon. The umbra's tip lies 1.4 million km away. */
export const DRAWN_BEHIND_KM = 420_000;
const SIDE_COUNT = 160;
const RING_COUNT = 48;

/** Radius of a cone so far behind the Earth's centre, km. */
export const coneRadiusKm = (cone: Cone, behindKm: number) => cones[cone][0] + cones[cone][1] * behindKm;

/** Where a cone leaves the Earth, km behind its centre: the circle in which it touches the sphere. */
export function touchBehindKm(cone: Cone): number {
  const slope = cones[cone][1];
  return (-EARTH_RADIUS_WGS84_KM * slope) / Math.hypot(1, slope);
}

/** Points [vertexCount × 3], km, outward normals, and triangles. Rings stand closer together near the Earth. */
export function shadowSurface(cone: Cone): {
  positions: Float32Array<ArrayBuffer>;
  normals: Float32Array<ArrayBuffer>;
  index: Uint32Array<ArrayBuffer>;
} {
  const across = SIDE_COUNT + 1;
  const positions = new Float32Array(across * (RING_COUNT + 1) * 3);
  const normals = new Float32Array(positions.length);
  const index = new Uint32Array(SIDE_COUNT * RING_COUNT * 6);
  const startKm = touchBehindKm(cone);
  const slope = cones[cone][1];
  const lean = Math.hypot(1, slope);
  let at = 0;
  for (let ring = 0; ring <= RING_COUNT; ring++) {
    const behindKm = startKm + (DRAWN_BEHIND_KM - startKm) * (ring / RING_COUNT) ** 3;
    const radiusKm = coneRadiusKm(cone, behindKm);
    for (let side = 0; side < across; side++, at += 3) {
      const turn = (side / SIDE_COUNT) * 2 * Math.PI;
      positions.set([radiusKm * Math.cos(turn), radiusKm * Math.sin(turn), behindKm], at);
      normals.set([Math.cos(turn) / lean, Math.sin(turn) / lean, -slope / lean], at);
    }
  }
  at = 0;
  for (let ring = 0; ring < RING_COUNT; ring++)
    for (let side = 0; side < SIDE_COUNT; side++, at += 6) {
      const near = ring * across + side;
      index.set([near, near + across, near + 1, near + 1, near + across, near + across + 1], at);
    }
  return { positions, normals, index };
}

/** The circle in which the Sun's centre stands on the horizon of a sphere, [pointCount × 3], the Sun's frame, km. */
export function terminatorPoints(heightKm: number, pointCount: number): Float32Array<ArrayBuffer> {
  const radiusKm = EARTH_RADIUS_WGS84_KM + heightKm;
  const points = new Float32Array(pointCount * 3);
  for (let row = 0; row < pointCount; row++) {
    const turn = (row / pointCount) * 2 * Math.PI;
    points.set([radiusKm * Math.cos(turn), radiusKm * Math.sin(turn), 0], row * 3);
  }
  return points;
}
