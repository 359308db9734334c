import { type MouseEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { selectionStore } from "../state/selection.ts";
import { useScheme } from "../state/use.ts";
import type { OverheadAnswer } from "../worker/groundMessages.ts";
import { pickRow } from "./dome.ts";
import { type DomeColours, domeRadiusPx, drawDome } from "./domeCanvas.ts";

/** How far from a mark a press may land, CSS pixels. */
const REACH_PX = 14;

function readColours(element: HTMLElement): DomeColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    night: read("--dome-night"),
    day: read("--dome-day"),
    line: read("--dome-line"),
    text: read("--dome-text"),
    dawn: read("--space-dawn"),
    dusk: read("--space-dusk"),
    rose: read("--space-rose"),
    selected: read("--dome-selected"),
  };
}

/** The whole sky over a place; a press selects the satellite nearest to it. */
export function Dome({
  answer,
  catalogueFrom,
  label,
}: {
  answer: OverheadAnswer | undefined;
  catalogueFrom: number;
  label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [sidePx, setSidePx] = useState(0);
  const selectedIndex = useStore(selectionStore, (state) => state.selectedIndex);
  const scheme = useScheme();

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSidePx(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || sidePx === 0) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(sidePx * ratio);
    element.height = element.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawDome({ context, sidePx, answer, catalogueFrom, selectedIndex, colours: readColours(element) });
  }, [sidePx, answer, catalogueFrom, selectedIndex, scheme]);

  const pick = (event: MouseEvent<HTMLCanvasElement>) => {
    if (answer === undefined) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const radius = domeRadiusPx(sidePx);
    const at = { x: (event.clientX - left - sidePx / 2) / radius, y: (event.clientY - top - sidePx / 2) / radius };
    const row = pickRow(answer, at, REACH_PX / radius);
    if (row !== undefined) selectionStore.getState().select(answer.indices[row]);
  };
  // The list beside it gives the same by keyboard.
  return <canvas ref={canvas} className="dome" role="img" aria-label={label} onClick={pick} />;
}
