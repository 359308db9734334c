import { addSeconds, formatInstant, type Instant, parseInstant } from "#engine";

/** What a person types as a date: ISO, with or without time, T and Z; UTC throughout. */
export function readTyped(text: string): Instant | undefined {
  const match = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?)?\s*(?:Z|UTC)?\s*$/i.exec(text);
  if (match === null) return undefined;
  const [, date, minutes = "00:00", seconds = ":00"] = match;
  return parseInstant(`${date}T${minutes}${seconds}Z`);
}

/** "2027-01-01 00:00:00", whole seconds, UTC. */
export const writeInstant = (instant: Instant) =>
  formatInstant({ day: instant.day, secondS: Math.floor(instant.secondS) })
    .replace("T", " ")
    .replace("Z", "");

/** "1 Jan 10:12" */
export function writeShort(instant: Instant): string {
  const text = formatInstant(instant);
  return `${Number(text.slice(8, 10))} ${monthNames[Number(text.slice(5, 7)) - 1]} ${text.slice(11, 16)}`;
}
export const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "3 h 12 min", "4 min", "2 d 5 h", "now" within the minute. */
export function writeSpan(spanS: number): string {
  const minutes = Math.round(Math.abs(spanS) / 60);
  if (minutes === 0) return "now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The first moment of a year, and how many days it has. */
export function yearSpan(year: number): { start: Instant; dayCount: number } {
  const start = parseInstant(`${year}-01-01T00:00:00Z`)!;
  const last = parseInstant(`${year}-12-31T00:00:00Z`)!;
  return { start, dayCount: last.day - start.day + 1 };
}

/** "7 May" of a year's day, counted from 0. */
export function writeDay(year: number, day: number): string {
  return writeShort(addSeconds(yearSpan(year).start, day * 86400)).replace(/ \d\d:\d\d$/, "");
}

/** Days of the year before a month, 0 = January. */
export const monthStartDay = (year: number, month: number) =>
  parseInstant(`${year}-${String(month + 1).padStart(2, "0")}-01T00:00:00Z`)!.day - yearSpan(year).start.day;
