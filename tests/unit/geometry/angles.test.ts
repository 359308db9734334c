import { describe, expect, test } from "vitest";
import { acos, asin, TURN_RAD, wrapDeg, wrapRad } from "../../../engine/geometry/angles.ts";

describe("angles", () => {
  test("rounding beyond one makes no NaN", () => {
    expect(acos(1 + 1e-15)).toBe(0);
    expect(acos(-1 - 1e-15)).toBe(Math.PI);
    expect(asin(1 + 1e-15)).toBe(Math.PI / 2);
    expect(asin(-2)).toBe(-Math.PI / 2);
  });

  test.each([
    [0, 0],
    [360, 0],
    [-90, 270],
    [725, 5],
    [-1e-20, 0],
  ])("%d° is %d°", (given, expected) => expect(wrapDeg(given)).toBe(expected));

  test("radians stay below one turn", () => {
    expect(wrapRad(-1)).toBeCloseTo(TURN_RAD - 1, 15);
    expect(wrapRad(-1e-20)).toBeLessThan(TURN_RAD);
    expect(wrapRad(7)).toBeCloseTo(7 - TURN_RAD, 15);
  });
});
