import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCrossing, findIntervals, findLeast } from "../../../engine/events/search.ts";

/** Ends are promised to 1e-5 s. */
const RESOLUTION_S = 1e-5;
const find = (marginAt: (tS: number) => number, { fromTS = 0, toTS = 100, leastStepS = 1, rate = 0 } = {}) =>
  findIntervals({
    probe: (tS) => ({ margin: marginAt(tS), clearS: rate === 0 ? 0 : Math.abs(marginAt(tS)) / rate }),
    fromTS,
    toTS,
    leastStepS,
  });

describe("intervals", () => {
  test("never and always", () => {
    expect(find(() => -1)).toEqual([]);
    expect(find(() => 1)).toEqual([[0, 100]]);
    expect(find(() => Number.NaN)).toEqual([]);
    expect(find(() => 1, { toTS: 0 })).toEqual([]);
  });

  test("of a sine begin and end at its zeros and are cut by the window", () => {
    const found = find((tS) => Math.sin(tS / 4), { fromTS: 2, toTS: 30 });
    expect(found.length).toBe(2);
    expect(found[0]![0]).toBe(2);
    expect(Math.abs(found[0]![1] - 4 * Math.PI)).toBeLessThan(RESOLUTION_S);
    expect(Math.abs(found[1]![0] - 8 * Math.PI)).toBeLessThan(RESOLUTION_S);
    expect(found[1]![1]).toBe(30);
  });

  test("much shorter than a step are found, and so are gaps", () => {
    for (const middle of [0.3, 17.43, 50, 99.7]) {
      const bump = (tS: number) => 0.01 - (tS - middle) ** 2;
      const [only, ...others] = find(bump, { leastStepS: 20 });
      expect(others).toEqual([]);
      expect(only![0]).toBeCloseTo(middle - 0.1, 4);
      expect(only![1]).toBeCloseTo(middle + 0.1, 4);
      const around = find((tS) => -bump(tS), { leastStepS: 20 });
      expect(around.map(([startS, endS]) => [startS.toFixed(3), endS.toFixed(3)])).toEqual([
        ["0.000", (middle - 0.1).toFixed(3)],
        [(middle + 0.1).toFixed(3), "100.000"],
      ]);
    }
  });

  test("what only touches zero is none", () => expect(find((tS) => -((tS - 50) ** 2) - 1e-9)).toEqual([]));

  test("leaps change nothing but the price", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        (turn, level) => {
          const marginAt = (tS: number) => Math.sin(turn * tS) - level;
          const slow = find(marginAt, { leastStepS: 0.2 });
          const leaping = find(marginAt, { leastStepS: 2, rate: turn });
          expect(leaping.length).toBe(slow.length);
          leaping.forEach(([startS, endS], row) => {
            // Where the sine grazes the level, one rounding moves the end further.
            expect(Math.abs(startS - slow[row]![0])).toBeLessThan(1e-4);
            expect(Math.abs(endS - slow[row]![1])).toBeLessThan(1e-4);
          });
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test("a stretch without numbers ends an interval", () => {
    const [first, second, ...others] = find((tS) => (tS > 40 && tS < 60 ? Number.NaN : 1));
    expect(others).toEqual([]);
    expect(Math.abs(first![1] - 40)).toBeLessThan(RESOLUTION_S);
    expect(Math.abs(second![0] - 60)).toBeLessThan(RESOLUTION_S);
  });
});

test("a crossing is found from either side, however steep", () => {
  for (const power of [1, 3, 9])
    for (const sign of [1, -1]) {
      let calls = 0;
      const at = findCrossing({
        marginAt: (tS) => {
          calls++;
          return sign * (Math.sign(tS - 3) * Math.abs(tS - 3) ** power);
        },
        aTS: 0,
        bTS: 40,
      });
      expect(Math.abs(at - 3)).toBeLessThan(RESOLUTION_S);
      expect(calls).toBeLessThan(90);
    }
});

test("the least of a parabola", () => {
  const { tS, height } = findLeast({ heightAt: (x) => (x - 7.25) ** 2 + 2, lowTS: 0, midTS: 5, highTS: 30 });
  expect(Math.abs(tS - 7.25)).toBeLessThan(1e-3);
  expect(height - 2).toBeLessThan(1e-6);
});
