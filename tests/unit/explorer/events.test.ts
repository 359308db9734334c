import { describe, expect, test } from "vitest";
import { formatInstant, orbitYear, parseInstant } from "#engine";
import { eclipseEvents, eventAt, inOrder, neighbourEvent, sunEvents } from "../../../app/explorer/timeEvents.ts";
import { nowInstant, readInZone, writeInZone, writeOffset } from "../../../app/explorer/zone.ts";

const at = (text: string) => parseInstant(text)!;
const season = orbitYear({
  ...{ altitudeKm: 600, inclinationDeg: "sun-synchronous", ltanH: 18, year: 2027 },
  ballisticMassKgPerM2: 100,
});
const events = inOrder([...sunEvents(2027), ...eclipseEvents(season)]);

describe("events of a year", () => {
  test("the reference orbit's season lies round the June solstice, which is its longest shadow to a day", () => {
    expect(events.map(({ label }) => label.replace(/,.*/, ""))).toEqual([
      "March equinox",
      "Eclipse season begins",
      "June solstice",
      "Longest shadow",
      "Eclipse season ends",
      "September equinox",
      "December solstice",
    ]);
    const [, begins, , longest, ends] = events;
    // 95.5 days under the cylinder; days are told at 00:00.
    expect(ends!.instant.day - begins!.instant.day + 1).toBeGreaterThanOrEqual(95);
    expect(ends!.instant.day - begins!.instant.day + 1).toBeLessThanOrEqual(97);
    expect(longest!.instant.day - at("2027-06-21T00:00:00Z").day).toBeLessThanOrEqual(1);
    expect(longest!.label).toBe("Longest shadow, 20.7 min");
  });

  test("what goes on over New Year neither begins nor ends there", () => {
    const dailyEclipseS = Array.from({ length: 365 }, (_, day) => (day < 40 || day > 330 ? 100 + day : 0));
    expect(eclipseEvents({ year: 2027, dailyEclipseS }).map(({ label }) => label.replace(/,.*/, ""))).toEqual([
      "Longest shadow",
      "Eclipse season ends",
      "Eclipse season begins",
      "Longest shadow",
    ]);
    expect(eclipseEvents({ year: 2027, dailyEclipseS: new Array(365).fill(0) })).toEqual([]);
  });

  test("the next and the one before leave out the one that is on", () => {
    const solstice = events.find(({ label }) => label === "June solstice")!.instant;
    expect(neighbourEvent(events, solstice, true)!.label).toContain("Longest shadow");
    expect(neighbourEvent(events, solstice, false)!.label).toBe("Eclipse season begins");
    expect(neighbourEvent(events, at("2027-12-30T00:00:00Z"), true)).toBeUndefined();
    expect(eventAt(events, solstice)!.label).toBe("June solstice");
    expect(eventAt(events, at("2027-04-15T00:00:00Z"))).toBeUndefined();
    expect(sunEvents(2101)).toEqual([]);
  });
});

describe("local time", () => {
  /** Newfoundland: half an hour off the hours, and with daylight saving. */
  const offsetMin = (instant: { day: number }) =>
    instant.day >= at("2027-03-14T00:00:00Z").day && instant.day < at("2027-11-07T00:00:00Z").day ? -150 : -210;

  test("is written and read with the offset of its instant", () => {
    expect(writeInZone(at("2027-01-01T02:00:00Z"), "local", offsetMin)).toBe("2026-12-31 22:30:00");
    expect(writeInZone(at("2027-06-21T12:00:00Z"), "local", offsetMin)).toBe("2027-06-21 09:30:00");
    expect(writeInZone(at("2027-06-21T12:00:00Z"), "utc", offsetMin)).toBe("2027-06-21 12:00:00");
    expect(formatInstant(readInZone("2027-06-21 09:30", "local", offsetMin)!)).toBe("2027-06-21T12:00:00Z");
    expect(formatInstant(readInZone("2026-12-31 22:30:00.25", "local", offsetMin)!)).toBe("2027-01-01T02:00:00.25Z");
  });

  test("gives way to a Z", () => {
    expect(formatInstant(readInZone("2027-06-21T09:30Z", "local", offsetMin)!)).toBe("2027-06-21T09:30:00Z");
    expect(readInZone("soon", "local", offsetMin)).toBeUndefined();
  });

  test("comes back from what was written, at every hour of a year but the one that the clocks show twice", () => {
    for (let hour = 0; hour < 365 * 24; hour++) {
      const instant = { day: at("2027-01-01T00:00:00Z").day + Math.floor(hour / 24), secondS: (hour % 24) * 3600 };
      const text = writeInZone(instant, "local", offsetMin);
      const back = readInZone(text, "local", offsetMin)!;
      if (!text.startsWith("2027-03-1") && !text.startsWith("2027-11-0")) expect(back).toEqual(instant);
      expect(writeInZone(back, "local", offsetMin).slice(0, 10)).toBe(text.slice(0, 10));
    }
  });

  test("is labelled with its offset", () => {
    expect([0, 120, -210, 345].map(writeOffset)).toEqual(["UTC", "UTC+2", "UTC−3:30", "UTC+5:45"]);
    expect(formatInstant(nowInstant(Date.parse("2027-06-21T12:34:56.789Z")))).toBe("2027-06-21T12:34:56.789Z");
  });
});
