/** The time-stepped orbit, in the shapes that cross to the page. Pure: the worker holds flight and design. */
import { addSeconds, type Cycler, type CycleTables, type Flight, sunAngles, sunAt } from "#engine";
import type { CycleStateAnswer, CycleTablesAnswer } from "./messages.ts";

/** Tables one after the other; shells of one height share one. */
export function packTables({ tables, ...rest }: CycleTables): CycleTablesAnswer {
  const distinct = [...new Set(tables)];
  const length = distinct[0]?.cells.length ?? 0;
  const cells = new Float32Array(length * distinct.length);
  distinct.forEach((table, row) => {
    cells.set(table.cells, row * length);
  });
  return {
    ...rest,
    cells,
    shadowlessRad: distinct.map(({ shadowlessRad }) => shadowlessRad),
    tableOfShell: tables.map((table) => distinct.indexOf(table)),
  };
}

/** What a satellite of the fleet does at `tS`, stepped through its own orbit there and then; undefined for any other. */
export function readCycleState({
  flight,
  cycler,
  index,
  tS,
}: {
  flight: Flight;
  cycler: Cycler;
  index: number;
  tS: number;
}): CycleStateAnswer {
  if (!(index >= 0 && index < flight.satelliteCount)) return undefined;
  const state = flight.stateOf(index, tS);
  if ("reason" in state) return undefined;
  const { shellIndex } = flight.whereOf(index);
  if (shellIndex >= cycler.shells.length) return undefined;
  const angles = sunAngles({
    positionKm: state.positionTemeKm,
    velocityKmPerS: state.velocityTemeKmPerS,
    sunUnit: sunAt(addSeconds(flight.epoch, tS)).sunTemeUnit,
  });
  return cycler.stateAt({ shellIndex, ...angles });
}
