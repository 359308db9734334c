import { expect, test } from "vitest";
import { formatInstant, parseInstant } from "#engine";
import {
  monthStartDay,
  readTyped,
  writeDay,
  writeInstant,
  writeShort,
  writeSpan,
  yearSpan,
} from "../../../app/explorer/instants.ts";
import { seasonGradient, seasonRuns } from "../../../app/explorer/season.ts";
import { createClockStore } from "../../../app/state/clock.ts";

const instant = parseInstant("2027-01-01T00:00:00Z")!;
function makeClock() {
  let nowMs = 5000;
  const store = createClockStore({ instant, nowMs: () => nowMs });
  return {
    clock: () => store.getState(),
    pass: (ms: number) => (nowMs += ms),
    text: () => formatInstant(store.getState().instantAt()),
  };
}

test("the clock runs at its ratio", () => {
  const { clock, pass, text } = makeClock();
  clock().setClockRatio(60);
  pass(1500);
  expect(text()).toBe("2027-01-01T00:01:30Z");
});

test("changing the speed does not move the moment", () => {
  const { clock, pass, text } = makeClock();
  clock().setClockRatio(60);
  pass(1000);
  clock().setClockRatio(1000);
  expect(text()).toBe("2027-01-01T00:01:00Z");
  pass(1000);
  expect(text()).toBe("2027-01-01T00:17:40Z");
});

test("a paused clock stands, and goes on from there", () => {
  const { clock, pass, text } = makeClock();
  clock().setClockRatio(10);
  pass(1000);
  clock().setPaused(true);
  pass(60_000);
  expect(text()).toBe("2027-01-01T00:00:10Z");
  clock().setPaused(false);
  pass(1000);
  expect(text()).toBe("2027-01-01T00:00:20Z");
});

test("the clock runs backward over a new year", () => {
  const { clock, pass, text } = makeClock();
  clock().setClockRatio(-1000);
  pass(1000);
  expect(text()).toBe("2026-12-31T23:43:20Z");
});

test("a moment that is set is shown at once, paused or not", () => {
  const { clock, pass, text } = makeClock();
  clock().setPaused(true);
  clock().setInstant(parseInstant("2027-06-21T12:00:00Z")!);
  pass(1000);
  expect(text()).toBe("2027-06-21T12:00:00Z");
  expect(clock().paused).toBe(true);
});

test.each([
  ["2027-06-21", "2027-06-21T00:00:00Z"],
  ["2027-06-21 12:30", "2027-06-21T12:30:00Z"],
  [" 2027-06-21T12:30:15.5Z ", "2027-06-21T12:30:15.5Z"],
  ["2027-06-21 12:30 UTC", "2027-06-21T12:30:00Z"],
])("%s is read as %s", (typed, text) => {
  expect(formatInstant(readTyped(typed)!)).toBe(text);
});

test.each([
  "",
  "tomorrow",
  "21.6.2027",
  "2027-02-30",
  "2027-06-21 25:00",
  "1900-01-01",
  "2027-06-21 12",
  "2027-06-21T12:30+02:00",
])("%s is no date", (typed) => {
  expect(readTyped(typed)).toBeUndefined();
});

test("moments and spans read as people write them", () => {
  expect(writeInstant(parseInstant("2027-06-21T12:30:15.9Z")!)).toBe("2027-06-21 12:30:15");
  expect(writeShort(parseInstant("2027-06-01T02:03:04Z")!)).toBe("1 Jun 02:03");
  expect(writeSpan(20)).toBe("now");
  expect(writeSpan(3 * 3600 + 12 * 60)).toBe("3 h 12 min");
  expect(writeSpan(86_400)).toBe("24 h");
  expect(writeSpan(53 * 3600)).toBe("2 d 5 h");
});

test("months start where the year has them", () => {
  expect(yearSpan(2027).dayCount).toBe(365);
  expect(yearSpan(2028).dayCount).toBe(366);
  expect([0, 1, 2, 11].map((month) => monthStartDay(2027, month))).toEqual([0, 31, 59, 334]);
  expect(monthStartDay(2028, 2)).toBe(60);
  expect(writeDay(2027, 31)).toBe("1 Feb");
});

test("a season is the run of days with shadow, told with its longest day", () => {
  expect(seasonRuns([0, 0, 5, 9, 4, 0])).toEqual([{ firstDay: 2, lastDay: 4, longestDay: 3 }]);
  expect(seasonRuns([3, 2, 0, 0, 1, 4])).toEqual([
    { firstDay: 0, lastDay: 1, longestDay: 0 },
    { firstDay: 4, lastDay: 5, longestDay: 5 },
  ]);
  expect(seasonRuns([7, 7])).toEqual([{ firstDay: 0, lastDay: 1, longestDay: 0 }]);
  expect(seasonRuns([0, 0])).toEqual([]);
});

test("a year without shadow has no band", () => {
  expect(seasonGradient([0, 0, 0], "red")).toBe("none");
  expect(seasonGradient([0, 600, 1200], "red")).toContain("red 100%");
});
