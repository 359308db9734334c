import { stage } from "../stage.ts";
import { compose, frameOf, readLook } from "./compose.ts";

/** Lengths that are offered, seconds. */
export const videoLengths = [5, 10, 15, 20] as const;
/** WebM where the browser writes it, else what it has. */
const types = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"] as const;
const FRAMES_PER_S = 30;
const BITS_PER_S = 12_000_000;
/** A page that draws nothing, behind others, ends so much after its time, milliseconds. */
const GRACE_MS = 2000;

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
  /** The video, or undefined when it was cancelled. */
  readonly done: Promise<Blob | undefined>;
};

/** Records the globe as it is drawn, with names, ruler and caption, for `lengthS` seconds. */
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
  const context = sheet.getContext("2d");
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
  let startMs: number | undefined;
  const draw = () => {
    const now = stage.current();
    // A lost context has nothing to show; the next canvas goes on.
    if (now === undefined || now.canvas.clientWidth === 0) return;
    compose({ context, here: now, look, frame, scale: 1 });
    const nowMs = performance.now();
    if (startMs === undefined) {
      startMs = nowMs;
      recorder.start(1000);
    }
    const elapsedS = (nowMs - startMs) / 1000;
    onProgress(Math.min(lengthS, elapsedS));
    if (elapsedS >= lengthS) end();
    // Frames go on while the clock stands: the camera may move.
    else stage.drawAgain();
  };
  const stopDrawing = stage.onDrawn(draw);
  const limit = setTimeout(() => end(), lengthS * 1000 + GRACE_MS);
  const close = () => {
    stopDrawing();
    clearTimeout(limit);
    for (const track of recorder.stream.getTracks()) track.stop();
  };
  let end = () => {};
  const done = new Promise<Blob | undefined>((resolve, reject) => {
    end = () => {
      if (recorder.state !== "inactive") recorder.stop();
      else if (startMs === undefined) {
        close();
        resolve(undefined);
      }
    };
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size > 0) parts.push(data);
    });
    recorder.addEventListener("error", () => {
      close();
      reject(new Error("The browser stopped recording."));
    });
    recorder.addEventListener("stop", () => {
      close();
      resolve(isCancelled || parts.length === 0 ? undefined : new Blob(parts, { type: type.split(";")[0]! }));
    });
  });
  here.invalidate();
  return {
    stop: () => end(),
    cancel() {
      isCancelled = true;
      end();
    },
    done,
  };
}
