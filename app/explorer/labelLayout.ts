/** Labels in screen space: a point, the text beside it. */
export type LabelWish = { readonly key: string; readonly xPx: number; readonly yPx: number; readonly widthPx: number };
export type Box = {
  readonly leftPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly bottomPx: number;
};

export const MOST_LABEL_COUNT = 12;
const HEIGHT_PX = 18;
const GAP_PX = 4;

/**
 * Which wishes are shown, in order of importance: at most twelve, none over another, none over the edge or `taken`.
 * Text stands to the right of its point.
 */
export function layOutLabels({
  wishes,
  widthPx,
  heightPx,
  taken = [],
}: {
  wishes: readonly LabelWish[];
  widthPx: number;
  heightPx: number;
  taken?: readonly Box[];
}): ReadonlySet<string> {
  const boxes: Box[] = [...taken];
  const shown = new Set<string>();
  for (const { key, xPx, yPx, widthPx: textPx } of wishes) {
    if (shown.size === MOST_LABEL_COUNT) break;
    const box = {
      leftPx: xPx - GAP_PX,
      topPx: yPx - HEIGHT_PX / 2,
      rightPx: xPx + textPx + GAP_PX,
      bottomPx: yPx + HEIGHT_PX / 2,
    };
    if (box.leftPx < 0 || box.topPx < 0 || box.rightPx > widthPx || box.bottomPx > heightPx) continue;
    if (boxes.some((other) => overlaps(box, other))) continue;
    boxes.push(box);
    shown.add(key);
  }
  return shown;
}

const overlaps = (a: Box, b: Box) =>
  a.leftPx < b.rightPx + GAP_PX &&
  b.leftPx < a.rightPx + GAP_PX &&
  a.topPx < b.bottomPx + GAP_PX &&
  b.topPx < a.bottomPx + GAP_PX;
