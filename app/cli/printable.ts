/** Control and format characters could move a terminal's cursor, recolour it or turn the text round. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}/u;

const escapeSign = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;

/** Text on one line that a terminal shows as it is; anything else is escaped as `\u{1b}`. */
export const printable = (text: string) => text.replace(unprintable, escapeSign);

/** The same for text of several lines. */
export const printableLines = (text: string) => text.split("\n").map(printable).join("\n");

/** Columns that a terminal takes for the text. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += combining.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}

/**
 * JSON of plain data. A number that is none would become `null` in silence: that is our defect and throws.
 * What a terminal could take for a command is escaped, which leaves the value the same.
 */
export function toJsonText(value: unknown, indent = 0): string {
  const text = JSON.stringify(
    value,
    (key, each) => {
      if (typeof each === "number" && !Number.isFinite(each))
        throw new Error(`JSON: got ${each} at ${key}, expected a number`);
      return each;
    },
    indent,
  );
  return text.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A cell of CSV: quoted where it must be, on one line, and never what a spreadsheet takes for a formula. */
export function csvCell(text: string): string {
  const shown = printable(text);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
