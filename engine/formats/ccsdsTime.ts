import { formatInstant, type Instant } from "../geometry/instant.ts";

/** Decimals that other readers of OMM take, and those that ours keeps. */
const USUAL_DECIMALS = 6;
const MOST_DECIMALS = 9;

/**
 * UTC as CCSDS writes it, `2027-01-01T00:00:00.000000`: six decimals, since widely used readers take no more and no fewer than one,
 * or nine where a finer time would be lost.
 */
export function ccsdsTime({ day, secondS }: Instant): string {
  const scale = 10 ** MOST_DECIMALS;
  let [wholeDay, units] = [day, Math.round((secondS % 60) * scale)];
  let minuteS = Math.floor(secondS / 60) * 60;
  if (units >= 60 * scale) {
    units -= 60 * scale;
    minuteS += 60;
  }
  if (minuteS >= 86400) {
    minuteS -= 86400;
    wholeDay++;
  }
  const fraction = String(units % scale).padStart(MOST_DECIMALS, "0");
  const isUsual = fraction.slice(USUAL_DECIMALS) === "000";
  const whole = formatInstant({ day: wholeDay, secondS: minuteS + Math.floor(units / scale) }).slice(0, 19);
  return `${whole}.${isUsual ? fraction.slice(0, USUAL_DECIMALS) : fraction}`;
}
