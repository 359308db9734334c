import { type RefObject, useEffect } from "react";
import { selectionStore } from "../state/selection.ts";
import { moveCamera, turnPerPx } from "./moveCamera.ts";
import { pickSatellite } from "./pick.ts";
import { stage } from "./stage.ts";

/** A press that moves farther than this is a drag, pixels. */
const CLICK_PX = 5;
const ZOOM_PER_WHEEL_PX = 0.0014;
const WHEEL_LINE_PX = 16;

/** Drag turns, wheel and pinch zoom, a click selects. */
export function useGlobeControls(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const pointers = new Map<number, { x: number; y: number }>();
    let movedPx = 0;
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof HTMLCanvasElement)) return;
      element.setPointerCapture(event.pointerId);
      if (pointers.size === 0) movedPx = 0;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const spreadBefore = spread();
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const dx = (event.clientX - before.x) / pointers.size;
      const dy = (event.clientY - before.y) / pointers.size;
      movedPx += Math.hypot(dx, dy);
      if (movedPx < CLICK_PX && pointers.size === 1) return;
      const rad = turnPerPx(element.clientHeight);
      const zoomRatio = pointers.size === 2 && spread() > 0 ? spreadBefore / spread() : 1;
      moveCamera({ turnRad: -dx * rad, liftRad: dy * rad, zoomRatio });
    };
    const up = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0 || movedPx >= CLICK_PX) return;
      const here = stage.current();
      if (here === undefined) return;
      const { left, top, width, height } = here.canvas.getBoundingClientRect();
      const point = { xPx: event.clientX - left, yPx: event.clientY - top, widthPx: width, heightPx: height };
      selectionStore.getState().select(pickSatellite({ ...point, camera: here.camera }));
    };
    const cancel = (event: PointerEvent) => {
      movedPx = CLICK_PX;
      pointers.delete(event.pointerId);
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_LINE_PX : 1);
      moveCamera({ zoomRatio: Math.exp(Math.max(-300, Math.min(300, px)) * ZOOM_PER_WHEEL_PX) });
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", cancel);
    element.addEventListener("wheel", wheel, { passive: false });
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", cancel);
      element.removeEventListener("wheel", wheel);
    };
  }, [frame]);
}
