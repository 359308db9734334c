import { cameraModeStore } from "../state/cameraMode.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import { cameraRig, distanceForHalfViewUnits, FIELD_OF_VIEW_DEG } from "./cameraRig.ts";
import { overGroundKm, turnToTeme } from "./globe.ts";
import { viewPastEarth } from "./moonView.ts";
import { EARTH_RADIUS_UNITS, KM_PER_UNIT } from "./scale.ts";
import { sky } from "./sky.ts";

/** Height over a satellite from which it is looked at, km. */
const ABOVE_KM = 5_200;

/** Brings the camera over a satellite; one that goes with the selection goes to it anyway. False when it has no state. */
export function lookAtSatellite(index: number): boolean {
  const positionTemeKm = sky.positionInto(index, [0, 0, 0]);
  if (positionTemeKm === undefined) return false;
  if (cameraModeStore.getState().mode !== "earth") return true;
  const [x, y, z] = positionTemeKm;
  const radiusKm = Math.hypot(x, y, z);
  cameraRig.lookFrom({
    azimuthRad: Math.atan2(y, x),
    elevationRad: Math.asin(z / radiusKm),
    distanceUnits: Math.min(cameraRig.goal().distanceUnits, (radiusKm + ABOVE_KM) / KM_PER_UNIT),
  });
  return true;
}

/** Brings the camera over a place. */
export function lookAtPlace(place: Pick<PlaceQuestion, "latitudeDeg" | "longitudeDeg">): void {
  const shown = sky.shown();
  if (shown === undefined) return;
  const [x, y, z] = turnToTeme(overGroundKm(place), shown.gmstRad, [0, 0, 0]);
  const radiusKm = Math.hypot(x, y, z);
  cameraRig.lookFrom({
    azimuthRad: Math.atan2(y, x),
    elevationRad: Math.asin(z / radiusKm),
    distanceUnits: Math.min(cameraRig.goal().distanceUnits, (radiusKm + ABOVE_KM) / KM_PER_UNIT),
  });
}

/** Half of what must be seen of a route, for each km between its ends, and the least of it, km. */
const HALF_VIEW_PER_KM = 0.55;
const LEAST_HALF_VIEW_KM = 1_200;

/** Brings the camera over the middle of two places, far enough away to see both. */
export function lookAtRoute(from: PlaceQuestion, to: PlaceQuestion): void {
  const shown = sky.shown();
  if (shown === undefined) return;
  cameraModeStore.getState().enter("earth");
  const a = turnToTeme(overGroundKm(from), shown.gmstRad, [0, 0, 0]);
  const b = turnToTeme(overGroundKm(to), shown.gmstRad, [0, 0, 0]);
  const middle = [a[0] + b[0], a[1] + b[1], a[2] + b[2]] as const;
  const apartKm = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  const lengthKm = Math.hypot(...middle);
  // Places on opposite sides have no middle: the first is looked at.
  const [x, y, z] = lengthKm > 1 ? middle : a;
  cameraRig.lookFrom({
    azimuthRad: Math.atan2(y, x),
    elevationRad: Math.asin(z / Math.hypot(x, y, z)),
    distanceUnits: distanceForHalfViewUnits(Math.max(LEAST_HALF_VIEW_KM, apartKm * HALF_VIEW_PER_KM) / KM_PER_UNIT),
  });
}

/** Shares of what is seen to each side of the middle: how far off the Moon stands, and how wide the Earth is before it. */
const MOON_ASIDE_SHARE = 0.72;
const EARTH_SHARE = 0.42;

/** Brings the Moon into view beside the Earth, at its true size and distance. */
export function lookAtMoon(): void {
  const shown = sky.shown();
  if (shown === undefined) return;
  cameraModeStore.getState().enter("earth");
  const halfRad = Math.atan(Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360) / cameraRig.heightPerFreeRatio());
  const distanceUnits = EARTH_RADIUS_UNITS / Math.sin(halfRad * EARTH_SHARE);
  const [x, y, z] = viewPastEarth({
    targetTemeKm: shown.moonTemeKm,
    distanceKm: distanceUnits * KM_PER_UNIT,
    asideRad: halfRad * MOON_ASIDE_SHARE,
  });
  cameraRig.lookFrom({ azimuthRad: Math.atan2(y, x), elevationRad: Math.asin(z), distanceUnits });
}
