import { XMLParser } from "fast-xml-parser";
import { type OmmFault, parseOmm, unitFault } from "./omm.ts";
import { placeOf, type Reading, type RecordDraft, refuseFor } from "./record.ts";

/** Levels of tags that a message may have; the standard needs six. */
const MAX_DEPTH = 16;

const parser = new XMLParser({
  processEntities: false,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The five entities that XML has without a document type. */
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);

/** What a message says: its leaves by tag name, the first of a name, and what is wrong with them. */
type Leaves = { readonly fields: Map<string, string>; readonly faults: OmmFault[] };

/** Gathers leaves. A unit that is not the standard's is a fault. */
function collect(node: unknown, leaves: Leaves, depth = 0): void {
  if (typeof node !== "object" || node === null) return;
  const { fields, faults } = leaves;
  if (depth > MAX_DEPTH) {
    faults.push({ reason: `more than ${MAX_DEPTH} levels of tags` });
    return;
  }
  for (const [tag, value] of Object.entries(node)) {
    if (tag.startsWith("@")) continue;
    if (typeof value === "string") {
      if (!fields.has(tag)) fields.set(tag, decode(value).trim());
      continue;
    }
    if (typeof value !== "object" || value === null) continue;
    const text: unknown = Object.hasOwn(value, "#text") ? value["#text"] : undefined;
    if (typeof text === "string") {
      if (!fields.has(tag)) fields.set(tag, decode(text).trim());
      const unit: unknown = Object.hasOwn(value, "@units") ? value["@units"] : undefined;
      const fault = typeof unit === "string" ? unitFault(tag, unit) : undefined;
      if (fault !== undefined) faults.push({ field: tag, reason: fault });
      continue;
    }
    collect(value, leaves, depth + 1);
  }
}

/**
 * The <omm> messages of a document, alone or in an <ndm>. Each is parsed for itself, so a broken one costs no other; document
 * types are refused, entities of their own are not expanded.
 */
export function* readOmmXml(text: string): Generator<Reading> {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    yield { line: 1, reason: "a document type is not read: it may hide entities" };
    return;
  }
  const opening = /<(?:[\w.-]+:)?omm(?=[\s>])/g;
  let line = 1;
  let counted = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line++;
    const closing = `</${match[0].slice(1)}>`;
    const column = match.index - text.lastIndexOf("\n", match.index);
    const next = opening.exec(text)?.index ?? text.length;
    opening.lastIndex = next;
    const end = text.indexOf(closing, match.index);
    if (end < 0 || end > next) {
      yield { line, column, reason: "<omm> is not closed" };
      continue;
    }
    const message = text.slice(match.index, end + closing.length);
    const read = readMessage(message);
    if ("faults" in read)
      yield refuseFor(
        read.faults.map(({ field, reason }) => {
          const tag =
            field === undefined ? null : new RegExp(`<(?:[\\w.-]+:)?${field}(?:\\s[^>]*)?>\\s*`).exec(message);
          return { ...placeOf(message, tag === null ? 0 : tag.index + tag[0].length, { line, column }), reason };
        }),
      );
    else yield { line, ...read };
  }
}

function readMessage(message: string): RecordDraft | { readonly faults: readonly OmmFault[] } {
  const leaves: Leaves = { fields: new Map(), faults: [] };
  try {
    collect(parser.parse(message), leaves);
  } catch (error) {
    const reason = `no XML: ${error instanceof Error ? error.message.slice(0, 120) : "unreadable"}`;
    return { faults: [{ reason }] };
  }
  const parsed = parseOmm((name) => leaves.fields.get(name));
  if (!("faults" in parsed)) return leaves.faults.length === 0 ? parsed : leaves;
  return { faults: [...leaves.faults, ...parsed.faults] };
}
