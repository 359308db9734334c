import type { ClaimName } from "../facts/claims.ts";
import { type Bound, type Given, type Relation, relationsOf } from "./relations.ts";

export type Claim = {
  readonly name: ClaimName;
  readonly value: number;
  readonly toleranceFraction?: number | undefined;
};

/** Disagreement that a claim may have with what the others give, unless it says its own. */
const DEFAULT_TOLERANCE = 0.05;
/** Derivations of one name that are kept; the smallest sets of claims first. */
const MOST_DERIVATIONS = 8;
/** Relations that a derivation may pass. */
const MOST_PASSES = 5;

/** A value of a name and the claims that it stands on, one bit each; the document holds at most 30. */
type Derivation = {
  readonly value: number;
  readonly support: number;
  readonly bound?: Bound | undefined;
  readonly isTold?: true | undefined;
};

function sizeOf(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Smallest sets first; between sets of a size by value, so that the order of the claims never shows. */
const inOrder = (a: Derivation, b: Derivation) => sizeOf(a.support) - sizeOf(b.support) || a.value - b.value;

/** Every way of giving each input one of its derivations. */
function combine(lists: readonly (readonly Derivation[])[]): Derivation[][] {
  return lists.reduce<Derivation[][]>((rows, list) => rows.flatMap((row) => list.map((each) => [...row, each])), [[]]);
}

/** All that the claims give, name by name: relations are followed until nothing new comes. A bound is not followed further. */
function derive(claims: readonly Claim[], relations: readonly Relation[]): Map<ClaimName, Derivation[]> {
  const found = new Map<ClaimName, Derivation[]>();
  const add = (name: ClaimName, derivation: Derivation): boolean => {
    if (!(derivation.value > 0) || !Number.isFinite(derivation.value)) return false;
    const list = found.get(name) ?? [];
    // What stands on a part of these claims already says it.
    if (list.some((each) => each.bound === derivation.bound && (each.support & derivation.support) === each.support))
      return false;
    const kept = list.filter(
      (each) => each.bound !== derivation.bound || (each.support & derivation.support) !== derivation.support,
    );
    found.set(name, [...kept, derivation].sort(inOrder).slice(0, MOST_DERIVATIONS));
    return true;
  };
  claims.forEach(({ name, value }, index) => {
    add(name, { value, support: 1 << index });
  });
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = new Map(found);
    let isNew = false;
    for (const { solve, bound, isTold } of relations) {
      const names = Object.keys(solve) as ClaimName[];
      for (const target of names) {
        const inputs = names.filter((name) => name !== target);
        const lists = inputs.map((name) => (before.get(name) ?? []).filter((each) => each.bound === undefined));
        for (const row of combine(lists)) {
          const support = row.reduce((all, each) => all | each.support, 0);
          const value = solve[target]!((name) => row[inputs.indexOf(name)]?.value ?? Number.NaN);
          if (add(target, { value, support, bound: bound?.[target], isTold })) isNew = true;
        }
      }
    }
    if (!isNew) break;
  }
  return found;
}

const disagrees = (value: number, { value: derived, bound }: Derivation, tolerance: number) =>
  bound === "least"
    ? value < derived * (1 - tolerance)
    : bound === "most"
      ? value > derived * (1 + tolerance)
      : Math.abs(value - derived) > tolerance * derived;

export type Closure = {
  /** No claim contradicts; true of a sheet of which nothing could be checked, too. */
  readonly closes: boolean;
  /** Some relation reaches some claim: without one, `closes` says nothing. */
  readonly isChecked: boolean;
  readonly claims: readonly {
    readonly name: ClaimName;
    readonly value: number;
    readonly verdict: "holds" | "contradicts" | "unchecked";
    readonly derivedValue?: number;
    /** The others give no value, but the least or the most that this one may be. */
    readonly bound?: Bound;
    readonly against: readonly ClaimName[];
  }[];
  readonly implied: readonly {
    readonly name: ClaimName;
    readonly value: number;
    readonly bound?: Bound;
    readonly from: readonly ClaimName[];
  }[];
};

/**
 * A spec sheet against itself. Each claim is compared with what the other claims give for it through the satellite's relations:
 * it `holds` when all agree within its tolerance, `contradicts` when one does not (`against`: the fewest claims that it cannot live with, and the
 * value that they ask), and is `unchecked` when nothing reaches it. What the claims give for names that nobody claimed is implied.
 */
export function closeSheet({ claims: written, given }: { claims: readonly Claim[]; given: Given }): Closure {
  if (written.length === 0) return { closes: true, isChecked: false, claims: [], implied: [] };
  const relations = relationsOf(given);
  // In one order whatever the sheet's own, so that permuting claims never changes a verdict.
  const claims = written.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.value - b.value));
  const namesIn = (support: number) =>
    [...new Set(claims.filter((_, index) => (support >> index) & 1).map(({ name }) => name))].sort();
  const found = derive(claims, relations);
  const judged = written.map((claim) => {
    const index = claims.indexOf(claim);
    const { name, value, toleranceFraction = DEFAULT_TOLERANCE } = claim;
    // What stands on the claim itself says nothing about it.
    const derivations = (found.get(name) ?? []).filter(({ support }) => ((support >> index) & 1) === 0);
    const against = derivations.find((each) => disagrees(value, each, toleranceFraction));
    const shown = against ?? derivations.find((each) => each.bound === undefined) ?? derivations[0];
    return {
      name,
      value,
      verdict: against ? ("contradicts" as const) : shown ? ("holds" as const) : ("unchecked" as const),
      ...(shown === undefined ? {} : { derivedValue: shown.value }),
      ...(shown?.bound === undefined ? {} : { bound: shown.bound }),
      against: against ? namesIn(against.support) : [],
    };
  });
  const claimed = new Set(claims.map(({ name }) => name));
  const implied = [...found]
    .filter(([name]) => !claimed.has(name))
    .flatMap(([name, list]) => {
      const first = list.find((each) => each.bound === undefined || each.isTold);
      if (first === undefined) return [];
      const { value, bound, support } = first;
      return [{ name, value, ...(bound === undefined ? {} : { bound }), from: namesIn(support) }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    closes: judged.every(({ verdict }) => verdict !== "contradicts"),
    isChecked: judged.some(({ verdict }) => verdict !== "unchecked"),
    claims: judged,
    implied,
  };
}
