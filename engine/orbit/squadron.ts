/**
 * The records of one shell, satellite by index.
 *
 * A designed shell needs a single SGP4 record: with B* = 0 and e = 1e-7 its initialised constants depend on height and
 * inclination alone, so node and mean anomaly are put in before each call. Bit for bit what a record each would give,
 * at 2 kB a shell in place of 2 kB a satellite. A listed shell has a record for each satellite.
 */
import { RAD_PER_DEG } from "../geometry/angles.ts";
import type { MeanElements } from "./elements.ts";
import { makeRecord, type OrbitRecord } from "./propagate.ts";
import { type DesignedShell, elementsOf, slotAnomalyDeg } from "./walker.ts";

export type Squadron = {
  readonly satelliteCount: number;
  /** The record of a satellite, good until the next call. */
  readonly recordOf: (shellIndex: number) => OrbitRecord;
  readonly elementsOf: (shellIndex: number) => MeanElements;
  /** Whether all satellites fly the same circle, apart from node and phase. */
  readonly isDesigned: boolean;
};

export function designedSquadron(shell: DesignedShell): Squadron {
  const record = makeRecord(shell.first);
  const { slotCount } = shell;
  return {
    satelliteCount: shell.planeCount * slotCount,
    isDesigned: true,
    recordOf: (shellIndex) => {
      const plane = Math.floor(shellIndex / slotCount);
      record.satrec.nodeo = shell.raanDeg[plane]! * RAD_PER_DEG;
      record.satrec.mo = slotAnomalyDeg({ shell, plane, slot: shellIndex - plane * slotCount }) * RAD_PER_DEG;
      return record;
    },
    elementsOf: (shellIndex) => {
      const plane = Math.floor(shellIndex / slotCount);
      return elementsOf(shell, plane, shellIndex - plane * slotCount);
    },
  };
}

export function listedSquadron(elements: readonly MeanElements[]): Squadron {
  const records = elements.map(makeRecord);
  return {
    satelliteCount: records.length,
    isDesigned: false,
    recordOf: (shellIndex) => records[shellIndex]!,
    elementsOf: (shellIndex) => elements[shellIndex]!,
  };
}
