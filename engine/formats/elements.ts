/**
 * Element files: two-line elements and OMM in JSON, XML, KVN and CSV, told apart by their text.
 */
import { readOmmCsv } from "./ommCsv.ts";
import { readOmmJson } from "./ommJson.ts";
import { readOmmKvn } from "./ommKvn.ts";
import { readOmmXml } from "./ommXml.ts";
import { type ElementsFormat, type Reading, type Records, sortReadings } from "./record.ts";
import { readTles } from "./tle.ts";

/** Longest text, characters: a catalogue of some 150,000 records in XML. */
export const MAX_ELEMENTS_CHARACTERS = 256 * 1024 * 1024;
/** Characters from the start in which a file shows what it is. */
const SAMPLE_CHARACTERS = 4000;

export type ElementsFile = Records & { readonly format: ElementsFormat };

const readers: Record<ElementsFormat, (text: string) => Iterable<Reading>> = {
  tle: readTles,
  "omm-json": readOmmJson,
  "omm-xml": readOmmXml,
  "omm-kvn": readOmmKvn,
  "omm-csv": readOmmCsv,
};

/** The format of a text, from its first characters; what is nothing else is taken as two-line elements. */
export function detectElementsFormat(text: string): ElementsFormat {
  const sample = text.slice(0, SAMPLE_CHARACTERS).trimStart();
  // A satellite's name may begin with any bracket, so two lines of elements come first.
  if (/^1 [ \dA-Z]{5}.*[\r\n]+2 /m.test(sample)) return "tle";
  if (sample.startsWith("[") || sample.startsWith("{")) return "omm-json";
  if (sample.startsWith("<")) return "omm-xml";
  const firstLine = sample.split(/[\r\n]/, 1)[0]!;
  if (firstLine.includes(",") && /\b(EPOCH|NORAD_CAT_ID|MEAN_MOTION)\b/i.test(firstLine)) return "omm-csv";
  return /^[A-Z][A-Z0-9_]+\s*=/m.test(sample) ? "omm-kvn" : "tle";
}

/** Names that only records of elements have, as JSON and KVN write them. */
const elementNames = /"?\b(CCSDS_OMM_VERS|MEAN_MOTION|MEAN_ANOMALY|NORAD_CAT_ID|OBJECT_ID|RA_OF_ASC_NODE)\b"?\s*[:=]/;

/**
 * Whether the beginning of a text (its first few thousand characters suffice) shows that it holds elements and is no other file: for a
 * place that takes several kinds. A damaged record still shows; a text that shows nothing may yet be read by `readElements`.
 */
export function holdsElements(text: string): boolean {
  const sample = text.slice(0, SAMPLE_CHARACTERS).replace(/^\ufeff/, "");
  const format = detectElementsFormat(sample);
  if (format === "omm-csv") return true;
  if (format === "omm-xml") return /<(ndm|omm)\b/i.test(sample);
  // A mission is an object; a list can only be records.
  if (format === "omm-json") return /^\s*\[\s*\{/.test(sample) || elementNames.test(sample);
  if (format === "omm-kvn") return elementNames.test(sample);
  // Either line, at nearly its full 69 characters.
  return /^\s*[12] [ \dA-Z]{5}[ \w] .{40,}$/m.test(sample);
}

/**
 * Records of a text, and what was refused with its reason; both count from 0 in file order. Never throws. With `limitCount`
 * reading stops there, and one refusal says so.
 */
export function readElements(text: string, { limitCount }: { limitCount?: number } = {}): ElementsFile {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  const format = detectElementsFormat(content);
  const refuse = (reason: string): ElementsFile => ({
    format,
    records: [],
    refused: [{ index: 0, line: 1, column: 1, reason }],
  });
  if (text.length > MAX_ELEMENTS_CHARACTERS)
    return refuse(`${text.length} characters, at most ${MAX_ELEMENTS_CHARACTERS} are read`);
  const found = sortReadings(readers[format](content), limitCount);
  return found.records.length + found.refused.length === 0 ? refuse("no record in this text") : { format, ...found };
}
