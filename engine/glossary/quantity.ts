import { type UnitSuffix, unitSymbols } from "./units.ts";

export type ReadQuantity = { readonly value: number } | { readonly reason: string };

/** Blanks that people and programs put between thousands. */
const BLANKS = " \u00a0\u2009\u202f";
const pattern = new RegExp(
  `^([+\\-\u2212]?)(\\d{1,3}(?:[${BLANKS}]\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.(\\d*))?(?:e([+\\-\u2212]?\\d{1,4}))?[${BLANKS}]*(.*)$`,
  "i",
);
const prefixes: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 };
const prefixedUnits: readonly UnitSuffix[] = ["W", "Wh", "Bps", "Bytes", "BytesPerS", "Flops", "TokensPerS"];
/** Other units that a person may write for one of ours: what they count in it, and where their zero lies. */
const others: Readonly<
  Partial<Record<UnitSuffix, Readonly<Record<string, readonly [factor: number, zero?: number]>>>>
> = {
  Kg: { t: [1000], g: [0.001] },
  K: { "°C": [1, 273.15], C: [1, 273.15] },
  Fraction: { "%": [0.01] },
  Km: { m: [0.001] },
  M: { km: [1000], cm: [0.01], mm: [0.001] },
  S: { min: [60], h: [3600], ms: [0.001] },
  Deg: { deg: [1] },
  Years: { year: [1], a: [1] },
  Usd: { million: [1e6], billion: [1e9], trillion: [1e12], k: [1e3], M: [1e6] },
};

/** What a written unit counts in `unit`; undefined for one that is no such unit. */
function scaleOf(written: string, unit: UnitSuffix | undefined): readonly [factor: number, zero?: number] | undefined {
  const symbol = unit === undefined ? "" : unitSymbols[unit];
  if (written === "" || written === symbol) return [1];
  if (unit === undefined) return undefined;
  const other = others[unit];
  if (other !== undefined && Object.hasOwn(other, written)) return other[written];
  if (prefixedUnits.includes(unit)) {
    const first = written.charAt(0);
    if (Object.hasOwn(prefixes, first) && (written.length === 1 || written.slice(1) === symbol))
      return [prefixes[first]!];
  }
  return undefined;
}

/**
 * Text that a person typed for a number in base unit `unit`: "150 000", "150,000", "1.5e5", "150 kW", "45 °C". What could be read in two ways
 * ("1,5") or holds anything else is refused with the reason; nothing is ever left out of what was typed.
 */
export function readQuantity(text: string, unit: UnitSuffix | undefined): ReadQuantity {
  const typed = text.trim();
  const found = pattern.exec(typed);
  const [, sign = "", whole, fraction, exponent = "", written = ""] = found ?? [];
  if (found === null || (whole === undefined && (fraction ?? "") === ""))
    return { reason: typed === "" ? "a number, not nothing" : "a number such as 1500, 1.5e3 or 1 500" };
  if (/^,\d/.test(written)) return { reason: "a point before decimals, and thousands in threes" };
  const scale = scaleOf(written.trim(), unit);
  if (scale === undefined) {
    const symbol = unit === undefined ? "" : unitSymbols[unit];
    return { reason: symbol === "" ? "a number without a unit" : `a number in ${symbol}` };
  }
  const minus = (part: string) => part.replace("\u2212", "-");
  const digits = `${minus(sign)}${(whole ?? "0").replace(/\D/g, "")}.${fraction ?? ""}0${exponent === "" ? "" : `e${minus(exponent)}`}`;
  const value = Number(digits) * scale[0] + (scale[1] ?? 0);
  return Number.isFinite(value)
    ? { value: Number(value.toPrecision(15)) }
    : { reason: "a number that is not beyond all bounds" };
}
