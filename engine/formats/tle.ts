/**
 * Two-line elements, with or without a line for the name: strict columns, verified checksums (CelesTrak's TLE format;
 * Alpha-5 as Space-Track numbers from 100000 to 339999). Two neighbouring digits that changed places keep their checksum:
 * no reader can see that.
 */
import { dayOfYearStart, isLeapYear } from "../geometry/instant.ts";
import type { MeanElements } from "../orbit/elements.ts";
import { checkElements } from "./elementChecks.ts";
import { cleanName, quote, type Reading, type RecordDraft } from "./record.ts";

const LINE_CHARACTERS = 69;
/** Years from 57 are 1957 and later, those before are 2000 and later. */
const FIRST_TWO_DIGIT_YEAR = 57;
/** I and O are left out of Alpha-5, for they look like digits. */
export const ALPHA5_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Ephemeris type of SGP4-XP, a theory of its own. */
const XP_EPHEMERIS_TYPE = "4";

const line1Columns =
  /^1 (?<number>[ \dA-Z]{5})(?<classification>[A-Z ]) (?<objectId>.{8}) (?<year>[ \d]\d)(?<day>(?=[ \d.]{12}).{12}) (?<ndot>.{10}) (?<nddot>.{8}) (?<bstar>.{8}) (?<type>[ \d]) (?<set>[ \d]{4})\d$/;
const line2Columns =
  /^2 (?<number>[ \dA-Z]{5}) (?<inclination>.{8}) (?<raan>.{8}) (?<eccentricity>.{7}) (?<perigee>.{8}) (?<anomaly>.{8}) (?<motion>.{11})(?<revolution>[ \d]{5})\d$/;

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
  Number(`${text.startsWith("-") ? "-" : ""}0.${text.slice(1, 6).replace(/ /g, "0")}e${text.slice(6)}`);

function lineFault(line: string, which: 1 | 2): string | undefined {
  if (line.length < LINE_CHARACTERS) return `line ${which} has ${line.length} characters, not ${LINE_CHARACTERS}`;
  if (!/^[ -~]*$/.test(line)) return `line ${which} has characters that are not plain ASCII`;
  if (line.length > LINE_CHARACTERS && line.charAt(LINE_CHARACTERS) !== " ")
    return `line ${which} has more than ${LINE_CHARACTERS} characters`;
  const given = line.charAt(LINE_CHARACTERS - 1);
  const sum = tleChecksum(line);
  return given === String(sum) ? undefined : `line ${which}: checksum is ${sum}, the line says ${quote(given)}`;
}

/** One record from its two lines. */
export function parseTle({
  name,
  line1,
  line2,
}: {
  name: string;
  line1: string;
  line2: string;
}): RecordDraft | { reason: string } {
  const fault = lineFault(line1, 1) ?? lineFault(line2, 2);
  if (fault !== undefined) return { reason: fault };
  const first = line1Columns.exec(line1.slice(0, LINE_CHARACTERS))?.groups;
  const second = line2Columns.exec(line2.slice(0, LINE_CHARACTERS))?.groups;
  if (first === undefined) return { reason: "line 1: something is not in its columns" };
  if (second === undefined) return { reason: "line 2: something is not in its columns" };
  const id = decodeCatalogueNumber(first["number"]!);
  if (id === undefined) return { reason: `catalogue number ${quote(first["number"]!)} is neither digits nor Alpha-5` };
  if (id !== decodeCatalogueNumber(second["number"]!))
    return { reason: "the two lines have different catalogue numbers" };
  if (first["type"] === XP_EPHEMERIS_TYPE) return { reason: "ephemeris type 4: SGP4-XP is another theory" };

  const fields: [string, string, RegExp][] = [
    ["day of the year", first["day"]!, patterns.day],
    ["first derivative of mean motion", first["ndot"]!, patterns.ndot],
    ["second derivative of mean motion", first["nddot"]!, patterns.power],
    ["B*", first["bstar"]!, patterns.power],
    ["inclination", second["inclination"]!, patterns.angle],
    ["right ascension of the node", second["raan"]!, patterns.angle],
    ["eccentricity", second["eccentricity"]!, patterns.eccentricity],
    ["argument of perigee", second["perigee"]!, patterns.angle],
    ["mean anomaly", second["anomaly"]!, patterns.angle],
    ["mean motion", second["motion"]!, patterns.motion],
  ];
  for (const [label, text, pattern] of fields)
    if (!pattern.test(text)) return { reason: `${label}: ${quote(text)} is not a number in its columns` };

  const twoDigits = Number(first["year"]);
  const year = twoDigits + (twoDigits < FIRST_TWO_DIGIT_YEAR ? 2000 : 1900);
  const [wholeDay, dayFraction] = first["day"]!.trim().split(".") as [string, string];
  const dayOfYear = Number(wholeDay);
  if (dayOfYear < 1 || dayOfYear > (isLeapYear(year) ? 366 : 365))
    return { reason: `day ${dayOfYear} is no day of ${year}` };
  const elements: MeanElements = {
    epoch: { day: dayOfYearStart(year) + dayOfYear - 1, secondS: Number(`0.${dayFraction}`) * 86400 },
    inclinationDeg: Number(second["inclination"]),
    raanDeg: Number(second["raan"]),
    eccentricityRatio: Number(`0.${second["eccentricity"]!.replace(/ /g, "0")}`),
    argumentOfPerigeeDeg: Number(second["perigee"]),
    meanAnomalyDeg: Number(second["anomaly"]),
    meanMotionRevPerDay: Number(second["motion"]),
    bstarPerRadius: impliedPower(first["bstar"]!),
  };
  const checked = checkElements(elements);
  if ("reason" in checked) return checked;
  const isLong = line1.length > LINE_CHARACTERS || line2.length > LINE_CHARACTERS;
  const warnings = isLong ? [`what stands behind column ${LINE_CHARACTERS} is not read`] : [];
  return {
    id,
    name: cleanName(name),
    objectId: first["objectId"]!.trim(),
    elements,
    filing: {
      classification: first["classification"]!.trim() || "U",
      elementSetIndex: Number(first["set"]),
      revolutionCount: Number(second["revolution"]),
      meanMotionDot: Number(first["ndot"]),
      meanMotionDdot: impliedPower(first["nddot"]!),
    },
    warnings: [...warnings, ...checked.warnings],
  };
}

const startsLike = (line: string | undefined, which: 1 | 2) =>
  line !== undefined && new RegExp(`^${which}(\\s|$)`).test(line);

/** Readings of a whole text, in its order. Blank lines and lines that begin with # are passed over. */
export function* readTles(text: string): Generator<Reading> {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((raw, row) => ({ line: row + 1, content: raw.replace(/ +$/, "") }))
    .filter(({ content }) => content !== "" && !content.startsWith("#"));
  for (let row = 0; row < lines.length; row++) {
    const { line, content } = lines[row]!;
    const next = lines[row + 1]?.content;
    if (startsLike(content, 1) && !(startsLike(next, 1) && content.length < LINE_CHARACTERS)) {
      const reading = readPair("", line, content, next);
      if (startsLike(next, 2)) row++;
      yield reading;
    } else if (startsLike(content, 2)) {
      if (startsLike(next, 1) && !startsLike(lines[row + 2]?.content, 2)) {
        row++;
        yield { line, reason: "the two lines have changed places" };
      } else yield { line, reason: "a line 2 without a line 1 before it" };
    } else if (startsLike(next, 1)) {
      const name = content.replace(/^0 /, "");
      const second = lines[row + 2]?.content;
      yield readPair(name, lines[row + 1]!.line, next!, second);
      row += startsLike(second, 2) ? 2 : 1;
    } else {
      if (startsLike(next, 2)) row++;
      yield { line, reason: `${quote(content)} is no line 1, and no name before one` };
    }
  }
}

function readPair(name: string, line: number, line1: string, line2: string | undefined): Reading {
  if (line2 === undefined || !startsLike(line2, 2)) return { line, reason: "a line 1 without a line 2 behind it" };
  return { line, ...parseTle({ name, line1, line2 }) };
}
