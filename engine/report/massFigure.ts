import { format } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import type { Plan } from "../plan/plan.ts";
import type { BarsFigure } from "./figure.ts";

/** The launch mass part by part, heaviest first. */
export function massFigure({ plan }: { plan: Plan }): BarsFigure {
  const { massKg, massParts } = plan.satellite;
  const parts = massParts.filter((each) => each.massKg > 0).sort((a, b) => b.massKg - a.massKg);
  const [first] = parts;
  return {
    id: "mass",
    section: "mass",
    kind: "bars",
    title: `Where the ${format(massKg, "Kg")} are`,
    summary:
      first === undefined
        ? "Nothing weighs anything."
        : `The ${first.part} is the heaviest part, ${format(first.massKg / massKg, "Fraction", 2)} of it.`,
    caption:
      "Areas, energies and counts times sourced figures; structure is a share of the dry mass. No growth margin.",
    sources: [],
    label: wordOf("massKg")!.label,
    unit: "Kg",
    bars: parts.map(({ part, massKg: value }) => ({ label: part, value })),
    table: {
      columns: [
        { label: "Part", unit: undefined },
        { label: "Mass", unit: "Kg" },
        { label: "Share", unit: "Fraction" },
      ],
      rows: parts.map((each) => [each.part, each.massKg, each.massKg / massKg]),
    },
  };
}
