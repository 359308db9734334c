import { parseOmm } from "./omm.ts";
import { placeOf, type Reading } from "./record.ts";

/** Catalogue numbers too long for a double are read as text, digit by digit. */
const keepLongIds = (text: string) => text.replace(/("NORAD_CAT_ID"\s*:\s*)(\d{16,})(?=\s*[,}])/g, '$1"$2"');

type Entry = { readonly line: number; readonly column: number; readonly start: number; readonly end: number };

/** Where the entries of a list of objects stand. */
function* findEntries(text: string): Generator<Entry> {
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let isText = false;
  let entry = { line: 1, column: 1, start: 0 };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10) {
      line++;
      lineStart = at + 1;
    } else if (isText) {
      if (sign === 92) at++;
      else if (sign === 34) isText = false;
    } else if (sign === 34) isText = true;
    else if (sign === 91 || sign === 123) {
      if (depth === 1) entry = { line, column: at - lineStart + 1, start: at };
      depth++;
    } else if (sign === 93 || sign === 125) {
      depth--;
      if (depth === 1) yield { ...entry, end: at + 1 };
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
  return value === null || value === undefined ? undefined : `a ${typeof value}`;
}

/** One OMM or a list of them, in JSON as CelesTrak and Space-Track write it. */
export function* readOmmJson(text: string): Generator<Reading> {
  let document: unknown;
  try {
    document = JSON.parse(keepLongIds(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : "unreadable";
    const position = /position (\d+)/.exec(message)?.[1];
    // Long catalogue numbers were quoted, which moves what stands behind them.
    const place = position === undefined ? { line: 1 } : placeOf(keepLongIds(text), Number(position));
    yield { ...place, reason: `no JSON: ${message.slice(0, 120)}` };
    return;
  }
  const isList = Array.isArray(document);
  const messages: readonly unknown[] = Array.isArray(document) ? document : [document];
  const entries = findEntries(text);
  const whole: Entry = { line: 1, column: 1, start: 0, end: text.length };
  for (const message of messages) {
    const isObject = typeof message === "object" && message !== null;
    const entry: Entry = isList && isObject ? (entries.next().value ?? whole) : whole;
    const { line, column } = entry;
    if (!isObject || Array.isArray(message)) {
      yield { line, column, reason: "an entry that is no object" };
      continue;
    }
    const parsed = parseOmm((name) => fieldOf(message, name));
    if ("reason" in parsed) yield { ...placeOfField(text, entry, parsed.field), reason: parsed.reason };
    else yield { line, ...parsed };
  }
}
