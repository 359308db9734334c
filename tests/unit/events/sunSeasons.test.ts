import { expect, test } from "vitest";
import { formatInstant, parseInstant, secondsBetween, sunSeasons } from "#engine";

/** U.S. Naval Observatory, "Earth's Seasons", UTC, to the minute. */
const published = {
  2024: ["2024-03-20T03:06:00Z", "2024-06-20T20:51:00Z", "2024-09-22T12:44:00Z", "2024-12-21T09:21:00Z"],
  2025: ["2025-03-20T09:01:00Z", "2025-06-21T02:42:00Z", "2025-09-22T18:19:00Z", "2025-12-21T15:03:00Z"],
  2027: ["2027-03-20T20:25:00Z", "2027-06-21T14:11:00Z", "2027-09-23T06:02:00Z", "2027-12-22T02:42:00Z"],
} as const;
/** The Sun's 0.001° are 88 s, and the almanac is rounded to a minute. */
const TOLERANCE_S = 120;

test.each(Object.entries(published))("equinoxes and solstices of %s are the almanac's", (year, texts) => {
  const found = sunSeasons(Number(year));
  expect(found.map(({ name }) => name)).toEqual([
    "marchEquinox",
    "juneSolstice",
    "septemberEquinox",
    "decemberSolstice",
  ]);
  for (const [row, text] of texts.entries())
    expect(
      Math.abs(secondsBetween(parseInstant(text)!, found[row]!.instant)),
      `${formatInstant(found[row]!.instant)} for ${text}`,
    ).toBeLessThan(TOLERANCE_S);
});

test("every year of the clock has its four, a quarter apart", () => {
  for (let year = 1957; year <= 2100; year++) {
    const instants = sunSeasons(year).map(({ instant }) => instant);
    for (let row = 1; row < 4; row++) {
      const days = secondsBetween(instants[row - 1]!, instants[row]!) / 86_400;
      expect(days).toBeGreaterThan(88.5);
      expect(days).toBeLessThan(94);
    }
  }
  expect(() => sunSeasons(1956)).toThrow("1957 to 2100");
});
