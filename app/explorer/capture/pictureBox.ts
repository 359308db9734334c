import type { Insets } from "../cameraRig.ts";

/** A part of the canvas, CSS pixels from its corner. */
export type PictureBox = {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** Less than this beside the panels is no picture: then the whole canvas is. */
const LEAST_PX = 200;

/** What the panels leave free, with the Earth in its middle; even sizes, as video wants them. */
export function pictureBox({
  widthPx,
  heightPx,
  insets: { leftPx, rightPx, topPx, bottomPx },
}: {
  widthPx: number;
  heightPx: number;
  insets: Insets;
}): PictureBox {
  const even = (size: number) => Math.floor(size / 2) * 2;
  const freeWidthPx = even(widthPx - leftPx - rightPx);
  const freeHeightPx = even(heightPx - topPx - bottomPx);
  if (freeWidthPx < LEAST_PX || freeHeightPx < LEAST_PX)
    return { leftPx: 0, topPx: 0, widthPx: even(widthPx), heightPx: even(heightPx) };
  return { leftPx: Math.round(leftPx), topPx: Math.round(topPx), widthPx: freeWidthPx, heightPx: freeHeightPx };
}
