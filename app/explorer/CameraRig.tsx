import { useFrame, useThree } from "@react-three/fiber";
import { useEffect } from "react";
import type { PerspectiveCamera } from "three";
import { cameraRig, distanceForHalfViewUnits, FIELD_OF_VIEW_DEG } from "./cameraRig.ts";
import { order } from "./order.ts";
import { EARTH_RADIUS_UNITS } from "./scale.ts";
import { sky } from "./sky.ts";

/** From how far aside of the Sun the first view looks: the terminator in front, the ring an open ellipse. */
const FIRST_FROM_SUN_RAD = 1.22;
const FIRST_ELEVATION_RAD = 0.24;
/** Share of the free area's half that the Earth takes at first. */
const FIRST_SIZE_SHARE = 0.7;
const FARTHEST_DRAWN_UNITS = 1200;

/** Moves the camera and answers to drag, wheel, pinch and keys on the canvas. */
export function CameraRig() {
  const camera = useThree(({ camera }) => camera) as PerspectiveCamera;
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);

  useEffect(() => cameraRig.onMove(invalidate), [invalidate]);

  useFrame((_, deltaS) => {
    cameraRig.setSize({ widthPx: size.width, heightPx: size.height });
    const shown = sky.shown();
    if (!cameraRig.hasArrived() && shown !== undefined) {
      const [x, y] = shown.sunTemeUnit;
      cameraRig.arrive({
        azimuthRad: Math.atan2(y, x) + FIRST_FROM_SUN_RAD,
        elevationRad: FIRST_ELEVATION_RAD,
        distanceUnits: distanceForHalfViewUnits(EARTH_RADIUS_UNITS / FIRST_SIZE_SHARE) - EARTH_RADIUS_UNITS,
      });
    }
    if (cameraRig.step(deltaS)) invalidate();
    const { azimuthRad, elevationRad, distanceUnits } = cameraRig.view();
    const { leftPx, rightPx, topPx, bottomPx } = cameraRig.insets();
    const level = distanceUnits * Math.cos(elevationRad);
    camera.position.set(
      level * Math.cos(azimuthRad),
      distanceUnits * Math.sin(elevationRad),
      -level * Math.sin(azimuthRad),
    );
    camera.up.set(0, 1, 0);
    camera.lookAt(0, 0, 0);
    // Near enough for what stands lowest over the nearest ground, and no nearer: depth keeps its digits.
    camera.near = Math.max(0.02, (distanceUnits - EARTH_RADIUS_UNITS) * 0.15);
    camera.far = FARTHEST_DRAWN_UNITS;
    camera.fov = FIELD_OF_VIEW_DEG;
    camera.aspect = size.width / size.height;
    const { width, height } = size;
    camera.setViewOffset(width, height, (rightPx - leftPx) / 2, (bottomPx - topPx) / 2, width, height);
    camera.updateMatrixWorld();
  }, order.camera);
  return null;
}
