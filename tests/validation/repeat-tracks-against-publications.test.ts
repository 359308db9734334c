import { expect, test } from "vitest";
import { parseInstant } from "../../engine/geometry/instant.ts";
import { siderealAngleRad, temeToGeodetic } from "../../engine/orbit/frames.ts";
import { makeRecord, propagateState } from "../../engine/orbit/propagate.ts";
import { repeatTrackAltitudeKm } from "../../engine/orbit/repeatTrack.ts";
import { designElements, elementsOf } from "../../engine/orbit/walker.ts";

/** Published semi-major axes are reference orbits with J4 and a frozen perigee: 0.1 km. */
const AXIS_TOLERANCE_KM = 0.1;

/** Revolutions, days and semi-major axis of flown sun-synchronous missions, as their handbooks give them. */
test.each([
  ["Landsat 8", 233, 16, 7077.7],
  ["Sentinel-1", 175, 12, 7070.97],
  ["Sentinel-2", 143, 10, 7164.26],
  ["Envisat", 501, 35, 7159.5],
  ["Sentinel-3", 385, 27, 7177.93],
] as const)("%s: %d revolutions in %d days at %d km", (_, revolutionCount, dayCount, semiMajorAxisKm) => {
  const altitudeKm = repeatTrackAltitudeKm({ revolutionCount, dayCount, inclinationDeg: "sun-synchronous" })!;
  expect(Math.abs(altitudeKm + 6378.137 - semiMajorAxisKm)).toBeLessThan(AXIS_TOLERANCE_KM);
});

/**
 * Kilometres on the ground after a day, where 0.1 km of semi-major axis is 10 km: SGP4 has J4, its own Earth and its own day.
 * Without J2 the node of 53° would be 500 km off.
 */
const TRACK_TOLERANCE_KM = 12;

test("SGP4 comes back over the same place after 15 revolutions in a day, at 53° and at 98°", () => {
  const epoch = parseInstant("2027-01-01T00:00:00Z")!;
  for (const inclinationDeg of [53, "sun-synchronous"] as const) {
    const altitudeKm = repeatTrackAltitudeKm({ revolutionCount: 15, dayCount: 1, inclinationDeg })!;
    const shell = { altitudeKm, inclinationDeg, planeCount: 1, satellitesPerPlaneCount: 1, raanSpreadDeg: 360 };
    const record = makeRecord(elementsOf(designElements(shell, epoch), 0, 0));
    const placeAt = (minutes: number) => {
      const state = propagateState(record, minutes);
      if ("reason" in state) throw new Error(state.reason);
      const instant = { day: epoch.day, secondS: epoch.secondS + minutes * 60 };
      return temeToGeodetic(state.positionTemeKm, siderealAngleRad(instant));
    };
    const start = placeAt(0);
    // The ground under the node turns once in a day less the node's own motion: the nearest pass is the repetition.
    let nearestKm = Number.POSITIVE_INFINITY;
    for (let minutes = 1380; minutes <= 1450; minutes += 0.01) {
      const { latitudeDeg, longitudeDeg } = placeAt(minutes);
      const east = (((longitudeDeg - start.longitudeDeg + 540) % 360) - 180) * 111.32;
      nearestKm = Math.min(nearestKm, Math.hypot((latitudeDeg - start.latitudeDeg) * 111.32, east));
    }
    expect(nearestKm).toBeLessThan(TRACK_TOLERANCE_KM);
  }
});

test("no height repeats after 30 revolutions in a day", () => {
  expect(repeatTrackAltitudeKm({ revolutionCount: 30, dayCount: 1, inclinationDeg: 50 })).toBeUndefined();
});
