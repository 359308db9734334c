import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatInstant, parseInstant } from "#engine";
import { clockRatios, createClockStore, FASTEST_CLOCK_RATIO, watchClockEnd } from "../../../../app/state/clock.ts";

const START = "2027-06-21T12:34:56.789Z";
function makeClock(startMs = 12_345.678, text = START) {
  let nowMs = startMs;
  const store = createClockStore({ instant: parseInstant(text)!, nowMs: () => nowMs });
  return {
    store,
    clock: () => store.getState(),
    pass: (ms: number) => (nowMs += ms),
    text: () => formatInstant(store.getState().instantAt()),
  };
}

describe("the way back", () => {
  test("is as long as the way there, to the very instant, at any speed and for any time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockRatios),
        fc.double({ min: 0, max: 20_000, noNaN: true }),
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.boolean(),
        (ratio, spanMs, startMs, pauses) => {
          const { clock, pass } = makeClock(startMs);
          const before = clock().instant;
          clock().setClockRatio(ratio);
          pass(spanMs);
          if (pauses) {
            clock().setPaused(true);
            pass(777.7);
            clock().setPaused(false);
          }
          clock().setClockRatio(-ratio);
          pass(spanMs);
          clock().setPaused(true);
          expect(clock().instantAt()).toEqual(before);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("where a half millisecond is rounded, it is rounded alike both ways", () => {
    for (const spanMs of [0.5, 1.5, 20.5]) {
      const { clock, pass, text } = makeClock(0);
      clock().setClockRatio(1);
      pass(spanMs);
      clock().setClockRatio(-1);
      pass(spanMs);
      clock().setPaused(true);
      expect(text()).toBe(START);
    }
  });

  test("at a million to one a second is eleven and a half days, exactly", () => {
    const { clock, pass, text } = makeClock();
    clock().setClockRatio(FASTEST_CLOCK_RATIO);
    pass(1000);
    expect(text()).toBe("2027-07-03T02:21:36.789Z");
    clock().setClockRatio(-FASTEST_CLOCK_RATIO);
    pass(1000);
    expect(text()).toBe(START);
  });
});

describe("steps", () => {
  test.each([1, 60, 5801.247, 86_400])("of %d s go there and back to the millisecond, paused or not", (spanS) => {
    for (const paused of [true, false]) {
      const { clock, text } = makeClock();
      clock().setPaused(paused);
      for (let step = 0; step < 1000; step++) clock().stepBy(spanS);
      for (let step = 0; step < 1000; step++) clock().stepBy(-spanS);
      expect(text()).toBe(START);
      expect(clock().paused).toBe(paused);
    }
  });

  test("by frames stop the clock, are a sixtieth of a second long, and come back", () => {
    for (const ratio of clockRatios) {
      const { clock, text } = makeClock();
      clock().setClockRatio(-ratio);
      clock().stepFrames(3);
      expect(clock().paused).toBe(true);
      if (ratio === 60) expect(text()).toBe("2027-06-21T12:34:59.789Z");
      clock().stepFrames(-3);
      expect(text()).toBe(START);
    }
  });
});

describe("the clock's years", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    [FASTEST_CLOCK_RATIO, "2100-12-31T23:59:59.999Z"],
    [-FASTEST_CLOCK_RATIO, "1957-01-01T00:00:00Z"],
  ])("at ×%d it stands at %s, and says so once", (ratio, end) => {
    const store = createClockStore({ instant: parseInstant(START)!, nowMs: () => Date.now() });
    let toldCount = 0;
    const stop = watchClockEnd(store, () => toldCount++);
    store.getState().setClockRatio(ratio);
    vi.advanceTimersByTime(1_000_000);
    expect(toldCount).toBe(0);
    vi.advanceTimersByTime(2_000_000);
    expect(toldCount).toBe(1);
    expect(store.getState().paused).toBe(true);
    expect(formatInstant(store.getState().instantAt())).toBe(end);
    // Played on into the wall it stops again; turned round it runs.
    store.getState().setPaused(false);
    vi.advanceTimersByTime(10);
    expect(toldCount).toBe(2);
    store.getState().setClockRatio(-ratio);
    store.getState().setPaused(false);
    vi.advanceTimersByTime(1000);
    expect(store.getState().paused).toBe(false);
    expect(toldCount).toBe(2);
    stop();
  });

  test("a slow clock's end is farther than a timer waits", () => {
    const store = createClockStore({ instant: parseInstant(START)!, nowMs: () => Date.now() });
    let toldCount = 0;
    const stop = watchClockEnd(store, () => toldCount++);
    store.getState().setClockRatio(1);
    vi.advanceTimersByTime(3 * 2 ** 31);
    expect(toldCount).toBe(0);
    expect(store.getState().paused).toBe(false);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("nothing that is set or stepped to lies outside", () => {
    const { clock, text } = makeClock();
    clock().stepBy(1e12);
    expect(text()).toBe("2100-12-31T23:59:59.999Z");
    clock().stepBy(-1e12);
    expect(text()).toBe("1957-01-01T00:00:00Z");
  });
});
