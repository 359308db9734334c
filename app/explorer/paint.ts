import { type ColourMode, colourStore } from "../state/colour.ts";
import type { CycleTablesAnswer } from "../worker/messages.ts";
import { cycleStore, isCycleMode } from "./cycleStore.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { loadColours, loadStep } from "./loadScale.ts";
import { networkStore } from "./networkStore.ts";
import { planePosition, shellPosition } from "./shellScale.ts";

/** All that the colours of rows depend on; the same object while nothing of it changes. */
export type PaintSource = {
  readonly mode: ColourMode;
  readonly tableOfShell: CycleTablesAnswer["tableOfShell"] | undefined;
  /** [servingCount], share of the fullest link's capacity, negative without a link. */
  readonly loadFractions: Float32Array | undefined;
};
let latest: PaintSource = { mode: "light", tableOfShell: undefined, loadFractions: undefined };

export function paintSource(): PaintSource {
  const { mode } = colourStore.getState();
  const tableOfShell = isCycleMode(mode) ? cycleStore.getState().cycles?.tableOfShell : undefined;
  const { traffic } = networkStore.getState();
  const loadFractions = mode === "load" && traffic?.issue === undefined ? traffic?.loadFractions : undefined;
  if (latest.mode !== mode || latest.tableOfShell !== tableOfShell || latest.loadFractions !== loadFractions)
    latest = { mode, tableOfShell, loadFractions };
  return latest;
}

/** Where a load stands on the steps of the scale, 0 to 1. */
export const loadPosition = (fraction: number) => (loadStep(fraction, 1) + 0.5) / loadColours.length;

/** The number of one satellite, as `paintRows` writes it. */
export function paintOf({
  flight: { shells },
  source: { mode, tableOfShell, loadFractions },
  index,
}: {
  flight: Pick<OpenFlight, "shells">;
  source: PaintSource;
  index: number;
}): number {
  const shellIndex = shells.findLastIndex(({ firstIndex }) => firstIndex <= index);
  const shell = shells[shellIndex]!;
  switch (mode) {
    case "light":
      return 0;
    case "power":
    case "temperature":
      return shell.layer === "fleet" ? (tableOfShell?.[shellIndex] ?? -1) : -1;
    case "shell":
      return shellPosition(shells, shell);
    case "plane":
      return planePosition(shells, shell, Math.floor((index - shell.firstIndex) / shell.slotCount));
    case "load": {
      const fraction = loadFractions?.[index] ?? -1;
      return fraction < 0 ? -1 : loadPosition(fraction);
    }
  }
}

/**
 * One number a row for the graphics card: where it stands on the scale, 0 to 1, or for power and temperature the number of its shell's
 * table; −1 for a row that has no colour of the mode. All satellites of a plane have the same but for loads.
 */
export function paintRows({
  flight,
  kind,
  source,
  rows,
}: {
  flight: Pick<OpenFlight, "shells">;
  kind: "designed" | "listed";
  source: PaintSource;
  rows: Float32Array;
}): void {
  for (const { designed, firstRow, firstIndex, planeCount, slotCount } of flight.shells) {
    if ((designed !== undefined) !== (kind === "designed")) continue;
    const stepCount = source.mode === "load" ? 1 : slotCount;
    for (let within = 0; within < planeCount * slotCount; within += stepCount)
      rows.fill(
        paintOf({ flight, source, index: firstIndex + within }),
        firstRow + within,
        firstRow + within + stepCount,
      );
  }
}
