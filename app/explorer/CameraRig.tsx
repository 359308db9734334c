import { useFrame, useThree } from "@react-three/fiber";
import { useEffect } from "react";
import { type PerspectiveCamera, Quaternion, type Scene, Vector3 } from "three";
import { cameraModeStore } from "../state/cameraMode.ts";
import { selectionStore } from "../state/selection.ts";
import { cameraRig, distanceForHalfViewUnits, FIELD_OF_VIEW_DEG } from "./cameraRig.ts";
import { chaseRig } from "./chaseRig.ts";
import { companionOf } from "./companion.ts";
import { nearFrame } from "./nearFrame.ts";
import { order } from "./order.ts";
import { pace } from "./pace.ts";
import { passes } from "./passes.ts";
import { earthPose } from "./pose.ts";
import { EARTH_RADIUS_UNITS, KM_PER_UNIT } from "./scale.ts";
import { sky } from "./sky.ts";
import { stage } from "./stage.ts";

/** From how far aside of the Sun the first view looks: the terminator in front, the ring an open ellipse. */
const FIRST_FROM_SUN_RAD = 1.22;
const FIRST_ELEVATION_RAD = 0.24;
/** Share of the free area's half that the Earth takes at first. */
const FIRST_SIZE_SHARE = 0.7;
const FARTHEST_DRAWN_UNITS = 1200;

/** TEME → scene: a quarter turn about x. */
const sceneFromTeme = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), -Math.PI / 2);

/** Moves the camera and answers to drag, wheel, pinch and keys on the canvas; then draws. */
export function CameraRig() {
  const camera = useThree(({ camera }) => camera) as PerspectiveCamera;
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);

  useEffect(() => {
    const stops = [
      cameraRig.onMove(invalidate),
      chaseRig.onMove(invalidate),
      cameraModeStore.subscribe(() => invalidate()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [invalidate]);

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
    const { selectedIndex } = selectionStore.getState();
    const here = selectedIndex === undefined ? undefined : companionOf(selectedIndex);
    const { mode, enter } = cameraModeStore.getState();
    // Whoever comes back to the Earth stands over the satellite.
    if (mode === "earth" && chaseRig.mode() !== "earth" && here !== undefined) {
      const { x, y, z } = here.axes.up;
      cameraRig.lookFrom({ azimuthRad: Math.atan2(y, x), elevationRad: Math.asin(z) });
    }
    const { pose, isMoving } = chaseRig.step({
      wanted: mode,
      earth: earthPose(cameraRig.view(), FIELD_OF_VIEW_DEG),
      here,
      deltaS,
    });
    if (isMoving) invalidate();
    // A selection that is let go, or that has no state any more, is not followed either.
    if (here === undefined && mode !== "earth" && shown !== undefined) enter("earth");

    const { leftPx, rightPx, topPx, bottomPx } = cameraRig.insets();
    camera.position.copy(pose.positionKm).divideScalar(KM_PER_UNIT).applyQuaternion(sceneFromTeme);
    camera.quaternion.multiplyQuaternions(sceneFromTeme, pose.turn);
    camera.fov = pose.fieldDeg;
    nearFrame.update({
      camera,
      heightPx: size.height,
      chasedKm: here === undefined || mode === "earth" ? undefined : here.axes.at.distanceTo(pose.positionKm),
    });
    camera.near = nearFrame.current().splitKm / KM_PER_UNIT;
    camera.far = FARTHEST_DRAWN_UNITS;
    camera.aspect = size.width / size.height;
    const { width, height } = size;
    camera.setViewOffset(width, height, (rightPx - leftPx) / 2, (bottomPx - topPx) / 2, width, height);
    camera.updateMatrixWorld();
  }, order.camera);

  useFrame(({ gl, scene }) => {
    if (pace.isLeftOut()) {
      stage.drawAgain();
      return;
    }
    const { hasNear, nearestKm } = nearFrame.current();
    passes.draw({
      renderer: gl,
      scene: scene as Scene,
      camera,
      near: hasNear ? { fromKm: nearestKm } : undefined,
    });
    pace.drew(gl.getContext() as WebGL2RenderingContext, performance.now());
  }, order.draw);
  return null;
}
