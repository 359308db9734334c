import type { ClaimName } from "../facts/claims.ts";
import type { Closure } from "../satellite/closure.ts";

/**
 * The sheet's verdicts with what the design itself gives for each name: `designValue`, in the name's unit, left out where the plan has
 * no such number. `sources`: the plan's numbers, the first that knows a name counts.
 */
export function withDesignValues(closure: Closure, sources: readonly object[]) {
  const designOf = (name: ClaimName): { designValue?: number } => {
    for (const source of sources) {
      const value = (source as Partial<Record<ClaimName, unknown>>)[name];
      if (typeof value === "number") return { designValue: value };
    }
    return {};
  };
  const beside = <Each extends { readonly name: ClaimName }>(each: Each) => ({ ...each, ...designOf(each.name) });
  return { ...closure, claims: closure.claims.map(beside), implied: closure.implied.map(beside) };
}
