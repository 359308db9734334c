import { stage } from "../stage.ts";
import { compose, frameOf, readLook } from "./compose.ts";

export const pictureScales = [1, 2] as const;
export type PictureScale = (typeof pictureScales)[number];
/** A frame that is not drawn by then will not be, milliseconds. */
const DRAW_WAIT_MS = 20_000;

/** Calls `take` in a frame whose canvas has so many pixels for each of CSS, while the frame is still in it. */
function atPixelRatio<Result>(ratio: number, take: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error("The globe was not drawn in time."))), DRAW_WAIT_MS);
    let drawnCount = 0;
    const end = (tell: () => void) => {
      clearTimeout(timer);
      stop();
      tell();
    };
    const stop = stage.onDrawn(() => {
      const here = stage.current();
      if (here === undefined) return;
      const isSized = Math.abs(here.canvas.width - here.canvas.clientWidth * ratio) <= 2;
      // Points and lines get the new ratio through React, a frame later.
      if (!isSized || drawnCount++ < 1) {
        here.setPixelRatio(ratio);
        stage.drawAgain();
        return;
      }
      end(() => {
        try {
          resolve(take());
        } catch (reason) {
          reject(reason);
        }
      });
    });
    stage.current()?.setPixelRatio(ratio);
    stage.current()?.invalidate();
  });
}

/** A PNG of the globe as it is now, with names, ruler and caption; `scale` pixels for each of the page. */
export async function takePicture(scale: PictureScale): Promise<Blob> {
  const here = stage.current();
  if (here === undefined) throw new Error("This browser draws no globe, so there is no picture of it.");
  const before = here.canvas.width / here.canvas.clientWidth;
  const sheet = document.createElement("canvas");
  try {
    await atPixelRatio(scale, () => {
      const now = stage.current()!;
      const look = readLook(now.canvas);
      const context = sheet.getContext("2d");
      if (context === null) throw new Error("This browser gives no canvas to draw on.");
      const frame = frameOf(now, look, context);
      sheet.width = frame.widthPx * scale;
      sheet.height = frame.heightPx * scale;
      compose({ context, here: now, look, frame, scale });
    });
  } finally {
    stage.current()?.setPixelRatio(before);
    stage.drawAgain();
  }
  return new Promise((resolve, reject) =>
    sheet.toBlob(
      (blob) => (blob === null ? reject(new Error("The browser made no PNG of it.")) : resolve(blob)),
      "image/png",
    ),
  );
}
