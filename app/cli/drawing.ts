import { parseHTML } from "linkedom";
import type { Figure, FigureDrawings } from "#engine";
import { drawAll } from "../figures/drawFigureText.ts";

/** The figures drawn on linkedom's document: a terminal has none of its own. Loaded only when a page is written. */
export function drawFigures(figures: readonly Figure[]): FigureDrawings {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  return drawAll(figures, document);
}
