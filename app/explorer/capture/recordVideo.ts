import { stage } from "../stage.ts";
import { compose, frameOf, readLook } from "./compose.ts";

/** Lengths that are offered, seconds. */
export const videoLengths = [5, 10, 15, 20] as const;
/** WebM where the browser writes it, else what it has. */
const types = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"] as const;
const FRAMES_PER_S = 30;
/** Frames closer together than this are not composed: of a screen's 60 a second every other, milliseconds. */
const LEAST_GAP_MS = 25;
const BITS_PER_S = 12_000_000;
/** A frame that is not drawn by then will not be, milliseconds. */
const FIRST_FRAME_WAIT_MS = 20_000;
/** A recorder that has begun with none so long after the end will not, milliseconds. */
const FIRST_TAKEN_WAIT_MS = 10_000;
/** A page that draws nothing, behind others, ends so much after its time, milliseconds. */
const GRACE_MS = 2000;
/** The last frame is taken from its canvas by then, milliseconds. */
const LAST_FRAME_MS = 500;

/** The kind of video that this browser records, or undefined for none. */
export function videoType(): (typeof types)[number] | undefined {
  if (typeof MediaRecorder === "undefined" || typeof HTMLCanvasElement.prototype.captureStream !== "function")
    return undefined;
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}

export type Recording = {
  /** Ends now and keeps what there is. */
  stop(): void;
  /** Ends now and keeps nothing. */
  cancel(): void;
  /** The video, or undefined when it was cancelled; rejects when there is nothing to keep. */
  readonly done: Promise<Blob | undefined>;
};

/** Records the globe as it is drawn, with names, ruler and caption, for `lengthS` seconds from its first frame on. */
export function recordVideo({
  lengthS,
  onProgress,
}: {
  lengthS: number;
  onProgress: (elapsedS: number) => void;
}): Recording {
  const here = stage.current();
  const type = videoType();
  if (here === undefined || type === undefined) throw new Error("This browser cannot record video of a canvas.");
  const sheet = document.createElement("canvas");
  const look = readLook(here.canvas);
  // Said, so that reading a pixel a frame does not move the sheet off the graphics card.
  const context = sheet.getContext("2d", { willReadFrequently: false });
  if (context === null) throw new Error("This browser gives no canvas to draw on.");
  const frame = frameOf(here, look, context);
  sheet.width = frame.widthPx;
  sheet.height = frame.heightPx;

  const recorder = new MediaRecorder(sheet.captureStream(FRAMES_PER_S), {
    mimeType: type,
    videoBitsPerSecond: BITS_PER_S,
  });
  const parts: Blob[] = [];
  let isCancelled = false;
  /** Whether the recorder has had a frame: stopped before, it would give nothing. */
  let hasBegun = false;
  let isEnding = false;
  let startMs: number | undefined;
  let drawnMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const within = (spanMs: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, spanMs);
  };
  const draw = () => {
    const now = stage.current();
    // A lost context has nothing to show; the next canvas goes on.
    if (now === undefined || now.canvas.clientWidth === 0) return;
    // The last frame stays in the sheet until it is taken.
    if (isEnding && hasBegun) return;
    // Frames go on while the clock stands: the camera may move.
    stage.drawAgain();
    if (performance.now() - drawnMs < LEAST_GAP_MS) return;
    compose({ context, here: now, look, frame, scale: 1 });
    // Waits until the frame is drawn. A slow graphics card would else be asked for seconds of frames ahead, and what is
    // taken from the sheet would stand behind them all, to come when the video is over.
    context.getImageData(0, 0, 1, 1);
    drawnMs = performance.now();
    if (startMs === undefined) {
      startMs = drawnMs;
      recorder.start(1000);
      within(lengthS * 1000 + GRACE_MS, () => end());
    }
    const elapsedS = (drawnMs - startMs) / 1000;
    onProgress(Math.min(lengthS, elapsedS));
    if (elapsedS >= lengthS) end();
  };
  const stopDrawing = stage.onDrawn(draw);
  const close = () => {
    stopDrawing();
    clearTimeout(timer);
    for (const track of recorder.stream.getTracks()) track.stop();
  };
  let end = () => {};
  let cancel = () => {};
  const done = new Promise<Blob | undefined>((resolve, reject) => {
    const refuse = (reason: string) => {
      close();
      reject(new Error(reason));
    };
    const stop = () => {
      if (recorder.state === "inactive") refuse("The globe was not drawn, so there is nothing to record.");
      else recorder.stop();
    };
    end = () => {
      if (isEnding) return;
      isEnding = true;
      if (startMs === undefined) stop();
      else within(hasBegun ? LAST_FRAME_MS : FIRST_TAKEN_WAIT_MS, stop);
    };
    cancel = () => {
      isCancelled = true;
      if (recorder.state !== "inactive") recorder.stop();
      else {
        close();
        resolve(undefined);
      }
    };
    recorder.addEventListener("start", () => {
      hasBegun = true;
      if (isEnding) within(LAST_FRAME_MS, stop);
    });
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size > 0) parts.push(data);
    });
    recorder.addEventListener("error", () => refuse("The browser stopped recording."));
    recorder.addEventListener("stop", () => {
      close();
      if (isCancelled) resolve(undefined);
      else if (parts.length > 0) resolve(new Blob(parts, { type: type.split(";")[0]! }));
      else refuse("The browser's recorder took no frame. It may be too slow: a smaller window is drawn faster.");
    });
    within(FIRST_FRAME_WAIT_MS, () => end());
  });
  here.invalidate();
  return { stop: () => end(), cancel: () => cancel(), done };
}
