import { cameraRig } from "./cameraRig.ts";
import { KM_PER_UNIT } from "./scale.ts";
import { sky } from "./sky.ts";

/** Height over a satellite from which it is looked at, km. */
const ABOVE_KM = 5_200;

/** Brings the camera over a satellite. False when it has no state. */
export function lookAtSatellite(index: number): boolean {
  const positionTemeKm = sky.positionInto(index, [0, 0, 0]);
  if (positionTemeKm === undefined) return false;
  const [x, y, z] = positionTemeKm;
  const radiusKm = Math.hypot(x, y, z);
  cameraRig.lookFrom({
    azimuthRad: Math.atan2(y, x),
    elevationRad: Math.asin(z / radiusKm),
    distanceUnits: Math.min(cameraRig.goal().distanceUnits, (radiusKm + ABOVE_KM) / KM_PER_UNIT),
  });
  return true;
}
