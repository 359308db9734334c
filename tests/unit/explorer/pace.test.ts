import { describe, expect, test } from "vitest";
import { createPace } from "../../../app/explorer/pace.ts";

/** Graphics that finish when they are told to. */
function graphics() {
  const done = new Set<WebGLSync>();
  const given: WebGLSync[] = [];
  let isLost = false;
  const gl: Parameters<ReturnType<typeof createPace>["begin"]>[0] = {
    SYNC_STATUS: 0x9114,
    SIGNALED: 0x9119,
    SYNC_GPU_COMMANDS_COMPLETE: 0x9117,
    isContextLost: () => isLost,
    fenceSync: () => {
      if (isLost) return null;
      given.push({} as WebGLSync);
      return given.at(-1)!;
    },
    getSyncParameter: (fence: WebGLSync) => (done.has(fence) ? 0x9119 : 0x9118),
    deleteSync: (fence: WebGLSync | null) => void (fence && done.delete(fence)),
    flush: () => undefined,
  };
  return {
    gl,
    finishOldest: () => void done.add(given.shift()!),
    lose: () => {
      isLost = true;
    },
  };
}
const draw = (pace: ReturnType<typeof createPace>, { gl }: ReturnType<typeof graphics>, nowMs = 0) => {
  pace.begin(gl, nowMs);
  if (!pace.isLeftOut()) pace.drew(gl, nowMs);
  return !pace.isLeftOut();
};

describe("frames wait for slow graphics", () => {
  test("two are given, a third when the first is done", () => {
    const pace = createPace();
    const slow = graphics();
    expect([draw(pace, slow), draw(pace, slow), draw(pace, slow)]).toEqual([true, true, false]);
    slow.finishOldest();
    expect([draw(pace, slow), draw(pace, slow)]).toEqual([true, false]);
  });
  test("a fence that never reports holds for ten seconds", () => {
    const pace = createPace();
    const silent = graphics();
    draw(pace, silent);
    draw(pace, silent);
    expect(draw(pace, silent, 9999)).toBe(false);
    expect(draw(pace, silent, 10_000)).toBe(true);
  });
  test("a lost context and a new canvas begin anew", () => {
    const pace = createPace();
    const first = graphics();
    draw(pace, first);
    draw(pace, first);
    first.lose();
    expect(draw(pace, first)).toBe(true);
    expect(draw(pace, first)).toBe(true);
    expect(draw(pace, graphics())).toBe(true);
  });
});
