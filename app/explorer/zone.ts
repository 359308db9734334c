/**
 * Clock time as people write it: UTC, or the time of the browser's own zone with its offset at that instant, daylight saving included.
 * Local time here is what a clock on the wall shows; the mean solar time of an orbit's node is another thing.
 */
import { createStore } from "zustand/vanilla";
import { addSeconds, type Instant } from "#engine";
import { readTyped, writeInstant } from "./instants.ts";

export type Zone = "utc" | "local";
export const zoneStore = createStore<{ readonly zone: Zone }>()(() => ({ zone: "utc" }));

/** Days from 1970-01-01 to 2000-01-01, where instants count from. */
const DAYS_TO_2000 = 10_957;
const DAY_MS = 86_400_000;

const dateOf = ({ day, secondS }: Instant) => new Date((day + DAYS_TO_2000) * DAY_MS + secondS * 1000);
/** Minutes by which the browser's clock is ahead of UTC at an instant. */
export const browserOffsetMin = (instant: Instant) => -dateOf(instant).getTimezoneOffset();
type OffsetMin = (instant: Instant) => number;

/** The wall clock of the person's own machine, to the millisecond. */
export function nowInstant(nowMs = Date.now()): Instant {
  const day = Math.floor(nowMs / DAY_MS);
  return { day: day - DAYS_TO_2000, secondS: (nowMs - day * DAY_MS) / 1000 };
}

/** "UTC", "UTC+2", "UTC−3:30" */
export function writeOffset(offsetMin: number): string {
  if (offsetMin === 0) return "UTC";
  const minutes = Math.abs(offsetMin) % 60;
  const hours = Math.floor(Math.abs(offsetMin) / 60);
  return `UTC${offsetMin < 0 ? "−" : "+"}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}

/** "2027-01-01 00:00:00" of a zone's clock. */
export const writeInZone = (instant: Instant, zone: Zone, offsetMin: OffsetMin = browserOffsetMin) =>
  writeInstant(zone === "utc" ? instant : addSeconds(instant, offsetMin(instant) * 60));

/** What a person typed, by a zone's clock; Z or UTC behind it makes it UTC. Undefined for what is no date of 1957 to 2100. */
export function readInZone(text: string, zone: Zone, offsetMin: OffsetMin = browserOffsetMin): Instant | undefined {
  const read = readTyped(text);
  if (read === undefined || zone === "utc" || /(?:Z|UTC)\s*$/i.test(text)) return read;
  // The offset belongs to the instant, which is only known with it: twice is enough but within a change of the clocks.
  const guess = addSeconds(read, -offsetMin(read) * 60);
  return addSeconds(read, -offsetMin(guess) * 60);
}
