/**
 * SGP4, the only file that knows satellite.js (7.1, WGS 72, improved mode). States are TEME, km and km/s.
 * Time is minutes since a record's epoch, from whole days and seconds of the day apart: a Date or a one-double Julian day
 * would cost up to 0.15 m.
 *
 * SGP4 answers with garbage and no error code for some records, far beyond their decay above all. Every state is therefore
 * held against what the elements allow, and a refusal says why.
 */
import { type SatRec, sgp4, twoline2satrec } from "satellite.js";
import { EARTH_RADIUS_WGS72_KM, MU_WGS72_KM3_PER_S2 } from "../facts/constants.ts";
import { dayOfYearStart, type Instant, yearOf } from "../geometry/instant.ts";
import type { Vector3 } from "../geometry/vectors.ts";
import { apsidesKm, type MeanElements } from "./elements.ts";

export type OrbitRecord = {
  readonly satrec: SatRec;
  readonly epoch: Instant;
  readonly perigeeKm: number;
  readonly apogeeKm: number;
  /** No state of this orbit is farther away than this, km. */
  readonly farthestKm: number;
  /** No perigee of it is nearer to the Earth's centre than this, km; near-Earth orbits alone. */
  readonly leastPerigeeKm: number;
  /** No state of this orbit has more energy than this, km²/s². */
  readonly mostEnergyKm2PerS2: number;
};

export type State = { readonly positionTemeKm: Vector3; readonly velocityTemeKmPerS: Vector3 };
export type NoState = { readonly reason: string };
/** [count × 3], x y z. */
export type StateArray = Float64Array | Float32Array;

const sgp4Reasons: Record<number, string> = {
  1: "decayed: drag has driven SGP4's mean eccentricity out of 0 to 1",
  2: "SGP4's mean motion fell below zero",
  3: "SGP4's perturbed eccentricity left 0 to 1",
  4: "SGP4's semi-latus rectum fell below zero",
  6: "decayed: the position is below the surface",
};
const BEYOND_DECAY = "decayed: drag has used up the whole orbit before this time";

/**
 * A bound orbit stays within twice its semi-major axis; half as much again leaves room for drag backward in time, for the
 * Sun and the Moon, and for the published state of the verification case with e = 0.995 (2.69).
 */
const FARTHEST_PER_SEMI_MAJOR_AXIS_RATIO = 3;
/**
 * Flown far before its epoch an orbit with much drag gains axis without end: up to half as much again stands for an orbit. What is added,
 * km²/s², is some ten times J2's potential at the surface, for orbits that are nearly free.
 */
const GREATEST_AXIS_RATIO = 1.5;
const ENERGY_MARGIN_KM2_PER_S2 = 0.5;
/**
 * The last turns of a decay have their perigee in the ground, by 300 km at most of 120 real ones; one deeper than this, or than this
 * of the elements' own perigee, is no orbit.
 */
const LEAST_PERIGEE_RATIO = 0.9;
/** Short-period terms may carry a nearly parabolic orbit this far over escape speed. */
const ESCAPE_SPEED_MARGIN_RATIO = 1.001;

/** A TLE line that answers for its columns with all digits of a number: column → text. */
const lineOf = (columns: Readonly<Record<number, string>>) =>
  ({ substring: (from: number) => columns[from] ?? "" }) as unknown as string;

/**
 * satellite.js initialises records from text alone: an OMM's date, to the millisecond, or a TLE's columns, where a day has
 * eight decimals. Either costs up to 3.5e-5 km in deep space. The columns are read by position, so they can be given longer.
 */
function initialise(elements: MeanElements): SatRec {
  const year = yearOf(elements.epoch);
  const epochDays = elements.epoch.day - dayOfYearStart(year) + 1 + elements.epoch.secondS / 86400;
  const [mantissa, exponent] = elements.bstarPerRadius.toExponential().split("e") as [string, string];
  const line1 = lineOf({
    // 57 and more counts from 1900, so 127 is 2027.
    18: String(year - 1900),
    20: String(epochDays),
    33: "0",
    45: "0",
    50: "0",
    53: mantissa.startsWith("-") ? "-" : "",
    54: mantissa.replace(/[-.]/g, ""),
    59: String(Number(exponent) + 1),
  });
  const line2 = lineOf({
    8: String(elements.inclinationDeg),
    17: String(elements.raanDeg),
    26: elements.eccentricityRatio.toFixed(30).slice(2),
    34: String(elements.argumentOfPerigeeDeg),
    43: String(elements.meanAnomalyDeg),
    52: String(elements.meanMotionRevPerDay),
  });
  return twoline2satrec(line1, line2);
}

/** An initialised record. Elements must be in range: formats/ sees to those of files. */
export function makeRecord(elements: MeanElements): OrbitRecord {
  const { semiMajorAxisKm, perigeeKm, apogeeKm } = apsidesKm(elements);
  return {
    satrec: initialise(elements),
    epoch: elements.epoch,
    perigeeKm,
    apogeeKm,
    farthestKm: semiMajorAxisKm * FARTHEST_PER_SEMI_MAJOR_AXIS_RATIO,
    leastPerigeeKm: LEAST_PERIGEE_RATIO * Math.min(EARTH_RADIUS_WGS72_KM, perigeeKm),
    mostEnergyKm2PerS2: -MU_WGS72_KM3_PER_S2 / (2 * GREATEST_AXIS_RATIO * semiMajorAxisKm) + ENERGY_MARGIN_KM2_PER_S2,
  };
}

/** Minutes from a record's epoch to `instant`. */
export const minutesSinceEpoch = (epoch: Instant, instant: Instant) =>
  (instant.day - epoch.day) * 1440 + (instant.secondS - epoch.secondS) / 60;

/** Why the last answer of SGP4 is no state, or undefined when it is one. `x y z` km, `vx vy vz` km/s. */
function refusal(record: OrbitRecord, x: number, y: number, z: number, vx: number, vy: number, vz: number) {
  // satellite.js keeps the drag factor of the semi-major axis: past zero the axis grows again.
  if (record.satrec.tempa <= 0) return BEYOND_DECAY;
  const radiusKm = Math.sqrt(x * x + y * y + z * z);
  const speedKmPerS = Math.sqrt(vx * vx + vy * vy + vz * vz);
  if (!(Number.isFinite(radiusKm) && Number.isFinite(speedKmPerS))) return "SGP4 gave no number";
  if (radiusKm > record.farthestKm) return "SGP4 left its range: farther away than the orbit reaches";
  if (speedKmPerS > ESCAPE_SPEED_MARGIN_RATIO * Math.sqrt((2 * MU_WGS72_KM3_PER_S2) / radiusKm))
    return "SGP4 left its range: faster than escape speed";
  const energy = (speedKmPerS * speedKmPerS) / 2 - MU_WGS72_KM3_PER_S2 / radiusKm;
  if (energy > record.mostEnergyKm2PerS2) return "SGP4 left its range: the orbit is far larger than its elements'";
  // Published states of deep space, with e near 1, have perigees in the ground: there it says nothing.
  if (record.satrec.method === "d") return undefined;
  const alongKm2PerS = x * vx + y * vy + z * vz;
  const spin2 = radiusKm * radiusKm * speedKmPerS * speedKmPerS - alongKm2PerS * alongKm2PerS;
  const eccentricity = Math.sqrt(Math.max(0, 1 + (2 * energy * spin2) / MU_WGS72_KM3_PER_S2 ** 2));
  const perigeeKm = spin2 / MU_WGS72_KM3_PER_S2 / (1 + eccentricity);
  if (perigeeKm < record.leastPerigeeKm) return "decayed: the orbit leads deep into the Earth";
  return undefined;
}

/** The state `minutes` after the record's epoch, or why there is none. */
export function propagateState(record: OrbitRecord, minutes: number): State | NoState {
  const answer = sgp4(record.satrec, minutes);
  if (answer === null) return { reason: sgp4Reasons[record.satrec.error] ?? "SGP4 gave no state" };
  const { x, y, z } = answer.position;
  const { x: vx, y: vy, z: vz } = answer.velocity;
  const reason = refusal(record, x, y, z, vx, vy, vz);
  return reason === undefined ? { positionTemeKm: [x, y, z], velocityTemeKmPerS: [vx, vy, vz] } : { reason };
}

/**
 * The same into row `row` of [count × 3] arrays, without objects. False, and NaN in the rows, where there is no state.
 * `velocities` may be left out.
 */
export function propagateInto({
  record,
  minutes,
  positions,
  velocities,
  row,
}: {
  record: OrbitRecord;
  minutes: number;
  positions: StateArray;
  velocities?: StateArray | undefined;
  row: number;
}): boolean {
  const answer = sgp4(record.satrec, minutes);
  const at = row * 3;
  if (answer !== null) {
    const { x, y, z } = answer.position;
    const { x: vx, y: vy, z: vz } = answer.velocity;
    if (refusal(record, x, y, z, vx, vy, vz) === undefined) {
      positions[at] = x;
      positions[at + 1] = y;
      positions[at + 2] = z;
      if (velocities !== undefined) {
        velocities[at] = vx;
        velocities[at + 1] = vy;
        velocities[at + 2] = vz;
      }
      return true;
    }
  }
  positions.fill(Number.NaN, at, at + 3);
  velocities?.fill(Number.NaN, at, at + 3);
  return false;
}

/**
 * What a refusal within a run of rising times means. At or past the epoch the orbit has ended, and nothing later counts:
 * SGP4 may find states again on the far side of a decay. Before the epoch it only leaves its own state out.
 */
export function endOfRun(minutes: number, reason: string): { readonly isEnd: boolean; readonly reason: string } {
  return minutes < 0
    ? { isEnd: false, reason: `SGP4 does not reach this far before the epoch: ${reason.replace(/^decayed: /, "")}` }
    : { isEnd: true, reason };
}

/** The first refusal of a run, and the step from which on there is no state. */
export type RunEnd = {
  readonly endStep: number;
  readonly failure: { readonly step: number; readonly reason: string } | undefined;
};

/**
 * States of one record over rising times, until it ends (see `endOfRun`).
 * `states`: [minutes.length × 6], x y z vx vy vz, NaN where there is none, which is everywhere from `endStep` on.
 */
export function propagateRun(record: OrbitRecord, minutes: ArrayLike<number>): RunEnd & { states: Float64Array } {
  const states = new Float64Array(minutes.length * 6).fill(Number.NaN);
  let failure: RunEnd["failure"];
  for (let step = 0; step < minutes.length; step++) {
    const state = propagateState(record, minutes[step]!);
    if ("reason" in state) {
      const { isEnd, reason } = endOfRun(minutes[step]!, state.reason);
      failure ??= { step, reason };
      if (isEnd) return { states, endStep: step, failure };
      continue;
    }
    states.set(state.positionTemeKm, step * 6);
    states.set(state.velocityTemeKmPerS, step * 6 + 3);
  }
  return { states, endStep: minutes.length, failure };
}
