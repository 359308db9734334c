import { format } from "../glossary/format.ts";
import { wordOf } from "../glossary/glossary.ts";
import { unitOf } from "../glossary/units.ts";
import type { Plan } from "../plan/plan.ts";

const label = (name: string) => wordOf(name)?.label ?? name;
const names = (list: readonly string[]) => list.map(label).join(", ");

/** The closure table in words: what was claimed, what the other claims give, and what they imply. */
export function claimRows(closure: Plan["satellite"]["closure"]): readonly (readonly string[])[] {
  return [
    ...closure.claims.map(({ name, value, verdict, derivedValue, against }) => [
      label(name),
      format(value, unitOf(name)),
      against.length > 0 ? `${verdict}: ${names(against)}` : verdict,
      derivedValue === undefined ? "–" : format(derivedValue, unitOf(name)),
    ]),
    ...closure.implied.map(({ name, value, from }) => [
      label(name),
      "–",
      `implied by ${names(from)}`,
      format(value, unitOf(name)),
    ]),
  ];
}
