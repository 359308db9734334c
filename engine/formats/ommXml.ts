import { XMLParser } from "fast-xml-parser";
import { type OmmFault, parseOmm, unitFault } from "./omm.ts";
import { placeOf, type Reading, type RecordDraft } from "./record.ts";

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

/** Leaves of a message by tag name; the first of a name counts. A unit that is not the standard's is a fault. */
function collect(node: unknown, fields: Map<string, string>, depth = 0): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if (depth > MAX_DEPTH) return `more than ${MAX_DEPTH} levels of tags`;
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
      if (fault !== undefined) return fault;
      continue;
    }
    const fault = collect(value, fields, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
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
    const end = text.indexOf(closing, match.index);
    if (end < 0) {
      yield { line, reason: "<omm> is not closed" };
      return;
    }
    opening.lastIndex = end;
    const message = text.slice(match.index, end + closing.length);
    const read = readMessage(message);
    if (!("reason" in read)) yield { line, ...read };
    else {
      const column = match.index - text.lastIndexOf("\n", match.index);
      const tag = new RegExp(`<(?:[\\w.-]+:)?${read.field ?? "omm"}(?:\\s[^>]*)?>\\s*`).exec(message);
      const offset = tag === null || read.field === undefined ? 0 : tag.index + tag[0].length;
      yield { ...placeOf(message, offset, { line, column }), reason: read.reason };
    }
  }
}

function readMessage(message: string): RecordDraft | OmmFault {
  const fields = new Map<string, string>();
  try {
    const fault = collect(parser.parse(message), fields);
    if (fault !== undefined) return { reason: fault };
  } catch (error) {
    return { reason: `no XML: ${error instanceof Error ? error.message.slice(0, 120) : "unreadable"}` };
  }
  return parseOmm((name) => fields.get(name));
}
