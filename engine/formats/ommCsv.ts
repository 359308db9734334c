import { readCsvRows } from "./csv.ts";
import { parseOmm } from "./omm.ts";
import { quote, type Reading, refuseFor } from "./record.ts";

/** OMMs as rows below a line of field names, as CelesTrak writes them. */
export function* readOmmCsv(text: string): Generator<Reading> {
  let columns: Map<string, number> | undefined;
  let columnCount = 0;
  for (const { line, cells, places, isUnclosed } of readCsvRows(text)) {
    if (columns === undefined) {
      const titles = cells.map((name) => name.trim().toUpperCase());
      const twice = titles.findIndex((title, column) => title !== "" && titles.indexOf(title) < column);
      if (twice >= 0) {
        yield { ...places[twice]!, reason: `two columns are named ${quote(titles[twice]!)}` };
        return;
      }
      columns = new Map(titles.map((title, column) => [title, column]));
      columnCount = titles.length;
      continue;
    }
    const names = columns;
    if (isUnclosed) {
      yield { ...places.at(-1)!, reason: "a quote that is not closed" };
      continue;
    }
    if (cells.length !== columnCount) {
      yield { line, reason: `${cells.length} cells below ${columnCount} names` };
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
