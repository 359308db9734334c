import fc from "fast-check";
import { expect, test } from "vitest";
import { makeNearTree, nearestPoints } from "../../../engine/geometry/nearTree.ts";

/** Few values, so that points coincide and tie. */
const anyPoints = fc
  .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)), { maxLength: 180 })
  .map((values) => values.slice(0, values.length - (values.length % 3)));

test("is what sorting all points by distance and index gives", () =>
  fc.assert(
    fc.property(anyPoints, fc.nat(8), fc.integer({ min: 0, max: 8 }), (points, mostCount, within) => {
      const tree = makeNearTree(points);
      const count = points.length / 3;
      const squareOf = (a: number, b: number) =>
        [0, 1, 2].reduce((sum, axis) => sum + (points[a * 3 + axis]! - points[b * 3 + axis]!) ** 2, 0);
      for (let index = 0; index < count; index++) {
        const accepts = (other: number) => other % 3 !== index % 3;
        const sorted = [...Array(count).keys()]
          .filter((other) => other !== index && accepts(other) && squareOf(index, other) <= within ** 2)
          .sort((a, b) => squareOf(index, a) - squareOf(index, b) || a - b);
        expect(nearestPoints({ tree, index, mostCount, within, accepts })).toEqual(sorted.slice(0, mostCount));
      }
    }),
  ));
