/** A row and where it and each of its cells begin, from 1. */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly places: readonly { readonly line: number; readonly column: number }[];
  /** The last cell opens a quote that nothing closes: it ends with its line, so that the rows below are not lost in it. */
  readonly isUnclosed: boolean;
};

/**
 * Rows of comma-separated text (RFC 4180): quoted cells may hold commas, line breaks and doubled quotes. Our own, since the
 * types of the usual library would let Node's into the engine.
 */
export function* readCsvRows(text: string): Generator<CsvRow> {
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = "";
  /** Where the line that is read begins, and where each cell did. */
  let lineStart = 0;
  let places = [{ line: 1, column: 1 }];
  let isQuoted = false;
  let isUnclosed = false;
  let quote = { at: 0, line: 1, lineStart: 0 };
  for (let at = 0; at <= text.length; at++) {
    const isLost = isQuoted && (at === text.length || (line > quote.line && closesNothing(text, at)));
    if (isLost) {
      // Nothing of its own closed it: back to the end of the line where it was opened.
      const length = text.slice(quote.at).search(/[\r\n]|$/);
      cell = text.slice(quote.at, quote.at + length);
      at = quote.at + length;
      ({ line, lineStart } = quote);
      isQuoted = false;
      isUnclosed = true;
    }
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign === "\n") {
        line++;
        lineStart = at + 1;
      }
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += sign;
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") {
      isQuoted = true;
      quote = { at, line, lineStart };
    } else if (sign === ",") {
      cells.push(cell);
      cell = "";
      places.push({ line, column: at + 2 - lineStart });
    } else if (sign === "\n" || sign === "\r" || sign === "") {
      if (sign === "\r" && text.charAt(at + 1) === "\n") at++;
      if (cells.length > 0 || cell.trim() !== "") yield { line: start, cells: [...cells, cell], places, isUnclosed };
      cells = [];
      cell = "";
      isUnclosed = false;
      if (sign !== "") line++;
      start = line;
      lineStart = at + 1;
      places = [{ line, column: 1 }];
    } else cell += sign;
  }
}

/** Whether the sign is a quote with text right behind it: it opens a cell of a later row, or stands where none may. */
const closesNothing = (text: string, at: number) => text.charAt(at) === '"' && !/^["\s,]?$/.test(text.charAt(at + 1));
