/**
 * Rows of comma-separated text (RFC 4180): quoted cells may hold commas, line breaks and doubled quotes. Our own, since the
 * types of the usual library would let Node's into the engine.
 */
export function* readCsvRows(text: string): Generator<{ readonly line: number; readonly cells: readonly string[] }> {
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted && sign !== "") {
      if (sign === "\n") line++;
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += sign;
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === ",") {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r" || sign === "") {
      if (sign === "\r" && text.charAt(at + 1) === "\n") at++;
      if (cells.length > 0 || cell.trim() !== "") yield { line: start, cells: [...cells, cell] };
      cells = [];
      cell = "";
      if (sign !== "") line++;
      start = line;
    } else cell += sign;
  }
}
