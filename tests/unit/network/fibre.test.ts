import { describe, expect, test } from "vitest";
import { greatCircleKm } from "../../../engine/geometry/greatCircle.ts";
import { nearestRank, summarizeLatency } from "../../../engine/network/distribution.ts";
import { fibreBreakEvenKm, fibreReachKm, fibreRoundTripMs } from "../../../engine/network/fibre.ts";
import { drawTaken } from "../../../engine/network/taken.ts";

describe("fibre", () => {
  const groundKm = greatCircleKm({
    from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
    to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
  });

  // Published to 0.1 ms for the great circle of 5,570 km.
  test("New York to London and back: 54.6 ms", () =>
    expect(Math.abs(fibreRoundTripMs({ groundKm }) - 54.55)).toBeLessThan(0.05));

  // Hibernia Express, 58.95 ms as tested: 8 % over the great circle, so any stretch from there up is real.
  test("no cable is shorter than the great circle", () =>
    expect(58.95 / fibreRoundTripMs({ groundKm })).toBeGreaterThan(1.05));

  test.each([
    [1, 2882],
    [1.3, 1338],
  ])("breaks even with a shell at 550 km, stretch %d, at %d km", (stretchRatio, expectedKm) => {
    const breakEvenKm = fibreBreakEvenKm({ altitudeKm: 550, stretchRatio });
    // Published to the kilometre.
    expect(Math.abs(breakEvenKm - expectedKm)).toBeLessThan(1);
    const spaceKm = 2 * 550 + breakEvenKm * (1 + 550 / 6371);
    expect(fibreRoundTripMs({ groundKm: breakEvenKm, stretchRatio })).toBeCloseTo((2 * spaceKm) / 299.792458, 9);
  });

  test("never where the arc is longer than the glass is slow", () =>
    expect(fibreBreakEvenKm({ altitudeKm: 35786 })).toBe(Number.POSITIVE_INFINITY));

  test("reach and time are each other's inverse", () =>
    expect(fibreReachKm({ roundTripMs: fibreRoundTripMs({ groundKm, stretchRatio: 2 }), stretchRatio: 2 })).toBeCloseTo(
      groundKm,
      9,
    ));
});

describe("a distribution", () => {
  test("nearest rank: the smallest sample that so many do not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([1, 50, 99, 100].map((percent) => nearestRank(hundred, percent))).toEqual([1, 50, 99, 100]);
    expect([1, 50, 99].map((percent) => nearestRank([7, 8, 9], percent))).toEqual([7, 8, 9]);
    expect(nearestRank([5], 1)).toBe(5);
  });

  test("samples without a way count in the share alone", () => {
    const { NaN: none } = Number;
    expect(summarizeLatency(Float64Array.from([none, 30, none, 10, 20]))).toEqual({
      p1Ms: 10,
      p50Ms: 20,
      p99Ms: 30,
      leastMs: 10,
      mostMs: 30,
      reachableFraction: 0.6,
      sampleCount: 5,
    });
    expect(summarizeLatency(Float64Array.from([none]))).toEqual({ reachableFraction: 0, sampleCount: 1 });
  });
});

test("taken power: the share that was asked, the same by seed, and more takes no less", () => {
  const draw = (takenFraction: number, seed: number) => drawTaken({ satelliteCount: 20_000, takenFraction, seed });
  const [some, more] = [draw(0.3, 7), draw(0.6, 7)];
  const share = some.reduce((sum, each) => sum + each, 0) / 20_000;
  // Five standard deviations of a draw of 20,000: 0.016.
  expect(Math.abs(share - 0.3)).toBeLessThan(0.016);
  expect(draw(0.3, 7)).toEqual(some);
  expect(draw(0.3, 8)).not.toEqual(some);
  expect(some.every((each, index) => each <= more[index]!)).toBe(true);
  expect([draw(0, 1), draw(1, 1)].map((each) => each.reduce((sum, one) => sum + one, 0))).toEqual([0, 20_000]);
});
