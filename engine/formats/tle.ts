/**
 * Two-line elements, with or without a line for the name: strict columns, verified checksums (CelesTrak's TLE format;
 * Alpha-5 as Space-Track numbers from 100000 to 339999). Two neighbouring digits that changed places keep their checksum:
 * no reader can see that.
 */
import { dayOfYearStart, isLeapYear } from "../geometry/instant.ts";
import type { MeanElements } from "../orbit/elements.ts";
import { checkElements, rangeFaults } from "./elementChecks.ts";
import { cleanName, quote, type Reading, type RecordDraft, refuseFor } from "./record.ts";

const LINE_CHARACTERS = 69;
/** Years from 57 are 1957 and later, those before are 2000 and later. */
const FIRST_TWO_DIGIT_YEAR = 57;
/** I and O are left out of Alpha-5, for they look like digits. */
export const ALPHA5_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Ephemeris type of SGP4-XP, a theory of its own. */
const XP_EPHEMERIS_TYPE = "4";

/** What each stretch of a line may hold, by the column where it begins, from 1. */
const line1Stretches: readonly (readonly [column: number, pattern: RegExp])[] = [
  [1, /^1 $/],
  [3, /^[ \dA-Z]{5}$/],
  [8, /^[A-Z ] $/],
  [10, /^.{8} $/],
  [19, /^[ \d]\d$/],
  [21, /^[ \d.]{12} $/],
  [34, /^.{10} $/],
  [45, /^.{8} $/],
  [54, /^.{8} $/],
  [63, /^[ \d] $/],
  [65, /^[ \d]{4}$/],
  [69, /^\d$/],
];
const line2Stretches: typeof line1Stretches = [
  [1, /^2 $/],
  [3, /^[ \dA-Z]{5} $/],
  [9, /^.{8} $/],
  [18, /^.{8} $/],
  [27, /^.{7} $/],
  [35, /^.{8} $/],
  [44, /^.{8} $/],
  [53, /^.{11}$/],
  [64, /^[ \d]{5}$/],
  [69, /^\d$/],
];

/** Where in the two lines a thing stands: line 1 or 2, first column and the column behind the last, from 1. */
const places = {
  number: [1, 3, 8],
  classification: [1, 8, 9],
  objectId: [1, 10, 18],
  year: [1, 19, 21],
  day: [1, 21, 33],
  ndot: [1, 34, 44],
  nddot: [1, 45, 53],
  bstarPerRadius: [1, 54, 62],
  type: [1, 63, 64],
  set: [1, 65, 69],
  secondNumber: [2, 3, 8],
  inclinationDeg: [2, 9, 17],
  raanDeg: [2, 18, 26],
  eccentricityRatio: [2, 27, 34],
  argumentOfPerigeeDeg: [2, 35, 43],
  meanAnomalyDeg: [2, 44, 52],
  meanMotionRevPerDay: [2, 53, 64],
  revolution: [2, 64, 69],
} as const;

/** Why a record is refused: the fault stands in its first or second line, at a column from 1. */
type TleFault = { readonly reason: string; readonly row: 1 | 2; readonly column: number };

const patterns = {
  day: /^ *\d{1,3}\.\d{8}$/,
  ndot: /^ *[+-]?\d?\.\d{8}$/,
  power: /^[ +-][ \d]{4}\d[+-]\d$/,
  angle: /^ *\d{1,3}\.\d{4}$/,
  eccentricity: /^ *\d{1,7}$/,
  motion: /^ *\d{1,2}\.\d{8}$/,
};

/** Sum of the digits, a minus counting 1, modulo 10. */
export function tleChecksum(line: string): number {
  let sum = 0;
  for (const sign of line.slice(0, LINE_CHARACTERS - 1))
    sum += sign === "-" ? 1 : sign >= "0" && sign <= "9" ? Number(sign) : 0;
  return sum % 10;
}

/** Catalogue number as a decimal string, or undefined: five digits, blanks before them, or Alpha-5. */
export function decodeCatalogueNumber(text: string): string | undefined {
  if (/^ *\d+$/.test(text)) return String(Number(text));
  const letter = ALPHA5_LETTERS.indexOf(text.charAt(0));
  return letter >= 0 && /^[A-Z]\d{4}$/.test(text) ? String((letter + 10) * 10000 + Number(text.slice(1))) : undefined;
}

/** `-12345-3` → -0.12345e-3. */
const impliedPower = (text: string) =>
  Number(`${text.startsWith("-") ? "-" : ""}0.${text.slice(1, 6).replace(/ /g, "0")}e${text.slice(6)}`) + 0;

/** All that is wrong with a line as a line; what is too short has no columns to look at. */
function lineFaults(line: string, row: 1 | 2): TleFault[] {
  const faults: TleFault[] = [];
  const refuse = (column: number, reason: string) => faults.push({ row, column, reason: `line ${row}${reason}` });
  if (line.length < LINE_CHARACTERS) {
    refuse(line.length + 1, ` has ${line.length} characters, not ${LINE_CHARACTERS}`);
    return faults;
  }
  if (line.length > LINE_CHARACTERS && line.charAt(LINE_CHARACTERS) !== " ")
    refuse(LINE_CHARACTERS + 1, ` has more than ${LINE_CHARACTERS} characters`);
  const given = line.charAt(LINE_CHARACTERS - 1);
  const sum = tleChecksum(line);
  const foreign = line.search(/[^ -~]/);
  if (foreign >= 0) refuse(foreign + 1, " has characters that are not plain ASCII");
  else if (given !== String(sum)) refuse(LINE_CHARACTERS, `: checksum is ${sum}, the line says ${quote(given)}`);
  const stretches = row === 1 ? line1Stretches : line2Stretches;
  for (const [index, [column, pattern]] of stretches.entries()) {
    const behind = stretches[index + 1]?.[0] ?? LINE_CHARACTERS + 1;
    if (!pattern.test(line.slice(column - 1, behind - 1)) && !hasFaultIn(faults, row, column, behind))
      refuse(column, ": something is not in its columns");
  }
  return faults;
}

/** Whether something between these columns is told already. */
const hasFaultIn = (faults: readonly TleFault[], row: 1 | 2, first: number, behind: number) =>
  faults.some((fault) => fault.row === row && fault.column >= first && fault.column < behind);

type Place = keyof typeof places;

/** Fields that are numbers, as a person calls them, and how they are written. */
const numberFields: readonly (readonly [label: string, place: Place, pattern: RegExp])[] = [
  ["day of the year", "day", patterns.day],
  ["first derivative of mean motion", "ndot", patterns.ndot],
  ["second derivative of mean motion", "nddot", patterns.power],
  ["B*", "bstarPerRadius", patterns.power],
  ["inclination", "inclinationDeg", patterns.angle],
  ["right ascension of the node", "raanDeg", patterns.angle],
  ["eccentricity", "eccentricityRatio", patterns.eccentricity],
  ["argument of perigee", "argumentOfPerigeeDeg", patterns.angle],
  ["mean anomaly", "meanAnomalyDeg", patterns.angle],
  ["mean motion", "meanMotionRevPerDay", patterns.motion],
];

/** Values of the elements, by the text in their columns. */
const readElement: Readonly<Record<Exclude<keyof MeanElements, "epoch">, (text: string) => number>> = {
  inclinationDeg: Number,
  raanDeg: Number,
  eccentricityRatio: (text) => Number(`0.${text.replace(/ /g, "0")}`),
  argumentOfPerigeeDeg: Number,
  meanAnomalyDeg: Number,
  meanMotionRevPerDay: Number,
  bstarPerRadius: impliedPower,
};
const isElement = (place: Place): place is keyof typeof readElement => Object.hasOwn(readElement, place);

/** One record from its two lines, or all that is wrong with them. */
export function parseTle({
  name,
  line1,
  line2,
}: {
  name: string;
  line1: string;
  line2: string;
}): RecordDraft | { readonly faults: readonly TleFault[] } {
  const faults = [...lineFaults(line1, 1), ...lineFaults(line2, 2)];
  const lineOf = (row: 1 | 2) => (row === 1 ? line1 : line2);
  const textOf = (place: Place) => lineOf(places[place][0]).slice(places[place][1] - 1, places[place][2] - 1);
  const refuse = (place: Place, reason: string) => {
    const [row, column] = places[place];
    faults.push({ row, column, reason });
  };
  /** Whether a field is there and its columns are not refused already. */
  const isOpen = (place: Place) => {
    const [row, first, behind] = places[place];
    return lineOf(row).length >= LINE_CHARACTERS && !hasFaultIn(faults, row, first, behind);
  };
  const id = decodeCatalogueNumber(textOf("number"));
  if (isOpen("number") && id === undefined)
    refuse("number", `catalogue number ${quote(textOf("number"))} is neither digits nor Alpha-5`);
  if (isOpen("number") && isOpen("secondNumber") && id !== decodeCatalogueNumber(textOf("secondNumber")))
    refuse("secondNumber", "the two lines have different catalogue numbers");
  if (isOpen("type") && textOf("type") === XP_EPHEMERIS_TYPE)
    refuse("type", "ephemeris type 4: SGP4-XP is another theory");
  const numbers: Partial<Record<keyof typeof readElement, number>> = {};
  for (const [label, place, pattern] of numberFields) {
    if (!isOpen(place)) continue;
    if (!pattern.test(textOf(place))) refuse(place, `${label}: ${quote(textOf(place))} is not a number in its columns`);
    else if (isElement(place)) numbers[place] = readElement[place](textOf(place));
  }
  for (const { field, reason } of rangeFaults(numbers)) refuse(field, reason);

  const twoDigits = Number(textOf("year"));
  const year = twoDigits + (twoDigits < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
  const [wholeDay = "", dayFraction = ""] = textOf("day").trim().split(".");
  const dayOfYear = Number(wholeDay);
  if (isOpen("day") && isOpen("year") && (dayOfYear < 1 || dayOfYear > (isLeapYear(year) ? 366 : 365)))
    refuse("day", `day ${dayOfYear} is no day of ${year}`);
  if (faults.length > 0 || id === undefined) return { faults };
  const elements: MeanElements = {
    epoch: { day: dayOfYearStart(year) + dayOfYear - 1, secondS: Number(`0.${dayFraction}`) * 86400 },
    ...(numbers as Required<typeof numbers>),
  };
  const checked = checkElements(elements);
  if ("faults" in checked) {
    for (const { field, reason } of checked.faults) refuse(field, reason);
    return { faults };
  }
  const isLong = line1.length > LINE_CHARACTERS || line2.length > LINE_CHARACTERS;
  const warnings = isLong ? [`what stands behind column ${LINE_CHARACTERS} is not read`] : [];
  return {
    id,
    name: cleanName(name),
    objectId: textOf("objectId").trim(),
    elements,
    filing: {
      classification: textOf("classification").trim() || "U",
      elementSetIndex: Number(textOf("set")),
      revolutionCount: Number(textOf("revolution")),
      // A zero has no sign.
      meanMotionDot: Number(textOf("ndot")) + 0,
      meanMotionDdot: impliedPower(textOf("nddot")),
    },
    warnings: [...warnings, ...checked.warnings],
  };
}

const startsLike = (line: string | undefined, which: 1 | 2) =>
  line !== undefined && new RegExp(`^${which}(\\s|$)`).test(line);

type Line = { readonly line: number; readonly content: string; readonly indent: number };

/**
 * Readings of a whole text, in its order. Blank lines and lines that begin with # are passed over; blanks around a line of
 * elements are no part of it.
 */
export function* readTles(text: string): Generator<Reading> {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((raw, row): Line => {
      const content = raw.replace(/ +$/, "");
      const indent = /^ *(?=[12] )/.exec(content)?.[0].length ?? 0;
      return { line: row + 1, content: content.slice(indent), indent };
    })
    .filter(({ content }) => content !== "" && !content.startsWith("#"));
  for (let row = 0; row < lines.length; row++) {
    const first = lines[row]!;
    const { line, content } = first;
    const next = lines[row + 1];
    if (startsLike(content, 1) && !(startsLike(next?.content, 1) && content.length < LINE_CHARACTERS)) {
      const reading = readPair("", first, next);
      if (startsLike(next?.content, 2)) row++;
      yield reading;
    } else if (startsLike(content, 2)) {
      if (startsLike(next?.content, 1) && !startsLike(lines[row + 2]?.content, 2)) {
        row++;
        yield { line, reason: "the two lines have changed places" };
      } else yield { line, reason: "a line 2 without a line 1 before it" };
    } else if (next !== undefined && startsLike(next.content, 1)) {
      const second = lines[row + 2];
      yield readPair(content.replace(/^0 /, ""), next, second);
      row += startsLike(second?.content, 2) ? 2 : 1;
    } else {
      if (startsLike(next?.content, 2)) row++;
      yield { line, reason: `${quote(content)} is no line 1, and no name before one` };
    }
  }
}

function readPair(name: string, first: Line, second: Line | undefined): Reading {
  const { line } = first;
  if (second === undefined || !startsLike(second.content, 2))
    return { line, reason: "a line 1 without a line 2 behind it" };
  const parsed = parseTle({ name, line1: first.content, line2: second.content });
  if (!("faults" in parsed)) return { line, ...parsed };
  return refuseFor(
    parsed.faults.map(({ row, column, reason }) => {
      const { line: faultLine, indent } = row === 1 ? first : second;
      return { line: faultLine, column: indent + column, reason };
    }),
  );
}
