import { type OmmFault, parseOmm } from "./omm.ts";
import { placeOf, type Reading, refuseFor } from "./record.ts";

/** Catalogue numbers too long for a double are read as text, digit by digit. */
const keepLongIds = (text: string) => text.replace(/("NORAD_CAT_ID"\s*:\s*)(\d{16,})(?=\s*[,}])/g, '$1"$2"');

/** Blanks, commas and the brackets of JSON: no value that is neither object nor list begins with one. */
const isBetween = (sign: number) =>
  sign <= 32 || sign === 44 || sign === 91 || sign === 93 || sign === 123 || sign === 125;

type Entry = { readonly line: number; readonly column: number; readonly start: number; readonly end: number };

/** Where the entries of a list stand; `isPlain` those that are neither object nor list. */
function* findEntries(text: string): Generator<Entry & { readonly isPlain: boolean }> {
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let isText = false;
  let entry = { line: 1, column: 1, start: 0 };
  let plain: typeof entry | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10) {
      line++;
      lineStart = at + 1;
      continue;
    }
    if (isText) {
      if (sign === 92) at++;
      else if (sign === 34) isText = false;
      continue;
    }
    if (depth === 1 && plain === undefined && !isBetween(sign)) plain = { line, column: at - lineStart + 1, start: at };
    if (depth === 1 && plain !== undefined && (sign === 44 || sign === 93)) {
      yield { ...plain, end: at, isPlain: true };
      plain = undefined;
    }
    if (sign === 34) isText = true;
    else if (sign === 91 || sign === 123) {
      plain = undefined;
      if (depth === 1) entry = { line, column: at - lineStart + 1, start: at };
      depth++;
    } else if (sign === 93 || sign === 125) {
      depth--;
      if (depth === 1) yield { ...entry, end: at + 1, isPlain: false };
    }
  }
}

/** Where the value of a field stands in the entry, or where the entry begins. */
function placeOfField(text: string, entry: Entry, field: string | undefined) {
  const content = text.slice(entry.start, entry.end);
  const match = field === undefined ? null : new RegExp(`"${field}"\\s*:\\s*`).exec(content);
  const { line, column } = match === null ? entry : placeOf(content, match.index + match[0].length, entry);
  return { line, column };
}

/** A field of a JSON object: text, or a finite number as text. Prototypes are never asked. */
function fieldOf(message: object, name: string): string | undefined {
  if (!Object.hasOwn(message, name)) return undefined;
  const value: unknown = (message as Record<string, unknown>)[name];
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  // A name that is no text is none; what has to be a number says what it is instead.
  if (name === "OBJECT_NAME") return undefined;
  return value === null || value === undefined ? undefined : `a ${typeof value}`;
}

/** One message, or all that is wrong with it. */
function readMessage(text: string, entry: Entry, message: unknown): Reading {
  const { line, column } = entry;
  if (typeof message !== "object" || message === null || Array.isArray(message))
    return { line, column, reason: "an entry that is no object" };
  const parsed = parseOmm((name) => fieldOf(message, name));
  if (!("faults" in parsed)) return { line, ...parsed };
  const placed = ({ field, reason }: OmmFault) => ({ ...placeOfField(text, entry, field), reason });
  return refuseFor(parsed.faults.map(placed));
}

/** A value, or why the text is none and where. */
function parseJson(text: string, start: { readonly line: number; readonly column: number }) {
  const content = keepLongIds(text);
  try {
    return { value: JSON.parse(content) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unreadable";
    const position = /position (\d+)/.exec(message)?.[1];
    // Long catalogue numbers were quoted, which moves what stands behind them.
    const place = position === undefined ? start : placeOf(content, Number(position), start);
    return { ...place, reason: `no JSON: ${message.slice(0, 120)}` };
  }
}

/** Entries of a list that is no JSON as a whole: each is read for itself, so that a broken one costs no other. */
function* readEntries(
  text: string,
  whole: { readonly line: number; readonly column: number; readonly reason: string },
) {
  let isExplained = false;
  for (const entry of findEntries(text)) {
    if (entry.isPlain) continue;
    const read = parseJson(text.slice(entry.start, entry.end), entry);
    isExplained ||= "reason" in read;
    if ("reason" in read) yield read;
    else yield readMessage(text, entry, read.value);
  }
  if (!isExplained) yield whole;
}

/** One OMM or a list of them, in JSON as CelesTrak and Space-Track write it. */
export function* readOmmJson(text: string): Generator<Reading> {
  const start = { line: 1, column: 1 };
  const read = parseJson(text, start);
  if ("reason" in read) {
    if (/^\s*\[/.test(text)) yield* readEntries(text, read);
    else yield read;
    return;
  }
  const document = read.value;
  const isList = Array.isArray(document);
  const messages: readonly unknown[] = Array.isArray(document) ? document : [document];
  const entries = findEntries(text);
  const whole: Entry = { ...start, start: 0, end: text.length };
  for (const message of messages) yield readMessage(text, isList ? (entries.next().value ?? whole) : whole, message);
}
