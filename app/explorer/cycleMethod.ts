import { type UnitSuffix, wordOf } from "#engine";
import type { ValueRow } from "../parts/valueRow.ts";

/** How power and temperature at a moment are worked out, and what that leaves out. */
const METHOD =
  "the time-stepped orbit of `dawnline cycle`, each satellite by its own plane's angle to the Sun and its place from orbit noon: array and battery new, the panel at end of life, one lump of heat for rack, coolant and panel, the Earth's shadow a cylinder without penumbra (10 s at each end). The design is one for all shells; relay and catalogue have none";

const UNBALANCED =
  "; where the battery is not full again after an orbit, the first orbit from a full one is shown, from noon on";

/** A value of the time-stepped orbit that explains itself. */
export function cycleValueRow({
  name,
  label,
  value,
  unit,
  text,
  isBalanced,
}: {
  name: string;
  label: string;
  /** A number, or the words of a range. */
  value: number | string;
  unit: UnitSuffix;
  text: string;
  /** Whether the battery is full again after each orbit; of a fleet, of all its orbits. */
  isBalanced: boolean;
}): ValueRow {
  const method = isBalanced ? METHOD : METHOD + UNBALANCED;
  return { name, label, help: wordOf(name)?.help ?? "", value, unit, text, because: { method } };
}
