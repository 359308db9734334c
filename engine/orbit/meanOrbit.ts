import { EARTH_RADIUS_WGS72_KM, MU_WGS84_KM3_PER_S2 } from "../facts/constants.ts";
import { DEG_PER_RAD, TURN_RAD, wrapDeg } from "../geometry/angles.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import { apsidesKm, type MeanElements } from "./elements.ts";
import { minutesSinceEpoch, type OrbitRecord } from "./propagate.ts";
import { meanSunDeg } from "./walker.ts";

/**
 * The orbit that a satellite's mean elements describe, its node carried to `instant` by SGP4's own secular rate. Heights are over
 * 6378.135 km, as designed shells count them; the period is that of two bodies, as the plan's; the local time is that of the mean Sun at the ascending node.
 */
export function meanOrbitOf({
  record,
  elements,
  instant,
}: {
  record: OrbitRecord;
  elements: MeanElements;
  instant: Instant;
}) {
  const { inclinationDeg, eccentricityRatio } = elements;
  const { perigeeKm, apogeeKm, semiMajorAxisKm } = apsidesKm(elements);
  const minutes = minutesSinceEpoch(record.epoch, instant);
  const raanDeg = wrapDeg(elements.raanDeg + record.satrec.nodedot * minutes * DEG_PER_RAD);
  return {
    altitudeKm: semiMajorAxisKm - EARTH_RADIUS_WGS72_KM,
    perigeeAltitudeKm: perigeeKm - EARTH_RADIUS_WGS72_KM,
    apogeeAltitudeKm: apogeeKm - EARTH_RADIUS_WGS72_KM,
    inclinationDeg,
    eccentricityRatio,
    periodS: TURN_RAD * Math.sqrt(semiMajorAxisKm ** 3 / MU_WGS84_KM3_PER_S2),
    raanDeg,
    ltanH: wrapDeg(raanDeg - meanSunDeg(daysSinceJ2000(instant)) + 180) / 15,
  };
}
