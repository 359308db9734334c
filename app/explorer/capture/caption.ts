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
/** Narrower pictures put the legend on lines of its own. */
const ONE_LINE_PX = 620;
const DOT_PX = 3.5;
/** Room that is kept for a letter of the legend: the strip's height must be known before anything can be measured. */
const LETTER_PX = 7;
/** Room that the instant takes on the line that it may share. */
const INSTANT_PX = 180;

const roomPx = ({ label }: LegendEntry) => [...label].length * LETTER_PX + 2 * DOT_PX + 7 + GAP_PX;

/** The legend in lines: on the instant's own where there is room for all, else below it, as many as it takes. */
function legendLines({ widthPx, legend }: { widthPx: number; legend: readonly LegendEntry[] }) {
  const allPx = legend.reduce((sum, entry) => sum + roomPx(entry), 0);
  const isBeside = widthPx >= ONE_LINE_PX && allPx <= widthPx - 2 * EDGE_PX - INSTANT_PX;
  if (isBeside || legend.length === 0) return { isBeside: true, lines: [legend] };
  const lines: LegendEntry[][] = [[]];
  let usedPx = 0;
  for (const entry of legend) {
    if (usedPx > 0 && usedPx + roomPx(entry) > widthPx - 2 * EDGE_PX + GAP_PX) {
      lines.push([]);
      usedPx = 0;
    }
    lines.at(-1)!.push(entry);
    usedPx += roomPx(entry);
  }
  return { isBeside: false, lines };
}

/** Height of the strip, CSS pixels; even, as video wants it. */
export function captionHeightPx(size: { widthPx: number; legend: readonly LegendEntry[] }): number {
  const { isBeside, lines } = legendLines(size);
  return (2 + (isBeside ? 0 : lines.length)) * LINE_PX + EDGE_PX;
}

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
  const { isBeside, lines } = legendLines({ widthPx, legend });
  lines.forEach((line, row) => {
    const spans = line.map(({ label }) => context.measureText(label).width + 2 * DOT_PX + 7 + GAP_PX);
    const totalPx = spans.reduce((sum, span) => sum + span, -GAP_PX);
    let x = isBeside ? widthPx - EDGE_PX - totalPx : EDGE_PX;
    const y = lineY(isBeside ? 1 : 2 + row);
    line.forEach(({ colour, label }, at) => {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x + DOT_PX, y, DOT_PX, 0, 2 * Math.PI);
      context.fill();
      context.fillStyle = colours.quiet;
      context.fillText(label, x + 2 * DOT_PX + 7, y);
      x += spans[at]!;
    });
  });
}
