import { expect, test } from "vitest";
import { ASTRONOMICAL_UNIT_KM } from "../../../engine/facts/constants.ts";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { sunAt } from "../../../engine/orbit/sun.ts";

test("the Sun crosses the equator northward at the equinox of 2027-03-20 20:25", () => {
  const before = sunAt(parseInstant("2027-03-20T20:20:00Z")!).sunTemeUnit;
  const after = sunAt(parseInstant("2027-03-20T20:30:00Z")!).sunTemeUnit;
  expect(before[2]).toBeLessThan(0);
  expect(after[2]).toBeGreaterThan(0);
  expect(before[0]).toBeCloseTo(1, 6);
});

test("it is nearest in January and farthest in July", () => {
  expect(sunAt(parseInstant("2027-01-03T00:00:00Z")!).distanceKm / ASTRONOMICAL_UNIT_KM).toBeCloseTo(0.9833, 4);
  expect(sunAt(parseInstant("2027-07-05T00:00:00Z")!).distanceKm / ASTRONOMICAL_UNIT_KM).toBeCloseTo(1.0167, 4);
});
