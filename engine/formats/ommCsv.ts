import { readCsvRows } from "./csv.ts";
import { parseOmm } from "./omm.ts";
import type { Reading } from "./record.ts";

/** OMMs as rows below a line of field names, as CelesTrak writes them. */
export function* readOmmCsv(text: string): Generator<Reading> {
  let columns: Map<string, number> | undefined;
  for (const { line, cells, places } of readCsvRows(text)) {
    if (columns === undefined) {
      columns = new Map(cells.map((name, column) => [name.trim().toUpperCase(), column]));
      continue;
    }
    const names = columns;
    if (cells.length !== names.size) {
      yield { line, reason: `${cells.length} cells below ${names.size} names` };
      continue;
    }
    const parsed = parseOmm((name) => {
      const column = names.get(name);
      const cell = column === undefined ? undefined : cells[column]?.trim();
      return cell === "" ? undefined : cell;
    });
    if (!("reason" in parsed)) yield { line, ...parsed };
    else yield { line, reason: parsed.reason, ...places[names.get(parsed.field ?? "") ?? 0] };
  }
}
