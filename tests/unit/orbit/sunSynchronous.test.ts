import { expect, test } from "vitest";
import { sunSynchronousInclinationDeg } from "../../../engine/orbit/sunSynchronous.ts";

test("600 km needs 97.78767°", () =>
  expect(sunSynchronousInclinationDeg({ altitudeKm: 600 })).toBeCloseTo(97.78766974003368, 10));

test("the higher the orbit, the steeper it leans, until none is left", () => {
  expect(sunSynchronousInclinationDeg({ altitudeKm: 2000 })).toBeGreaterThan(104);
  expect(sunSynchronousInclinationDeg({ altitudeKm: 7000 })).toBeUndefined();
});
