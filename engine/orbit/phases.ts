/**
 * Designed shells for 32-bit hardware. Angles are whole parts of a turn, 2³² of them: sums wrap by themselves and stay exact at any date
 * (1 cm along an orbit), where a 32-bit angle in radians would be kilometres wrong after a year. What a shell's satellites share at
 * one time is worked out in 64 bits and handed over ready; the rest is `analyticInto`'s arithmetic.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import type { AnalyticShell } from "./analytic.ts";
import { type AnalyticConstants, momentOf } from "./analyticMoment.ts";

const TURN_COUNT = 2 ** 32;
const RAD_PER_TURN = 2 * Math.PI;

/** An angle as parts of a turn, 0 to 2³² − 1. */
export function phaseOfRad(angleRad: number): number {
  const turns = angleRad / RAD_PER_TURN;
  return Math.round((turns - Math.floor(turns)) * TURN_COUNT) >>> 0;
}

/**
 * Phases of all satellites of a shell at its epoch, into [satelliteCount × 2] from `row`: mean longitude (argument of perigee and mean anomaly)
 * without the shell's own perigee, and node.
 */
export function phasesInto({
  shell,
  phases,
  row = 0,
}: {
  shell: AnalyticShell;
  phases: Uint32Array;
  row?: number;
}): void {
  const { nodesRad, anomaliesRad, slotCosines } = shell;
  const slotCount = slotCosines.length;
  let at = row * 2;
  for (let plane = 0; plane < nodesRad.length; plane++) {
    const node = phaseOfRad(nodesRad[plane]!);
    const first = anomaliesRad[plane]! / RAD_PER_TURN;
    for (let slot = 0; slot < slotCount; slot++, at += 2) {
      const turns = first + slot / slotCount;
      phases[at] = Math.round((turns - Math.floor(turns)) * TURN_COUNT);
      phases[at + 1] = node;
    }
  }
}

/** Numbers of one shell's moment. */
export const MOMENT_LENGTH = 16;

/**
 * What a shell's satellites share at one time, into `moments` from `at`: the mean longitude's and the node's turn since the epoch (each as upper and
 * lower 16 bits), the eccentricity vector, axis and radius wave in km, and the waves of J2.
 */
export function momentInto({
  constants,
  minutes,
  moments,
  at = 0,
}: {
  constants: AnalyticConstants;
  minutes: number;
  moments: Float32Array;
  at?: number;
}): void {
  const m = momentOf(constants, minutes);
  const longitude = phaseOfRad(m.longitudeRad);
  const node = phaseOfRad(m.nodeTurnRad);
  moments.set(
    [
      longitude >>> 16,
      longitude & 0xffff,
      node >>> 16,
      node & 0xffff,
      m.ex,
      m.ey,
      m.axis * EARTH_RADIUS_WGS72_KM,
      m.fold,
      m.flat,
      m.radiusWave * EARTH_RADIUS_WGS72_KM,
      m.argumentWave,
      m.nodeWave,
      m.cosI,
      m.sinI,
      m.inclinationWave,
      0,
    ],
    at,
  );
}
