/**
 * Element files of any of the usual kinds, told apart by their text.
 */
import { type ElementsFormat, type Records, sortReadings } from "./record.ts";
import { readTles } from "./tle.ts";

/** Longest text, characters: a catalogue of 300,000 OMM records in XML. */
const MAX_TEXT_CHARACTERS = 256 * 1024 * 1024;

export type ElementsFile = Records & { readonly format: ElementsFormat };

/** Records of a text and what was refused, each with its reason. Never throws. */
export function readElements(text: string, { limitCount }: { limitCount?: number } = {}): ElementsFile {
  if (text.length > MAX_TEXT_CHARACTERS)
    return refuseText("tle", `${text.length} characters; at most ${MAX_TEXT_CHARACTERS} are read`);
  const content = text.replace(/^\ufeff/, "");
  return { format: "tle", ...sortReadings(readTles(content), limitCount) };
}

const refuseText = (format: ElementsFormat, reason: string): ElementsFile => ({
  format,
  records: [],
  refused: [{ index: 0, line: 1, reason }],
});
