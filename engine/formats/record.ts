import type { MeanElements } from "../orbit/elements.ts";

export type ElementsFormat = "tle" | "omm-json" | "omm-xml" | "omm-kvn" | "omm-csv";

/** What a catalogue says beside the elements; SGP4 has no use for it, but other readers do. */
export type Filing = {
  /** U, C or S. */
  readonly classification: string;
  readonly elementSetIndex: number;
  readonly revolutionCount: number;
  /** As a TLE has it, half the rate, rev/day². */
  readonly meanMotionDot: number;
  /** A sixth of the second rate, rev/day³. */
  readonly meanMotionDdot: number;
};
export const noFiling: Filing = {
  classification: "U",
  elementSetIndex: 0,
  revolutionCount: 0,
  meanMotionDot: 0,
  meanMotionDdot: 0,
};

/** One satellite of a file. `index` counts records in file order, refused ones too; `line` counts from 1. */
export type ElementsRecord = {
  readonly index: number;
  readonly line: number;
  /** Catalogue number, decimal. */
  readonly id: string;
  readonly name: string;
  /** International designator, as written. */
  readonly objectId: string;
  readonly elements: MeanElements;
  readonly filing: Filing;
  /** What to know before the states are trusted. */
  readonly warnings: readonly string[];
};
/** `line` and `column` count from 1 and say where the fault stands; a fault of the whole record has the place where it begins. */
export type RecordFault = { readonly line: number; readonly column: number; readonly reason: string };
/** A record that was left out: its first fault by its place, and the others behind it, if there are any. */
export type RefusedRecord = RecordFault & { readonly index: number; readonly further?: readonly RecordFault[] };
export type Records = { readonly records: readonly ElementsRecord[]; readonly refused: readonly RefusedRecord[] };

/** What a reader finds before it is checked: a record without its place, or why there is none. */
export type RecordDraft = Omit<ElementsRecord, "index" | "line">;
export type Reading = { readonly line: number } & (RecordDraft | Refusal);
type Refusal = { readonly reason: string; readonly column?: number; readonly further?: readonly RecordFault[] };

/** Faults of one record that are told; a hostile one may have millions. */
const MAX_FAULT_COUNT = 30;

/** The reading of a record with faults, in the order in which they stand. */
export function refuseFor(faults: readonly RecordFault[]): Reading {
  const sorted = [...faults].sort((a, b) => a.line - b.line || a.column - b.column);
  const [first, ...further] = sorted.slice(0, MAX_FAULT_COUNT);
  const next = sorted[MAX_FAULT_COUNT];
  if (next !== undefined) further.push({ ...next, reason: `and ${sorted.length - MAX_FAULT_COUNT} more faults` });
  return { ...first!, ...(further.length === 0 ? {} : { further }) };
}

/** Every fault of refused records, each with its place. */
export const faultsOf = ({ line, column, reason, further = [] }: RefusedRecord): readonly RecordFault[] => [
  { line, column, reason },
  ...further,
];

/** Place of `offset` in a text that begins at line `line` and column `column`; both count from 1. */
export function placeOf(
  text: string,
  offset: number,
  { line = 1, column = 1 }: { line?: number; column?: number } = {},
) {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  const last = before.at(-1)!.length;
  return before.length === 1 ? { line, column: column + last } : { line: line + before.length - 1, column: last + 1 };
}

/** Longest name kept, characters. */
const NAME_CHARACTERS = 100;

/** A name without what cannot be seen: control characters, overrides of direction, line breaks. */
export const cleanName = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .slice(0, NAME_CHARACTERS);

/** At most this many characters of a file's own words in a reason. */
export const quote = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Numbers readings and sorts them into records and refusals. Past `limitCount` one refusal says that the rest is left out. */
export function sortReadings(readings: Iterable<Reading>, limitCount = Number.POSITIVE_INFINITY): Records {
  const records: ElementsRecord[] = [];
  const refused: RefusedRecord[] = [];
  let index = 0;
  for (const reading of readings) {
    if (index >= limitCount) {
      refused.push({
        index,
        line: reading.line,
        column: 1,
        reason: `more than ${limitCount} records: this and the rest are left out`,
      });
      break;
    }
    if ("reason" in reading) {
      const { line, column = 1, ...why } = reading;
      refused.push({ index, line, column, ...why });
    } else records.push({ index, ...reading });
    index++;
  }
  return { records, refused };
}
