import { formatNamed, wordOf } from "../glossary/glossary.ts";
import type { Plan } from "../plan/plan.ts";

type Closure = Plan["satellite"]["closure"];

const label = (name: string) => wordOf(name)?.label ?? name;
const names = (list: readonly string[]) => list.map(label).join(", ");

/** Heads of `claimRows`' columns. */
export const claimHeads = ["Quantity", "Claimed", "Verdict", "The others", "This design"] as const;

/** What the other claims make of a name: "give 600 m²", "allow at most 150 kW", "ask at least 187 kW"; undefined where they say nothing. */
function othersSay(name: string, value: number | undefined, bound: "least" | "most" | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = formatNamed(name, value);
  if (bound === undefined) return `give ${text}`;
  return bound === "most" ? `allow at most ${text}` : `ask at least ${text}`;
}

/** A claim in words, for every window: `others` follows "the others", `design` is the design's own value; both undefined where there is none. */
export function claimWords({
  name,
  value,
  verdict,
  derivedValue,
  bound,
  against,
  designValue,
}: Closure["claims"][number]) {
  return {
    label: label(name),
    claimed: formatNamed(name, value),
    verdict: against.length > 0 ? `${verdict}: ${names(against)}` : verdict,
    others: othersSay(name, derivedValue, bound),
    design: designValue === undefined ? undefined : formatNamed(name, designValue),
  };
}

/** The closure table in words: what was claimed, what the other claims make of it and imply, and what the design has. */
export function claimRows(closure: Closure): readonly (readonly string[])[] {
  return [
    ...closure.claims.map((claim) => {
      const { label, claimed, verdict, others = "–", design = "–" } = claimWords(claim);
      return [label, claimed, verdict, others, design];
    }),
    ...closure.implied.map(({ name, value, bound, from, designValue }) => [
      label(name),
      "–",
      `implied by ${names(from)}`,
      othersSay(name, value, bound) ?? "–",
      designValue === undefined ? "–" : formatNamed(name, designValue),
    ]),
  ];
}
