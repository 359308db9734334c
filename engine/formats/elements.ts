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
