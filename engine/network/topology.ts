/** Which satellites hold lasers to each other, where the mesh does not depend on the time, and how long its links are on circles. */
import { acos, RAD_PER_DEG } from "../geometry/angles.ts";
import { type GridShell, gridPairs } from "./grid.ts";

export type Topology = "grid" | "short-grid" | "ring" | "nearest" | "none";

/** How a plane stands to the one before it: differences of node and of argument of latitude of equal slots, degrees. */
export type PlaneStep = {
  readonly inclinationDeg: number;
  readonly raanStepDeg: number;
  readonly phaseStepDeg: number;
};

/**
 * cos γ of two satellites on circles of one radius is `mean` + `swing` · cos(sum of their arguments of latitude), γ the angle at
 * the Earth's centre.
 */
function angleOfStep({ inclinationDeg, raanStepDeg, phaseStepDeg }: PlaneStep) {
  const cosInclination = Math.cos(inclinationDeg * RAD_PER_DEG);
  const cosNode = Math.cos(raanStepDeg * RAD_PER_DEG);
  const along = (cosNode * (1 + cosInclination ** 2) + 1 - cosInclination ** 2) / 2;
  const aside = -Math.sin(raanStepDeg * RAD_PER_DEG) * cosInclination;
  const phaseRad = phaseStepDeg * RAD_PER_DEG;
  return {
    mean: along * Math.cos(phaseRad) + aside * Math.sin(phaseRad),
    swing: ((1 - cosInclination ** 2) * (1 - cosNode)) / 2,
    /** Phase at which the mean angle is least. */
    nearestPhaseRad: Math.atan2(aside, along),
  };
}

/** Shortest and longest distance over an orbit between a satellite and its neighbour in the next plane, km; two circles of `radiusKm`. */
export function crossPlaneKm({ radiusKm, ...step }: PlaneStep & { radiusKm: number }) {
  const { mean, swing } = angleOfStep(step);
  const chordKm = (cosine: number) => 2 * radiusKm * Math.sin(acos(cosine) / 2);
  return { leastKm: chordKm(mean + swing), longestKm: chordKm(mean - swing) };
}

/** Slots by which the nearest satellite of the next plane, in the mean over an orbit, is ahead of the same slot: whole, least of equals. */
export function nearestSlotOffset({ slotCount, ...step }: PlaneStep & { slotCount: number }): number {
  const slotRad = (2 * Math.PI) / slotCount;
  const aheadRad = angleOfStep(step).nearestPhaseRad - step.phaseStepDeg * RAD_PER_DEG;
  const wrapped = aheadRad - 2 * Math.PI * Math.round(aheadRad / (2 * Math.PI));
  // Rounded a little off the half, so that rounding errors never choose between equals.
  return Math.round(wrapped / slotRad - 1e-9) || 0;
}

/** Terminals of a satellite that the +Grid asks: one for each neighbour. */
export function gridTerminalCount({
  planeCount,
  slotCount,
  isClosed,
}: Pick<GridShell, "planeCount" | "slotCount" | "isClosed">) {
  const alongCount = Math.min(2, slotCount - 1);
  return alongCount + (planeCount === 1 ? 0 : planeCount > 2 || (isClosed && slotCount > 1) ? 2 : 1);
}

/**
 * Pairs of one shell for a topology that does not depend on the time, [linkCount × 2], counted from 0. With three terminals
 * every other link across planes is left out, as bricks are laid, so that planes still hang together; with two or one, all of them.
 */
export function shellPairs({
  topology,
  terminalCount,
  grid,
}: {
  topology: Topology;
  terminalCount: number;
  grid: GridShell;
}): Uint32Array {
  if (topology === "none" || topology === "nearest") return new Uint32Array(0);
  const isRing = topology === "ring";
  const pairs = gridPairs(isRing ? { ...grid, isClosed: false } : grid);
  const neededCount = gridTerminalCount(isRing ? { ...grid, planeCount: 1 } : grid);
  if (!isRing && terminalCount >= neededCount) return pairs;
  return limitTerminals({ pairs, terminalCount, grid, crossesPlanes: !isRing });
}

function limitTerminals({
  pairs,
  terminalCount,
  grid: { slotCount, slotOffsetCount = 0 },
  crossesPlanes,
}: {
  pairs: Uint32Array;
  terminalCount: number;
  grid: GridShell;
  crossesPlanes: boolean;
}): Uint32Array {
  const held = new Map<number, number>();
  const kept: number[] = [];
  const keep = (a: number, b: number) => {
    const [atA, atB] = [held.get(a) ?? 0, held.get(b) ?? 0];
    if (atA >= terminalCount || atB >= terminalCount) return;
    held.set(a, atA + 1);
    held.set(b, atB + 1);
    kept.push(a, b);
  };
  const planeOf = (index: number) => Math.floor(index / slotCount);
  for (let row = 0; row < pairs.length; row += 2)
    if (planeOf(pairs[row]!) === planeOf(pairs[row + 1]!)) keep(pairs[row]!, pairs[row + 1]!);
  if (!crossesPlanes) return Uint32Array.from(kept);
  for (let row = 0; row < pairs.length; row += 2) {
    const a = pairs[row]!;
    const plane = planeOf(a);
    if (plane === planeOf(pairs[row + 1]!)) continue;
    // Slots counted along the links, so that each satellite has one such link to either side in turn.
    const brick = plane + (a % slotCount) - slotOffsetCount * plane;
    if (terminalCount > 3 || brick % 2 === 0) keep(a, pairs[row + 1]!);
  }
  return Uint32Array.from(kept);
}
