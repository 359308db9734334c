/**
 * Instants. Text is UTC, `YYYY-MM-DDTHH:MM:SS[.s]Z`. Inside, an instant is a whole day and the seconds of that day,
 * kept apart so that no precision is lost (one double Julian day costs 40 µs, 0.3 m along an orbit).
 * Days are 86,400 s: leap seconds are not counted, as in the TLE system.
 */
export type Instant = { readonly day: number; readonly secondS: number };

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?Z$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 2000-01-01 to the first of January of `year`. */
export function dayOfYearStart(year: number): number {
  const before = year - 1;
  return (year - 2000) * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 484;
}

/** An instant from its text, or undefined when the text is no date of the years 1957 to 2100. `day` counts from 2000-01-01. */
export function parseInstant(text: string): Instant | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, date, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const leap = isLeapYear(year);
  const monthLength = (monthLengths[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
  if (year < 1957 || year > 2100 || date < 1 || date > monthLength || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const daysBefore =
    monthLengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + (month > 2 && leap ? 1 : 0);
  return {
    day: dayOfYearStart(year) + daysBefore + date - 1,
    secondS: hour * 3600 + minute * 60 + second + Number(match[7] ?? 0),
  };
}

/** The instant `tS` seconds later. */
export function addSeconds(instant: Instant, tS: number): Instant {
  const whole = Math.floor(tS);
  const secondS = instant.secondS + (tS - whole) + (whole % 86400);
  const carry = Math.floor(secondS / 86400);
  return { day: instant.day + Math.trunc(whole / 86400) + carry, secondS: secondS - carry * 86400 };
}

/** Seconds from `from` to `to`. */
export const secondsBetween = (from: Instant, to: Instant) => (to.day - from.day) * 86400 + (to.secondS - from.secondS);

/** Days since J2000.0 (2000-01-01 12:00). */
export const daysSinceJ2000 = ({ day, secondS }: Instant) => day - 0.5 + secondS / 86400;

export function yearOf({ day }: Instant): number {
  let year = 2000 + Math.floor(day / 365.2425);
  while (dayOfYearStart(year) > day) year--;
  while (dayOfYearStart(year + 1) <= day) year++;
  return year;
}

/** UTC text with milliseconds, rounded; trailing zeros of the fraction are left out. */
export function formatInstant(instant: Instant): string {
  const milliseconds = Math.round(instant.secondS * 1000);
  const { day, secondS } =
    milliseconds >= 86400000
      ? { day: instant.day + 1, secondS: 0 }
      : { day: instant.day, secondS: milliseconds / 1000 };
  const year = yearOf({ day, secondS });
  let rest = day - dayOfYearStart(year);
  let month = 0;
  const lengthOf = (index: number) => monthLengths[index]! + (index === 1 && isLeapYear(year) ? 1 : 0);
  while (rest >= lengthOf(month)) rest -= lengthOf(month++);
  const two = (value: number) => String(value).padStart(2, "0");
  const whole = Math.floor(secondS);
  const fraction = Math.round((secondS - whole) * 1000);
  const tail = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0").replace(/0+$/, "")}`;
  return `${String(year).padStart(4, "0")}-${two(month + 1)}-${two(rest + 1)}T${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${tail}Z`;
}
