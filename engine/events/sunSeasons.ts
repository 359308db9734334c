/**
 * The Sun's four turning points of a year: its apparent longitude is 0, 90, 180 and 270°. The Sun is the engine's own, within 0.001° of the
 * almanac: a minute and a half of it. UTC.
 */
import { addSeconds, type Instant, parseInstant } from "../geometry/instant.ts";
import { apparentSun } from "../orbit/sun.ts";

export const sunSeasonNames = ["marchEquinox", "juneSolstice", "septemberEquinox", "decemberSolstice"] as const;
export type SunSeasonName = (typeof sunSeasonNames)[number];
export type SunSeason = { readonly name: SunSeasonName; readonly instant: Instant };

/** Each falls between the 18th and the 24th of its month in the years 1957 to 2100. */
const starts = { marchEquinox: "03-18", juneSolstice: "06-18", septemberEquinox: "09-20", decemberSolstice: "12-18" };
const WINDOW_S = 6 * 86_400;
/** Bisections until a window of six days is shorter than a second. */
const HALVING_COUNT = 20;

/** Equinoxes and solstices of a year of 1957 to 2100, in their order. */
export function sunSeasons(year: number): readonly SunSeason[] {
  return sunSeasonNames.map((name, quarter) => {
    const start = parseInstant(`${year}-${starts[name]}T00:00:00Z`);
    if (start === undefined) throw new Error(`sunSeasons: got year ${year}, expected 1957 to 2100`);
    const isBefore = (instant: Instant) => Math.sin(apparentSun(instant).longitudeRad - (quarter * Math.PI) / 2) < 0;
    let [from, to] = [0, WINDOW_S];
    for (let halving = 0; halving < HALVING_COUNT; halving++) {
      const middle = (from + to) / 2;
      if (isBefore(addSeconds(start, middle))) from = middle;
      else to = middle;
    }
    return { name, instant: addSeconds(start, Math.round((from + to) / 2)) };
  });
}
