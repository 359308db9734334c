import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Io } from "../../../app/cli/io.ts";
import { startProgress } from "../../../app/cli/progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What work of `stepMs` a step, told after each, leaves on standard error. */
function work({ isLive, stepMs, stepCount }: { isLive: boolean; stepMs: number; stepCount: number }): string {
  let text = "";
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const progress = startProgress({ io: { stderr, isLive } as Io, what: "satellites", totalCount: stepCount });
  for (let step = 1; step <= stepCount; step++) {
    vi.advanceTimersByTime(stepMs);
    progress.show(step);
  }
  progress.clear();
  return text;
}

test("short work is silent", () => {
  for (const isLive of [true, false]) expect(work({ isLive, stepMs: 40, stepCount: 12 })).toBe("");
});

test("long work writes a plain line every few seconds where standard error is no terminal", () => {
  const text = work({ isLive: false, stepMs: 100, stepCount: 200 });
  expect(text.split("\n")).toEqual([
    "satellites: 5 of 200 (2 %)",
    "satellites: 55 of 200 (27 %)",
    "satellites: 105 of 200 (52 %)",
    "satellites: 155 of 200 (77 %)",
    "",
  ]);
});

test("on a terminal one line lives and is gone at the end", () => {
  const text = work({ isLive: true, stepMs: 100, stepCount: 20 });
  expect(text).not.toContain("\n");
  expect(text.endsWith("\r\u001b[K")).toBe(true);
  expect(text).toContain("satellites: 20 of 20 (100 %)");
});
