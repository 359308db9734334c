/**
 * A mesh by nearness at one instant: the shortest standing links first, while both ends have a terminal free.
 *
 * With three terminals or more and several shells, one terminal of each satellite goes to the nearest satellite of another shell
 * (a relay's too) that can take it, so that shells and fleets hang together. A greedy choice: every link that it leaves out and
 * that could stand would be longer than those that fill its ends. Nothing promises that all satellites are joined.
 */
import { makeNearTree, nearestPoints } from "../geometry/nearTree.ts";

/** Candidates of a satellite for each of its terminals: nearer ones may have none free. */
const CANDIDATES_PER_TERMINAL = 3;
const LEAST_RESERVING_TERMINALS = 3;

/** Pairs [linkCount × 2], each once, the lower index first, in order of index. */
export function pairNearest({
  positionsTemeKm,
  shellStarts,
  terminalCount,
  mostKm,
  stands,
}: {
  /** [satelliteCount × 3] */
  positionsTemeKm: ArrayLike<number>;
  /** Index of the first satellite of each shell, rising. */
  shellStarts: readonly number[];
  terminalCount: number;
  /** No link is longer. */
  mostKm: number;
  /** Whether a link between two satellites would stand. */
  stands: (a: number, b: number) => boolean;
}): Uint32Array {
  const satelliteCount = positionsTemeKm.length / 3;
  if (terminalCount === 0) return new Uint32Array(0);
  const shellOf = new Uint16Array(satelliteCount);
  shellStarts.forEach((start, shell) => {
    shellOf.fill(shell, start);
  });
  const tree = makeNearTree(positionsTemeKm);
  const partners = new Uint32Array(satelliteCount * terminalCount);
  const held = new Uint16Array(satelliteCount);

  const isJoined = (a: number, b: number) => {
    for (let row = 0; row < held[a]!; row++) if (partners[a * terminalCount + row] === b) return true;
    return false;
  };
  const join = (a: number, b: number) => {
    partners[a * terminalCount + held[a]!++] = b;
    partners[b * terminalCount + held[b]!++] = a;
  };
  /** Joins the nearest first, as long as both ends hold fewer than `mostCount`. */
  const joinAll = (mostCount: number, accepts: (a: number, b: number) => boolean) => {
    const a: number[] = [];
    const b: number[] = [];
    const squares: number[] = [];
    for (let index = 0; index < satelliteCount; index++) {
      const near = nearestPoints({
        tree,
        index,
        mostCount: mostCount * CANDIDATES_PER_TERMINAL,
        within: mostKm,
        accepts: (other) => accepts(index, other) && stands(Math.min(index, other), Math.max(index, other)),
      });
      for (const other of near) {
        a.push(Math.min(index, other));
        b.push(Math.max(index, other));
        squares.push(
          [0, 1, 2].reduce(
            (sum, axis) => sum + (positionsTemeKm[index * 3 + axis]! - positionsTemeKm[other * 3 + axis]!) ** 2,
            0,
          ),
        );
      }
    }
    const order = Uint32Array.from(a.keys()).sort(
      (one, two) => squares[one]! - squares[two]! || a[one]! - a[two]! || b[one]! - b[two]!,
    );
    for (const row of order) {
      const [from, to] = [a[row]!, b[row]!];
      if (held[from]! < mostCount && held[to]! < mostCount && !isJoined(from, to)) join(from, to);
    }
  };

  if (shellStarts.length > 1 && terminalCount >= LEAST_RESERVING_TERMINALS)
    joinAll(1, (from, to) => shellOf[from] !== shellOf[to]);
  joinAll(terminalCount, () => true);

  const pairs: number[] = [];
  for (let index = 0; index < satelliteCount; index++) {
    const own = Array.from(partners.subarray(index * terminalCount, index * terminalCount + held[index]!));
    for (const other of own.sort((one, two) => one - two)) if (other > index) pairs.push(index, other);
  }
  return Uint32Array.from(pairs);
}
