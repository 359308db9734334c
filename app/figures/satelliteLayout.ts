import { type DrawingFigure, format, type View } from "#engine";
import { widthOfText } from "./paint.ts";

type Box = { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
export type PlacedShape = Box & { readonly part: View["shapes"][number]["part"] };
export type PlacedDimension = Box & {
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly anchor: "middle" | "end";
};
export type Layout = {
  readonly height: number;
  readonly pxPerM: number;
  readonly shapes: readonly PlacedShape[];
  readonly terminals: readonly { readonly x: number; readonly y: number }[];
  readonly dimensions: readonly PlacedDimension[];
  readonly seams: readonly Box[];
  readonly notes: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly titles: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly scaleBar: Box & { readonly text: string };
};

/** Narrower than this the second view stands below the first. */
const BESIDE_PX = 520;
const MOST_HEIGHT_PX = 260;
const OFFSET_PX = 12;
const GAP_PX = 28;
const TITLE_PX = 22;
const BELOW_PX = 46;
const SCALE_BAR_PX = 26;
const EDGE_PX = 4;
/** Smaller than this a plate has no seams. */
const LEAST_SEAMED_PX = 8;
const MOST_SEAMS = 24;

const extent = ({ shapes }: View) => ({
  left: Math.min(...shapes.map(({ x1M }) => x1M)),
  right: Math.max(...shapes.map(({ x2M }) => x2M)),
  bottom: Math.min(...shapes.map(({ y1M }) => y1M)),
  top: Math.max(...shapes.map(({ y2M }) => y2M)),
});
const linesOf = ({ label, value }: View["dimensions"][number]) => [label, format(value, "M")] as const;
/** Room at the left of a view for the texts of its upright dimensions. */
const leftRoomPx = (view: View) =>
  Math.max(
    0,
    ...view.dimensions
      .filter(({ axis }) => axis === "y")
      .map((each) => Math.max(...linesOf(each).map(widthOfText)) + 2 * OFFSET_PX),
  );
/** Width that the texts of a view's level dimensions and its title need. */
const leastPx = (view: View) =>
  Math.max(
    widthOfText(view.title) - leftRoomPx(view),
    ...view.dimensions.filter(({ axis }) => axis === "x").map((each) => Math.max(...linesOf(each).map(widthOfText))),
  );
/** 1, 2 or 5 times a power of ten, at most `mostM`. */
function roundLength(mostM: number): number {
  const power = 10 ** Math.floor(Math.log10(mostM));
  return [5, 2, 1].map((each) => each * power).find((each) => each <= mostM) ?? power;
}

type Measured = Box & {
  readonly view: View;
  readonly widthM: number;
  readonly heightM: number;
  readonly roomPx: number;
  readonly leastPx: number;
};

/** Pixels of a metre so that all views fit: what is too narrow for its own words is given their width first. */
function scaleOf({ views, width, isBeside }: { views: readonly Measured[]; width: number; isBeside: boolean }): number {
  const tallestM = Math.max(...views.map(({ heightM }) => heightM));
  const fitAround = (narrow: readonly Measured[]): number => {
    const wide = views.filter((each) => !narrow.includes(each));
    const given = narrow.reduce((sum, each) => sum + each.leastPx, 0);
    const rooms = views.reduce((sum, { roomPx }) => sum + roomPx, 0) + GAP_PX * (views.length - 1);
    const px = (width - 2 * EDGE_PX - rooms - given) / wide.reduce((sum, { widthM }) => sum + widthM, 0);
    const scale = Math.min(px, MOST_HEIGHT_PX / tallestM);
    const tooNarrow = wide.filter((each) => each.widthM * scale < each.leastPx);
    return tooNarrow.length === 0 || tooNarrow.length === wide.length ? scale : fitAround([...narrow, ...tooNarrow]);
  };
  if (isBeside) return fitAround([]);
  return Math.min(
    MOST_HEIGHT_PX / tallestM,
    ...views.map(({ widthM, roomPx }) => (width - 2 * EDGE_PX - roomPx) / widthM),
  );
}

/** Lines across a wing where its leaves fold, along its longer side. */
function seamsOf({ part, x1, x2, y1, y2 }: PlacedShape): Box[] {
  if (part !== "wing" && part !== "radiator") return [];
  const [wide, high] = [x2 - x1, y2 - y1];
  if (Math.min(wide, high) < LEAST_SEAMED_PX) return [];
  const isLevel = wide >= high;
  const count = Math.min(MOST_SEAMS, Math.round((2 * Math.max(wide, high)) / Math.min(wide, high)));
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const share = (i + 1) / count;
    return isLevel
      ? { x1: x1 + share * wide, x2: x1 + share * wide, y1, y2 }
      : { x1, x2, y1: y1 + share * high, y2: y1 + share * high };
  });
}

/** All views to one scale, pixels from the top left: beside each other where there is room, else one below the other. */
export function layOutViews({ figure, width }: { figure: DrawingFigure; width: number }): Layout {
  const views = figure.views.map((view): Measured => {
    const { left, right, top, bottom } = extent(view);
    return {
      view,
      x1: left,
      x2: right,
      y1: bottom,
      y2: top,
      widthM: right - left,
      heightM: top - bottom,
      roomPx: leftRoomPx(view),
      leastPx: leastPx(view),
    };
  });
  const isBeside = width >= BESIDE_PX;
  const pxPerM = scaleOf({ views, width, isBeside });
  const rowPx = Math.max(...views.map(({ heightM }) => heightM)) * pxPerM;
  const shapes: PlacedShape[] = [];
  const terminals: { x: number; y: number }[] = [];
  const dimensions: PlacedDimension[] = [];
  const titles: Layout["titles"][number][] = [];
  const notes: Layout["notes"][number][] = [];
  let leftPx = EDGE_PX;
  let topPx = 0;
  for (const each of views) {
    const heightPx = isBeside ? rowPx : each.heightM * pxPerM;
    const originX = leftPx + each.roomPx - each.x1 * pxPerM;
    const originY = topPx + TITLE_PX + heightPx / 2 + ((each.y1 + each.y2) / 2) * pxPerM;
    const px = (xM: number) => originX + xM * pxPerM;
    const py = (yM: number) => originY - yM * pxPerM;
    titles.push({ x: leftPx, y: topPx + 8, text: each.view.title });
    for (const { part, x1M, x2M, y1M, y2M } of each.view.shapes) {
      shapes.push({ part, x1: px(x1M), x2: px(x2M), y1: py(y2M), y2: py(y1M) });
      if (part === "person")
        notes.push({ x: px(x2M) + 6, y: Math.min(py(y1M) - 6, (py(y1M) + py(y2M)) / 2), text: format(y2M - y1M, "M") });
    }
    terminals.push(...each.view.terminals.map(({ xM, yM }) => ({ x: px(xM), y: py(yM) })));
    for (const dimension of each.view.dimensions) {
      const lines = linesOf(dimension);
      if (dimension.axis === "x") {
        const y = py(each.y1) + OFFSET_PX;
        const [x1, x2] = [px(dimension.from), px(dimension.to)];
        const isLong = widthOfText(lines.join(" ")) > x2 - x1;
        const text = lines.join(isLong ? "\n" : " ");
        const textY = y + (isLong ? 22 : 14);
        dimensions.push({ x1, x2, y1: y, y2: y, text, textX: (x1 + x2) / 2, textY, anchor: "middle" });
      } else {
        const x = px(each.x1) - OFFSET_PX;
        const [y1, y2] = [py(dimension.to), py(dimension.from)];
        dimensions.push({
          x1: x,
          x2: x,
          y1,
          y2,
          text: lines.join("\n"),
          textX: x - 7,
          textY: (y1 + y2) / 2,
          anchor: "end",
        });
      }
    }
    if (isBeside) leftPx += each.roomPx + Math.max(each.leastPx, each.widthM * pxPerM) + GAP_PX;
    else topPx += TITLE_PX + heightPx + BELOW_PX;
  }
  const bottomPx = isBeside ? TITLE_PX + rowPx + BELOW_PX : topPx;
  const barM = roundLength((width * 0.2) / pxPerM);
  const barY = bottomPx + 6;
  return {
    shapes,
    seams: shapes.flatMap(seamsOf),
    terminals,
    dimensions,
    titles,
    notes,
    height: bottomPx + SCALE_BAR_PX,
    pxPerM,
    scaleBar: { x1: EDGE_PX, x2: EDGE_PX + barM * pxPerM, y1: barY, y2: barY, text: format(barM, "M") },
  };
}
