import { expect, test } from "vitest";
import { checkElements } from "../../../engine/formats/elementChecks.ts";
import { parseInstant } from "../../../engine/geometry/instant.ts";

const elements = {
  epoch: parseInstant("2027-01-01T00:00:00Z")!,
  inclinationDeg: 53,
  raanDeg: 40,
  eccentricityRatio: 1e-4,
  argumentOfPerigeeDeg: 90,
  meanAnomalyDeg: 10,
  meanMotionRevPerDay: 15.05,
  bstarPerRadius: 1e-5,
};

test("an ordinary orbit passes without a word, at the ends of its angles too", () => {
  expect(checkElements(elements)).toEqual({ warnings: [] });
  expect(checkElements({ ...elements, inclinationDeg: 180, raanDeg: 360, meanAnomalyDeg: 0 })).toEqual({
    warnings: [],
  });
});

test.each([
  ["inclination", { inclinationDeg: -1e-9 }],
  ["right ascension", { raanDeg: 360.1 }],
  ["mean anomaly", { meanAnomalyDeg: Number.NaN }],
  ["eccentricity", { eccentricityRatio: 1 }],
  ["mean motion", { meanMotionRevPerDay: 0 }],
  ["sphere of influence", { meanMotionRevPerDay: 1e-4 }],
  ["B*", { bstarPerRadius: 11 }],
  ["below the surface", { meanMotionRevPerDay: 17.5 }],
])("a bad %s is refused by name", (word, over) =>
  expect(checkElements({ ...elements, ...over })).toMatchObject({
    faults: [{ reason: expect.stringContaining(word) }],
  }),
);

test.each([
  ["century", { epoch: parseInstant("1957-06-01T00:00:00Z")! }],
  ["century", { epoch: parseInstant("2090-01-01T00:00:00Z")! }],
  ["days after its epoch", { meanMotionRevPerDay: 16.8, bstarPerRadius: 3e-4 }],
  ["even at its epoch", { meanMotionRevPerDay: 0.0196, eccentricityRatio: 0.9885 }],
  [
    "below the surface: this revolution",
    { meanMotionRevPerDay: 10, eccentricityRatio: 0.5, meanAnomalyDeg: 180, bstarPerRadius: 0 },
  ],
])("a warning says: %s", (word, over) => {
  const checked = checkElements({ ...elements, ...over });
  expect(checked).not.toHaveProperty("faults");
  expect("warnings" in checked && checked.warnings.join()).toContain(word);
});
