import type { Box } from "./labelLayout.ts";

let boxes: readonly Box[] = [];

/** What panels cover of the canvas, pixels from its corner: names are not put under them. */
export const covered = {
  boxes: () => boxes,
  set(next: readonly Box[]) {
    boxes = next;
  },
};
