import { describe, expect, test } from "vitest";
import { add, cross, dot, norm, scale, subtract, turnAxesZ, unit, vectorAt } from "../../../engine/geometry/vectors.ts";

describe("vectors", () => {
  test("a cross product stands square to both, right-handed", () => {
    expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
    const [a, b] = [[1, -2, 3] as const, [4, 0.5, -6] as const];
    expect(dot(cross(a, b), a)).toBe(0);
    expect(dot(cross(a, b), b)).toBe(0);
  });

  test("sums, differences and lengths", () => {
    expect(add([1, 2, 3], [4, 5, 6])).toEqual([5, 7, 9]);
    expect(subtract([4, 5, 6], [1, 2, 3])).toEqual([3, 3, 3]);
    expect(norm(scale([2, 3, 6], 2))).toBe(14);
  });

  test("a direction has length one, and nothing has no direction", () => {
    expect(norm(unit([3, -4, 12]))).toBeCloseTo(1, 15);
    expect(unit([0, 0, 0])).toEqual([0, 0, 0]);
  });

  test("axes turned a quarter see x as minus y", () => {
    const [x, y, z] = turnAxesZ([1, 0, 5], Math.PI / 2);
    expect([x, y, z].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([0, -1, 5]);
  });

  test("a row of a flat array", () => expect(vectorAt([0, 1, 2, 3, 4, 5], 1)).toEqual([3, 4, 5]));
});
