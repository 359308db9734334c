/**
 * Frames that the graphics were given and have not finished. A slow one would be given more and more of them, and the picture would lag
 * seconds behind clock and hand; so a frame is left out while enough of them wait.
 */

/** One is drawn while the next is made ready. */
const MOST_WAITING_COUNT = 2;
/** A fence that says nothing for so long, milliseconds, stops no picture. */
const LONGEST_WAIT_MS = 10_000;

type Graphics = Pick<
  WebGL2RenderingContext,
  | "isContextLost"
  | "fenceSync"
  | "getSyncParameter"
  | "deleteSync"
  | "flush"
  | "SYNC_STATUS"
  | "SIGNALED"
  | "SYNC_GPU_COMMANDS_COMPLETE"
>;

export function createPace() {
  let graphics: Graphics | undefined;
  let waiting: { readonly fence: WebGLSync; readonly sinceMs: number }[] = [];
  let isLeftOut = false;
  return {
    /** Decides at a frame's beginning whether the graphics have room for it. */
    begin(gl: Graphics, nowMs: number): void {
      if (gl !== graphics || gl.isContextLost()) {
        graphics = gl;
        waiting = [];
      }
      waiting = waiting.filter(({ fence, sinceMs }) => {
        const isDone = gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
        if (!isDone && nowMs - sinceMs < LONGEST_WAIT_MS) return true;
        gl.deleteSync(fence);
        return false;
      });
      isLeftOut = waiting.length >= MOST_WAITING_COUNT;
    },
    /** Whether this frame is not drawn: sky and labels then stay as the picture has them. */
    isLeftOut: () => isLeftOut,
    /** Said after a frame's last command. */
    drew(gl: Graphics, nowMs: number): void {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      if (fence !== null) waiting.push({ fence, sinceMs: nowMs });
      gl.flush();
    },
  };
}

export const pace = createPace();
