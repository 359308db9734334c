/**
 * Lattices of satellites on circles. Two satellites of one height and inclination fly the same circle in two planes, so their distance
 * depends on the difference of nodes ΔΩ and of arguments of latitude Δu alone, and its least value over an orbit is
 *   2 a | cos(ΔΩ ⁄ 2) sin(Δu ⁄ 2) + cos i sin(ΔΩ ⁄ 2) cos(Δu ⁄ 2) |
 * (from the angle between the planes and the phase counted from their common line; the problem of Speckman, Lang and Boyce,
 * Astrodynamics 1989). In a lattice of even planes and slots ΔΩ and Δu follow from the plane and slot offset, so that a shell of any size
 * is exact after one look at each plane offset: of the slots only those next to the common line count.
 */
import { RAD_PER_DEG } from "../geometry/angles.ts";
import { DEFAULT_LTAN_SPREAD_H, type DesignedShell, slotAnomalyDeg, type WalkerShell } from "./walker.ts";

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

/** Two satellites by their differences, and the least distance of their circles, radii. */
export type Approach = { readonly ratio: number; readonly nodeRad: number; readonly phaseRad: number };

/** A shell's plane offsets, each with what it takes to find its nearest slot whatever the phasing. */
export type Lattice = {
  readonly planeCount: number;
  readonly slotStepRad: number;
  readonly nodeStepRad: number;
  /** Offsets 1 to this one are all there are: half of them where the planes close on themselves. */
  readonly lastOffset: number;
  /** [lastOffset + 1]: the phase that the angle between the planes adds, radians, and the greatest half distance, radii. */
  readonly leadRad: Float64Array;
  readonly reach: Float64Array;
};

const isClosedLattice = ({ ltanH, raanSpreadDeg = 360 }: WalkerShell) => ltanH === undefined && raanSpreadDeg === 360;

/** along sin x + across cos x = reach sin(x + lead): the distance of two planes' satellites, halved, by half their phase x. */
function meetingOf(nodeRad: number, cosInclination: number) {
  const along = Math.cos(nodeRad / 2);
  const across = cosInclination * Math.sin(nodeRad / 2);
  return { leadRad: Math.atan2(across, along), reach: Math.sqrt(along * along + across * across) };
}

export function latticeOf(shell: WalkerShell, inclinationDeg: number): Lattice {
  const { planeCount, satellitesPerPlaneCount } = shell;
  const cosInclination = Math.cos(inclinationDeg * RAD_PER_DEG);
  const stepRad = nodeStepRad(shell);
  const lastOffset = isClosedLattice(shell) ? Math.floor(planeCount / 2) : planeCount - 1;
  const leadRad = new Float64Array(lastOffset + 1);
  const reach = new Float64Array(lastOffset + 1);
  for (let offset = 1; offset <= lastOffset; offset++) {
    const meeting = meetingOf(stepRad * offset, cosInclination);
    leadRad[offset] = meeting.leadRad;
    reach[offset] = meeting.reach;
  }
  const slotStepRad = (2 * Math.PI) / satellitesPerPlaneCount;
  return { planeCount, slotStepRad, nodeStepRad: stepRad, lastOffset, leadRad, reach };
}

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

/** Least distance of any two satellites of a lattice on circles, radii. */
export function latticeRatio(lattice: Lattice, phasingCount: number): number {
  let ratio = inPlaneRatio(lattice);
  for (let offset = 1; offset <= lattice.lastOffset; offset++)
    ratio = Math.min(ratio, offsetRatio(lattice, phasingCount, offset));
  return ratio;
}

/** Pairs of two planes whose circles come nearer than `limitRatio`, into `found`: slots may differ by any whole number of steps. */
function collect(
  found: Approach[],
  {
    nodeRad,
    phaseRad,
    slotStepRad,
    leadRad,
    reach,
    limitRatio,
  }: { nodeRad: number; phaseRad: number; slotStepRad: number; leadRad: number; reach: number; limitRatio: number },
): void {
  const half = slotStepRad / 2;
  const angle = phaseRad / 2 + leadRad;
  const nearest = Math.round(angle / half);
  const slotCount = Math.round((2 * Math.PI) / slotStepRad);
  for (let step = 0; step < slotCount; step++) {
    // The nearest, then one to either side of it, and on.
    const slot = nearest + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
    const ratio = 2 * reach * Math.abs(Math.sin(angle - half * slot));
    if (ratio >= limitRatio && step > 1) break;
    if (ratio < limitRatio) found.push({ ratio, nodeRad, phaseRad: phaseRad - slot * slotStepRad });
  }
}
const byRatio = (a: Approach, b: Approach) => a.ratio - b.ratio;

/** Pairs of a lattice whose circles come within `marginRatio` of its least distance, nearest first. */
export function nearestApproaches(lattice: Lattice, phasingCount: number, marginRatio: number): Approach[] {
  const limitRatio = latticeRatio(lattice, phasingCount) + marginRatio;
  const { planeCount, slotStepRad } = lattice;
  const found: Approach[] = [];
  const alongRatio = inPlaneRatio(lattice);
  if (alongRatio < limitRatio) found.push({ ratio: alongRatio, nodeRad: 0, phaseRad: Math.min(Math.PI, slotStepRad) });
  for (let offset = 1; offset <= lattice.lastOffset; offset++)
    collect(found, {
      nodeRad: lattice.nodeStepRad * offset,
      phaseRad: (slotStepRad * phasingCount * offset) / planeCount,
      slotStepRad,
      leadRad: lattice.leadRad[offset]!,
      reach: lattice.reach[offset]!,
      limitRatio,
    });
  return found.sort(byRatio);
}

/** Phasings tried at most, the first of those of more planes. */
const MOST_PHASINGS = 20_000;
/** Offsets that spoiled a phasing lately are likely to spoil the next: this many are looked at first. */
const LATELY_COUNT = 12;

/**
 * The `keptCount` Walker phasings that keep circles farthest apart, widest first. They are among the first P: P more are a whole slot
 * from plane to plane, which puts satellites into the same places. A phasing is left at the first pair nearer than those kept.
 */
export function widestPhasings(lattice: Lattice, keptCount: number): { phasingCount: number; ratio: number }[] {
  const count = Math.min(MOST_PHASINGS, lattice.planeCount);
  const kept: { phasingCount: number; ratio: number }[] = [];
  let lately: number[] = [];
  for (let phasingCount = 0; phasingCount < count; phasingCount++) {
    const leastRatio = kept.length < keptCount ? -1 : kept.at(-1)!.ratio;
    const isSpoiled = (offset: number) => offsetRatio(lattice, phasingCount, offset) <= leastRatio;
    if (lately.some(isSpoiled)) continue;
    let offset = 1;
    while (offset <= lattice.lastOffset && !isSpoiled(offset)) offset++;
    if (offset <= lattice.lastOffset) {
      lately = [offset, ...lately].slice(0, LATELY_COUNT);
      continue;
    }
    kept.push({ phasingCount, ratio: latticeRatio(lattice, phasingCount) });
    kept.sort((a, b) => b.ratio - a.ratio || a.phasingCount - b.phasingCount);
    if (kept.length > keptCount) kept.pop();
  }
  return kept;
}

/** What every pair of planes of two shells needs: slots of S and S′ even steps differ by whole multiples of one least-common-multiple step. */
function planePairs(a: DesignedShell, b: DesignedShell) {
  const phasesRad = (shell: DesignedShell) =>
    Float64Array.from(
      { length: shell.planeCount },
      (_, plane) => slotAnomalyDeg({ shell, plane, slot: 0 }) * RAD_PER_DEG,
    );
  return {
    cosInclination: Math.cos(a.first.inclinationDeg * RAD_PER_DEG),
    slotStepRad: (2 * Math.PI) / leastCommonMultiple(a.slotCount, b.slotCount),
    phasesA: phasesRad(a),
    phasesB: phasesRad(b),
  };
}

/** Least distance of the circles of two shells of one height and inclination, radii. */
export function leastBetweenRatio(a: DesignedShell, b: DesignedShell): number {
  const { cosInclination, slotStepRad, phasesA, phasesB } = planePairs(a, b);
  const half = slotStepRad / 2;
  let least = 2;
  phasesA.forEach((phaseA, planeA) => {
    for (let planeB = 0; planeB < phasesB.length; planeB++) {
      const nodeRad = (b.raanDeg[planeB]! - a.raanDeg[planeA]!) * RAD_PER_DEG;
      const { leadRad, reach } = meetingOf(nodeRad, cosInclination);
      const angle = (phasesB[planeB]! - phaseA) / 2 + leadRad;
      least = Math.min(least, 2 * reach * Math.abs(Math.sin(angle - half * Math.round(angle / half))));
    }
  });
  return least;
}

/** Pairs of two shells of one height and inclination whose circles come within `marginRatio` of the least distance, nearest first. */
export function approachesBetween(a: DesignedShell, b: DesignedShell, marginRatio: number): Approach[] {
  const { cosInclination, slotStepRad, phasesA, phasesB } = planePairs(a, b);
  const limitRatio = leastBetweenRatio(a, b) + marginRatio;
  const found: Approach[] = [];
  phasesA.forEach((phaseA, planeA) => {
    phasesB.forEach((phaseB, planeB) => {
      const nodeRad = (b.raanDeg[planeB]! - a.raanDeg[planeA]!) * RAD_PER_DEG;
      const meeting = meetingOf(nodeRad, cosInclination);
      collect(found, { nodeRad, phaseRad: phaseB - phaseA, slotStepRad, ...meeting, limitRatio });
    });
  });
  return found.sort(byRatio);
}

function leastCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low > 0) [high, low] = [low, high % low];
  return (a / high) * b;
}
