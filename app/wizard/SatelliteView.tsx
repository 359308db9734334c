import { useMemo } from "react";
import { useStore } from "zustand";
import { readSizes } from "../closeup/blocks.ts";
import { CloseUp, type Design } from "../closeup/CloseUp.tsx";
import { compareStore } from "../state/compare.ts";
import { useMission } from "../state/use.ts";
import { Drawing } from "./Drawing.tsx";
import { useLitNames } from "./lit.ts";
import { bookOf, type RowBook } from "./rows.ts";

const designOf = (title: string, rows: RowBook): Design | undefined => {
  const sizes = readSizes((name) => rows.ofName(name)?.value);
  return sizes === undefined ? undefined : { title, sizes, rowOf: rows.ofName };
};

/** The satellite being sized, and beside it the one that was kept to compare with. */
export function SatelliteView({ rows }: { rows: RowBook }) {
  const name = useMission(({ document }) => document.name);
  const kept = useStore(compareStore, (state) => state.kept);
  const lit = useLitNames();
  const now = useMemo(() => designOf(name, rows), [name, rows]);
  const other = useMemo(
    () => (kept === undefined ? undefined : designOf(`Kept: ${kept.mission.name}`, bookOf(kept.report))),
    [kept],
  );
  const designs = useMemo(() => [now, other].filter((design) => design !== undefined), [now, other]);
  if (now === undefined)
    return (
      <p className="drawing-waiting quiet" role="status">
        Working out the satellite
      </p>
    );
  const text = (each: string) => rows.ofName(each)?.text ?? "";
  return (
    <CloseUp
      designs={designs}
      lit={lit}
      label={`Satellite to scale: wingspan ${text("wingspanM")}, mean chord ${text("chordM")}, array ${text("solarAreaM2")}, radiator ${text("radiatorAreaM2")}, deployed height ${text("deployedHeightM")}`}
      fallback={<Drawing rows={rows} />}
    />
  );
}
