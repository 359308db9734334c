/**
 * The records of one shell, satellite by index.
 *
 * A designed shell needs a single SGP4 record: with B* = 0 and e = 1e-7 its initialised constants depend on height and
 * inclination alone, so node and mean anomaly are put in before each call. Bit for bit what a record each would give,
 * at 2 kB a shell in place of 2 kB a satellite. Clusters need one for each member of a cluster. A listed shell has a record for
 * each satellite.
 */
import { RAD_PER_DEG } from "../geometry/angles.ts";
import type { Instant } from "../geometry/instant.ts";
import { type Bulk, makeBulk } from "./bulk.ts";
import type { ClusterMember } from "./cluster.ts";
import type { MeanElements } from "./elements.ts";
import { makeRecord, minutesSinceEpoch, type OrbitRecord, type StateArray } from "./propagate.ts";
import { type DesignedShell, elementsOf, memberPerigeeDeg, slotAnomalyDeg } from "./walker.ts";

export type Squadron = {
  readonly satelliteCount: number;
  /** The record of a satellite, good until the next call. */
  readonly recordOf: (shellIndex: number) => OrbitRecord;
  readonly elementsOf: (shellIndex: number) => MeanElements;
  /** Whether all satellites fly the same circle, apart from node and phase. */
  readonly isDesigned: boolean;
  /**
   * States of all at one instant, into [satelliteCount × 3] arrays, NaN where there is none; returns how many have none. Through the kernel,
   * which listed satellites share for as long as they live; left out where only `recordOf` moves them.
   */
  readonly allInto?: (of: { instant: Instant; positions: StateArray; velocities?: StateArray | undefined }) => number;
};

export function designedSquadron(shell: DesignedShell): Squadron {
  if (shell.members !== undefined) return clusterSquadron(shell, shell.members);
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

/** Clusters: members of one number share a record, into which node, perigee and anomaly are put. */
function clusterSquadron(shell: DesignedShell, members: readonly ClusterMember[]): Squadron {
  const { planeCount, slotCount } = shell;
  const memberCount = members.length;
  const records = members.map((_, member) => makeRecord(elementsOf(shell, 0, 0, member)));
  const placeOf = (shellIndex: number) => {
    const slots = Math.floor(shellIndex / memberCount);
    const plane = Math.floor(slots / slotCount);
    return { plane, slot: slots - plane * slotCount, member: shellIndex - slots * memberCount };
  };
  return {
    satelliteCount: planeCount * slotCount * memberCount,
    isDesigned: false,
    recordOf: (shellIndex) => {
      const { plane, slot, member } = placeOf(shellIndex);
      const { satrec } = records[member]!;
      satrec.nodeo = shell.raanDeg[plane]! * RAD_PER_DEG;
      satrec.argpo = memberPerigeeDeg(members[member]!, slotAnomalyDeg({ shell, plane, slot })) * RAD_PER_DEG;
      return records[member]!;
    },
    elementsOf: (shellIndex) => {
      const { plane, slot, member } = placeOf(shellIndex);
      return elementsOf(shell, plane, slot, member);
    },
  };
}

export function listedSquadron(elements: readonly MeanElements[]): Squadron {
  const records = elements.map(makeRecord);
  const recordOf = (shellIndex: number) => records[shellIndex]!;
  let held: { readonly bulk: Bulk; readonly minutes: Float64Array } | undefined;
  return {
    satelliteCount: records.length,
    isDesigned: false,
    recordOf,
    elementsOf: (shellIndex) => elements[shellIndex]!,
    allInto({ instant, ...states }) {
      held ??= {
        bulk: makeBulk({ satelliteCount: records.length, recordOf }),
        minutes: new Float64Array(records.length),
      };
      const { bulk, minutes } = held;
      for (let index = 0; index < records.length; index++)
        minutes[index] = minutesSinceEpoch(records[index]!.epoch, instant);
      return bulk.allInto({ minutes, ...states });
    },
  };
}
