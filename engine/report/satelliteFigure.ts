import { format } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import { unitOf } from "../glossary/units.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import type { Plan } from "../plan/plan.ts";
import type { DrawingFigure, View } from "./figure.ts";

/** A person, for scale: nothing is computed from it. */
const PERSON_HEIGHT_M = 1.75;
const PERSON_WIDTH_M = 0.5;
/** Gap between the satellite and the person beside it, as a share of the deployed height. */
const PERSON_GAP_SHARE = 0.12;

/** The satellite to scale, seen along the Sun line and along the span, with its dimensions. */
export function satelliteFigure({ mission, plan }: { mission: Mission; plan: Plan }): DrawingFigure {
  const { satellite } = plan;
  const { assumptions } = resolveMission(mission);
  const { wingLengthM, wingChordM, radiatorWingLengthM, radiatorWingChordM } = satellite;
  const { bodyWidthM, bodyHeightM, bodyVolumeM3, deployedHeightM, laserTerminalCount } = assumptions;
  const bodyDepthM = bodyVolumeM3 / (bodyWidthM * bodyHeightM);
  // A body wider than the span or the height is drawn as what the wings leave of it: see satellite/shape.ts.
  const tipM = satellite.wingspanM / 2;
  const rootM = tipM - wingLengthM;
  const topM = deployedHeightM / 2;
  const footM = topM - radiatorWingLengthM;
  const sizes: Record<string, number> = {
    wingspanM: satellite.wingspanM,
    wingChordM,
    deployedHeightM,
    radiatorWingChordM,
    wingLengthM,
    radiatorWingLengthM,
    bodyWidthM: 2 * rootM,
    bodyHeightM: 2 * footM,
  };
  const label = (name: string) => wordOf(name)!.label;
  const dimension = (
    name: string,
    place: Pick<View["dimensions"][number], "axis" | "from" | "to" | "side">,
  ): View["dimensions"][number] => ({ name, label: label(name), value: sizes[name]!, ...place });
  const both = (from: number, to: number) => [[-to, -from] as const, [from, to] as const];
  const front: View = {
    title: "Seen from the Sun",
    shapes: [
      ...both(rootM, tipM).map(
        ([x1M, x2M]) => ({ part: "wing", x1M, x2M, y1M: -wingChordM / 2, y2M: wingChordM / 2 }) as const,
      ),
      // Edge-on: a line.
      ...both(footM, topM).map(([y1M, y2M]) => ({ part: "radiator", x1M: 0, x2M: 0, y1M, y2M }) as const),
      { part: "body", x1M: -rootM, x2M: rootM, y1M: -footM, y2M: footM },
    ],
    terminals: terminalsOf({ count: laserTerminalCount, halfWidthM: rootM, halfHeightM: footM }),
    dimensions: [
      dimension("wingspanM", { axis: "x", from: -tipM, to: tipM, side: "after" }),
      dimension("wingChordM", { axis: "y", from: -wingChordM / 2, to: wingChordM / 2, side: "before" }),
    ],
  };
  const halfDepthM = bodyDepthM / 2;
  const personM = Math.max(radiatorWingChordM / 2, halfDepthM) + PERSON_GAP_SHARE * deployedHeightM;
  const side: View = {
    title: "Seen along the span",
    shapes: [
      ...both(footM, topM).map(
        ([y1M, y2M]) =>
          ({ part: "radiator", x1M: -radiatorWingChordM / 2, x2M: radiatorWingChordM / 2, y1M, y2M }) as const,
      ),
      // Edge-on: a line.
      { part: "wing", x1M: 0, x2M: 0, y1M: -wingChordM / 2, y2M: wingChordM / 2 },
      { part: "body", x1M: -halfDepthM, x2M: halfDepthM, y1M: -footM, y2M: footM },
      { part: "person", x1M: personM, x2M: personM + PERSON_WIDTH_M, y1M: -topM, y2M: -topM + PERSON_HEIGHT_M },
    ],
    terminals: [],
    dimensions: [
      dimension("deployedHeightM", { axis: "y", from: -topM, to: topM, side: "before" }),
      dimension("radiatorWingChordM", {
        axis: "x",
        from: -radiatorWingChordM / 2,
        to: radiatorWingChordM / 2,
        side: "after",
      }),
    ],
  };
  return {
    id: "satellite",
    section: "shape",
    kind: "drawing",
    title: "The satellite to scale",
    summary: `${format(satellite.wingspanM, "M")} from tip to tip, ${format(deployedHeightM, "M")} high; the person stands ${format(PERSON_HEIGHT_M, "M")}.`,
    caption: `Wings face the Sun, radiators stand edge-on to it, the Sun at the left of the view along the span. Body: width and height as assumed, depth from its volume, ${format(bodyDepthM, "M", 2)}. ${laserTerminalCount} laser terminals, their places schematic.`,
    sources: [],
    views: [front, side],
    table: {
      columns: [
        { label: "Dimension", unit: undefined },
        { label: "Length", unit: "M" },
      ],
      rows: Object.entries(sizes).map(([name, value]) => {
        if (unitOf(name) !== "M") throw new Error(`satellite figure: got ${name}, expected a length in metres`);
        return [label(name), value];
      }),
    },
  };
}

/** Terminals spread evenly round the body's outline, the first at the right. */
function terminalsOf({ count, halfWidthM, halfHeightM }: { count: number; halfWidthM: number; halfHeightM: number }) {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / count;
    const reach = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
    return { xM: halfWidthM * reach * Math.cos(angle), yM: halfHeightM * reach * Math.sin(angle) };
  });
}
