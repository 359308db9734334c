import { useEffect, useRef } from "react";
import { Vector3 } from "three";
import { EARTH_RADIUS_WGS84_KM, format } from "#engine";
import { selectionStore } from "../state/selection.ts";
import { cameraRig } from "./cameraRig.ts";
import { useLayers } from "./layers.ts";
import { cameraTemeKm, depthKm } from "./projection.ts";
import { groundDepthKm, kmPerPixel, type RulerAt, rulerOf } from "./rulerScale.ts";
import { sky } from "./sky.ts";
import { type Stage, stage } from "./stage.ts";

const MOST_PX = 130;
const places: Readonly<Record<RulerAt, string>> = {
  satellite: "at the satellite",
  ground: "on the ground in the middle",
  limb: "at the Earth's edge",
};

export type ReadRuler = { readonly lengthText: string; readonly widthPx: number; readonly place: string };

const point: [number, number, number] = [0, 0, 0];
const eyeKm: [number, number, number] = [0, 0, 0];
const forward = new Vector3();

/** The scale of what the stage shows now: right at the selected satellite, else on the ground or at its edge. */
export function readRuler({ camera, canvas }: Stage): ReadRuler | undefined {
  const { clientHeight: heightPx, clientWidth: widthPx } = canvas;
  const focal = camera.projectionMatrix.elements[5]!;
  const { selectedIndex } = selectionStore.getState();
  const selected = selectedIndex === undefined ? undefined : sky.positionInto(selectedIndex, point);
  const selectedDepthKm = selected === undefined ? 0 : depthKm(camera, selected);
  let place: RulerAt = "satellite";
  let rulerDepthKm = selectedDepthKm;
  if (rulerDepthKm <= 0) {
    cameraTemeKm(camera, eyeKm);
    camera.getWorldDirection(forward);
    const limbRad = Math.asin(Math.min(1, EARTH_RADIUS_WGS84_KM / Math.hypot(...eyeKm)));
    const { leftPx, rightPx, topPx, bottomPx } = cameraRig.insets();
    const freePx = Math.min(widthPx - leftPx - rightPx, heightPx - topPx - bottomPx);
    const isLimbSeen = Math.tan(limbRad) * focal * heightPx < freePx;
    const ground = groundDepthKm({
      eyeKm,
      forwardUnit: [forward.x, -forward.z, forward.y],
      radiusKm: EARTH_RADIUS_WGS84_KM,
      isLimbSeen,
    });
    place = ground.at;
    rulerDepthKm = ground.depthKm;
  }
  if (!(rulerDepthKm > 0)) return undefined;
  const ruler = rulerOf({ kmPerPx: kmPerPixel({ depthKm: rulerDepthKm, focal, heightPx }), mostPx: MOST_PX });
  const lengthText = ruler.lengthKm < 1 ? `${Math.round(ruler.lengthKm * 1000)} m` : format(ruler.lengthKm, "Km");
  return { lengthText, widthPx: ruler.widthPx, place: places[place] };
}

/** A bar as long as it says, written once a frame where it has changed, never through React. */
export function Ruler() {
  const isOn = useLayers(({ ruler }) => ruler);
  const bar = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  const where = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isOn) return;
    const draw = () => {
      const here = stage.current();
      const ruler = here && readRuler(here);
      if (bar.current === null || text.current === null || where.current === null) return;
      bar.current.parentElement!.dataset["empty"] = String(ruler === undefined);
      if (ruler === undefined) return;
      bar.current.style.width = `${ruler.widthPx.toFixed(1)}px`;
      if (text.current.textContent !== ruler.lengthText) text.current.textContent = ruler.lengthText;
      if (where.current.textContent !== ruler.place) where.current.textContent = ruler.place;
    };
    draw();
    return stage.onDrawn(draw);
  }, [isOn]);
  if (!isOn) return null;
  return (
    <div className="ruler" role="img" aria-label="Scale of the picture" data-empty="true">
      <span className="ruler-text" ref={text} />
      <div className="ruler-bar" ref={bar} />
      <span className="ruler-where" ref={where} />
    </div>
  );
}
