import { EARTH_RADIUS_WGS84_KM, MU_WGS84_KM3_PER_S2 } from "../facts/constants.ts";

const radius = (altitudeKm: number) => EARTH_RADIUS_WGS84_KM + altitudeKm;
const circularMPerS = (radiusKm: number) => Math.sqrt(MU_WGS84_KM3_PER_S2 / radiusKm) * 1000;

/** Velocity of a slow spiral between two circular orbits of one plane, m/s: the difference of their speeds (Edelbaum). */
export const spiralDeltaV = ({ fromKm, toKm }: { fromKm: number; toKm: number }) =>
  Math.abs(circularMPerS(radius(fromKm)) - circularMPerS(radius(toKm)));

/** Velocity of one burn that lowers the perigee of a circular orbit, m/s. */
export function perigeeDeltaV({ fromKm, perigeeKm }: { fromKm: number; perigeeKm: number }): number {
  const apogee = radius(fromKm);
  return circularMPerS(apogee) * (1 - Math.sqrt((2 * radius(perigeeKm)) / (apogee + radius(perigeeKm))));
}
