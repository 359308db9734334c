import { describe, expect, test } from "vitest";
import { parseMission, referenceMission } from "#engine";
import { flagOf, inputOption, readInstant, readNumber } from "../../../app/cli/options.ts";
import { readPlace } from "../../../app/cli/place.ts";

type Issues = Parameters<typeof readNumber>[0]["issues"];
const mission = parseMission(referenceMission).mission!;

describe("numbers", () => {
  const option = inputOption("altitudeKm");
  const read = (text: string) => {
    const issues: Issues = [];
    return { value: readNumber({ option, text, issues }), issues };
  };

  test("flag, limits and unit come from the glossary", () => {
    expect(flagOf("raanSpreadDeg")).toBe("--raan-spread-deg");
    expect(option).toMatchObject({ flag: "--altitude-km", min: 300, max: 2000, unit: "km", isWhole: false });
    expect(() => inputOption("periodS")).toThrow("expected an input");
  });

  test("decimal numbers within the limits are taken", () => {
    for (const [text, value] of [
      ["600", 600],
      ["6e2", 600],
      ["600.25", 600.25],
      ["+300", 300],
      ["2000.", 2000],
    ] as const)
      expect(read(text)).toEqual({ value, issues: [] });
  });

  test("all else is one issue with limits and unit", () => {
    for (const text of [
      "",
      " ",
      "abc",
      "100",
      "2001",
      "NaN",
      "Infinity",
      "1e309",
      "0x258",
      "6_00",
      "6,5",
      "600km",
      "null",
      "[]",
    ])
      expect(read(text).issues, text).toEqual([
        expect.objectContaining({ path: "--altitude-km", allowed: "300 to 2000 km" }),
      ]);
  });

  test("counts are whole", () => {
    const issues: Issues = [];
    readNumber({ option: inputOption("planeCount"), text: "1.5", issues });
    expect(issues[0]?.allowed).toContain("a whole number");
  });

  test("what was typed is told on one line and cut short", () => {
    const [issue] = read(`\u001b[2J\n${"9".repeat(500)}`).issues;
    expect(issue?.message).not.toMatch(/\p{Cc}/u);
    expect(issue!.message.length).toBeLessThan(160);
  });
});

test("an instant that is no UTC date is an issue", () => {
  for (const text of [
    "2027-01-01",
    "2027-02-29T00:00:00Z",
    "2027-01-01T00:00:00+01:00",
    "now",
    "1900-01-01T00:00:00Z",
  ]) {
    const issues: Issues = [];
    expect(readInstant({ flag: "--from", text, issues }), text).toBeUndefined();
    expect(issues[0]?.path).toBe("--from");
  }
});

describe("places", () => {
  const read = (text: string, of = mission) => {
    const issues: Issues = [];
    return { place: readPlace({ flag: "--from", text, mission: of, issues }), issues };
  };

  test("a name is found exactly, or else without regard to case", () => {
    expect(read("London").place.latitudeDeg).toBe(51.5074);
    expect(read("nEW yORK").place.name).toBe("New York");
    const twins = { ...mission, places: [...mission.places!, { name: "london", latitudeDeg: 1, longitudeDeg: 2 }] };
    expect(read("london", twins).place.latitudeDeg).toBe(1);
    expect(read("London", twins).place.latitudeDeg).toBe(51.5074);
  });

  test("a site is a place with its height", () => {
    const sited = { ...mission, sites: [{ name: "Teide", latitudeDeg: 28.3, longitudeDeg: -16.51, heightKm: 2.39 }] };
    expect(read("teide", sited).place.heightKm).toBe(2.39);
  });

  test("latitude and longitude stand for a place", () => {
    expect(read("-33.9, 151.2").place).toEqual({ name: "-33.9, 151.2", latitudeDeg: -33.9, longitudeDeg: 151.2 });
  });

  test("no such place is an issue that lists the names", () => {
    expect(read("Atlantis").issues[0]?.allowed).toContain("New York, London");
    expect(read("91,0").issues[0]).toMatchObject({ path: "--from latitudeDeg", allowed: "-90 to 90 °" });
    expect(read("1,2,3").issues).toHaveLength(1);
    expect(read("").issues).toHaveLength(1);
  });
});
