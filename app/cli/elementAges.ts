import { agesOf, type Instant, OLD_ELEMENTS_DAYS, OLD_ELEMENTS_MEANING } from "#engine";
import { type Io, say } from "./io.ts";

/** What a document says of old elements; without any it says nothing. */
export type OldElements = {
  readonly oldElements?: {
    readonly oldCount: number;
    readonly recordCount: number;
    readonly oldestDays: number;
    readonly limitDays: number;
  };
};

/** Tells the person when records are flown far from their epochs, and gives what the JSON document holds of it. */
export function tellOldElements({
  io,
  epochs,
  from,
  spanS,
}: {
  io: Io;
  /** Of records alone: a designed fleet is as old as it is asked to be. */
  epochs: Iterable<Instant>;
  from: Instant;
  spanS: number;
}): OldElements {
  const { recordCount, oldCount, oldestDays } = agesOf({ epochs, from, spanS });
  if (oldCount === 0) return {};
  const days = Number(oldestDays.toFixed(1));
  say(
    io,
    `old elements: ${oldCount} of ${recordCount} records are more than ${OLD_ELEMENTS_DAYS} days from the time asked for, the oldest ${days} days`,
  );
  say(io, `  ${OLD_ELEMENTS_MEANING}`);
  return { oldElements: { oldCount, recordCount, oldestDays: days, limitDays: OLD_ELEMENTS_DAYS } };
}
