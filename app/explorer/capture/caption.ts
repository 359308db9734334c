/** The strip under a picture: whose fleet, when, what the colours mean, and made with what. */

export type LegendEntry = { readonly colour: string; readonly label: string };
export type Caption = {
  readonly mission: string;
  /** UTC, as the clock shows it. */
  readonly instant: string;
  readonly legend: readonly LegendEntry[];
};
export type CaptionColours = { readonly ground: string; readonly text: string; readonly quiet: string };

type Context = Pick<
  CanvasRenderingContext2D,
  "fillRect" | "fillText" | "measureText" | "beginPath" | "arc" | "fill" | "fillStyle" | "font" | "textAlign"
> & { textBaseline: CanvasTextBaseline };

const LINE_PX = 20;
const EDGE_PX = 14;
const GAP_PX = 16;
/** Narrower pictures put the legend on a line of its own. */
const ONE_LINE_PX = 620;
const DOT_PX = 3.5;

const rowCount = ({ widthPx, legend }: { widthPx: number; legend: readonly LegendEntry[] }) =>
  widthPx >= ONE_LINE_PX || legend.length === 0 ? 2 : 3;

/** Height of the strip, CSS pixels; even, as video wants it. */
export const captionHeightPx = (size: { widthPx: number; legend: readonly LegendEntry[] }) =>
  rowCount(size) * LINE_PX + EDGE_PX;

/** As much of a text as fits, with an ellipsis where it was cut. */
export function fitText(context: Pick<Context, "measureText">, text: string, mostPx: number): string {
  if (context.measureText(text).width <= mostPx) return text;
  const letters = [...text];
  while (letters.length > 0 && context.measureText(`${letters.join("")}…`).width > mostPx) letters.pop();
  return letters.length === 0 ? "" : `${letters.join("").trimEnd()}…`;
}

/** Draws the strip below `topPx`, over the whole width. One unit is a CSS pixel: scale the context before. */
export function drawCaption({
  context,
  caption: { mission, instant, legend },
  colours,
  font,
  topPx,
  widthPx,
}: {
  context: Context;
  caption: Caption;
  colours: CaptionColours;
  font: string;
  topPx: number;
  widthPx: number;
}): void {
  const heightPx = captionHeightPx({ widthPx, legend });
  context.fillStyle = colours.ground;
  context.fillRect(0, topPx, widthPx, heightPx);
  context.textBaseline = "middle";
  const lineY = (row: number) => topPx + EDGE_PX / 2 + LINE_PX * (row + 0.5);

  context.font = `560 13px ${font}`;
  context.textAlign = "right";
  context.fillStyle = colours.text;
  context.fillText("Dawnline", widthPx - EDGE_PX, lineY(0));
  const nameMostPx = widthPx - 2 * EDGE_PX - GAP_PX - context.measureText("Dawnline").width;
  context.textAlign = "left";
  context.fillText(fitText(context, mission, nameMostPx), EDGE_PX, lineY(0));

  context.font = `400 12px ${font}`;
  context.fillStyle = colours.quiet;
  context.fillText(instant, EDGE_PX, lineY(1));
  const isOwnLine = rowCount({ widthPx, legend }) === 3;
  const spans = legend.map(({ label }) => context.measureText(label).width + 2 * DOT_PX + 7 + GAP_PX);
  const totalPx = spans.reduce((sum, span) => sum + span, -GAP_PX);
  let x = isOwnLine ? EDGE_PX : widthPx - EDGE_PX - totalPx;
  const y = lineY(isOwnLine ? 2 : 1);
  legend.forEach(({ colour, label }, row) => {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x + DOT_PX, y, DOT_PX, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = colours.quiet;
    context.fillText(label, x + 2 * DOT_PX + 7, y);
    x += spans[row]!;
  });
}
