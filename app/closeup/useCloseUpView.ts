import { useCallback, useEffect, useRef, useState } from "react";
import type { Point } from "./blocks.ts";
import { type CloseUpView, extentOf, fitScale, HIGHEST_RAD, keepScale, limitScale, type Size, sides } from "./view.ts";

/** Length of a turn to a named side, milliseconds. */
const TURN_MS = 420;
const STEP_RAD = Math.PI / 24;
const ZOOM_STEP_RATIO = 1.25;
const TURN_RAD_PER_PX = 0.008;
const ZOOM_PER_WHEEL_PX = 0.0014;

const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const lift = (elevationRad: number) => Math.min(HIGHEST_RAD, Math.max(-HIGHEST_RAD, elevationRad));

type Turn = { readonly azimuthRad: number; readonly elevationRad: number };

/**
 * The view of the close-up: turned by hand, keys or to a named side; its scale follows the satellite until somebody zooms.
 * `corners`: of everything shown, metres.
 */
export function useCloseUpView(corners: readonly Point[], size: Size) {
  const [turn, setTurn] = useState<Turn>(sides[0]);
  /** A person's own scale; undefined while it follows the satellite. */
  const [chosen, setChosen] = useState<number>();
  const kept = useRef(0);
  const animation = useRef(0);
  const extent = extentOf(corners, turn);
  const fit = fitScale(extent, size);
  const followed = kept.current === 0 ? fit : keepScale(kept.current, fit);
  useEffect(() => {
    kept.current = followed;
  }, [followed]);
  useEffect(() => () => cancelAnimationFrame(animation.current), []);

  const refit = useCallback(() => {
    kept.current = 0;
    setChosen(undefined);
  }, []);
  const lookFrom = useCallback(
    (to: Turn) => {
      cancelAnimationFrame(animation.current);
      refit();
      if (isCalm()) {
        setTurn(to);
        return;
      }
      const startMs = performance.now();
      setTurn((from) => {
        const turns = Math.round((from.azimuthRad - to.azimuthRad) / (2 * Math.PI));
        const goal = { ...to, azimuthRad: to.azimuthRad + turns * 2 * Math.PI };
        const step = (nowMs: number) => {
          const share = Math.min(1, Math.max(0, (nowMs - startMs) / TURN_MS));
          const eased = 1 - (1 - share) ** 3;
          kept.current = 0;
          setTurn({
            azimuthRad: from.azimuthRad + (goal.azimuthRad - from.azimuthRad) * eased,
            elevationRad: from.elevationRad + (goal.elevationRad - from.elevationRad) * eased,
          });
          if (share < 1) animation.current = requestAnimationFrame(step);
        };
        animation.current = requestAnimationFrame(step);
        return from;
      });
    },
    [refit],
  );
  const turnBy = useCallback((azimuthRad: number, elevationRad: number) => {
    cancelAnimationFrame(animation.current);
    setTurn((from) => ({
      azimuthRad: from.azimuthRad + azimuthRad,
      elevationRad: lift(from.elevationRad + elevationRad),
    }));
  }, []);
  const zoomBy = useCallback((ratio: number) => setChosen((now) => limitScale((now ?? kept.current) * ratio)), []);

  const view: CloseUpView = { ...turn, pxPerM: chosen ?? followed };
  return { view, centreM: extent.centreM, lookFrom, turnBy, zoomBy, refit, isFitted: chosen === undefined };
}
export type ViewControls = ReturnType<typeof useCloseUpView>;

/** Drag turns, wheel with a pressed control key and pinch zoom (a plain wheel scrolls the page), arrows and + − 0 by keyboard. */
export function useViewControls(
  frame: React.RefObject<HTMLElement | null>,
  { turnBy, zoomBy, refit }: Pick<ViewControls, "turnBy" | "zoomBy" | "refit">,
) {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const pointers = new Map<number, { x: number; y: number }>();
    const spread = () => {
      const [a, b] = [...pointers.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof HTMLCanvasElement)) return;
      element.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const was = spread();
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const share = TURN_RAD_PER_PX / pointers.size;
      turnBy(-(event.clientX - before.x) * share, (event.clientY - before.y) * share);
      if (was > 0 && spread() > 0) zoomBy(spread() / was);
    };
    const up = (event: PointerEvent) => void pointers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-Math.max(-300, Math.min(300, event.deltaY)) * ZOOM_PER_WHEEL_PX));
    };
    const key = (event: KeyboardEvent) => {
      if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
      const acts: Readonly<Record<string, () => void>> = {
        ArrowLeft: () => turnBy(-STEP_RAD, 0),
        ArrowRight: () => turnBy(STEP_RAD, 0),
        ArrowUp: () => turnBy(0, STEP_RAD),
        ArrowDown: () => turnBy(0, -STEP_RAD),
        "+": () => zoomBy(ZOOM_STEP_RATIO),
        "=": () => zoomBy(ZOOM_STEP_RATIO),
        "-": () => zoomBy(1 / ZOOM_STEP_RATIO),
        "0": refit,
      };
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const listen: readonly (readonly [string, (event: never) => void, AddEventListenerOptions?])[] = [
      ["pointerdown", down],
      ["pointermove", move],
      ["pointerup", up],
      ["pointercancel", up],
      ["wheel", wheel, { passive: false }],
      ["keydown", key],
    ];
    for (const [type, act, options] of listen) element.addEventListener(type, act as EventListener, options);
    return () => {
      for (const [type, act] of listen) element.removeEventListener(type, act as EventListener);
    };
  }, [frame, turnBy, zoomBy, refit]);
}
