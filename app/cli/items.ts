import { extname } from "node:path";
import { addSeconds, formatInstant, type Instant } from "#engine";
import type { Flyer } from "./flyers.ts";
import { type Io, makeBreath } from "./io.ts";
import { deliver } from "./output.ts";
import { csvCell, printable, toJsonText } from "./printable.ts";
import { startProgress } from "./progress.ts";
import { type Column, headLines, makePaint, rowLines } from "./table.ts";
import type { Options } from "./verb.ts";

/** Ends of intervals are found to 1e-5 s; more digits would say nothing. */
const TIME_DECIMALS = 4;
const MAX_TOLD_COUNT = 10;

type Cells = readonly (string | number)[];

/** How a verb's items are written in each shape. */
export type ItemForm<Item> = {
  /** Fields of the JSON document before the list, at least one, and the list's name. */
  readonly head: Record<string, unknown>;
  readonly listName: string;
  readonly jsonOf: (item: Item) => unknown;
  readonly csvColumns: readonly string[];
  readonly csvRowsOf: (item: Item) => readonly Cells[];
  readonly title: string;
  readonly columns: readonly Column[];
  readonly textRowsOf: (item: Item) => readonly (readonly string[])[];
  /** Behind the table, for a person. */
  readonly textTail?: () => string;
};

/** JSON with `--json` and in a file; `.csv` and `.txt` files as their names say; a table for a person on standard output. */
function shapeOf(options: Options): "json" | "csv" | "text" {
  if (options.json) return "json";
  if (options.output === undefined) return "text";
  const extension = extname(options.output).toLowerCase();
  return extension === ".csv" ? "csv" : extension === ".txt" ? "text" : "json";
}

/**
 * Writes what `work` finds as it is found, whole or not at all. `work` yields each item, or undefined where it only lets signals
 * through, with how many steps of `totalCount` are done.
 */
export async function deliverItems<Item>({
  io,
  options,
  what,
  totalCount,
  form,
  work,
  tail,
  about = () => ({}),
}: {
  io: Io;
  options: Options;
  what: string;
  totalCount: number;
  form: ItemForm<Item>;
  work: () => Iterable<{ readonly doneCount: number; readonly items: readonly Item[] }>;
  /** Fields of the JSON document behind the list, at least one. */
  tail: () => Record<string, unknown>;
  about?: () => Record<string, unknown>;
}): Promise<void> {
  const breathe = makeBreath(io);
  const progress = startProgress({ io, what, totalCount });
  const shape = shapeOf(options);
  const paint = makePaint(io.hasColour && options.output === undefined);
  const { head, listName, jsonOf, csvColumns, csvRowsOf, title, columns, textRowsOf, textTail } = form;
  const cellText = (cell: string | number) => (typeof cell === "number" ? String(cell) : csvCell(cell));
  try {
    await deliver({
      io,
      options,
      about,
      write: async ({ write }) => {
        if (shape === "json") await write(`${toJsonText(head).slice(0, -1)},"${listName}":[`);
        else if (shape === "csv") await write(`${csvColumns.join(",")}\n`);
        else await write(`${title}\n${headLines(columns, paint).join("\n")}\n`);
        let isFirst = true;
        for (const { doneCount, items } of work()) {
          for (const item of items) {
            if (shape === "json") await write(`${isFirst ? "\n" : ",\n"}${toJsonText(jsonOf(item))}`);
            else if (shape === "csv")
              for (const cells of csvRowsOf(item)) await write(`${cells.map(cellText).join(",")}\n`);
            else for (const cells of textRowsOf(item)) await write(`${rowLines(cells, columns).join("\n")}\n`);
            isFirst = false;
          }
          progress.show(doneCount);
          await breathe();
        }
        if (shape === "json") await write(`\n],${toJsonText(tail()).slice(1)}\n`);
        if (shape === "text" && textTail !== undefined) await write(`\n${textTail()}\n`);
      },
    });
  } finally {
    progress.clear();
  }
}

/** Satellites whose states end early: how many, and the first few to be told. */
export function makeFailures() {
  const failures = { count: 0, told: [] as string[] };
  const failed: { index: number; id: string; tS: number; reason: string }[] = [];
  return {
    failures,
    /** All of them, for a document. */
    failed,
    note: ({ index, id }: Flyer, { tS, reason }: { tS: number; reason: string }) => {
      failures.count++;
      failed.push({ index, id, tS: roundTime(tS), reason });
      if (failures.told.length < MAX_TOLD_COUNT)
        failures.told.push(`satellite ${printable(id)}, tS ${roundTime(tS)}: ${reason}`);
    },
  };
}

export const roundTime = (tS: number) => Number(tS.toFixed(TIME_DECIMALS));
export const roundIntervals = (intervals: readonly (readonly [number, number])[]) =>
  intervals.map(([startS, endS]) => [roundTime(startS), roundTime(endS)] as const);

/** UTC to the second, `2027-03-01 04:05:06`. */
export const clockText = (from: Instant, tS: number) =>
  formatInstant(addSeconds(from, Math.round(tS)))
    .slice(0, 19)
    .replace("T", " ");
