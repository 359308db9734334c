import { axisUnit, formatNumber } from "../glossary/format.ts";
import type { FigureTable } from "./figure.ts";

/** Whether a column stands at the right. */
export const isRightColumn = ({ unit, isRight }: FigureTable["columns"][number]) =>
  unit !== undefined || isRight === true;

/** A table in words: each column has one unit, written in its head. */
export function tableTexts({ columns, rows }: FigureTable): {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const units = columns.map(({ unit }, column) => {
    const sizes = rows.map((row) => Math.abs(Number(row[column])));
    return unit === undefined ? undefined : axisUnit(unit, Math.max(0, ...sizes));
  });
  return {
    heads: columns.map(({ label }, column) => [label, units[column]?.symbol].filter(Boolean).join(", ")),
    rows: rows.map((row) =>
      row.map((cell, column) =>
        typeof cell === "string"
          ? cell
          : formatNumber(cell / (units[column]?.divisor ?? 1), digitsOf(columns[column]!)),
      ),
    ),
  };
}

/** As elsewhere, unless told: kelvin and degrees with four digits. */
const digitsOf = ({ unit, digits }: FigureTable["columns"][number]) =>
  digits ?? (unit === "K" || unit === "Deg" ? 4 : 3);
