/** Who of a designed shell is near a point: of the planes that pass near it only the slots round the nearest one are named. */
import { type AnalyticShell, EARTH_RADIUS_WGS72_KM } from "#engine";

/** Eccentricity, J2's and J3's waves carry satellites less than this from their plane's even circle, km. */
const WAVE_KM = 30;

/** Satellites of a shell that may be within reach of a point, by their place in it; all that are, and some that are not. */
export function* candidatesNear({
  shell: { constants, nodesRad, anomaliesRad, slotCosines },
  minutes,
  eye: [x, y, z],
  reachKm,
}: {
  shell: AnalyticShell;
  /** After the shell's epoch. */
  minutes: number;
  /** TEME, km. */
  eye: readonly [number, number, number];
  reachKm: number;
}): Generator<number> {
  const { cosInclination, sinInclination, perigeeRad, longitudeRateRadPerMinute, nodeRateRadPerMinute } = constants;
  const radiusKm = constants.semiMajorAxisRatio * EARTH_RADIUS_WGS72_KM;
  const withinKm = reachKm + WAVE_KM;
  if (Math.abs(Math.hypot(x, y, z) - radiusKm) > withinKm) return;
  const slotCount = slotCosines.length;
  const slotRad = (2 * Math.PI) / slotCount;
  const aside = Math.ceil(withinKm / (slotRad * radiusKm)) + 1;
  const count = Math.min(slotCount, 2 * aside + 1);
  for (let plane = 0; plane < nodesRad.length; plane++) {
    const nodeRad = nodesRad[plane]! + nodeRateRadPerMinute * minutes;
    const cosine = Math.cos(nodeRad);
    const sine = Math.sin(nodeRad);
    // Towards the node, a quarter turn ahead of it, and out of the plane.
    const toNode = x * cosine + y * sine;
    const level = y * cosine - x * sine;
    if (Math.abs(z * cosInclination - level * sinInclination) > withinKm) continue;
    const alongRad = Math.atan2(level * cosInclination + z * sinInclination, toNode);
    const firstRad = perigeeRad + longitudeRateRadPerMinute * minutes + anomaliesRad[plane]!;
    const middle = Math.round((alongRad - firstRad) / slotRad);
    for (let row = 0; row < count; row++) {
      const slot = (middle - aside + row) % slotCount;
      yield plane * slotCount + (slot < 0 ? slot + slotCount : slot);
    }
  }
}
