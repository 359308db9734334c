import { expect, test } from "vitest";
import {
  addSeconds,
  daysSinceJ2000,
  formatInstant,
  isLeapYear,
  parseInstant,
  secondsBetween,
  yearOf,
} from "../../../engine/geometry/instant.ts";

const texts = [
  "2027-01-01T00:00:00Z",
  "2000-02-29T23:59:59.999Z",
  "1957-03-01T00:00:00Z",
  "2100-12-31T12:00:00.5Z",
  "2024-12-31T00:00:01Z",
];

test.each(texts)("%s is read and written alike", (text) => {
  expect(formatInstant(parseInstant(text)!)).toBe(text);
  expect(yearOf(parseInstant(text)!)).toBe(Number(text.slice(0, 4)));
});

test("days agree with the civil calendar over 144 years", () => {
  for (let day = -15000; day < 36000; day += 17) {
    const text = new Date(946684800000 + day * 86400000).toISOString().replace(".000Z", "Z");
    expect(parseInstant(text)?.day).toBe(day);
  }
});

test("J2000 is noon", () => {
  expect(daysSinceJ2000(parseInstant("2000-01-01T12:00:00Z")!)).toBe(0);
});

test.each([
  "2027-02-29T00:00:00Z",
  "2100-02-29T00:00:00Z",
  "2027-13-01T00:00:00Z",
  "2027-00-01T00:00:00Z",
  "2027-01-01T24:00:00Z",
  "2027-01-01T00:00:60Z",
  "2027-01-01",
  "2027-01-01T00:00:00+01:00",
  "1956-01-01T00:00:00Z",
  "2101-01-01T00:00:00Z",
  " 2027-01-01T00:00:00Z",
  "2027-01-01T00:00:00.Z",
  "٢٠٢٧-01-01T00:00:00Z",
])("%s is no instant", (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test("seconds are added over days and back, to the microsecond", () => {
  const start = parseInstant("2027-06-30T23:59:59.5Z")!;
  for (const tS of [0.25, 1, 86400, -86400.5, 31557600.125, -1e9 + 0.5]) {
    const end = addSeconds(start, tS);
    expect(end.secondS).toBeGreaterThanOrEqual(0);
    expect(end.secondS).toBeLessThan(86400);
    expect(Math.abs(secondsBetween(start, end) - tS)).toBeLessThan(1e-6);
  }
});

test("leap years by the Gregorian rule", () => {
  expect([1900, 2000, 2024, 2100].map(isLeapYear)).toEqual([false, true, true, false]);
});
