/**
 * Limits that every record must keep, whatever file it came in, and warnings for those that SGP4 cannot carry far.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { yearOf } from "../geometry/instant.ts";
import type { MeanElements } from "../orbit/elements.ts";
import { makeRecord, propagateState } from "../orbit/propagate.ts";

/** Hill's sphere of the Earth, km: beyond it nothing stays in orbit. */
const FARTHEST_ORBIT_KM = 1.5e6;
/** No body has so much drag for its mass. */
const MOST_BSTAR_PER_RADIUS = 10;
/** Drag from which a decay within a year is worth a word, per Earth radius: ten times an ordinary satellite's. */
const HIGH_BSTAR_PER_RADIUS = 1e-3;
/** Days at which a record is tried, and those tried for records of high drag alone. */
const TRIED_DAYS = [0.25, 1, 3, 7, 15, 30];
const HIGH_DRAG_DAYS = [60, 120, 240, 365];
/** A two-digit year says nothing about its century; records of the years outside these are rare enough to look at twice. */
const FIRST_USUAL_YEAR = 1960;
const LAST_USUAL_YEAR = 2055;

const ranges = [
  ["inclinationDeg", "inclination", 180],
  ["raanDeg", "right ascension of the node", 360],
  ["argumentOfPerigeeDeg", "argument of perigee", 360],
  ["meanAnomalyDeg", "mean anomaly", 360],
] as const;

/** Why elements are refused, and for which of them. */
export type ElementsFault = { readonly reason: string; readonly field: Exclude<keyof MeanElements, "epoch"> };

/** Those of the given elements that are out of their limits, each for itself. */
export function rangeFaults(elements: Partial<MeanElements>): ElementsFault[] {
  const faults: ElementsFault[] = [];
  for (const [field, label, most] of ranges) {
    const { [field]: angleDeg = 0 } = elements;
    if (!(angleDeg >= 0 && angleDeg <= most))
      faults.push({ field, reason: `${label} ${angleDeg}° is outside 0 to ${most}°` });
  }
  const { eccentricityRatio = 0, meanMotionRevPerDay = 1, bstarPerRadius = 0 } = elements;
  if (!(eccentricityRatio >= 0 && eccentricityRatio < 1))
    faults.push({ field: "eccentricityRatio", reason: `eccentricity ${eccentricityRatio} is outside 0 to 1` });
  if (!(meanMotionRevPerDay > 0 && Number.isFinite(meanMotionRevPerDay)))
    faults.push({ field: "meanMotionRevPerDay", reason: `mean motion ${meanMotionRevPerDay} rev/day is not above 0` });
  if (!(Math.abs(bstarPerRadius) <= MOST_BSTAR_PER_RADIUS))
    faults.push({
      field: "bstarPerRadius",
      reason: `B* ${bstarPerRadius} is outside -${MOST_BSTAR_PER_RADIUS} to ${MOST_BSTAR_PER_RADIUS}`,
    });
  return faults;
}

/** Why the elements are refused, or what to know about them. */
export function checkElements(
  elements: MeanElements,
): { faults: readonly ElementsFault[] } | { warnings: readonly string[] } {
  const faults = rangeFaults(elements);
  if (faults.length > 0) return { faults };
  const { meanMotionRevPerDay, bstarPerRadius } = elements;
  const refuseMotion = (reason: string) => ({ faults: [{ field: "meanMotionRevPerDay", reason } as const] });

  const record = makeRecord(elements);
  if (!(record.apogeeKm <= FARTHEST_ORBIT_KM))
    return refuseMotion(
      `mean motion ${meanMotionRevPerDay} rev/day: the orbit reaches out of the Earth's sphere of influence`,
    );
  const warnings: string[] = [];
  const year = yearOf(elements.epoch);
  if (year < FIRST_USUAL_YEAR || year > LAST_USUAL_YEAR) warnings.push(`epoch in ${year}: is the century right?`);

  const first = propagateState(record, 0);
  const perigeeHeightKm = Math.round(record.perigeeKm - EARTH_RADIUS_WGS72_KM);
  if (perigeeHeightKm < 0) {
    if ("reason" in first) return refuseMotion(`perigee ${perigeeHeightKm} km: below the surface`);
    return { warnings: [...warnings, `perigee ${perigeeHeightKm} km, below the surface: this revolution is its last`] };
  }
  if ("reason" in first) return { warnings: [...warnings, `no state even at its epoch: ${first.reason}`] };

  const isHighDrag = Math.abs(bstarPerRadius) >= HIGH_BSTAR_PER_RADIUS;
  for (const day of isHighDrag ? [...TRIED_DAYS, ...HIGH_DRAG_DAYS] : TRIED_DAYS) {
    const state = propagateState(record, day * 1440);
    if (!("reason" in state)) continue;
    warnings.push(`no state ${day} ${day === 1 ? "day" : "days"} after its epoch: ${state.reason}`);
    break;
  }
  return { warnings };
}
