/**
 * How near satellites of designed shells come to each other: the pairs whose circles come nearest (lattice.ts), each flown round its
 * orbit as SGP4 moves it (crossing.ts).
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { clusterRadiusM } from "./cluster.ts";
import { leastDistanceKm, type OrbitTrack, orbitTrack, PERIODIC_TERMS_KM } from "./crossing.ts";
import {
  type Approach,
  approachesBetween,
  type Lattice,
  latticeOf,
  latticeRatio,
  leastBetweenRatio,
  nearestApproaches,
  widestPhasings,
} from "./lattice.ts";
import { type DesignedShell, shellInclinationDeg, type WalkerShell } from "./walker.ts";

/** Plane offsets up to which pairs are flown, 4 µs each; shells of more planes are told by their circles. */
const MOST_OFFSETS = 5_000;

/** The least distance of pairs, nearest circles first; left at the first that is not over `enoughKm`. */
function flownKm(approaches: readonly Approach[], track: OrbitTrack, radiusKm: number, enoughKm = -1): number {
  let leastKm = Number.POSITIVE_INFINITY;
  for (const { ratio, nodeRad, phaseRad } of approaches) {
    if (ratio * radiusKm - PERIODIC_TERMS_KM >= leastKm || leastKm <= enoughKm) break;
    leastKm = Math.min(leastKm, leastDistanceKm({ track, nodeRad, phaseRad }));
  }
  return leastKm;
}

/** A shell's slots made ready for their distances; undefined without height or inclination. */
function slotsOf(shell: WalkerShell) {
  const inclinationDeg = shellInclinationDeg(shell);
  if (shell.altitudeKm === undefined || inclinationDeg === undefined) return undefined;
  const lattice = latticeOf(shell, inclinationDeg);
  return {
    lattice,
    radiusKm: EARTH_RADIUS_WGS72_KM + shell.altitudeKm,
    track: lattice.lastOffset > MOST_OFFSETS ? undefined : orbitTrack(shell),
  };
}
type Slots = { readonly lattice: Lattice; readonly radiusKm: number; readonly track: OrbitTrack | undefined };

function slotSeparationKm({ lattice, radiusKm, track }: Slots, phasingCount: number, enoughKm?: number): number {
  if (track === undefined) return radiusKm * latticeRatio(lattice, phasingCount);
  return flownKm(
    nearestApproaches(lattice, phasingCount, (2 * PERIODIC_TERMS_KM) / radiusKm),
    track,
    radiusKm,
    enoughKm,
  );
}

/**
 * Least distance between any two satellites of a designed shell, km, as SGP4 flies them without drag, whatever the counts. Of circles
 * beyond 5,000 planes and in deep space. Undefined for one satellite and for a shell without height or inclination. Members of a cluster
 * are one spacing apart at the least.
 */
export function leastSeparationKm(shell: WalkerShell): number | undefined {
  const { planeCount, satellitesPerPlaneCount, cluster } = shell;
  const hasMembers = cluster !== undefined && cluster.satelliteCount > 1;
  const slots = slotsOf(shell);
  if (slots === undefined) return undefined;
  const isAlone = planeCount * satellitesPerPlaneCount === 1;
  if (isAlone) return hasMembers ? cluster.spacingM / 1000 : undefined;
  const centresKm = slotSeparationKm(slots, shell.phasingCount ?? 0);
  if (!hasMembers) return centresKm;
  return Math.max(0, Math.min(cluster.spacingM / 1000, centresKm - (4 * clusterRadiusM(cluster)) / 1000));
}

/** Least distance of a shell's slots were they on circles, km: exact for two million satellites. */
export function circleSeparationKm(shell: WalkerShell): number | undefined {
  const slots = slotsOf(shell);
  return slots && slots.radiusKm * latticeRatio(slots.lattice, shell.phasingCount ?? 0);
}

/** Phasings that are flown: those widest on circles. Few are flown to the end: the first pair nearer than the best ends one. */
const FLOWN_PHASINGS = 200;

/** The Walker phasing that keeps the satellites of a shell farthest apart, and how far: the best of the 200 that are widest on circles. */
export function widestPhasing(shell: WalkerShell): { phasingCount: number; leastSeparationKm: number } | undefined {
  const slots = slotsOf(shell);
  if (slots === undefined) return undefined;
  let best = { phasingCount: 0, leastSeparationKm: -1 };
  for (const { phasingCount } of widestPhasings(slots.lattice, FLOWN_PHASINGS)) {
    const separationKm = slotSeparationKm(slots, phasingCount, best.leastSeparationKm);
    if (separationKm > best.leastSeparationKm) best = { phasingCount, leastSeparationKm: separationKm };
  }
  return best;
}

/** Pairs of planes that are compared at most; a pair takes 0.1 µs. */
const MOST_PLANE_PAIRS = 1_000_000;

/** Least distance on circles of two designed shells of one height and inclination, km; undefined where too many planes would have to be compared. */
export function circleSeparationBetweenKm(a: DesignedShell, b: DesignedShell, altitudeKm: number): number | undefined {
  if (a.planeCount * b.planeCount > MOST_PLANE_PAIRS) return undefined;
  return (EARTH_RADIUS_WGS72_KM + altitudeKm) * leastBetweenRatio(a, b);
}

/**
 * Least distance between the satellites of two designed shells of one height and inclination, km: they keep their places to each other.
 * Undefined where too many planes would have to be compared.
 */
export function separationBetweenKm(a: DesignedShell, b: DesignedShell, shell: WalkerShell): number | undefined {
  const altitudeKm = shell.altitudeKm!;
  const track = orbitTrack(shell);
  if (track === undefined) return circleSeparationBetweenKm(a, b, altitudeKm);
  if (a.planeCount * b.planeCount > MOST_PLANE_PAIRS) return undefined;
  const radiusKm = EARTH_RADIUS_WGS72_KM + altitudeKm;
  return flownKm(approachesBetween(a, b, (2 * PERIODIC_TERMS_KM) / radiusKm), track, radiusKm);
}
