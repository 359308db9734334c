/**
 * States of designed shells in closed form: SGP4 without drag, in the same terms and order, shared as far as satellites share them.
 *
 * With B* = 0, SGP4's angles are linear in time. Then follow J3's long-period terms, Kepler's equation and J2's short-period
 * terms, all with the same height, eccentricity and inclination for the whole shell:
 * 1. a shell has some fifteen constants, and at one time a perigee and two long-period terms;
 * 2. a plane has its node, and the longitude of its slot 0;
 * 3. a slot has a fixed angle from slot 0, whose sine and cosine every plane shares.
 * Nothing else is kept, so a million satellites are ready at once.
 *
 * Within 1e-6 km of `sgp4()` over a year either way. Only for designed shells: nearly circular, near-Earth, B* = 0.
 */
import { EARTH_RADIUS_WGS72_KM, J2_WGS72_RATIO, MU_WGS72_KM3_PER_S2 } from "../facts/constants.ts";
import { RAD_PER_DEG } from "../geometry/angles.ts";
import type { Instant } from "../geometry/instant.ts";
import { makeRecord, type RunEnd, type StateArray } from "./propagate.ts";
import { type DesignedShell, slotAnomalyDeg } from "./walker.ts";

/** SGP4 works with no smaller mean eccentricity than this. */
const LEAST_ECCENTRICITY_RATIO = 1e-6;
/** One step of Halley is exact to the last digits up to here (error e⁴ / 6); J3 alone makes 1.2e-3. */
const GREATEST_ECCENTRICITY_RATIO = 2e-3;

const RADIUS_KM = EARTH_RADIUS_WGS72_KM;
const SPEED_KM_PER_S = Math.sqrt(MU_WGS72_KM3_PER_S2 / EARTH_RADIUS_WGS72_KM);

/** What all satellites of a shell share. Lengths in Earth radii, speeds in those of a circle at one radius. */
export type AnalyticConstants = {
  readonly epoch: Instant;
  /** Mean anomaly and argument of perigee together, the perigee alone, the node: rad a minute. */
  readonly longitudeRateRadPerMinute: number;
  readonly perigeeRateRadPerMinute: number;
  readonly nodeRateRadPerMinute: number;
  readonly perigeeRad: number;
  readonly eccentricityRatio: number;
  readonly semiMajorAxisRatio: number;
  readonly cosInclination: number;
  readonly sinInclination: number;
  /** J3: of the eccentricity vector's northward part, and of the longitude for each eastward part. */
  readonly eccentricityJ3Ratio: number;
  readonly longitudeJ3Ratio: number;
};

export type AnalyticShell = {
  readonly satelliteCount: number;
  readonly constants: AnalyticConstants;
  /** [planeCount]: right ascension of the node at the epoch, and mean anomaly of slot 0, rad. */
  readonly nodesRad: Float64Array;
  readonly anomaliesRad: Float64Array;
  /** [slotCount]: of the slots' angles from slot 0. */
  readonly slotCosines: Float64Array;
  readonly slotSines: Float64Array;
};

/** A designed shell made ready: a handful of numbers, two a plane and two a slot. */
export function makeAnalyticShell(shell: DesignedShell): AnalyticShell {
  const { satrec, epoch } = makeRecord(shell.first);
  if (satrec.method !== "n" || satrec.bstar !== 0 || satrec.ecco > LEAST_ECCENTRICITY_RATIO)
    throw new Error(
      `makeAnalyticShell: got B* ${satrec.bstar}, eccentricity ${satrec.ecco}, expected a near-Earth circle without drag`,
    );
  const { planeCount, slotCount } = shell;
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
    nodesRad: shell.raanDeg.map((raanDeg) => raanDeg * RAD_PER_DEG),
    anomaliesRad: Float64Array.from(
      { length: planeCount },
      (_, plane) => slotAnomalyDeg({ shell, plane, slot: 0 }) * RAD_PER_DEG,
    ),
    slotCosines: Float64Array.from({ length: slotCount }, (_, slot) => Math.cos(slotAngleRad(slot))),
    slotSines: Float64Array.from({ length: slotCount }, (_, slot) => Math.sin(slotAngleRad(slot))),
  };
}

/** What a shell's satellites share at one time. */
export function momentOf(constants: AnalyticConstants, minutes: number) {
  const { eccentricityRatio: e, semiMajorAxisRatio: axis, cosInclination: cosI, sinInclination: sinI } = constants;
  const perigeeRad = constants.perigeeRad + constants.perigeeRateRadPerMinute * minutes;
  const perSemilatus = 1 / (axis * (1 - e * e));
  const ex = e * Math.cos(perigeeRad);
  const ey = e * Math.sin(perigeeRad) + perSemilatus * constants.eccentricityJ3Ratio;
  const longitudeRad =
    constants.perigeeRad +
    constants.longitudeRateRadPerMinute * minutes +
    perSemilatus * constants.longitudeJ3Ratio * ex;
  const square = ex * ex + ey * ey;
  if (!(square < GREATEST_ECCENTRICITY_RATIO ** 2))
    throw new Error(`analytic: got minutes ${minutes}, eccentricity ${Math.sqrt(square)}, expected a designed shell`);
  const beta = Math.sqrt(1 - square);
  const perP = 1 / (axis * (1 - square));
  const j = 0.5 * J2_WGS72_RATIO * perP;
  const j2 = j * perP;
  const sinI2 = sinI * sinI;
  const speedJ = j / axis ** 1.5;
  return {
    ex,
    ey,
    longitudeRad,
    nodeTurnRad: constants.nodeRateRadPerMinute * minutes,
    axis,
    cosI,
    sinI,
    fold: 1 / (1 + beta),
    beta,
    speed: 1 / Math.sqrt(axis),
    flat: 1 - 1.5 * j2 * beta * (3 * cosI * cosI - 1),
    radiusWave: 0.5 * j * sinI2,
    speedWave: speedJ * sinI2,
    speedMean: 1.5 * speedJ * (3 * cosI * cosI - 1),
    argumentWave: -0.25 * j2 * (7 * cosI * cosI - 1),
    nodeWave: 1.5 * j2 * cosI,
    inclinationWave: 1.5 * j2 * cosI * sinI,
  };
}

/**
 * States of satellites `first` to `end` − 1 of a shell, `minutes` after its epoch, into [count × 3] arrays from `row`: TEME, km and km/s.
 * A state does not depend on which others are asked for, to the last bit.
 */
export function analyticInto({
  shell,
  minutes,
  first = 0,
  end = shell.satelliteCount,
  positions,
  velocities,
  row = 0,
}: {
  shell: AnalyticShell;
  minutes: number;
  first?: number;
  end?: number;
  positions: StateArray;
  velocities?: StateArray | undefined;
  row?: number;
}): void {
  const m = momentOf(shell.constants, minutes);
  const { ex, ey, cosI, sinI } = m;
  const { slotCosines, slotSines } = shell;
  const slotCount = slotCosines.length;
  let at = row * 3;
  let index = first;
  while (index < end) {
    const plane = Math.floor(index / slotCount);
    const longitudeRad = m.longitudeRad + shell.anomaliesRad[plane]!;
    const planeCosine = Math.cos(longitudeRad);
    const planeSine = Math.sin(longitudeRad);
    const nodeRad = shell.nodesRad[plane]! + m.nodeTurnRad;
    const nodeCosine = Math.cos(nodeRad);
    const nodeSine = Math.sin(nodeRad);
    const planeEnd = Math.min(end, (plane + 1) * slotCount);
    for (; index < planeEnd; index++, at += 3) {
      const slot = index - plane * slotCount;
      // Mean longitude, then Kepler: one step of Halley, as a turn by a small angle.
      const s = planeSine * slotCosines[slot]! + planeCosine * slotSines[slot]!;
      const c = planeCosine * slotCosines[slot]! - planeSine * slotSines[slot]!;
      const esin0 = ex * s - ey * c;
      const slope = 1 - ex * c - ey * s;
      const step = (2 * esin0 * slope) / (2 * slope * slope + esin0 * esin0);
      const square = step * step;
      const stepSine = step * (1 - square / 6);
      const stepCosine = 1 - square / 2 + (square * square) / 24;
      const sinE = s * stepCosine + c * stepSine;
      const cosE = c * stepCosine - s * stepSine;
      const ecos = ex * cosE + ey * sinE;
      const esin = ex * sinE - ey * cosE;
      const nearer = 1 / (1 - ecos);
      const sinU = nearer * (sinE - ey - ex * esin * m.fold);
      const cosU = nearer * (cosE - ex + ey * esin * m.fold);
      // J2's short-period terms: turns of less than 1e-3.
      const sin2U = 2 * cosU * sinU;
      const cos2U = 1 - 2 * sinU * sinU;
      const radius = m.axis * (1 - ecos) * m.flat + m.radiusWave * cos2U;
      const outward = m.speed * nearer * esin - m.speedWave * sin2U;
      const onward = m.speed * nearer * m.beta + m.speedWave * cos2U + m.speedMean;
      const turnU = m.argumentWave * sin2U;
      const turnUSine = turnU * (1 - (turnU * turnU) / 6);
      const turnUCosine = 1 - (turnU * turnU) / 2;
      const sinSu = sinU * turnUCosine + cosU * turnUSine;
      const cosSu = cosU * turnUCosine - sinU * turnUSine;
      const turnNode = m.nodeWave * sin2U;
      const turnNodeSine = turnNode * (1 - (turnNode * turnNode) / 6);
      const turnNodeCosine = 1 - (turnNode * turnNode) / 2;
      const sinNode = nodeSine * turnNodeCosine + nodeCosine * turnNodeSine;
      const cosNode = nodeCosine * turnNodeCosine - nodeSine * turnNodeSine;
      const turnI = m.inclinationWave * cos2U;
      const turnISine = turnI * (1 - (turnI * turnI) / 6);
      const turnICosine = 1 - (turnI * turnI) / 2;
      const sinIn = sinI * turnICosine + cosI * turnISine;
      const cosIn = cosI * turnICosine - sinI * turnISine;
      const mx = -sinNode * cosIn;
      const my = cosNode * cosIn;
      const ux = mx * sinSu + cosNode * cosSu;
      const uy = my * sinSu + sinNode * cosSu;
      const uz = sinIn * sinSu;
      positions[at] = radius * RADIUS_KM * ux;
      positions[at + 1] = radius * RADIUS_KM * uy;
      positions[at + 2] = radius * RADIUS_KM * uz;
      if (velocities === undefined) continue;
      velocities[at] = SPEED_KM_PER_S * (outward * ux + onward * (mx * cosSu - cosNode * sinSu));
      velocities[at + 1] = SPEED_KM_PER_S * (outward * uy + onward * (my * cosSu - sinNode * sinSu));
      velocities[at + 2] = SPEED_KM_PER_S * (outward * uz + onward * sinIn * cosSu);
    }
  }
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
