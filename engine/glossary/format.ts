import { type UnitSuffix, unitSymbols } from "./units.ts";

const THIN_SPACE = "\u2009";
const MINUS = "\u2212";
const prefixes = [
  [1e24, "Y"],
  [1e21, "Z"],
  [1e18, "E"],
  [1e15, "P"],
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
  [1, ""],
  [1e-3, "m"],
  [1e-6, "µ"],
] as const;
const moneyPrefixes = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1, ""],
] as const;
const prefixed: ReadonlySet<UnitSuffix> = new Set([
  "W",
  "Wh",
  "Bps",
  "Bytes",
  "BytesPerS",
  "Flops",
  "TokensPerS",
  "JPerToken",
]);
/** Large whole-number tallies read best with all their digits. */
const exact: ReadonlySet<UnitSuffix> = new Set(["Count"]);

/**
 * Digits with a thin space between thousands, from four digits on as in the fields, a true minus sign, and no trailing zeros beyond what `digits` asks.
 * From 10¹⁵ up and below 0.0001 with an exponent: 1.20e−5.
 */
export function formatNumber(value: number, digits = 3): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  let text: string;
  if (size >= 1e15 || size < 1e-4) {
    // As fields read it. Fonts for the screen seldom have superscripts beyond ¹²³.
    text = size
      .toExponential(digits - 1)
      .replace("e+", "e")
      .replace("-", MINUS);
  } else {
    const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Number(size.toPrecision(digits)))));
    const rounded = size.toFixed(Math.min(10, decimals));
    // A round figure (2.5, 1400) is written as it is; only a rounded one shows its digits to the end.
    const fixed = Math.abs(Number(rounded) - size) <= 1e-12 * size ? String(Number(rounded)) : rounded;
    const [whole, fraction] = fixed.split(".") as [string, string | undefined];
    text = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) + (fraction === undefined ? "" : `.${fraction}`);
  }
  return (value < 0 ? MINUS : "") + text;
}

function withPrefix(value: number, symbol: string, digits: number, gap: string): FormattedValue {
  const size = Math.abs(Number(value.toPrecision(digits)));
  const [scale, prefix] = prefixes.find(([each]) => size >= each) ?? [1, ""];
  return { number: formatNumber(value / scale, digits), unit: `${gap}${prefix}${symbol}` };
}

export type FormattedValue = { readonly number: string; readonly unit: string };

/** A value and its unit for a person, apart, so that the unit can be set small. Prefixes appear here and nowhere else. */
export function formatParts(value: number, unit: UnitSuffix | undefined, digits = 3): FormattedValue {
  const symbol = unit === undefined ? "" : unitSymbols[unit];
  if (unit === undefined || exact.has(unit))
    return { number: formatNumber(value, Number.isInteger(value) ? 15 : digits), unit: symbol };
  if (prefixed.has(unit)) return value === 0 ? { number: "0", unit: symbol } : withPrefix(value, symbol, digits, "");
  switch (unit) {
    case "Fraction":
      return { number: formatNumber(value * 100, digits), unit: "%" };
    case "Ratio":
    case "Index":
      return { number: formatNumber(value, digits), unit: "" };
    case "K":
      return {
        number: formatNumber(value, Math.max(digits, 4)),
        unit: `K (${formatNumber(Number((value - 273.15).toFixed(1)), digits)} °C)`,
      };
    case "Kg":
      return Math.abs(value) >= 1000
        ? { number: formatNumber(value / 1000, digits), unit: "t" }
        : { number: formatNumber(value, digits), unit: "kg" };
    case "S":
      if (value !== 0 && Math.abs(value) < 1) return { number: formatNumber(value * 1000, digits), unit: "ms" };
      return Math.abs(value) >= 120
        ? { number: formatNumber(value / 60, digits), unit: "min" }
        : { number: formatNumber(value, digits), unit: "s" };
    case "Deg":
      return { number: formatNumber(value, Math.max(digits, 4)), unit: "°" };
    case "Usd": {
      const [scale, name] = moneyPrefixes.find(([each]) => Math.abs(value) >= each) ?? [1, ""];
      return { number: `$${THIN_SPACE}${formatNumber(value / scale, digits)}`, unit: name };
    }
    default:
      return { number: formatNumber(value, digits), unit: symbol };
  }
}

/** A number and its unit as one text. By SI rules a space stands before %, none before °. */
export const joinParts = ({ number, unit }: FormattedValue): string =>
  unit === "" ? number : `${number}${unit === "°" ? "" : " "}${unit}`;

/** "120 kW", "348.5 K (75.4 °C)", "$ 12.3 billion". */
export const format = (value: number, unit: UnitSuffix | undefined, digits = 3): string =>
  joinParts(formatParts(value, unit, digits));

/** Unit of an axis or a column that reaches to `size`: a value over `divisor` is in `symbol`. */
export function axisUnit(unit: UnitSuffix, size: number): { readonly divisor: number; readonly symbol: string } {
  const symbol = unitSymbols[unit];
  if (prefixed.has(unit)) {
    const [divisor, prefix] = prefixes.find(([each]) => Math.abs(size) >= each) ?? [1, ""];
    return { divisor, symbol: prefix + symbol };
  }
  if (unit === "S" && Math.abs(size) >= 120) return { divisor: 60, symbol: "min" };
  if (unit === "Kg" && Math.abs(size) >= 10_000) return { divisor: 1000, symbol: "t" };
  if (unit === "Fraction") return { divisor: 0.01, symbol: "%" };
  return { divisor: 1, symbol };
}
