/**
 * SGP4 for many states. Near-Earth orbits below e = 0.1 go through the compiled kernel, within 1e-6 km of `sgp4()` over 30 days;
 * deep space, higher eccentricities, whatever decays or leaves the kernel's range, and machines without WebAssembly
 * take `sgp4()` itself, whose verdict and reason then count. A state depends on its record and its minutes alone, to the last bit.
 */
import { type Kernel, openKernel } from "../kernel/kernel.ts";
import * as layout from "../kernel/layout.ts";
import {
  endOfRun,
  type OrbitRecord,
  propagateInto,
  propagateState,
  type RunEnd,
  type StateArray,
} from "./propagate.ts";

/** A set of records, made ready once. `recordOf` may answer with one object again and again, good until the next call. */
export type Bulk = {
  readonly satelliteCount: number;
  /** Satellites that the kernel moves, until they decay. */
  readonly kernelCount: number;
  readonly kernel: Kernel | undefined;
  /** One satellite over rising times, into rows from `row` of [count × 3] arrays; NaN where there is no state. Ends as `propagateRun` does. */
  readonly runInto: (of: {
    index: number;
    minutes: ArrayLike<number>;
    positions: StateArray;
    velocities?: StateArray | undefined;
    row?: number;
  }) => RunEnd;
  /** All satellites, each at its own minutes after its epoch, into [satelliteCount × 3] arrays. Returns how many have no state. */
  readonly allInto: (of: {
    minutes: ArrayLike<number>;
    positions: StateArray;
    velocities?: StateArray | undefined;
  }) => number;
};

const GREATEST_ECCENTRICITY_RATIO = 0.1;
const HALF_TURNS_PER_RADIAN = 1 / Math.PI;

/** What the kernel needs of a record, in `layout`'s order, or false where it must not have it. */
function constantsInto({ satrec }: OrbitRecord, constants: Float64Array): boolean {
  if (satrec.method !== "n" || !(satrec.ecco <= GREATEST_ECCENTRICITY_RATIO)) return false;
  // Perigees below 220 km take SGP4's simple drag; their records hold the other terms half made.
  const full = satrec.isimp === 1 ? 0 : 1;
  const set = (at: number, value: number) => {
    constants[at] = value;
  };
  const setAngle = (at: number, valueRad: number) => set(at, valueRad * HALF_TURNS_PER_RADIAN);
  setAngle(layout.MEAN_ANOMALY, satrec.mo);
  setAngle(layout.MEAN_ANOMALY_RATE, satrec.mdot);
  setAngle(layout.PERIGEE, satrec.argpo);
  setAngle(layout.PERIGEE_RATE, satrec.argpdot);
  setAngle(layout.NODE, satrec.nodeo);
  setAngle(layout.NODE_RATE, satrec.nodedot);
  setAngle(layout.NODE_DRAG, satrec.nodecf);
  set(layout.ROOT_AXIS, Math.sqrt(satrec.a));
  set(layout.C1, satrec.cc1);
  set(layout.D2, full * satrec.d2);
  set(layout.D3, full * satrec.d3);
  set(layout.D4, full * satrec.d4);
  setAngle(layout.L2, satrec.no * satrec.t2cof);
  setAngle(layout.L3, full * satrec.no * satrec.t3cof);
  setAngle(layout.L4, full * satrec.no * satrec.t4cof);
  setAngle(layout.L5, full * satrec.no * satrec.t5cof);
  setAngle(layout.PERIGEE_DRAG, full * satrec.omgcof);
  setAngle(layout.ANOMALY_DRAG, full * satrec.xmcof);
  set(layout.ETA, satrec.eta);
  set(layout.ANOMALY_DRAG_START, satrec.delmo);
  set(layout.ECCENTRICITY, satrec.ecco);
  set(layout.ECCENTRICITY_DRAG, satrec.bstar * satrec.cc4);
  set(layout.ECCENTRICITY_DRAG_SINE, full * satrec.bstar * satrec.cc5);
  set(layout.SINE_START, satrec.sinmao);
  set(layout.COSINE_INCLINATION, Math.cos(satrec.inclo));
  set(layout.SINE_INCLINATION, Math.sin(satrec.inclo));
  setAngle(layout.LONGITUDE_J3, satrec.xlcof);
  set(layout.ECCENTRICITY_J3, satrec.aycof);
  return true;
}

/**
 * Makes a set ready. `isKernelUsed` false leaves everything to `sgp4()`. `spare`: a set that nobody uses any more, whose memory
 * is written over where it is large enough; browsers allow only some thousand memories.
 */
export function makeBulk({
  satelliteCount,
  recordOf,
  isKernelUsed = true,
  spare,
}: {
  satelliteCount: number;
  recordOf: (index: number) => OrbitRecord;
  isKernelUsed?: boolean;
  spare?: Bulk | undefined;
}): Bulk {
  const hasRoom = spare?.kernel !== undefined && spare.kernel.roomCount >= satelliteCount;
  const kernel = isKernelUsed ? (hasRoom ? spare.kernel : openKernel(satelliteCount)) : undefined;
  const isInKernel = new Uint8Array(satelliteCount);
  const constants = new Float64Array(layout.CONSTANT_COUNT);
  let kernelCount = 0;
  if (kernel !== undefined)
    for (let index = 0; index < satelliteCount; index++) {
      isInKernel[index] = constantsInto(recordOf(index), constants) ? 1 : 0;
      if (isInKernel[index] === 0) constants.fill(Number.NaN);
      else kernelCount++;
      kernel.setConstants(index, constants);
    }

  const runInto: Bulk["runInto"] = ({ index, minutes, positions, velocities, row = 0 }) => {
    let failure: RunEnd["failure"];
    const isKernels = kernel !== undefined && isInKernel[index] === 1;
    for (let from = 0; from < minutes.length; from += layout.TILE_COUNT) {
      const count = Math.min(layout.TILE_COUNT, minutes.length - from);
      const at = row + from;
      let isWhole = false;
      if (isKernels) {
        isWhole = kernel.moveOne({ satellite: index, minutes, from, count });
        copyRows({ kernel, positions, velocities, row: at, count });
      } else positions.fill(Number.NaN, at * 3, (at + count) * 3);
      if (isWhole) continue;
      const record = recordOf(index);
      for (let step = from; step < from + count; step++) {
        if (!Number.isNaN(positions[(row + step) * 3])) continue;
        if (propagateInto({ record, minutes: minutes[step]!, positions, velocities, row: row + step })) continue;
        const state = propagateState(record, minutes[step]!);
        const { isEnd, reason } = endOfRun(minutes[step]!, "reason" in state ? state.reason : "SGP4 gave no state");
        failure ??= { step, reason };
        if (!isEnd) continue;
        for (const array of [positions, velocities])
          array?.fill(Number.NaN, (row + step) * 3, (row + minutes.length) * 3);
        return { endStep: step, failure };
      }
    }
    return { endStep: minutes.length, failure };
  };

  const allInto: Bulk["allInto"] = ({ minutes, positions, velocities }) => {
    let lostCount = 0;
    for (let first = 0; first < satelliteCount; first += layout.TILE_COUNT) {
      const count = Math.min(layout.TILE_COUNT, satelliteCount - first);
      const isWhole = kernel?.moveMany({ first, minutes, count }) === true;
      if (kernel === undefined) positions.fill(Number.NaN, first * 3, (first + count) * 3);
      else copyRows({ kernel, positions, velocities, row: first, count });
      if (isWhole) continue;
      for (let index = first; index < first + count; index++) {
        if (!Number.isNaN(positions[index * 3])) continue;
        const record = recordOf(index);
        if (!propagateInto({ record, minutes: minutes[index]!, positions, velocities, row: index })) lostCount++;
      }
    }
    return lostCount;
  };

  return { satelliteCount, kernelCount, kernel, runInto, allInto };
}

function copyRows({
  kernel,
  positions,
  velocities,
  row,
  count,
}: {
  kernel: Kernel;
  positions: StateArray;
  velocities?: StateArray | undefined;
  row: number;
  count: number;
}) {
  positions.set(kernel.positions.subarray(0, count * 3), row * 3);
  velocities?.set(kernel.velocities.subarray(0, count * 3), row * 3);
}

/**
 * States of many records over times, [satelliteCount × stepCount × 3] arrays, satellite by satellite; TEME, km and km/s, NaN where there
 * is none. `minutesOf`: rising minutes after a record's epoch, the same array where epochs are the same.
 * Answers with the refusals.
 */
export function propagateBulk({
  bulk,
  stepCount,
  minutesOf,
  positions,
  velocities,
}: {
  bulk: Bulk;
  stepCount: number;
  minutesOf: (index: number) => ArrayLike<number>;
  positions: StateArray;
  velocities?: StateArray | undefined;
}): { index: number; step: number; reason: string }[] {
  const failures: { index: number; step: number; reason: string }[] = [];
  for (let index = 0; index < bulk.satelliteCount; index++) {
    const { failure } = bulk.runInto({
      index,
      minutes: minutesOf(index),
      positions,
      velocities,
      row: index * stepCount,
    });
    if (failure !== undefined) failures.push({ index, ...failure });
  }
  return failures;
}
