import { type Io, say } from "./io.ts";

const QUIET_MS = 500;
const LIVE_EVERY_MS = 100;
const LINE_EVERY_MS = 5000;

/** Tells on standard error how far long work is: one living line on a terminal, a line every few seconds elsewhere. */
export function startProgress({ io, what, totalCount }: { io: Io; what: string; totalCount: number }) {
  let nextMs = Date.now() + QUIET_MS;
  let isShown = false;
  const clear = () => {
    if (isShown && io.isLive) io.stderr.write("\r\u001b[K", () => {});
  };
  return {
    show(doneCount: number) {
      const nowMs = Date.now();
      if (nowMs < nextMs) return;
      nextMs = nowMs + (io.isLive ? LIVE_EVERY_MS : LINE_EVERY_MS);
      isShown = true;
      const text = `${what}: ${doneCount} of ${totalCount} (${Math.floor((100 * doneCount) / totalCount)} %)`;
      if (io.isLive) io.stderr.write(`\r\u001b[K${text}`, () => {});
      else say(io, text);
    },
    clear,
  };
}
