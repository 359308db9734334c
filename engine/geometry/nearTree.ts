/**
 * Points in space by nearness: a balanced k-d tree in one index array, the middle of each range its node. Points that are not
 * finite are left out.
 */
export type NearTree = {
  /** [count × 3] */
  readonly points: ArrayLike<number>;
  readonly order: Uint32Array;
};

/** Ranges up to this long are looked through, not split. */
const LEAF_SIZE = 8;

export function makeNearTree(points: ArrayLike<number>): NearTree {
  const finite: number[] = [];
  for (let index = 0; index * 3 < points.length; index++)
    if (Number.isFinite(points[index * 3]! + points[index * 3 + 1]! + points[index * 3 + 2]!)) finite.push(index);
  const order = Uint32Array.from(finite);
  const ranges: [start: number, end: number, axis: number][] = [[0, order.length, 0]];
  for (let range = ranges.pop(); range !== undefined; range = ranges.pop()) {
    const [start, end, axis] = range;
    if (end - start <= LEAF_SIZE) continue;
    const middle = (start + end) >> 1;
    partition({ points, order, start, end, middle, axis });
    const next = (axis + 1) % 3;
    ranges.push([start, middle, next], [middle + 1, end, next]);
  }
  return { points, order };
}

/** Puts into `middle` what would stand there in order of `axis`, the lesser before it (Hoare's selection). */
function partition({
  points,
  order,
  start,
  end,
  middle,
  axis,
}: NearTree & { start: number; end: number; middle: number; axis: number }) {
  let [left, right] = [start, end - 1];
  while (left < right) {
    const pivot = points[order[(left + right) >> 1]! * 3 + axis]!;
    let [low, high] = [left, right];
    while (low <= high) {
      while (points[order[low]! * 3 + axis]! < pivot) low++;
      while (points[order[high]! * 3 + axis]! > pivot) high--;
      if (low > high) break;
      const kept = order[low]!;
      order[low++] = order[high]!;
      order[high--] = kept;
    }
    if (middle <= high) right = high;
    else if (middle >= low) left = low;
    else return;
  }
}

/**
 * The `mostCount` points nearest to point `index`, at most `within` away, that `accepts` takes, nearest first, equals by index;
 * itself left out. `accepts` is asked only of points that would be among them.
 */
export function nearestPoints({
  tree: { points, order },
  index,
  mostCount,
  within = Number.POSITIVE_INFINITY,
  accepts,
}: {
  tree: NearTree;
  index: number;
  mostCount: number;
  /** In the unit of the points. */
  within?: number;
  accepts: (other: number) => boolean;
}): number[] {
  const found: number[] = [];
  const squares: number[] = [];
  const at = [points[index * 3]!, points[index * 3 + 1]!, points[index * 3 + 2]!] as const;
  const look = (other: number) => {
    const dx = points[other * 3]! - at[0];
    const dy = points[other * 3 + 1]! - at[1];
    const dz = points[other * 3 + 2]! - at[2];
    const square = dx * dx + dy * dy + dz * dz;
    let row = found.length;
    while (row > 0 && (squares[row - 1]! > square || (squares[row - 1] === square && found[row - 1]! > other))) row--;
    if (row >= mostCount || square > within * within || other === index || !accepts(other)) return;
    found.splice(row, 0, other);
    squares.splice(row, 0, square);
    if (found.length > mostCount) {
      found.pop();
      squares.pop();
    }
  };
  const visit = (start: number, end: number, axis: 0 | 1 | 2) => {
    if (end - start <= LEAF_SIZE) {
      for (let row = start; row < end; row++) look(order[row]!);
      return;
    }
    const middle = (start + end) >> 1;
    const node = order[middle]!;
    const aside = at[axis] - points[node * 3 + axis]!;
    const next = ((axis + 1) % 3) as 0 | 1 | 2;
    if (aside < 0) visit(start, middle, next);
    else visit(middle + 1, end, next);
    look(node);
    if (aside * aside > (found.length === mostCount ? squares[mostCount - 1]! : within * within)) return;
    if (aside < 0) visit(middle + 1, end, next);
    else visit(start, middle, next);
  };
  if (mostCount > 0 && Number.isFinite(at[0] + at[1] + at[2])) visit(0, order.length, 0);
  return found;
}
