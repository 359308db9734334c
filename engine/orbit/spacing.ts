/**
 * How near satellites of one altitude and inclination come to each other. Both fly the same circle in two planes, so their
 * distance depends on the difference of nodes ΔΩ and of arguments of latitude Δu alone, and its least value over an orbit is
 *   2 a | cos(ΔΩ ⁄ 2) sin(Δu ⁄ 2) + cos i sin(ΔΩ ⁄ 2) cos(Δu ⁄ 2) |
 * (from the angle between the planes and the phase counted from their common line; the problem of Speckman, Lang and Boyce,
 * Astrodynamics 1989). In a lattice of even planes and slots ΔΩ and Δu follow from the plane and slot offset, so that a shell of any size
 * is exact after one look at each plane offset: of the slots only the one next to the common line counts.
 *
 * Left out: J2's and J3's periodic terms, the same for all satellites at one argument of latitude. Two that cross stand there
 * symmetrically: they keep one height, and their shifts along the track add. See `PERIODIC_TERMS_KM`.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { RAD_PER_DEG } from "../geometry/angles.ts";
import { clusterRadiusM } from "./cluster.ts";
import {
  DEFAULT_LTAN_SPREAD_H,
  type DesignedShell,
  shellInclinationDeg,
  slotAnomalyDeg,
  type WalkerShell,
} from "./walker.ts";

/**
 * By how much the periodic terms of SGP4 may move the least distance of two satellites, km. J3 alone shifts each by up to
 * 2 e a = 14.9 km sin i along its track (e a = ½ J3 ⁄ J2 · R sin i), with opposite signs where they cross; J2 adds a few.
 * SGP4's own shells were found 0.3 km (sun-synchronous bands, which cross near the poles) to 15 km off their circles.
 */
export const PERIODIC_TERMS_KM = 30;

/** Least distance over an orbit, in radii, of two satellites whose slots may be any whole number of `slotStepRad` off `phaseRad`. */
function crossingRatio({
  cosInclination,
  nodeRad,
  phaseRad,
  slotStepRad,
}: {
  cosInclination: number;
  nodeRad: number;
  phaseRad: number;
  slotStepRad: number;
}): number {
  const along = Math.cos(nodeRad / 2);
  const across = cosInclination * Math.sin(nodeRad / 2);
  // along sin x + across cos x = √(along² + across²) sin(x + lead): the nearest slot has x + lead nearest to a multiple of π.
  const angle = phaseRad / 2 + Math.atan2(across, along);
  const nearest = angle - (slotStepRad / 2) * Math.round(angle / (slotStepRad / 2));
  return 2 * Math.sqrt(along * along + across * across) * Math.abs(Math.sin(nearest));
}

/** Difference of nodes between neighbouring planes, radians. */
export function nodeStepRad({
  planeCount,
  ltanH,
  ltanSpreadH = DEFAULT_LTAN_SPREAD_H,
  raanSpreadDeg = 360,
}: WalkerShell) {
  if (ltanH === undefined) return (raanSpreadDeg / planeCount) * RAD_PER_DEG;
  return planeCount === 1 ? 0 : ((15 * ltanSpreadH) / (planeCount - 1)) * RAD_PER_DEG;
}

/** A shell's plane offsets, each with what it takes to find its nearest slot whatever the phasing. */
type Lattice = {
  readonly planeCount: number;
  readonly slotStepRad: number;
  /** Offsets 1 to this one are all there are: half of them where the planes close on themselves. */
  readonly lastOffset: number;
  /** [lastOffset + 1]: the phase that the angle between the planes adds, radians, and the greatest half distance, radii. */
  readonly leadRad: Float64Array;
  readonly reach: Float64Array;
};

/** Least distance of the pairs `offset` planes apart, radii. */
function offsetRatio(
  { planeCount, slotStepRad, leadRad, reach }: Lattice,
  phasingCount: number,
  offset: number,
): number {
  const half = slotStepRad / 2;
  const angle = (half * phasingCount * offset) / planeCount + leadRad[offset]!;
  return 2 * reach[offset]! * Math.abs(Math.sin(angle - half * Math.round(angle / half)));
}

/** Least distance of satellites of one plane, radii. */
const inPlaneRatio = ({ slotStepRad }: Lattice) => 2 * Math.sin(Math.min(Math.PI, slotStepRad) / 2);

const isClosedLattice = ({ ltanH, raanSpreadDeg = 360 }: WalkerShell) => ltanH === undefined && raanSpreadDeg === 360;

function latticeOf(shell: WalkerShell, inclinationDeg: number): Lattice {
  const { planeCount, satellitesPerPlaneCount } = shell;
  const cosInclination = Math.cos(inclinationDeg * RAD_PER_DEG);
  const stepRad = nodeStepRad(shell);
  const lastOffset = isClosedLattice(shell) ? Math.floor(planeCount / 2) : planeCount - 1;
  const leadRad = new Float64Array(lastOffset + 1);
  const reach = new Float64Array(lastOffset + 1);
  for (let offset = 1; offset <= lastOffset; offset++) {
    const along = Math.cos((stepRad * offset) / 2);
    const across = cosInclination * Math.sin((stepRad * offset) / 2);
    leadRad[offset] = Math.atan2(across, along);
    reach[offset] = Math.sqrt(along * along + across * across);
  }
  return { planeCount, slotStepRad: (2 * Math.PI) / satellitesPerPlaneCount, lastOffset, leadRad, reach };
}

function latticeRatio(lattice: Lattice, phasingCount: number): number {
  let ratio = inPlaneRatio(lattice);
  for (let offset = 1; offset <= lattice.lastOffset; offset++)
    ratio = Math.min(ratio, offsetRatio(lattice, phasingCount, offset));
  return ratio;
}

/**
 * Least distance between any two satellites of a designed shell, km: exact for circles, whatever the counts. Undefined for one
 * satellite and for a shell without height or inclination. Members of a cluster are one spacing apart at the least.
 */
export function leastSeparationKm(shell: WalkerShell): number | undefined {
  const inclinationDeg = shellInclinationDeg(shell);
  const { altitudeKm, planeCount, satellitesPerPlaneCount, cluster } = shell;
  const hasMembers = cluster !== undefined && cluster.satelliteCount > 1;
  if (altitudeKm === undefined || inclinationDeg === undefined) return undefined;
  const isAlone = planeCount * satellitesPerPlaneCount === 1;
  if (isAlone) return hasMembers ? cluster.spacingM / 1000 : undefined;
  const centresKm =
    (EARTH_RADIUS_WGS72_KM + altitudeKm) * latticeRatio(latticeOf(shell, inclinationDeg), shell.phasingCount ?? 0);
  if (!hasMembers) return centresKm;
  return Math.max(0, Math.min(cluster.spacingM / 1000, centresKm - (4 * clusterRadiusM(cluster)) / 1000));
}

/** Phasings tried at most, the first of those of more planes. */
const MOST_PHASINGS = 20_000;
/** Offsets that spoiled a phasing lately are likely to spoil the next: this many are looked at first. */
const LATELY_COUNT = 12;

/**
 * The Walker phasing that keeps the satellites of a shell farthest apart, and how far. It is one of the first P: P more are
 * a whole slot from plane to plane, which puts satellites into the same places. A phasing is left at the first pair nearer than the
 * best.
 */
export function widestPhasing(shell: WalkerShell): { phasingCount: number; leastSeparationKm: number } | undefined {
  const inclinationDeg = shellInclinationDeg(shell);
  const { altitudeKm, planeCount } = shell;
  if (altitudeKm === undefined || inclinationDeg === undefined) return undefined;
  const lattice = latticeOf(shell, inclinationDeg);
  const count = Math.min(MOST_PHASINGS, planeCount);
  const most = inPlaneRatio(lattice);
  let best = { phasingCount: 0, ratio: -1 };
  let lately: number[] = [];
  for (let phasingCount = 0; phasingCount < count && best.ratio < most; phasingCount++) {
    const isSpoiled = (offset: number) => offsetRatio(lattice, phasingCount, offset) <= best.ratio;
    if (lately.some(isSpoiled)) continue;
    let offset = 1;
    while (offset <= lattice.lastOffset && !isSpoiled(offset)) offset++;
    if (offset <= lattice.lastOffset) lately = [offset, ...lately].slice(0, LATELY_COUNT);
    else best = { phasingCount, ratio: latticeRatio(lattice, phasingCount) };
  }
  return {
    phasingCount: best.phasingCount,
    leastSeparationKm: (EARTH_RADIUS_WGS72_KM + altitudeKm) * best.ratio,
  };
}

/** Pairs of planes that are compared at most; a pair takes 0.1 µs. */
const MOST_PLANE_PAIRS = 1_000_000;

/**
 * Least distance between two designed shells, km: of one height and inclination exact; else only the difference of heights
 * keeps them apart, for their planes drift past each other in time. Undefined where too many planes would have to be compared.
 */
export function separationBetweenKm(a: DesignedShell, b: DesignedShell, altitudesKm: readonly [number, number]) {
  const apartKm = Math.abs(altitudesKm[0] - altitudesKm[1]);
  if (apartKm > 0 || a.first.inclinationDeg !== b.first.inclinationDeg) return apartKm;
  if (a.planeCount * b.planeCount > MOST_PLANE_PAIRS) return undefined;
  const cosInclination = Math.cos(a.first.inclinationDeg * RAD_PER_DEG);
  // Slots of S and S′ even steps differ by whole multiples of one least-common-multiple step.
  const slotStepRad = (2 * Math.PI) / leastCommonMultiple(a.slotCount, b.slotCount);
  let ratio = 2;
  for (let planeA = 0; planeA < a.planeCount; planeA++)
    for (let planeB = 0; planeB < b.planeCount; planeB++) {
      const phaseDeg =
        slotAnomalyDeg({ shell: b, plane: planeB, slot: 0 }) - slotAnomalyDeg({ shell: a, plane: planeA, slot: 0 });
      const nodeRad = (b.raanDeg[planeB]! - a.raanDeg[planeA]!) * RAD_PER_DEG;
      ratio = Math.min(
        ratio,
        crossingRatio({ cosInclination, nodeRad, phaseRad: phaseDeg * RAD_PER_DEG, slotStepRad }),
      );
    }
  return (EARTH_RADIUS_WGS72_KM + altitudesKm[0]) * ratio;
}

function leastCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return (a / high) * b;
}
