/** The near satellites as the graphics card got them, for `window.dawnline`. */
import type { PerspectiveCamera } from "three";
import { cameraModeStore } from "../state/cameraMode.ts";
import { nearFrame } from "./nearFrame.ts";
import { cameraTemeKm, projectPx, type Size } from "./projection.ts";

type Point = [number, number, number];
const eye: Point = [0, 0, 0];
const rounded = ([x, y, z]: readonly number[]): Point => [Math.fround(x!), Math.fround(y!), Math.fround(z!)];

export function tellNear({
  camera,
  leftPx,
  topPx,
  ...size
}: Size & { camera: PerspectiveCamera; leftPx: number; topPx: number }) {
  const { satellites, design, splitKm } = nearFrame.current();
  const wingspanM = design?.sizes.wingspanM ?? null;
  cameraTemeKm(camera, eye);
  return {
    mode: cameraModeStore.getState().mode,
    splitKm,
    wingspanM,
    satellites: satellites.map(({ index, offsetKm, distanceKm, axes, shape, lit }) => {
      const offset = rounded(offsetKm);
      const span = axes && rounded(axes.spanUnit);
      const endsTemeKm =
        span === undefined || wingspanM === null
          ? null
          : [-1, 1].map((side): Point => {
              const halfKm = (side * wingspanM) / 2000;
              return [0, 1, 2].map((axis) => eye[axis]! + offset[axis]! + span[axis]! * halfKm) as Point;
            });
      const endsPx =
        endsTemeKm?.map((positionTemeKm) => {
          const px = projectPx({ positionTemeKm, camera, ...size });
          return px === undefined ? null : { xPx: leftPx + px.xPx, yPx: topPx + px.yPx };
        }) ?? null;
      const [a, b] = endsPx ?? [null, null];
      return {
        index,
        distanceM: distanceKm * 1000,
        spanPx: a && b ? Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) : null,
        endsPx,
        endsTemeKm,
        arrayNormalTeme: axes ? rounded(axes.sunUnit) : null,
        radiatorNormalTeme: span ?? null,
        shape,
        lit,
      };
    }),
  };
}
