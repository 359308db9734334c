/**
 * Who holds a link to whom where nothing is fixed: hand-overs between fleet and relay, beams between satellites and the ground.
 * The nearest pair is joined first, then the next, while both ends have a terminal left (greedy: 1⁄2 of the best at the worst).
 */
import { vectorAt } from "../geometry/vectors.ts";
import { type LinkLimits, type LinkSky, linkState } from "./links.ts";

export type Candidate = { readonly a: number; readonly b: number; readonly lengthKm: number };

/** Pairs of `candidates`, the shortest first, ties by index, while `a` and `b` each have one of their links left. */
export function joinNearest({
  candidates,
  mostOfA,
  mostOfB,
}: {
  candidates: readonly Candidate[];
  mostOfA: (a: number) => number;
  mostOfB: (b: number) => number;
}): Candidate[] {
  const usedA = new Map<number, number>();
  const usedB = new Map<number, number>();
  return [...candidates]
    .sort((x, y) => x.lengthKm - y.lengthKm || x.a - y.a || x.b - y.b)
    .filter(({ a, b }) => {
      const aCount = usedA.get(a) ?? 0;
      const bCount = usedB.get(b) ?? 0;
      if (aCount >= mostOfA(a) || bCount >= mostOfB(b)) return false;
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
  const totalCount = positionsTemeKm.length / 3;
  const heightOf = (index: number) => positionsTemeKm[index * 3 + 2]!;
  const relay: number[] = [];
  for (let index = fleetCount; index < totalCount; index++) if (!Number.isNaN(heightOf(index))) relay.push(index);
  relay.sort((x, y) => heightOf(x) - heightOf(y) || x - y);
  const heightsKm = Float64Array.from(relay, heightOf);
  const rangeKm = limits.rangeKm ?? Number.POSITIVE_INFINITY;
  const crossing = { ...limits, seamLimitDeg: undefined };
  const candidates: Candidate[] = [];
  for (let a = 0; a < fleetCount; a++) {
    if (Number.isNaN(heightOf(a))) continue;
    for (const { b, lengthKm } of nearest(a))
      if (linkState({ ...sky, a, b, limits: crossing }).up) candidates.push({ a, b, lengthKm });
  }
  const most = () => handoverTerminalCount;
  return joinNearest({ candidates, mostOfA: most, mostOfB: most });

  /** Outward from the same height above the equator's plane, until the height alone is farther than the last of the nearest. */
  function nearest(a: number): { b: number; lengthKm: number }[] {
    const [x, y, z] = vectorAt(positionsTemeKm, a);
    let low = 0;
    let high = relay.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heightsKm[middle]! < z) low = middle + 1;
      else high = middle;
    }
    const found: { b: number; lengthKm: number }[] = [];
    let below = low - 1;
    let above = low;
    for (;;) {
      const downKm = below >= 0 ? z - heightsKm[below]! : Number.POSITIVE_INFINITY;
      const upKm = above < relay.length ? heightsKm[above]! - z : Number.POSITIVE_INFINITY;
      const asideKm = Math.min(downKm, upKm);
      const lastKm = found.length < NEAREST_COUNT ? rangeKm : found[found.length - 1]!.lengthKm;
      if (asideKm === Number.POSITIVE_INFINITY || asideKm > lastKm) return found;
      const b = downKm <= upKm ? relay[below--]! : relay[above++]!;
      const dx = positionsTemeKm[b * 3]! - x;
      const dy = positionsTemeKm[b * 3 + 1]! - y;
      const lengthKm = Math.sqrt(dx * dx + dy * dy + asideKm * asideKm);
      if (found.length === NEAREST_COUNT && lengthKm >= lastKm) continue;
      let at = found.length === NEAREST_COUNT ? NEAREST_COUNT - 1 : found.length;
      for (; at > 0 && found[at - 1]!.lengthKm > lengthKm; at--) found[at] = found[at - 1]!;
      found[at] = { b, lengthKm };
    }
  }
}
