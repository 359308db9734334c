import { cameraModeStore } from "../state/cameraMode.ts";
import { cameraRig } from "./cameraRig.ts";
import { chaseRig } from "./chaseRig.ts";
import { EARTH_RADIUS_UNITS } from "./scale.ts";

/** Turn for one pixel of drag round something; less when the Earth is near. */
const TURN_RAD_PER_PX = 0.006;

const isChasing = () => cameraModeStore.getState().mode !== "earth";

/** Turns, tilts and zooms whichever view is in force. */
export function moveCamera(by: { turnRad?: number; liftRad?: number; zoomRatio?: number }): void {
  (isChasing() ? chaseRig : cameraRig).move(by);
}

/** How far a drag of one pixel turns the view in force. */
export function turnPerPx(heightPx: number): number {
  if (isChasing()) return chaseRig.isSeated() ? chaseRig.fieldRad() / Math.max(1, heightPx) : TURN_RAD_PER_PX;
  const height = cameraRig.goal().distanceUnits - EARTH_RADIUS_UNITS;
  return TURN_RAD_PER_PX * Math.min(1, Math.max(0.04, height / (2 * EARTH_RADIUS_UNITS)));
}
