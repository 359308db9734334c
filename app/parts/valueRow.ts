import { formatNamed, formatNumber, type Row, unitOf, unitSymbols, wordOf } from "#engine";

/** What a number needs to explain itself: a row of the report, or the like made from the glossary. */
export type ValueRow = Pick<Row, "name" | "label" | "help" | "value" | "unit" | "text" | "because">;

/** A row for a number that no report holds, such as one of the flight. Its name must be in the glossary. */
export function valueRow({ name, value }: { name: string; value: number }): ValueRow {
  const word = wordOf(name);
  if (word === undefined) throw new Error(`value row: got ${name}, expected a name of the glossary`);
  const unit = unitOf(name);
  const method = "method" in word ? word.method : "formula" in word ? word.formula : word.help;
  return { name, label: word.label, help: word.help, value, unit, text: formatNamed(name, value), because: { method } };
}

/** All digits of a value in its base unit. */
export function allDigits({ value, unit }: Pick<ValueRow, "value" | "unit">): string {
  if (typeof value === "string") return value;
  const symbol = unit === undefined ? "" : unitSymbols[unit];
  return `${formatNumber(value, 10)}${symbol === "" || symbol === "×" ? "" : ` ${symbol}`}`;
}

/** A text that the mission gives. */
export const givenRow = ({
  name,
  label,
  help = "",
  value,
}: {
  name: string;
  label: string;
  help?: string;
  value: string;
}): ValueRow => ({
  ...{ name, label, help, value, unit: undefined, text: value },
  because: { given: "mission" },
});
