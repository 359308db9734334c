/**
 * States of designed shells in closed form: SGP4 without drag, in the same terms and order, shared as far as satellites share them.
 *
 * With B* = 0, SGP4's angles are linear in time. Then follow J3's long-period terms, the ellipse and J2's short-period
 * terms, all with the same height, eccentricity and inclination for the whole shell:
 * 1. a shell has some fifteen constants, and at one time a perigee, two long-period terms and the sizes of J2's waves;
 * 2. a plane has its node, and the longitude of its slot 0;
 * 3. a slot has a fixed angle from slot 0, whose sine and cosine every plane shares.
 * Nothing else is kept, so a million satellites are ready at once, and a satellite's angles are sums of known ones: no sine, square root or
 * division of its own.
 *
 * Within 1e-6 km of `sgp4()` over a year either way. Only for designed shells: nearly circular, near-Earth, B* = 0.
 */
import { RAD_PER_DEG } from "../geometry/angles.ts";
import { openShellKernel, type ShellKernel } from "../kernel/shellKernel.ts";
import { MOMENT_COUNT } from "../kernel/shellLayout.ts";
import { type AnalyticConstants, layOutMoment, momentOf } from "./analyticMoment.ts";
import { plainInto } from "./analyticStates.ts";
import { makeRecord, type RunEnd, type StateArray } from "./propagate.ts";
import { type DesignedShell, slotAnomalyDeg } from "./walker.ts";

/** SGP4 works with no smaller mean eccentricity than this. */
const LEAST_ECCENTRICITY_RATIO = 1e-6;
/** From so many satellites on the way to the kernel is the shorter. */
const LEAST_KERNEL_COUNT = 32;

export type AnalyticShell = {
  readonly satelliteCount: number;
  readonly constants: AnalyticConstants;
  /** [planeCount]: right ascension of the node at the epoch, and mean anomaly of slot 0, rad. */
  readonly nodesRad: Float64Array;
  readonly anomaliesRad: Float64Array;
  /** [planeCount × 4]: cosine and sine of slot 0's mean anomaly, then of the node. */
  readonly planeTurns: Float64Array;
  /** [slotCount]: of the slots' angles from slot 0. */
  readonly slotCosines: Float64Array;
  readonly slotSines: Float64Array;
};

/** A designed shell made ready: a handful of numbers, six a plane and two a slot. */
export function makeAnalyticShell(shell: DesignedShell): AnalyticShell {
  const { satrec, epoch } = makeRecord(shell.first);
  if (satrec.method !== "n" || satrec.bstar !== 0 || satrec.ecco > LEAST_ECCENTRICITY_RATIO)
    throw new Error(
      `makeAnalyticShell: got B* ${satrec.bstar}, eccentricity ${satrec.ecco}, expected a near-Earth circle without drag`,
    );
  const { planeCount, slotCount } = shell;
  const nodesRad = shell.raanDeg.map((raanDeg) => raanDeg * RAD_PER_DEG);
  const anomaliesRad = Float64Array.from(
    { length: planeCount },
    (_, plane) => slotAnomalyDeg({ shell, plane, slot: 0 }) * RAD_PER_DEG,
  );
  const planeTurns = new Float64Array(planeCount * 4);
  for (let plane = 0; plane < planeCount; plane++)
    [anomaliesRad[plane]!, nodesRad[plane]!].forEach((angleRad, which) => {
      planeTurns[plane * 4 + which * 2] = Math.cos(angleRad);
      planeTurns[plane * 4 + which * 2 + 1] = Math.sin(angleRad);
    });
  const slotAngleRad = (slot: number) => (2 * Math.PI * slot) / slotCount;
  return {
    satelliteCount: planeCount * slotCount,
    constants: {
      epoch,
      longitudeRateRadPerMinute: satrec.mdot + satrec.argpdot,
      perigeeRateRadPerMinute: satrec.argpdot,
      nodeRateRadPerMinute: satrec.nodedot,
      perigeeRad: satrec.argpo,
      eccentricityRatio: Math.max(satrec.ecco, LEAST_ECCENTRICITY_RATIO),
      semiMajorAxisRatio: satrec.a,
      cosInclination: Math.cos(satrec.inclo),
      sinInclination: Math.sin(satrec.inclo),
      eccentricityJ3Ratio: satrec.aycof,
      longitudeJ3Ratio: satrec.xlcof,
    },
    nodesRad,
    anomaliesRad,
    planeTurns,
    slotCosines: Float64Array.from({ length: slotCount }, (_, slot) => Math.cos(slotAngleRad(slot))),
    slotSines: Float64Array.from({ length: slotCount }, (_, slot) => Math.sin(slotAngleRad(slot))),
  };
}

/** Of the call at work, kept so that a single satellite allocates nothing. */
const moment = new Float64Array(MOMENT_COUNT);

/** The thread's kernel, made when it is first of use; undefined where the machine has none. */
let opened: { readonly kernel: ShellKernel | undefined } | undefined;
const kernelOfThread = () => {
  opened ??= { kernel: openShellKernel() };
  return opened.kernel;
};

/**
 * States of satellites `first` to `end` − 1 of a shell, `minutes` after its epoch, into [count × 3] arrays from `row`: TEME, km and km/s.
 * By the compiled kernel, or without it where there is none or for a few: the same bits, whichever others are asked for.
 */
export function analyticInto({
  shell,
  minutes,
  first = 0,
  end = shell.satelliteCount,
  positions,
  velocities,
  row = 0,
  isKernelUsed = end - first >= LEAST_KERNEL_COUNT,
}: {
  shell: AnalyticShell;
  minutes: number;
  first?: number;
  end?: number;
  positions: StateArray;
  velocities?: StateArray | undefined;
  row?: number;
  isKernelUsed?: boolean;
}): void {
  const length = Math.min(positions.length, velocities?.length ?? Number.POSITIVE_INFINITY);
  if (!(first >= 0 && end <= shell.satelliteCount && (row + end - first) * 3 <= length))
    throw new Error(
      `analytic: got satellites ${first} to ${end} for row ${row} of ${Math.floor(length / 3)}, expected some of ${shell.satelliteCount} and room for them`,
    );
  layOutMoment(momentOf(shell.constants, minutes), moment);
  const { slotCosines, slotSines, planeTurns } = shell;
  const move = (isKernelUsed ? kernelOfThread()?.move : undefined) ?? plainInto;
  move({ moment, planeTurns, slotCosines, slotSines, first, end, positions, velocities, row });
}

/** One satellite over times, as `Bulk.runInto`; a closed form has a state at every one. */
export function analyticRunInto({
  shell,
  index,
  minutes,
  positions,
  velocities,
  row = 0,
}: {
  shell: AnalyticShell;
  index: number;
  minutes: ArrayLike<number>;
  positions: StateArray;
  velocities?: StateArray | undefined;
  row?: number;
}): RunEnd {
  for (let step = 0; step < minutes.length; step++)
    analyticInto({
      shell,
      minutes: minutes[step]!,
      first: index,
      end: index + 1,
      positions,
      velocities,
      row: row + step,
    });
  return { endStep: minutes.length, failure: undefined };
}
