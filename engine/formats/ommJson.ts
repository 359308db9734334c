import { parseOmm } from "./omm.ts";
import type { Reading } from "./record.ts";

/** Catalogue numbers too long for a double are read as text, digit by digit. */
const keepLongIds = (text: string) => text.replace(/("NORAD_CAT_ID"\s*:\s*)(\d{16,})(?=\s*[,}])/g, '$1"$2"');

/** Lines at which the entries of a list of objects begin, from 1. */
function* entryLines(text: string): Generator<number> {
  let line = 1;
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 10) line++;
    else if (isText) {
      if (sign === 92) at++;
      else if (sign === 34) isText = false;
    } else if (sign === 34) isText = true;
    else if (sign === 91 || sign === 123) {
      if (depth === 1) yield line;
      depth++;
    } else if (sign === 93 || sign === 125) depth--;
  }
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
    yield { line: 1, reason: `no JSON: ${error instanceof Error ? error.message.slice(0, 120) : "unreadable"}` };
    return;
  }
  const messages: readonly unknown[] = Array.isArray(document) ? document : [document];
  const lines = entryLines(text);
  for (const message of messages) {
    const isObject = typeof message === "object" && message !== null;
    const line = Array.isArray(document) && isObject ? (lines.next().value ?? 1) : 1;
    if (!isObject || Array.isArray(message)) yield { line, reason: "an entry that is no object" };
    else yield { line, ...parseOmm((name) => fieldOf(message, name)) };
  }
}
