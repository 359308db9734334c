/**
 * The last word of a name is its unit. One unit for each kind of thing, inside and outside;
 * prefixes (kilo, mega, …) appear only when a number is written for a person.
 */
export const unitSymbols = {
  KmPerS: "km/s",
  Km: "km",
  KgPerM2: "kg/m²",
  M3: "m³",
  M2: "m²",
  M: "m",
  Kg: "kg",
  WPerM2: "W/m²",
  WPerM3: "W/m³",
  JPerKgK: "J/kg·K",
  KgPerM3: "kg/m³",
  KPerW: "K/W",
  PerK: "1/K",
  Pa: "Pa",
  WPerKg: "W/kg",
  WhPerKg: "Wh/kg",
  Wh: "Wh",
  W: "W",
  K: "K",
  JPerToken: "J/token",
  JPerK: "J/K",
  Deg: "°",
  DegPerDay: "°/day",
  DegPerS: "°/s",
  Rad: "rad",
  S: "s",
  Ms: "ms",
  H: "h",
  Years: "years",
  DaysPerYear: "days/year",
  Bps: "bit/s",
  Dbm: "dBm",
  Db: "dB",
  BytesPerS: "B/s",
  Bytes: "B",
  Flops: "FLOP/s",
  TokensPerS: "tokens/s",
  Tokens: "tokens",
  UsdPerMTokens: "$/M tokens",
  UsdPerWYear: "$/W·year",
  UsdPerKg: "$/kg",
  UsdPerW: "$/W",
  Usd: "$",
  MPerSPerYear: "m/s per year",
  MPerS: "m/s",
  KgPerS: "kg/s",
  Gy: "Gy",
  Px: "px",
  Count: "",
  Fraction: "",
  Ratio: "×",
  Index: "",
} as const;

export type UnitSuffix = keyof typeof unitSymbols;
/** A name that ends in its unit: `altitudeKm`. A name without one does not compile as a glossary key. */
export type UnitName = `${string}${UnitSuffix}`;

const suffixesLongestFirst = (Object.keys(unitSymbols) as UnitSuffix[]).sort((a, b) => b.length - a.length);

/** The unit suffix of a name, or undefined when it carries none (an ordinal such as `line`, or text). */
export function unitOf(name: string): UnitSuffix | undefined {
  return suffixesLongestFirst.find(
    (suffix) => name.endsWith(suffix) && /[A-Za-z0-9]/.test(name.at(-suffix.length - 1) ?? ""),
  );
}
