import { type Figure, type FigureDrawings, hasDrawing } from "#engine";
import { drawFigure } from "./drawFigure.ts";

/** On paper a pixel of this is a pixel of print: A4 less its margins is 672 wide. */
const WIDE_PX = 672;
const NARROW_PX = 340;

/** A figure as the text of two drawings, for a sheet and for a telephone. `document` may be linkedom's or the browser's own. */
export function drawFigureText(figure: Figure, document: Document): { readonly wide: string; readonly narrow: string } {
  const at = (width: number) => drawFigure({ figure, width, document }).svg.outerHTML;
  return { wide: at(WIDE_PX), narrow: at(NARROW_PX) };
}

/** The drawings of all figures, by their ids; a figure with nothing to draw has none. */
export const drawAll = (figures: readonly Figure[], document: Document): FigureDrawings =>
  Object.fromEntries(figures.filter(hasDrawing).map((figure) => [figure.id, drawFigureText(figure, document)]));
