/** Tables of states for others' propagation: CCSDS OEM (KVN) and STK's `.e`. TEME, km and km/s, UTC. */
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { ccsdsTime } from "./ccsdsTime.ts";
import type { Ephemeris } from "./elementSet.ts";
import { fullObjectId } from "./objectId.ts";
import { NO_OBJECT_ID } from "./omm.ts";

const ORIGINATOR = "DAWNLINE";
/** Degree that readers should interpolate with; of a minute's steps in a low orbit it keeps centimetres. */
const INTERPOLATION_DEGREE = 7;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const stateText = (states: Float64Array, row: number) => states.subarray(row * 6, row * 6 + 6).join(" ");
const degreeOf = (count: number) => Math.max(1, Math.min(INTERPOLATION_DEGREE, count - 1));

/**
 * Orbit Ephemeris Messages (CCSDS 502.0-B-2): one file, a segment for each satellite that has states. `created` is when the message
 * is made.
 */
export function* writeOem(ephemerides: Iterable<Ephemeris>, { created }: { created: Instant }): Generator<string> {
  yield `CCSDS_OEM_VERS = 2.0\nCREATION_DATE = ${ccsdsTime(created)}\nORIGINATOR = ${ORIGINATOR}\n`;
  for (const { set, from, tS, states } of ephemerides) {
    const { length } = tS;
    if (length === 0) {
      yield "";
      continue;
    }
    const timeOf = (row: number) => ccsdsTime(addSeconds(from, tS[row]!));
    const rows = Array.from({ length }, (_, row) => `${timeOf(row)} ${stateText(states, row)}`);
    yield [
      "",
      "META_START",
      `OBJECT_NAME = ${set.name || set.id}`,
      `OBJECT_ID = ${fullObjectId(set.objectId) || NO_OBJECT_ID}`,
      "CENTER_NAME = EARTH",
      "REF_FRAME = TEME",
      "TIME_SYSTEM = UTC",
      `START_TIME = ${timeOf(0)}`,
      `STOP_TIME = ${timeOf(length - 1)}`,
      "INTERPOLATION = LAGRANGE",
      `INTERPOLATION_DEGREE = ${degreeOf(length)}`,
      "META_STOP",
      `COMMENT catalogue number ${set.id}; SGP4, WGS 72`,
      ...rows,
      "",
    ].join("\n");
  }
}

/** `1 Jan 2027 00:00:00.000000` */
function stkTime(instant: Instant): string {
  const [date, time] = ccsdsTime(instant).split("T") as [string, string];
  const [year, month, day] = date.split("-") as [string, string, string];
  return `${Number(day)} ${months[Number(month) - 1]} ${year} ${time}`;
}

/** An STK ephemeris file (`.e`, format 12.0) of one satellite; STK takes one a file. */
export function* writeStk({ set, from, tS, states }: Ephemeris): Generator<string> {
  const rows = Array.from(tS, (time, row) => ` ${time} ${stateText(states, row)}`);
  yield [
    "stk.v.12.0",
    `# ${set.name || set.id}, catalogue number ${set.id}; SGP4, WGS 72`,
    "",
    "BEGIN Ephemeris",
    "",
    `NumberOfEphemerisPoints ${tS.length}`,
    `ScenarioEpoch ${stkTime(from)}`,
    "InterpolationMethod Lagrange",
    `InterpolationSamplesM1 ${degreeOf(tS.length)}`,
    "CentralBody Earth",
    "CoordinateSystem TEMEOfDate",
    "DistanceUnit Kilometers",
    "",
    "EphemerisTimePosVel",
    "",
    ...rows,
    "",
    "END Ephemeris",
    "",
  ].join("\n");
}
