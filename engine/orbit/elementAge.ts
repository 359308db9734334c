import { type Instant, secondsBetween } from "../geometry/instant.ts";

/**
 * Days from its epoch beyond which an element set is called old. Our choice, several of the updates that a catalogue publishes.
 * The error of an old one is no number of kilometres a day: it depends on drag and manoeuvres that the record does not hold.
 */
export const OLD_ELEMENTS_DAYS = 14;

/** What old elements mean, for every window. */
export const OLD_ELEMENTS_MEANING =
  "Elements of another time: where SGP4 puts a satellite says little, for drag carries it farther off each day.";

/** How far element sets are from the time asked for. */
export type ElementAges = {
  readonly recordCount: number;
  /** Records that are more than `OLD_ELEMENTS_DAYS` away. */
  readonly oldCount: number;
  /** Of the record that is farthest away. */
  readonly oldestDays: number;
};

/** The farthest that each epoch is from any instant of `from` to `from` + `spanS`, before it or after. */
export function agesOf({
  epochs,
  from,
  spanS,
}: {
  epochs: Iterable<Instant>;
  from: Instant;
  spanS: number;
}): ElementAges {
  let [recordCount, oldCount, oldestDays] = [0, 0, 0];
  for (const epoch of epochs) {
    const fromS = secondsBetween(epoch, from);
    const ageDays = Math.max(Math.abs(fromS), Math.abs(fromS + spanS)) / 86_400;
    recordCount++;
    if (ageDays > OLD_ELEMENTS_DAYS) oldCount++;
    oldestDays = Math.max(oldestDays, ageDays);
  }
  return { recordCount, oldCount, oldestDays };
}
