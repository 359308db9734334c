/**
 * The +Grid: each satellite holds a laser to its two neighbours along the plane and to one in either plane beside it.
 */
export type GridShell = {
  readonly planeCount: number;
  readonly slotCount: number;
  /** Whether the last plane meets the first. */
  readonly isClosed: boolean;
  /** Slots by which the last plane is ahead where it meets the first. */
  readonly phasingCount: number;
  /** Slots by which the joined satellite of the next plane is ahead of the same slot; left out, 0. */
  readonly slotOffsetCount?: number | undefined;
};

/**
 * Pairs of a shell, each once, the lower index first: [linkCount × 2], counted from `firstIndex`. Index = plane × slotCount + slot.
 * A plane of two slots has one link along it, two closed planes meet once unless the phasing makes the second meeting another.
 */
export function gridPairs(shell: GridShell, firstIndex = 0): Uint32Array {
  const { planeCount, slotCount, isClosed, phasingCount, slotOffsetCount = 0 } = shell;
  const ahead = (slot: number, stepCount: number) => (((slot + stepCount) % slotCount) + slotCount) % slotCount;
  const pairs = new Uint32Array(planeCount * slotCount * 4);
  let end = 0;
  const join = (a: number, b: number) => {
    pairs[end++] = firstIndex + Math.min(a, b);
    pairs[end++] = firstIndex + Math.max(a, b);
  };
  for (let plane = 0; plane < planeCount; plane++) {
    const start = plane * slotCount;
    for (let slot = 0; slot < slotCount; slot++) {
      const self = start + slot;
      if (slot + 1 < slotCount) join(self, self + 1);
      else if (slotCount > 2) join(self, start);
      if (plane + 1 < planeCount) join(self, start + slotCount + ahead(slot, slotOffsetCount));
      else if (isClosed && planeCount > 1) {
        const other = ahead(slot, phasingCount + slotOffsetCount);
        // Of two planes the first meeting may have joined these two already.
        if (planeCount > 2 || ahead(other, slotOffsetCount) !== slot) join(self, other);
      }
    }
  }
  return pairs.slice(0, end);
}

/**
 * Pairs of a shell whose slots hold a cluster each: the centres, first of their cluster, keep `centrePairs`, and within a cluster
 * `memberPairs` [pairCount × 2] holds. Index = (plane × slotCount + slot) × memberCount + member.
 */
export function clusterPairs({
  centrePairs,
  placeCount,
  memberCount,
  memberPairs,
  firstIndex,
}: {
  /** [linkCount × 2], places counted from 0. */
  centrePairs: Uint32Array;
  placeCount: number;
  memberCount: number;
  memberPairs: Uint32Array;
  firstIndex: number;
}): Uint32Array {
  const centres = centrePairs.map((place) => firstIndex + place * memberCount);
  const pairs = new Uint32Array(centres.length + placeCount * memberPairs.length);
  pairs.set(centres);
  for (let place = 0; place < placeCount; place++)
    for (let row = 0; row < memberPairs.length; row++)
      pairs[centres.length + place * memberPairs.length + row] = firstIndex + place * memberCount + memberPairs[row]!;
  return pairs;
}

/**
 * Who may talk to whom, as compressed rows: the neighbours of `i` are `neighbours[starts[i]]` to `neighbours[starts[i + 1] - 1]`,
 * and `linkOf` beside them is the row of that pair in `pairs`.
 */
export type Mesh = {
  readonly satelliteCount: number;
  /** [linkCount × 2] */
  readonly pairs: Uint32Array;
  /** [satelliteCount + 1] */
  readonly starts: Uint32Array;
  /** [linkCount × 2] */
  readonly neighbours: Uint32Array;
  /** [linkCount × 2] */
  readonly linkOf: Uint32Array;
};

export function makeMesh({ satelliteCount, pairs }: { satelliteCount: number; pairs: Uint32Array }): Mesh {
  const starts = new Uint32Array(satelliteCount + 1);
  for (const end of pairs) starts[end + 1]!++;
  for (let index = 0; index < satelliteCount; index++) starts[index + 1]! += starts[index]!;
  const next = starts.slice(0, satelliteCount);
  const neighbours = new Uint32Array(pairs.length);
  const linkOf = new Uint32Array(pairs.length);
  for (let row = 0; row < pairs.length; row += 2) {
    const a = pairs[row]!;
    const b = pairs[row + 1]!;
    linkOf[next[a]!] = row / 2;
    neighbours[next[a]!++] = b;
    linkOf[next[b]!] = row / 2;
    neighbours[next[b]!++] = a;
  }
  return { satelliteCount, pairs, starts, neighbours, linkOf };
}
