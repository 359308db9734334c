/**
 * How near satellites of one altitude and inclination come to each other. Both fly the same circle in two planes, so their
 * distance depends on the difference of nodes ΔΩ and of arguments of latitude Δu alone, and its least value over an orbit is
 *   2 a | cos(ΔΩ ⁄ 2) sin(Δu ⁄ 2) + cos i sin(ΔΩ ⁄ 2) cos(Δu ⁄ 2) |
 * (from the angle between the planes and the phase counted from their common line; the problem of Speckman, Lang and Boyce,
 * Astrodynamics 1989). In a lattice of even planes and slots ΔΩ and Δu follow from the plane and slot offset, so that a shell of any size
 * is exact after one look at each plane offset: of the slots only the one next to the common line counts.
 *
 * Left out: J2's and J3's periodic terms. They carry every satellite up to about 20 km from its circle, the same way at the same
 * argument of latitude, which moves the distance of two that cross far from the poles by up to about 30 km.
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
function nodeStepRad({ planeCount, ltanH, ltanSpreadH = DEFAULT_LTAN_SPREAD_H, raanSpreadDeg = 360 }: WalkerShell) {
  if (ltanH === undefined) return (raanSpreadDeg / planeCount) * RAD_PER_DEG;
  return planeCount === 1 ? 0 : ((15 * ltanSpreadH) / (planeCount - 1)) * RAD_PER_DEG;
}

type Lattice = Pick<WalkerShell, "planeCount" | "satellitesPerPlaneCount"> & {
  cosInclination: number;
  stepRad: number;
  phasingCount: number;
};

/** Least distance of all pairs, in radii. Stops as soon as it falls to `enoughRatio`; looks at plane offset `firstOffset` first. */
function latticeRatio(
  { planeCount, satellitesPerPlaneCount, cosInclination, stepRad, phasingCount }: Lattice,
  { enoughRatio = 0, firstOffset = 1 } = {},
): { ratio: number; offset: number } {
  const slotStepRad = (2 * Math.PI) / satellitesPerPlaneCount;
  const at = (offset: number) =>
    crossingRatio({
      cosInclination,
      nodeRad: stepRad * offset,
      phaseRad: (slotStepRad * phasingCount * offset) / planeCount,
      slotStepRad,
    });
  let ratio = satellitesPerPlaneCount > 1 ? 2 * Math.sin(slotStepRad / 2) : 2;
  let found = 0;
  const look = (offset: number) => {
    const each = at(offset);
    if (each < ratio) {
      ratio = each;
      found = offset;
    }
  };
  if (firstOffset > 0 && firstOffset < planeCount) look(firstOffset);
  for (let offset = 1; offset < planeCount && ratio > enoughRatio; offset++) look(offset);
  return { ratio, offset: found };
}

const latticeOf = (shell: WalkerShell, inclinationDeg: number): Lattice => ({
  planeCount: shell.planeCount,
  satellitesPerPlaneCount: shell.satellitesPerPlaneCount,
  cosInclination: Math.cos(inclinationDeg * RAD_PER_DEG),
  stepRad: nodeStepRad(shell),
  phasingCount: shell.phasingCount ?? 0,
});

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
  const centresKm = (EARTH_RADIUS_WGS72_KM + altitudeKm) * latticeRatio(latticeOf(shell, inclinationDeg)).ratio;
  if (!hasMembers) return centresKm;
  return Math.max(0, Math.min(cluster.spacingM / 1000, centresKm - (4 * clusterRadiusM(cluster)) / 1000));
}

/** Phasings tried at most; more planes or slots than this have neighbours enough among the first. */
const MOST_PHASINGS = 20_000;

/**
 * The Walker phasing that keeps the satellites of a shell farthest apart, and how far. A full turn of nodes closes on itself with
 * any of its first P phasings; a star or a band may take any of all P S.
 */
export function widestPhasing(shell: WalkerShell): { phasingCount: number; leastSeparationKm: number } | undefined {
  const inclinationDeg = shellInclinationDeg(shell);
  const { altitudeKm, planeCount, satellitesPerPlaneCount } = shell;
  if (altitudeKm === undefined || inclinationDeg === undefined) return undefined;
  const lattice = latticeOf(shell, inclinationDeg);
  const isClosed = shell.ltanH === undefined && (shell.raanSpreadDeg ?? 360) === 360;
  const count = Math.min(MOST_PHASINGS, isClosed ? planeCount : planeCount * satellitesPerPlaneCount);
  let best = { phasingCount: 0, ratio: -1 };
  let firstOffset = 1;
  for (let phasingCount = 0; phasingCount < count; phasingCount++) {
    const { ratio, offset } = latticeRatio({ ...lattice, phasingCount }, { enoughRatio: best.ratio, firstOffset });
    if (ratio > best.ratio) best = { phasingCount, ratio };
    // The offset that spoiled this phasing is likely to spoil the next one: it is looked at first.
    else firstOffset = offset;
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
