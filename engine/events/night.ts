import type { Geodetic } from "../geometry/geodesy.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { CIVIL_DEG, makeSunAltitude, meanSolarTimeH, SUNSET_DEG } from "./horizon.ts";
import { findIntervals, type Interval } from "./search.ts";

const DAY_S = 86_400;
const HOUR_S = 3600;
/** The Sun climbs or sinks no faster than the sky turns, and a little for its own motion, degrees a second. */
const SUN_RATE_DEG_PER_S = 360 / 86_000;
/** Between such steps a Sun that turns back is followed to its turning point, s. */
const STEP_S = 600;

export type Night = {
  /** Whether the Sun sets and rises; "white": it does not set from one noon to the next, "polar": it does not rise. */
  readonly kind: "night" | "white" | "polar";
  /** Sunset and sunrise; noon and noon where there is none. Seconds after the instant that the caller counts from. */
  readonly fromTS: number;
  readonly toTS: number;
  /** The Sun's centre below −6°, one interval or, where twilight lasts all night, none. */
  readonly dark: Interval | undefined;
};

/**
 * The night that is on at `tS` seconds after `from`, or the next one where the Sun is up: within the mean solar day, noon to
 * noon, of the place. Sunset is at −0.833°, ends to 1e-5 s of the Sun's model.
 */
export function findNight({ site, from, tS }: { site: Geodetic; from: Instant; tS: number }): Night {
  const altitudeAt = makeSunAltitude(site, from);
  const sinceNoonH = (meanSolarTimeH(site, addSeconds(from, tS)) + 12) % 24;
  const noonTS = tS - sinceNoonH * HOUR_S;
  const today = nightFrom(altitudeAt, noonTS);
  return today.kind === "night" && today.toTS <= tS ? nightFrom(altitudeAt, noonTS + DAY_S) : today;
}

function nightFrom(altitudeAt: (tS: number) => number, noonTS: number): Night {
  const below = (limitDeg: number) => {
    const probe = (tS: number) => {
      const margin = limitDeg - altitudeAt(tS);
      return { margin, clearS: Math.abs(margin) / SUN_RATE_DEG_PER_S };
    };
    return findIntervals({ probe, fromTS: noonTS, toTS: noonTS + DAY_S, leastStepS: STEP_S })[0];
  };
  const night = below(SUNSET_DEG);
  if (night === undefined) return { kind: "white", fromTS: noonTS, toTS: noonTS + DAY_S, dark: undefined };
  const [fromTS, toTS] = night;
  const isPolar = fromTS === noonTS && toTS === noonTS + DAY_S;
  return { kind: isPolar ? "polar" : "night", fromTS, toTS, dark: below(CIVIL_DEG) };
}
