import type { Page } from "playwright-core";

export type Pixel = readonly [red: number, green: number, blue: number];

/**
 * Colours of the canvas at CSS pixels of the page, each the brightest within `reachPx`. Read in the same task as a frame that was
 * just drawn, before the browser takes it away; a screenshot would cost a software renderer seconds.
 */
export function pixelsAt({
  page,
  points,
  reachPx = 1,
}: {
  page: Page;
  points: readonly { readonly xPx: number; readonly yPx: number }[];
  reachPx?: number;
}): Promise<readonly Pixel[]> {
  return page.evaluate(
    async ({ points, reachPx }) => {
      const canvas = document.querySelector<HTMLCanvasElement>(".globe canvas")!;
      const box = canvas.getBoundingClientRect();
      const copy = new OffscreenCanvas(Math.round(box.width), Math.round(box.height));
      const context = copy.getContext("2d", { willReadFrequently: true })!;
      await window.dawnline!.setInstant(window.dawnline!.state().instant);
      context.drawImage(canvas, 0, 0, copy.width, copy.height);
      const { data, width, height } = context.getImageData(0, 0, copy.width, copy.height);
      return points.map(({ xPx, yPx }) => {
        const [column, row] = [Math.floor(xPx - box.left), Math.floor(yPx - box.top)];
        let best: [number, number, number] = [0, 0, 0];
        for (let y = row - reachPx; y <= row + reachPx; y++)
          for (let x = column - reachPx; x <= column + reachPx; x++) {
            if (x < 0 || y < 0 || x >= width || y >= height) continue;
            const at = (y * width + x) * 4;
            const next: [number, number, number] = [data[at]!, data[at + 1]!, data[at + 2]!];
            if (next[0] + next[1] + next[2] > best[0] + best[1] + best[2]) best = next;
          }
        return best;
      });
    },
    { points, reachPx },
  );
}

/** Amber is red over blue, violet blue over green and red; both are bright. Sea, land and night are neither. */
export const isAmber = ([red, green, blue]: Pixel) => red > 170 && red - blue > 90 && red >= green;
export const isViolet = ([red, green, blue]: Pixel) => blue > 150 && blue - green > 40 && blue > red;
