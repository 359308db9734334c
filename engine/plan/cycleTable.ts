/**
 * The time-stepped orbit as a table, so that a million satellites can be coloured by it. Three arcs of an orbit (noon to shadow, shadow, shadow
 * to noon) are stretched to the same length, so that what jumps or bends at an end of shadow does so between two arcs and never inside a cell; along
 * |β| the rows crowd towards the angle where the shadow vanishes, in whose square root it does. What runs out within an arc is kept as the share of the arc at which it does.
 */
import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { eclipseFraction, shadowlessBetaRad } from "../orbit/eclipse.ts";
import { followOrbit, loadLevels, settleOrbit } from "../satellite/orbitCycle.ts";
import type { Cycler } from "./cycler.ts";

/** Cells along an arc, and rows: |β| from 0 to the shadowless angle, and on to 90°. */
export const CYCLE_COLUMN_COUNT = 33;
export const CYCLE_SHADOWED_ROW_COUNT = 49;
const LIT_ROW_COUNT = 8;
export const CYCLE_ROW_COUNT = CYCLE_SHADOWED_ROW_COUNT + LIT_ROW_COUNT;
/** Red, green, blue: the panel's temperature in the three arcs; alpha of the first three columns: where they run out. */
const CHANNEL_COUNT = 4;
/** Steps of the integration, s: a tenth of the panel's own time, so that Runge and Kutta's fourth order leaves under 1e-6 K. */
const STEP_S = 60;
/** An arc in which the battery lasts. */
const NEVER = 2;

/** Row of an angle, 0 to CYCLE_ROW_COUNT − 1. */
export function cycleRow(betaRad: number, shadowlessRad: number): number {
  const beta = Math.abs(betaRad);
  const last = CYCLE_SHADOWED_ROW_COUNT - 1;
  return beta < shadowlessRad
    ? last * (1 - Math.sqrt(1 - beta / shadowlessRad))
    : last + (LIT_ROW_COUNT * (beta - shadowlessRad)) / (Math.PI / 2 - shadowlessRad);
}

function betaOfRow(row: number, shadowlessRad: number): number {
  const last = CYCLE_SHADOWED_ROW_COUNT - 1;
  return row <= last
    ? shadowlessRad * (1 - (1 - row / last) ** 2)
    : shadowlessRad + ((row - last) / LIT_ROW_COUNT) * (Math.PI / 2 - shadowlessRad);
}

/** Arc of a phase from orbit noon, 0 to 2π, and the share of it that is past: 0 noon to shadow, 1 shadow, 2 shadow to noon. */
export function cycleArc(phaseRad: number, shadowFraction: number): { arc: 0 | 1 | 2; share: number } {
  const turns = phaseRad / (2 * Math.PI);
  const start = (1 - shadowFraction) / 2;
  const end = (1 + shadowFraction) / 2;
  if (turns < start) return { arc: 0, share: turns / start };
  return turns < end ? { arc: 1, share: (turns - start) / shadowFraction } : { arc: 2, share: (turns - end) / start };
}

export type CycleTable = {
  /** [CYCLE_ROW_COUNT × CYCLE_COLUMN_COUNT × 4] */
  readonly cells: Float32Array<ArrayBuffer>;
  readonly shadowlessRad: number;
  /** [CYCLE_ROW_COUNT], whether the battery is full again after each orbit. */
  readonly periodics: readonly boolean[];
};

/** The table of one shell. */
export function tabulateCycle(cycler: Cycler, shellIndex: number): CycleTable {
  const { altitudeKm } = cycler.shells[shellIndex]!;
  const shadowlessRad = shadowlessBetaRad({ radiusKm: EARTH_RADIUS_WGS84_KM + altitudeKm });
  const cells = new Float32Array(CYCLE_ROW_COUNT * CYCLE_COLUMN_COUNT * CHANNEL_COUNT);
  const periodics: boolean[] = [];
  for (let row = 0; row < CYCLE_ROW_COUNT; row++) {
    const { temperaturesK, runOuts, periodic } = cycleRowOf(cycler, shellIndex, betaOfRow(row, shadowlessRad));
    periodics.push(periodic);
    const at = row * CYCLE_COLUMN_COUNT * CHANNEL_COUNT;
    for (let column = 0; column < CYCLE_COLUMN_COUNT; column++)
      for (let arc = 0; arc < 3; arc++)
        cells[at + column * CHANNEL_COUNT + arc] = temperaturesK[arc * CYCLE_COLUMN_COUNT + column]!;
    runOuts.forEach((runOut, arc) => {
      cells[at + arc * CHANNEL_COUNT + 3] = runOut;
    });
  }
  return { cells, shadowlessRad, periodics };
}

function cycleRowOf(cycler: Cycler, shellIndex: number, betaRad: number) {
  const design = cycler.designOf(shellIndex, betaRad);
  const { periodS, shadowFraction } = design;
  const edges = [0, (1 - shadowFraction) / 2, (1 + shadowFraction) / 2, 1];
  const timesS = [0, 1, 2].flatMap((arc) =>
    Array.from({ length: CYCLE_COLUMN_COUNT }, (_, column) => {
      const share = column / (CYCLE_COLUMN_COUNT - 1);
      return periodS * (edges[arc]! * (1 - share) + edges[arc + 1]! * share);
    }),
  );
  const { state, periodic } = settleOrbit(design, STEP_S);
  const { series } = followOrbit({ design, state, timesS, innerS: STEP_S });
  const { lit, dark } = loadLevels(design);
  const runOuts = [lit, dark, lit].map(({ drainW }, arc) => {
    const arcS = periodS * (edges[arc + 1]! - edges[arc]!);
    const heldJ = series.batteryEnergyWh[arc * CYCLE_COLUMN_COUNT]! * 3600;
    return drainW > 0 ? Math.min(NEVER, heldJ / Math.max(1e-9, drainW * arcS)) : NEVER;
  });
  return { temperaturesK: series.radiatorTemperatureK, runOuts, periodic };
}

/** Power and temperature by the table, between its cells as the graphics card reads it (the twin of app/explorer/colourShader.ts). */
export function readCycleTable({
  table: { cells, shadowlessRad },
  levels: { lit, dark },
  betaRad,
  phaseRad,
}: {
  table: Pick<CycleTable, "cells" | "shadowlessRad">;
  levels: ReturnType<typeof loadLevels>;
  betaRad: number;
  phaseRad: number;
}): { loadPowerW: number; radiatorTemperatureK: number } {
  const shadowFraction = eclipseFraction({
    radiusKm: EARTH_RADIUS_WGS84_KM / Math.sin(shadowlessRad),
    betaRad,
  });
  const { arc, share } = cycleArc(phaseRad, shadowFraction);
  const row = cycleRow(betaRad, shadowlessRad);
  const low = Math.min(CYCLE_ROW_COUNT - 2, Math.floor(row));
  const column = share * (CYCLE_COLUMN_COUNT - 1);
  const left = Math.min(CYCLE_COLUMN_COUNT - 2, Math.floor(column));
  const cell = (r: number, c: number, channel: number) =>
    cells[(r * CYCLE_COLUMN_COUNT + c) * CHANNEL_COUNT + channel]!;
  const mix = (a: number, b: number, part: number) => a + (b - a) * part;
  const along = (r: number) => mix(cell(r, left, arc), cell(r, left + 1, arc), column - left);
  const runOut = mix(cell(low, arc, 3), cell(low + 1, arc, 3), row - low);
  const { fedW, starvedW } = arc === 1 ? dark : lit;
  return {
    loadPowerW: share < runOut ? fedW : starvedW,
    radiatorTemperatureK: mix(along(low), along(low + 1), row - low),
  };
}
