import { type BodyAxes, type Report, sunPointingAxes } from "#engine";
import { readSizes, type Sizes } from "../closeup/blocks.ts";
import { planStore } from "../state/plan.ts";
import { sky } from "./sky.ts";

/** The sized satellite of the mission's own shells, and how its radiator stands. */
export type Design = { readonly sizes: Sizes; readonly radiatorNadirDeg: number };

let read: { readonly report: Report; readonly design: Design | undefined } | undefined;

/** The plan's newest; undefined until there is one, or where it has no lengths. */
export function designNow(): Design | undefined {
  const report = planStore.getState().answer?.report;
  if (report === undefined) return undefined;
  if (read?.report !== report) {
    const rows = report.sections.flatMap((section) => section.rows);
    const lookUp = (name: string) => rows.find((row) => row.name === name)?.value;
    const sizes = readSizes(lookUp);
    const angle = lookUp("radiatorNadirDeg");
    read = { report, design: sizes && { sizes, radiatorNadirDeg: typeof angle === "number" ? angle : 0 } };
  }
  return read.design;
}

const at: [number, number, number] = [0, 0, 0];
const velocity: [number, number, number] = [0, 0, 0];

/** The drawn attitude of a satellite at the shown instant; undefined when it has no state. */
export function axesOf(index: number, design: Design): BodyAxes | undefined {
  const shown = sky.shown();
  if (shown === undefined || !sky.positionInto(index, at) || !sky.velocityInto(index, velocity)) return undefined;
  return sunPointingAxes({
    positionKm: at,
    velocityKmPerS: velocity,
    sunUnit: shown.sunTemeUnit,
    radiatorNadirDeg: design.radiatorNadirDeg,
  });
}
