import { expect, test } from "vitest";
import { greatCircleKm } from "../../../engine/geometry/greatCircle.ts";

test("New York to London over 6371 km", () =>
  expect(
    greatCircleKm({
      from: { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      to: { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    }),
  ).toBeCloseTo(5570.222179737958, 6));

test("a place is no way from itself, and half way round from its antipode", () => {
  const place = { latitudeDeg: 12.5, longitudeDeg: 170 };
  expect(greatCircleKm({ from: place, to: place })).toBe(0);
  expect(greatCircleKm({ from: place, to: { latitudeDeg: -12.5, longitudeDeg: -10 } })).toBeCloseTo(Math.PI * 6371, 6);
});
