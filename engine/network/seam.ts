/** The seam of a star: its last plane flies against its first, and no +Grid joins the two. */
import { makeNearTree, type NearTree, nearestPoints } from "../geometry/nearTree.ts";
import { type Candidate, joinNearest } from "./relay.ts";

/** Directions of flight over a seam differ by more, degrees: those of planes side by side by far less. */
export const SEAM_DEG = 90;
/** Satellites beyond the seam that one looks at: the nearest so many. */
const NEAREST_COUNT = 4;
/** The last plane stands this many steps of nodes, at most, from the first plane's descending half. */
const MOST_STEPS = 1.5;

/** Whether planes with these right ascensions of their nodes, degrees, evenly spread, make a star: over half a turn, not a whole one. */
export function isStar(raanDeg: ArrayLike<number>): boolean {
  const planeCount = raanDeg.length;
  if (planeCount < 2) return false;
  const stepDeg = (raanDeg[1]! - raanDeg[0]! + 360) % 360;
  const isClosed = Math.abs(planeCount * stepDeg - 360) < 1e-6;
  return !isClosed && stepDeg > 0 && Math.abs(180 - (planeCount - 1) * stepDeg) <= MOST_STEPS * stepDeg;
}

/**
 * Who would be neighbours across the seam at one instant: each satellite of the first plane with one of the last, the nearest
 * pairs first. Rows of `positionsTemeKm` [2 × slotCount × 3]: the first plane's, then the last plane's.
 */
export function pairAcross(positionsTemeKm: Float64Array): Candidate[] {
  const slotCount = positionsTemeKm.length / 6;
  const beyond = Float64Array.from(positionsTemeKm).fill(Number.NaN, 0, slotCount * 3);
  const tree: NearTree = { ...makeNearTree(beyond), points: positionsTemeKm };
  const candidates: Candidate[] = [];
  for (let a = 0; a < slotCount; a++)
    for (const b of nearestPoints({ tree, index: a, mostCount: NEAREST_COUNT, accepts: () => true })) {
      const [x, y, z] = [0, 1, 2].map((axis) => positionsTemeKm[b * 3 + axis]! - positionsTemeKm[a * 3 + axis]!);
      candidates.push({ a, b, lengthKm: Math.hypot(x!, y!, z!) });
    }
  return joinNearest({ candidates, mostOfA: () => 1, mostOfB: () => 1 });
}
