import type { FlightShell } from "../worker/messages.ts";
import { kindColours, kindPosition } from "./colourScales.ts";

/** Shells with planes of their own: a catalogue has neither. */
export const drawnShells = (shells: readonly FlightShell[]) => shells.filter(({ layer }) => layer !== "catalogue");

/** How shells are told apart: few as kinds, many by height, or in their order where they have one height. */
export type ShellScale =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "heights"; readonly leastKm: number; readonly mostKm: number }
  | { readonly kind: "order"; readonly count: number };

export function shellScale(shells: readonly FlightShell[]): ShellScale {
  const drawn = drawnShells(shells);
  if (drawn.length <= kindColours.length) return { kind: "names", names: drawn.map(({ name }) => name) };
  const heights = drawn.map(({ altitudeKm }) => altitudeKm);
  const [leastKm, mostKm] = [Math.min(...heights), Math.max(...heights)];
  return mostKm - leastKm < 1 ? { kind: "order", count: drawn.length } : { kind: "heights", leastKm, mostKm };
}

/** Where a shell stands on the scale, 0 to 1; −1 for a catalogue. */
export function shellPosition(shells: readonly FlightShell[], shell: FlightShell): number {
  if (shell.layer === "catalogue") return -1;
  const scale = shellScale(shells);
  const row = drawnShells(shells).indexOf(shell);
  if (scale.kind === "names") return kindPosition(row, scale.names.length);
  return scale.kind === "order"
    ? kindPosition(row, scale.count)
    : (shell.altitudeKm - scale.leastKm) / (scale.mostKm - scale.leastKm);
}

/** Most planes of a shell: few are kinds, many stand on a scale from the first to the last of each shell. */
export const mostPlaneCount = (shells: readonly FlightShell[]) =>
  Math.max(0, ...drawnShells(shells).map(({ planeCount }) => planeCount));

export function planePosition(
  shells: readonly FlightShell[],
  { layer, planeCount }: FlightShell,
  plane: number,
): number {
  if (layer === "catalogue") return -1;
  const mostCount = mostPlaneCount(shells);
  if (mostCount <= kindColours.length) return kindPosition(plane, mostCount);
  return planeCount === 1 ? 0 : plane / (planeCount - 1);
}
