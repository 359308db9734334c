import { describe, expect, test } from "vitest";
import {
  flyMission,
  lightYear,
  overrideMission,
  parseMission,
  planMission,
  presetDocument,
  referenceMission,
} from "#engine";

const missionOf = (document: unknown, overrides: readonly string[] = []) => {
  const { mission, issues } = parseMission(overrideMission(document, overrides).document);
  expect(issues).toEqual([]);
  return mission!;
};
const yearOf = (...given: Parameters<typeof missionOf>) => lightYear(missionOf(...given)).shells!;

describe("a year of light", () => {
  test("600 km at 18:00: 93.7 days of umbra and 1,217 s at the longest, where the cylinder has 95.5 and 1,241", () => {
    const [shell] = yearOf(referenceMission);
    const [planned] = planMission(missionOf(referenceMission)).plan!.shells;
    // Half a day and two seconds: the figures asked for are rounded to a tenth of a day and a second.
    expect(Math.abs(shell!.umbraDaysPerYear - 93.7)).toBeLessThan(0.1);
    expect(Math.abs(shell!.longestUmbraS - 1217)).toBeLessThan(2);
    expect(Math.abs(planned!.eclipseDaysPerYear - 95.5)).toBeLessThan(0.1);
    expect(Math.abs(planned!.longestEclipseS - 1241)).toBeLessThan(2);
    // The penumbra begins before the cylinder and ends after it.
    expect(shell!.coneSunlitFraction).toBeLessThan(shell!.sunlitFraction);
    expect(shell!.sunlitFraction - shell!.coneSunlitFraction).toBeLessThan(0.005);
    expect(shell!.dailySunlitFraction.length).toBe(365);
    expect(Math.max(...shell!.dailySunlitFraction)).toBe(1);
  });

  /** SGP4's satellites, 1,584 of them, against circles with J2's node: 0.4 % of a shell, six satellites, is the grain of counting. */
  test("a shell's day is the share of its satellites that flight finds outside the cone", () => {
    const mission = missionOf(presetDocument("starlink-550"));
    const [shell] = lightYear(mission).shells!;
    const flight = flyMission(mission);
    if ("issues" in flight) throw new Error(flight.issues[0]?.message);
    const startDay = 59;
    // The epoch is 1 March 2027, day 59 of the year counted from 0.
    for (const day of [0, 37, 111, 190, 299]) {
      const { sunlitFraction, penumbraFraction, umbraFraction } = flight.sunlight(day * 86_400);
      expect(sunlitFraction + penumbraFraction + umbraFraction).toBeCloseTo(1, 12);
      expect(Math.abs(sunlitFraction - shell!.dailySunlitFraction[startDay + day]!)).toBeLessThan(0.004);
    }
  });
});

test("records of a file stand for their shell, and a missing text is an issue", () => {
  const tle = [
    "1 00001U 00001A   27001.00000000  .00000000  00000-0  00000-0 0  9992",
    "2 00001  53.0000   0.0000 0000001   0.0000   0.0000 15.05581646    14",
  ].join("\n");
  const shell = { name: "One", planeCount: 1, satellitesPerPlaneCount: 1 };
  const flown = missionOf({ ...(referenceMission as object), shells: [{ ...shell, elementsFile: "one.tle" }] });
  expect(lightYear(flown).issues[0]?.path).toBe("shells[0].elementsFile");
  const [records] = lightYear(flown, { elementsTexts: { "one.tle": tle } }).shells!;
  const [designed] = yearOf({
    ...(referenceMission as object),
    shells: [{ ...shell, altitudeKm: 550, inclinationDeg: 53, raanSpreadDeg: 360 }],
  });
  // The record's height is 550 km to a few centimetres.
  expect(Math.abs(records!.coneSunlitFraction - designed!.coneSunlitFraction)).toBeLessThan(1e-6);
});

describe("dawn and dusk", () => {
  const document = presetDocument("dawn-and-dusk");

  test("one half is in full sun on every day of the year, and neither is always", () => {
    const [evening, morning] = yearOf(document).map((shell) => shell.dailySunlitFraction);
    for (let day = 0; day < 365; day++) expect(Math.max(evening![day]!, morning![day]!), `day ${day}`).toBe(1);
    // Seasons about the solstices: the evening side's in June (day 171), the morning side's in December (day 354).
    expect(evening![171]).toBeLessThan(0.85);
    expect(morning![354]).toBeLessThan(0.85);
  });

  test("as SGP4's satellites stand, every ten days of the year", () => {
    const flight = flyMission(
      missionOf(document, [
        "shells[0].satellitesPerPlaneCount=60",
        "shells[0].phasingCount=1",
        "shells[1].satellitesPerPlaneCount=60",
        "shells[1].phasingCount=1",
      ]),
    );
    if ("issues" in flight) throw new Error(flight.issues[0]?.message);
    for (let day = 0; day < 365; day += 10) {
      const { shellSunlitFraction, sunlitFraction } = flight.sunlight(day * 86_400);
      expect(Math.max(...shellSunlitFraction), `day ${day}`).toBe(1);
      expect(sunlitFraction).toBeCloseTo((shellSunlitFraction[0]! + shellSunlitFraction[1]!) / 2, 12);
    }
  });

  test("the whole reference fleet has days with a shadow for each of its satellites", () => {
    const [shell] = yearOf(referenceMission);
    expect(Math.min(...shell!.dailySunlitFraction)).toBeLessThan(0.8);
  });
});
