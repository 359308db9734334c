import { readCsvRows } from "./csv.ts";
import { parseOmm } from "./omm.ts";
import { type Reading, refuseFor } from "./record.ts";

/** OMMs as rows below a line of field names, as CelesTrak writes them. */
export function* readOmmCsv(text: string): Generator<Reading> {
  let columns: Map<string, number> | undefined;
  for (const { line, cells, places, isUnclosed } of readCsvRows(text)) {
    if (columns === undefined) {
      columns = new Map(cells.map((name, column) => [name.trim().toUpperCase(), column]));
      continue;
    }
    const names = columns;
    if (isUnclosed) {
      yield { ...places.at(-1)!, reason: "a quote that is not closed" };
      continue;
    }
    if (cells.length !== names.size) {
      yield { line, reason: `${cells.length} cells below ${names.size} names` };
      continue;
    }
    const parsed = parseOmm((name) => {
      const column = names.get(name);
      const cell = column === undefined ? undefined : cells[column]?.trim();
      return cell === "" ? undefined : cell;
    });
    if (!("faults" in parsed)) yield { line, ...parsed };
    else
      yield refuseFor(parsed.faults.map(({ field, reason }) => ({ ...places[names.get(field ?? "") ?? 0]!, reason })));
  }
}
