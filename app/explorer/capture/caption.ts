/** The strip under a picture: whose fleet, when, what the colours mean, and made with what. */

export type LegendItem =
  | { readonly kind: "words"; readonly label: string }
  | { readonly kind: "dot"; readonly colour: string; readonly label: string }
  /** Colours from left to right, and what stands at both ends. */
  | { readonly kind: "scale"; readonly colours: readonly string[]; readonly least: string; readonly most: string };
export type Caption = {
  readonly mission: string;
  /** UTC, as the clock shows it. */
  readonly instant: string;
  readonly legend: readonly LegendItem[];
};
export type CaptionColours = { readonly ground: string; readonly text: string; readonly quiet: string };

type Context = Pick<
  CanvasRenderingContext2D,
  "fillRect" | "fillText" | "measureText" | "beginPath" | "arc" | "fill"
> & {
  fillStyle: string | CanvasGradient | CanvasPattern;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
};

const LINE_PX = 20;
const EDGE_PX = 14;
const GAP_PX = 16;
const DOT_PX = 3.5;
const DOT_GAP_PX = 7;
const SCALE_PX = 84;
/** More lines than this would be a table, not a legend. */
const MOST_LEGEND_LINE_COUNT = 4;

const smallFont = (font: string) => `400 12px ${font}`;

/** As much of a text as fits, with an ellipsis where it was cut. */
export function fitText(context: Pick<Context, "measureText">, text: string, mostPx: number): string {
  if (context.measureText(text).width <= mostPx) return text;
  const letters = [...text];
  while (letters.length > 0 && context.measureText(`${letters.join("")}…`).width > mostPx) letters.pop();
  return letters.length === 0 ? "" : `${letters.join("").trimEnd()}…`;
}

function itemPx(context: Context, item: LegendItem): number {
  const textPx = (text: string) => context.measureText(text).width;
  switch (item.kind) {
    case "words":
      return textPx(item.label);
    case "dot":
      return 2 * DOT_PX + DOT_GAP_PX + textPx(item.label);
    case "scale":
      return textPx(item.least) + textPx(item.most) + SCALE_PX + 2 * DOT_GAP_PX;
  }
}

type Placed = { readonly item: LegendItem; readonly xPx: number; readonly row: number };

/** Where each item stands: beside the instant where all find room, else on lines of their own. Those without room are left out. */
function layOutLegend({
  context,
  caption: { instant, legend },
  widthPx,
}: {
  context: Context;
  caption: Caption;
  widthPx: number;
}): { placed: readonly Placed[]; rowCount: number } {
  const spans = legend.map((item) => itemPx(context, item));
  const totalPx = spans.reduce((sum, span) => sum + span + GAP_PX, -GAP_PX);
  const rightPx = widthPx - EDGE_PX;
  if (EDGE_PX + context.measureText(instant).width + 2 * GAP_PX + totalPx <= rightPx) {
    let xPx = rightPx - totalPx;
    const placed = legend.map((item, at) => {
      const here = { item, xPx, row: 1 };
      xPx += spans[at]! + GAP_PX;
      return here;
    });
    return { placed, rowCount: 2 };
  }
  const placed: Placed[] = [];
  let row = 2;
  let xPx = EDGE_PX;
  legend.forEach((item, at) => {
    if (xPx > EDGE_PX && xPx + spans[at]! > rightPx) {
      row++;
      xPx = EDGE_PX;
    }
    if (row < 2 + MOST_LEGEND_LINE_COUNT && xPx + spans[at]! <= rightPx) placed.push({ item, xPx, row });
    xPx += spans[at]! + GAP_PX;
  });
  return { placed, rowCount: Math.max(2, ...placed.map((each) => each.row + 1)) };
}

/** Height of the strip, CSS pixels; even, as video wants it. */
export function captionHeightPx({
  context,
  caption,
  font,
  widthPx,
}: {
  context: Context;
  caption: Caption;
  font: string;
  widthPx: number;
}): number {
  context.font = smallFont(font);
  return layOutLegend({ context, caption, widthPx }).rowCount * LINE_PX + EDGE_PX;
}

function drawItem(context: Context, item: LegendItem, xPx: number, yPx: number, colours: CaptionColours): void {
  if (item.kind === "scale") {
    const leastPx = context.measureText(item.least).width;
    const barPx = xPx + leastPx + DOT_GAP_PX;
    context.fillStyle = colours.quiet;
    context.fillText(item.least, xPx, yPx);
    context.fillText(item.most, barPx + SCALE_PX + DOT_GAP_PX, yPx);
    const partPx = SCALE_PX / item.colours.length;
    item.colours.forEach((colour, part) => {
      context.fillStyle = colour;
      context.fillRect(barPx + part * partPx, yPx - 4, partPx + 0.5, 8);
    });
    return;
  }
  if (item.kind === "dot") {
    context.fillStyle = item.colour;
    context.beginPath();
    context.arc(xPx + DOT_PX, yPx, DOT_PX, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = colours.quiet;
  context.fillText(item.label, item.kind === "dot" ? xPx + 2 * DOT_PX + DOT_GAP_PX : xPx, yPx);
}

/** Draws the strip below `topPx`, over the whole width. One unit is a CSS pixel: scale the context before. */
export function drawCaption({
  context,
  caption,
  colours,
  font,
  topPx,
  widthPx,
  heightPx,
}: {
  context: Context;
  caption: Caption;
  colours: CaptionColours;
  font: string;
  topPx: number;
  widthPx: number;
  heightPx: number;
}): void {
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
  context.fillText(fitText(context, caption.mission, nameMostPx), EDGE_PX, lineY(0));

  context.font = smallFont(font);
  context.fillStyle = colours.quiet;
  context.fillText(caption.instant, EDGE_PX, lineY(1));
  // A legend that grew while a video runs keeps to the strip that it has.
  for (const { item, xPx, row } of layOutLegend({ context, caption, widthPx }).placed)
    if (LINE_PX * (row + 1) + EDGE_PX <= heightPx) drawItem(context, item, xPx, lineY(row), colours);
}
