import { widthOf } from "./printable.ts";

export type Column = { readonly title: string; readonly width: number; readonly isRight?: boolean };

export type Paint = Readonly<Record<"bold" | "dim" | "red" | "yellow" | "cyan", (text: string) => string>>;

/** Colours for a terminal that wants them; else the text as it is. */
export function makePaint(hasColour: boolean): Paint {
  const code = (start: number, end: number) => (text: string) =>
    hasColour && text !== "" ? `\u001b[${start}m${text}\u001b[${end}m` : text;
  return { bold: code(1, 22), dim: code(2, 22), red: code(31, 39), yellow: code(33, 39), cyan: code(36, 39) };
}

/** Text in lines of at most `width` columns, broken at spaces, and inside a word only where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (widthOf(line + sign) > width) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return [...lines, line];
}

export function pad(
  text: string,
  { width, isRight = false }: { width: number; isRight?: boolean | undefined },
): string {
  const gap = " ".repeat(Math.max(0, width - widthOf(text)));
  return isRight ? gap + text : text + gap;
}

const GAP = "  ";

/** One row of cells; cells that are too long go on below themselves. */
export function rowLines(cells: readonly string[], columns: readonly Column[]): string[] {
  const wrapped = columns.map(({ width }, index) => wrap(cells[index] ?? "", width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => pad(wrapped[index]![line] ?? "", column))
      .join(GAP)
      .trimEnd(),
  );
}

export const headLines = (columns: readonly Column[], paint: Paint) => [
  paint.dim(
    columns
      .map((column) => pad(column.title, column))
      .join(GAP)
      .trimEnd(),
  ),
];
