import { expect, test } from "vitest";
import { type Point, satelliteFaces } from "../../../../app/wizard/projection.ts";

/** Area of a flat polygon in space. */
function areaM2(points: readonly Point[]): number {
  const sum = [0, 0, 0];
  points.forEach(([ax, ay, az], index) => {
    const [bx, by, bz] = points[(index + 1) % points.length]!;
    sum[0]! += ay * bz - az * by;
    sum[1]! += az * bx - ax * bz;
    sum[2]! += ax * by - ay * bx;
  });
  return Math.hypot(...sum) / 2;
}

const ai1 = { wingspanM: 70, chordM: 600 / 70, radiatorAreaM2: 150000 / 1400 };

test("the drawn radiator has the plan's area", () => {
  expect(areaM2(satelliteFaces(ai1).radiator)).toBeCloseTo(ai1.radiatorAreaM2, 9);
});

test("the wings reach from tip to tip with the mean chord", () => {
  const { wings } = satelliteFaces(ai1);
  const xs = wings.flat().map(([x]) => x);
  const ys = wings.flat().map(([, y]) => y);
  expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(70, 9);
  expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(ai1.chordM, 9);
  expect(wings.reduce((sum, wing) => sum + areaM2(wing), 0)).toBeGreaterThan(600 * 0.95);
});

test("twice the radiator draws twice the area", () => {
  const twice = satelliteFaces({ ...ai1, radiatorAreaM2: 2 * ai1.radiatorAreaM2 });
  expect(areaM2(twice.radiator) / areaM2(satelliteFaces(ai1).radiator)).toBeCloseTo(2, 9);
});
