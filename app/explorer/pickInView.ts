import { selectionStore } from "../state/selection.ts";
import { cameraRig } from "./cameraRig.ts";
import { isBehindEarth } from "./globe.ts";
import { cameraTemeKm, projectPx } from "./projection.ts";
import { sky } from "./sky.ts";
import { stage } from "./stage.ts";

/** Satellites that are looked at: an even choice of all. */
const MOST_LOOKED_AT_COUNT = 2000;

type Point = [number, number, number];

/** Selects a satellite that is to be seen, near the middle of what the panels leave free. */
export function pickInView(): void {
  const shown = sky.shown();
  const here = stage.current();
  if (shown === undefined) return;
  const { totalCount } = shown.flight;
  if (here === undefined) {
    selectionStore.getState().select(totalCount > 0 ? 0 : undefined);
    return;
  }
  const { camera, canvas } = here;
  const size = { widthPx: canvas.clientWidth, heightPx: canvas.clientHeight };
  const { leftPx, rightPx, topPx, bottomPx } = cameraRig.insets();
  const middle = [(size.widthPx + leftPx - rightPx) / 2, (size.heightPx + topPx - bottomPx) / 2] as const;
  const eye = cameraTemeKm(camera, [0, 0, 0]);
  const at: Point = [0, 0, 0];
  let best: { index: number; awayPx: number } | undefined;
  for (let index = 0; index < totalCount; index += Math.ceil(totalCount / MOST_LOOKED_AT_COUNT)) {
    if (sky.positionInto(index, at) === undefined || isBehindEarth(eye, at)) continue;
    const px = projectPx({ positionTemeKm: at, camera, ...size });
    if (px === undefined) continue;
    const awayPx = Math.hypot(px.xPx - middle[0], px.yPx - middle[1]);
    if (best === undefined || awayPx < best.awayPx) best = { index, awayPx };
  }
  if (best !== undefined) selectionStore.getState().select(best.index);
}
