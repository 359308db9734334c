/**
 * One Orbit Mean-Elements Message (CCSDS 502.0-B-3), whatever notation its fields came in.
 */
import { dayOfYearStart, type Instant, isLeapYear, parseInstant } from "../geometry/instant.ts";
import type { MeanElements } from "../orbit/elements.ts";
import { checkElements, rangeFaults } from "./elementChecks.ts";
import { cleanName, type Filing, noFiling, quote, type RecordDraft } from "./record.ts";

/** A field by its name in the standard: text, or undefined where the message has none. */
export type FieldOf = (name: string) => string | undefined;

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
/** Catalogue numbers have nine digits at most today; the standard sets no limit, a screen does. */
const MAX_ID_DIGITS = 30;
/** Ephemeris type of SGP4-XP, a theory of its own. */
const XP_EPHEMERIS_TYPE = "4";

/** What else a message may say, and what SGP4 needs it to say. */
const expected: readonly (readonly [field: string, values: readonly string[]])[] = [
  ["CENTER_NAME", ["EARTH"]],
  ["REF_FRAME", ["TEME", "TEMEOFDATE", "TEME OF DATE"]],
  ["TIME_SYSTEM", ["UTC"]],
  ["MEAN_ELEMENT_THEORY", ["SGP4", "SGP/SGP4", "SGP4/SDP4", "SDP4"]],
];

const numberFields = {
  meanMotionRevPerDay: "MEAN_MOTION",
  eccentricityRatio: "ECCENTRICITY",
  inclinationDeg: "INCLINATION",
  raanDeg: "RA_OF_ASC_NODE",
  argumentOfPerigeeDeg: "ARG_OF_PERICENTER",
  meanAnomalyDeg: "MEAN_ANOMALY",
  bstarPerRadius: "BSTAR",
} as const satisfies Partial<Record<keyof MeanElements, string>>;

/** What the standard writes where an object has no designator. */
export const NO_OBJECT_ID = "UNKNOWN";

/** What is missing or no number counts as 0: SGP4 does not ask. */
function readFiling(fieldOf: FieldOf): Filing {
  const numberOf = (field: string) => {
    const text = fieldOf(field) ?? "";
    return decimal.test(text) ? Number(text) : 0;
  };
  const wholeOf = (field: string) => Math.max(0, Math.trunc(numberOf(field)));
  const classification = fieldOf("CLASSIFICATION_TYPE") ?? "";
  return {
    classification: /^[A-Z]$/.test(classification) ? classification : noFiling.classification,
    elementSetIndex: wholeOf("ELEMENT_SET_NO"),
    revolutionCount: wholeOf("REV_AT_EPOCH"),
    meanMotionDot: numberOf("MEAN_MOTION_DOT"),
    meanMotionDdot: numberOf("MEAN_MOTION_DDOT"),
  };
}

/** Units that a message may write beside its numbers. */
const units: Readonly<Record<string, string>> = {
  MEAN_MOTION: "rev/day",
  INCLINATION: "deg",
  RA_OF_ASC_NODE: "deg",
  ARG_OF_PERICENTER: "deg",
  MEAN_ANOMALY: "deg",
};

/** Why a unit written beside a field is refused, if it is. */
export function unitFault(field: string, unit: string): string | undefined {
  const wanted = Object.hasOwn(units, field) ? units[field]! : undefined;
  return wanted === undefined || unit.trim().toLowerCase() === wanted
    ? undefined
    : `${field} is in ${quote(unit)}, expected ${wanted}`;
}

/** An epoch as CCSDS writes it: a date or a day of the year, up to nine decimals of a second, Z or nothing behind it. */
export function parseEpoch(text: string): Instant | undefined {
  const match = /^(\d{4})-(\d{2}-\d{2}|\d{3})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)Z?$/.exec(text);
  if (match === null) return undefined;
  const [, year, date, time] = match as unknown as [string, string, string, string];
  if (date.length > 3) return parseInstant(`${year}-${date}T${time}Z`);
  const first = parseInstant(`${year}-01-01T${time}Z`);
  const dayOfYear = Number(date);
  if (first === undefined || dayOfYear < 1 || dayOfYear > (isLeapYear(Number(year)) ? 366 : 365)) return undefined;
  return { day: dayOfYearStart(Number(year)) + dayOfYear - 1, secondS: first.secondS };
}

/** Why a message is refused, and for which field of the standard; a field that is missing has no place. */
export type OmmFault = { readonly reason: string; readonly field?: string };

/** A record from the fields of one message, or all that is wrong with it. */
export function parseOmm(fieldOf: FieldOf): RecordDraft | { readonly faults: readonly OmmFault[] } {
  const faults: OmmFault[] = [];
  const refuse = (field: string, reason: string) => void faults.push({ field, reason });
  for (const [field, values] of expected) {
    const given = fieldOf(field);
    if (given !== undefined && !values.includes(given.toUpperCase()))
      refuse(field, `${field} is ${quote(given)}, expected ${values[0]}`);
  }
  if (fieldOf("EPHEMERIS_TYPE") === XP_EPHEMERIS_TYPE)
    refuse("EPHEMERIS_TYPE", "EPHEMERIS_TYPE 4: SGP4-XP is another theory");

  const requiredOf = (field: string) => {
    const text = fieldOf(field);
    if (text === undefined) faults.push({ reason: `${field} is missing` });
    return text;
  };
  const idText = requiredOf("NORAD_CAT_ID");
  if (idText !== undefined && (!/^\d+$/.test(idText) || idText.length > MAX_ID_DIGITS))
    refuse("NORAD_CAT_ID", `NORAD_CAT_ID ${quote(idText)} is no whole number`);
  const epochText = requiredOf("EPOCH");
  const epoch = epochText === undefined ? undefined : parseEpoch(epochText);
  if (epochText !== undefined && epoch === undefined)
    refuse("EPOCH", `EPOCH ${quote(epochText)} is no UTC time of the years 1957 to 2100, with nine decimals at most`);

  const numbers: Partial<Record<keyof typeof numberFields, number>> = {};
  for (const [name, field] of Object.entries(numberFields) as [keyof typeof numberFields, string][]) {
    const text = requiredOf(field);
    if (text === undefined) continue;
    if (decimal.test(text)) numbers[name] = Number(text);
    else refuse(field, `${field} ${quote(text)} is no number`);
  }
  for (const { field, reason } of rangeFaults(numbers)) refuse(numberFields[field], reason);
  if (faults.length > 0 || idText === undefined || epoch === undefined) return { faults };
  const elements: MeanElements = { epoch, ...(numbers as Required<typeof numbers>) };
  const checked = checkElements(elements);
  if ("faults" in checked)
    return { faults: checked.faults.map(({ field, reason }) => ({ field: numberFields[field], reason })) };
  const objectId = cleanName(fieldOf("OBJECT_ID") ?? "");
  return {
    id: idText.replace(/^0+(?=\d)/, ""),
    name: cleanName(fieldOf("OBJECT_NAME") ?? ""),
    objectId: objectId === NO_OBJECT_ID ? "" : objectId,
    elements,
    filing: readFiling(fieldOf),
    warnings: checked.warnings,
  };
}
