/** Two-line elements, as `tle.ts` reads them: CelesTrak's columns, Alpha-5 from 100,000 to 339,999. */
import { wrapDeg } from "../geometry/angles.ts";
import { dayOfYearStart, yearOf } from "../geometry/instant.ts";
import type { ElementSet } from "./elementSet.ts";
import { compactObjectId } from "./objectId.ts";
import { ALPHA5_LETTERS, tleChecksum } from "./tle.ts";

/** Alpha-5's end, Z9999. */
export const MAX_TLE_ID = 339_999;
const FIRST_ALPHA5_ID = 100_000;
/** The two digits of the year stand for these. */
const FIRST_YEAR = 1957;
const LAST_YEAR = 2056;
/** Units of the last decimal of the day. */
const DAY_UNITS = 1e8;
const MAX_MEAN_MOTION_REV_PER_DAY = 99.99999999;
const MAX_ELEMENT_SET = 9999;
const REVOLUTIONS = 100_000;

/** Why a set of elements has no two lines, or undefined. */
export function tleFault({ id, elements }: Pick<ElementSet, "id" | "elements">): string | undefined {
  if (!/^\d+$/.test(id) || Number(id) > MAX_TLE_ID)
    return `catalogue number ${id}: a TLE has five columns for it, and Alpha-5 ends at ${MAX_TLE_ID}; OMM (omm-json, omm-xml, omm-kvn, omm-csv) has no such end`;
  const year = yearOf(roundedEpoch(elements.epoch));
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return `epoch in ${year}: the two digits of a TLE's year stand for ${FIRST_YEAR} to ${LAST_YEAR}; OMM writes all four`;
  if (!(elements.meanMotionRevPerDay <= MAX_MEAN_MOTION_REV_PER_DAY))
    return `mean motion ${elements.meanMotionRevPerDay} rev/day: a TLE has two digits before the point`;
  return undefined;
}

/** The epoch in whole units of the last decimal, carried into the next day where it rounds up to one. */
function roundedEpoch({ day, secondS }: ElementSet["elements"]["epoch"]) {
  const units = Math.round((secondS / 86400) * DAY_UNITS);
  return units >= DAY_UNITS ? { day: day + 1, secondS: 0, units: 0 } : { day, secondS, units };
}

export function encodeCatalogueNumber(id: string): string {
  const number = Number(id);
  if (number < FIRST_ALPHA5_ID) return String(number).padStart(5, "0");
  return `${ALPHA5_LETTERS.charAt(Math.floor(number / 10000) - 10)}${String(number % 10000).padStart(4, "0")}`;
}

/** An angle that rounds to 360 is 0. */
const angleText = (angleDeg: number) => {
  const text = wrapDeg(angleDeg).toFixed(4);
  return (text === "360.0000" ? "0.0000" : text).padStart(8);
};

/** −0.12345e−3 → `-12345-3`: five digits behind an implied point, one of exponent. */
function impliedPower(value: number): string {
  const sign = value < 0 ? "-" : " ";
  let [mantissa, exponent] = Math.abs(value).toExponential(4).split("e") as [string, string];
  let power = Number(exponent) + 1;
  // What is too small for the exponent loses digits, then all of them.
  if (power < -9) {
    mantissa = (Math.abs(value) * 1e10).toFixed(4);
    power = -9;
  }
  const digits = mantissa.replace(".", "").padStart(5, "0").slice(0, 5);
  if (Number(digits) === 0) return " 00000-0";
  if (power > 9) return `${sign}99999+9`;
  exponent = String(Math.abs(power));
  return `${sign}${digits}${power >= 0 ? "+" : "-"}${exponent}`;
}

/** Half the rate of the mean motion, ` .00016717`. */
function rateText(meanMotionDot: number): string {
  const bounded = Math.min(0.99999999, Math.abs(meanMotionDot));
  const digits = bounded.toFixed(8).slice(1);
  return `${meanMotionDot < 0 && Number(digits) > 0 ? "-" : " "}${digits}`;
}

const summed = (line: string) => `${line}${tleChecksum(`${line} `)}`;

/** The two lines of a set of elements that `tleFault` finds nothing against. Digits beyond the format's are rounded: 4 decimals of a degree, 8 of a day and of a revolution. */
export function tleLines({ id, objectId, elements, filing }: ElementSet): [line1: string, line2: string] {
  const number = encodeCatalogueNumber(id);
  const { day, units } = roundedEpoch(elements.epoch);
  const year = yearOf({ day, secondS: 0 });
  const epoch = [
    String(year % 100).padStart(2, "0"),
    String(day - dayOfYearStart(year) + 1).padStart(3, "0"),
    ".",
    String(units).padStart(8, "0"),
  ].join("");
  const set = String(Math.min(MAX_ELEMENT_SET, filing.elementSetIndex)).padStart(4);
  const eccentricity = String(Math.min(9999999, Math.round(elements.eccentricityRatio * 1e7))).padStart(7, "0");
  return [
    summed(
      `1 ${number}${filing.classification} ${compactObjectId(objectId).padEnd(8).slice(0, 8)} ${epoch} ${rateText(filing.meanMotionDot)} ${impliedPower(filing.meanMotionDdot)} ${impliedPower(elements.bstarPerRadius)} 0 ${set}`,
    ),
    summed(
      `2 ${number} ${elements.inclinationDeg.toFixed(4).padStart(8)} ${angleText(elements.raanDeg)} ${eccentricity} ${angleText(elements.argumentOfPerigeeDeg)} ${angleText(elements.meanAnomalyDeg)} ${elements.meanMotionRevPerDay.toFixed(8).padStart(11)}${String(filing.revolutionCount % REVOLUTIONS).padStart(5)}`,
    ),
  ];
}

/** Names of a file, as lines before theirs. One that a reader could take for a line of elements or a comment stands behind a 0. */
const nameLine = (name: string) => (name === "" ? "" : /^([012](\s|$)|#)/.test(name) ? `0 ${name}\n` : `${name}\n`);

/** Text of a file, a piece for each set. */
export function* writeTles(sets: Iterable<ElementSet>): Generator<string> {
  for (const set of sets) yield `${nameLine(set.name)}${tleLines(set).join("\n")}\n`;
}
