/**
 * Who holds a link to whom where nothing is fixed: hand-overs between fleet and relay, beams between satellites and the ground.
 * The nearest pair is joined first, then the next, while both ends have a terminal left (greedy: 1⁄2 of the best at the worst).
 */
import { makeNearTree, type NearTree, nearestPoints } from "../geometry/nearTree.ts";
import { type LinkLimits, type LinkSky, linkState } from "./links.ts";

export type Candidate = { readonly a: number; readonly b: number; readonly lengthKm: number };

/**
 * Pairs of `candidates`, the shortest first, ties by index, while `a` and `b` each have one of their links left. `stands` is asked
 * only of pairs that are free; left out, all stand.
 */
export function joinNearest({
  candidates,
  mostOfA,
  mostOfB,
  stands = () => true,
}: {
  candidates: readonly Candidate[];
  mostOfA: (a: number) => number;
  mostOfB: (b: number) => number;
  stands?: (a: number, b: number) => boolean;
}): Candidate[] {
  const usedA = new Map<number, number>();
  const usedB = new Map<number, number>();
  return [...candidates]
    .sort((x, y) => x.lengthKm - y.lengthKm || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      const aCount = usedA.get(a) ?? 0;
      const bCount = usedB.get(b) ?? 0;
      if (aCount >= mostOfA(a) || bCount >= mostOfB(b) || !stands(a, b)) return false;
      usedA.set(a, aCount + 1);
      usedB.set(b, bCount + 1);
      return true;
    });
}

/** Relay satellites that a fleet satellite looks at: the nearest so many. */
const NEAREST_COUNT = 8;

/**
 * Hand-over links at one instant: `a` of the fleet, `b` of the relay, standing by the limits of lasers but the seam's (fleet and
 * relay cross), each satellite with at most `handoverTerminalCount` of them. Indices below `fleetCount` are the fleet's.
 * Acquisition is left out: a hand-over between crossing orbits lasts minutes, pointing anew some seconds.
 */
export function handoverLinks({
  sky,
  fleetCount,
  limits,
  handoverTerminalCount,
}: {
  sky: LinkSky;
  fleetCount: number;
  limits: LinkLimits;
  handoverTerminalCount: number;
}): Candidate[] {
  const { positionsTemeKm } = sky;
  const ofRelay = Float64Array.from(positionsTemeKm).fill(Number.NaN, 0, fleetCount * 3);
  const tree: NearTree = { ...makeNearTree(ofRelay), points: positionsTemeKm };
  const candidates: Candidate[] = [];
  for (let a = 0; a < fleetCount; a++)
    for (const b of nearestPoints({ tree, index: a, mostCount: NEAREST_COUNT, accepts: () => true }))
      candidates.push({ a, b, lengthKm: distanceKm(positionsTemeKm, a, b) });
  const most = () => handoverTerminalCount;
  const crossing = { ...limits, seamLimitDeg: undefined };
  const stands = (a: number, b: number) => linkState({ ...sky, a, b, limits: crossing }).up;
  return joinNearest({ candidates, mostOfA: most, mostOfB: most, stands });
}

function distanceKm(positionsKm: ArrayLike<number>, a: number, b: number): number {
  const x = positionsKm[b * 3]! - positionsKm[a * 3]!;
  const y = positionsKm[b * 3 + 1]! - positionsKm[a * 3 + 1]!;
  const z = positionsKm[b * 3 + 2]! - positionsKm[a * 3 + 2]!;
  return Math.sqrt(x * x + y * y + z * z);
}
