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

export type Side = "right" | "left";

/**
 * Which wishes are shown, in order of importance, and on which side of its point each text stands: at most twelve, none over
 * another, none over the edge or `taken`. The right side is tried first.
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
}): ReadonlyMap<string, Side> {
  const boxes: Box[] = [...taken];
  const shown = new Map<string, Side>();
  for (const { key, xPx, yPx, widthPx: textPx } of wishes) {
    if (shown.size === MOST_LABEL_COUNT) break;
    const lines = { topPx: yPx - HEIGHT_PX / 2, bottomPx: yPx + HEIGHT_PX / 2 };
    const places: [Side, Box][] = [
      ["right", { ...lines, leftPx: xPx - GAP_PX, rightPx: xPx + textPx + GAP_PX }],
      ["left", { ...lines, leftPx: xPx - textPx - GAP_PX, rightPx: xPx + GAP_PX }],
    ];
    const free = places.find(
      ([, box]) =>
        box.leftPx >= 0 &&
        box.topPx >= 0 &&
        box.rightPx <= widthPx &&
        box.bottomPx <= heightPx &&
        !boxes.some((other) => overlaps(box, other)),
    );
    if (free === undefined) continue;
    boxes.push(free[1]);
    shown.set(key, free[0]);
  }
  return shown;
}

const overlaps = (a: Box, b: Box) =>
  a.leftPx < b.rightPx + GAP_PX &&
  b.leftPx < a.rightPx + GAP_PX &&
  a.topPx < b.bottomPx + GAP_PX &&
  b.topPx < a.bottomPx + GAP_PX;
