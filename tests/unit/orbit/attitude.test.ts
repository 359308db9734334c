import { describe, expect, test } from "vitest";
import { sunPointingAxes } from "#engine";
import { angleBetween, cross, dot, norm, type Vector3 } from "../../../engine/geometry/vectors.ts";

const DEG = Math.PI / 180;
/** A state on a circle of 7,000 km in the xy plane, and a Sun `betaDeg` over it. */
const at = (angleDeg: number, betaDeg: number, radiatorNadirDeg = 0) => {
  const positionKm: Vector3 = [7000 * Math.cos(angleDeg * DEG), 7000 * Math.sin(angleDeg * DEG), 0];
  const velocityKmPerS: Vector3 = [-7.5 * Math.sin(angleDeg * DEG), 7.5 * Math.cos(angleDeg * DEG), 0];
  const sunUnit: Vector3 = [Math.cos(betaDeg * DEG), 0, Math.sin(betaDeg * DEG)];
  return {
    positionKm,
    velocityKmPerS,
    sunUnit,
    axes: sunPointingAxes({ positionKm, velocityKmPerS, sunUnit, radiatorNadirDeg }),
  };
};
const angles = Array.from({ length: 36 }, (_, row) => row * 10 + 3);

describe("sunPointingAxes", () => {
  test("the axes are right-handed and at right angles, the array's is the Sun's direction", () => {
    for (const betaDeg of [-80, -30, 1, 30, 90])
      for (const angleDeg of angles) {
        const { axes, sunUnit } = at(angleDeg, betaDeg);
        expect(axes.sunUnit).toEqual(sunUnit);
        expect(norm(axes.spanUnit)).toBeCloseTo(1, 12);
        expect(dot(axes.spanUnit, axes.sunUnit)).toBeCloseTo(0, 12);
        const third = cross(axes.spanUnit, axes.upUnit);
        for (const axis of [0, 1, 2] as const) expect(third[axis]).toBeCloseTo(sunUnit[axis], 12);
      }
  });

  test("at dawn or dusk the span lies along the flight and up is up, with the Sun on either side", () => {
    for (const betaDeg of [90, -90])
      for (const angleDeg of angles) {
        const { axes, positionKm, velocityKmPerS } = at(angleDeg, betaDeg);
        expect(Math.abs(dot(axes.spanUnit, velocityKmPerS))).toBeCloseTo(7.5, 9);
        expect(angleBetween(axes.upUnit, positionKm)).toBeCloseTo(0, 6);
      }
  });

  test("the radiator's normal makes √(1 − (s · v)²) with the velocity, as the drag model has it", () => {
    for (const angleDeg of angles) {
      const { axes, velocityKmPerS, sunUnit } = at(angleDeg, 40);
      const along = dot(sunUnit, velocityKmPerS) / 7.5;
      expect(Math.abs(dot(axes.spanUnit, velocityKmPerS)) / 7.5).toBeCloseTo(Math.sqrt(1 - along * along), 12);
    }
  });

  test("90° towards nadir puts it along the vertical", () => {
    const { axes, positionKm } = at(50, 90, 90);
    expect(Math.abs(dot(axes.spanUnit, positionKm))).toBeCloseTo(7000, 6);
  });

  test("where the velocity points at the Sun there are axes all the same", () => {
    const { axes } = at(270, 0);
    expect(norm(axes.spanUnit)).toBeCloseTo(1, 12);
    expect(axes.upUnit.every(Number.isFinite)).toBe(true);
  });
});
