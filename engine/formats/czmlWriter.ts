/** CZML, as Cesium's `CzmlDataSource` reads it: a packet for the document, then one for each satellite, Earth-fixed positions in metres. */

import { addSeconds, type Instant } from "../geometry/instant.ts";
import { vectorAt } from "../geometry/vectors.ts";
import { siderealAngleRad, temeToEcef } from "../orbit/frames.ts";
import { ccsdsTime } from "./ccsdsTime.ts";
import type { Ephemeris } from "./elementSet.ts";

/** Cesium's own default for orbits; of a minute's steps in a low orbit it keeps a metre. */
const INTERPOLATION_DEGREE = 5;
const M_PER_KM = 1000;
/** Positions are written to this many decimals of a metre. */
const DECIMALS = 3;
/** The clock of the page runs this many times as fast as time. */
const CLOCK_MULTIPLIER = 60;
const POINT_PX = 5;
/** Amber, as daylight is in the explorer. */
const POINT_RGBA = [255, 176, 32, 255];

/** Packets of a document named `name`, from `from` over `spanS` seconds; the satellites' times count from the same instant. */
export function* writeCzml(
  ephemerides: Iterable<Ephemeris>,
  { name, from, spanS }: { name: string; from: Instant; spanS: number },
): Generator<string> {
  // To the microsecond: a millisecond is 8 m along an orbit.
  const timeText = (tS: number) => `${ccsdsTime(addSeconds(from, tS))}Z`;
  const epoch = timeText(0);
  const interval = `${epoch}/${timeText(Math.max(spanS, 1))}`;
  const clock = { interval, currentTime: epoch, multiplier: CLOCK_MULTIPLIER, range: "LOOP_STOP" };
  yield `[\n${JSON.stringify({ id: "document", name, version: "1.0", clock })}`;
  for (const { index, set, tS, states } of ephemerides) {
    if (tS.length === 0) {
      yield "";
      continue;
    }
    const cartesian: number[] = [];
    tS.forEach((time, row) => {
      const siderealRad = siderealAngleRad(addSeconds(from, time));
      const [x, y, z] = temeToEcef(vectorAt(states, row * 2), siderealRad);
      cartesian.push(time, metres(x), metres(y), metres(z));
    });
    const packet = {
      id: `satellite-${index}`,
      name: set.name || set.id,
      ...(tS.length > 1 ? { availability: `${timeText(tS[0]!)}/${timeText(tS[tS.length - 1]!)}` } : {}),
      properties: { catalogueNumber: set.id },
      position: {
        epoch,
        referenceFrame: "FIXED",
        interpolationAlgorithm: "LAGRANGE",
        interpolationDegree: Math.max(1, Math.min(INTERPOLATION_DEGREE, tS.length - 1)),
        cartesian,
      },
      point: { pixelSize: POINT_PX, color: { rgba: POINT_RGBA } },
    };
    yield `,\n${JSON.stringify(packet)}`;
  }
  yield "\n]\n";
}

const metres = (km: number) => Number((km * M_PER_KM).toFixed(DECIMALS));
