import { MU_WGS72_KM3_PER_S2 } from "#engine";
import type { FlightShell, Keyframe } from "../worker/messages.ts";

/** Where nothing tells: an orbit at 600 km. */
const USUAL_PERIOD_S = 5_800;

type Shells = { readonly shells: readonly FlightShell[] };

/** Period of a keyframe's satellite from its state, by the energy of a Kepler orbit; undefined without a state or an orbit. */
function keplerPeriodS({ positionsTemeKm: p, velocitiesTemeKmPerS: v }: Keyframe, row: number): number | undefined {
  const at = row * 3;
  const radiusKm = Math.hypot(p[at]!, p[at + 1]!, p[at + 2]!);
  const perAxis = 2 / radiusKm - (v[at]! ** 2 + v[at + 1]! ** 2 + v[at + 2]! ** 2) / MU_WGS72_KM3_PER_S2;
  const periodS = 2 * Math.PI * Math.sqrt(1 / (MU_WGS72_KM3_PER_S2 * perAxis ** 3));
  return radiusKm > 1 && Number.isFinite(periodS) ? periodS : undefined;
}

/**
 * Seconds of one orbit of satellite `index`, from equator to equator: nodal for a designed shell, to which the satellite comes back at the
 * same argument of latitude; Kepler's, of its state, for a listed one.
 */
export function orbitPeriodS({ shells }: Shells, frame: Keyframe | undefined, index = 0): number {
  const shell = shells.findLast(({ firstIndex }) => firstIndex <= index);
  if (shell?.designed !== undefined) return (120 * Math.PI) / shell.designed.constants.longitudeRateRadPerMinute;
  if (shell === undefined || frame === undefined) return USUAL_PERIOD_S;
  return keplerPeriodS(frame, shell.firstRow + index - shell.firstIndex) ?? USUAL_PERIOD_S;
}
