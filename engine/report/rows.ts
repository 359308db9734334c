import { type SourceId, sources } from "../facts/sources.ts";
import { formatNumber } from "../glossary/format.ts";
import { formatNamed, wordOf } from "../glossary/glossary.ts";
import { type UnitSuffix, unitOf } from "../glossary/units.ts";
import type { Because as InputOrigin } from "../mission/resolve.ts";

/** Why a row's value is what it is. */
export type Because =
  | { readonly given: "mission" }
  | { readonly source: SourceId; readonly sourceNumber: number; readonly note: string }
  | { readonly formula: string; readonly values: string }
  | { readonly method: string };

export type Row = {
  readonly name: string;
  /** Where the value stands in the mission document, for a row that a person may edit there. */
  readonly path?: string;
  readonly label: string;
  readonly help: string;
  readonly value: number | string;
  readonly unit: UnitSuffix | undefined;
  /** The value with its unit, for a person. */
  readonly text: string;
  readonly because: Because;
};

/** Numbers the sources in the order in which rows use them. */
export function makeSourceList() {
  const used: SourceId[] = [];
  return {
    numberOf(id: SourceId) {
      if (!used.includes(id)) used.push(id);
      return used.indexOf(id) + 1;
    },
    list: () => used.map((id, index) => ({ number: index + 1, id, ...sources[id] })),
  };
}

export type SourceList = ReturnType<typeof makeSourceList>;
export type Scope = Readonly<Record<string, unknown>>;

/** A formula with the numbers of `scope` put in, in base units. */
export function fillFormula(formula: string, scope: Scope): string {
  return formula.replace(/(?<![\w.])[A-Za-z_]\w*/g, (name) => {
    const value = Object.hasOwn(scope, name) ? scope[name] : undefined;
    return typeof value === "number" ? formatNumber(value, 6) : name;
  });
}

/** One row of a glossary name, or undefined when the plan has no such number. */
export function makeRow({
  name,
  scope,
  origins,
  sourceList,
  path,
}: {
  name: string;
  scope: Scope;
  origins: Readonly<Record<string, InputOrigin>>;
  sourceList: SourceList;
  path?: string | undefined;
}): Row | undefined {
  const value = Object.hasOwn(scope, name) ? scope[name] : undefined;
  const word = wordOf(name);
  if (typeof value !== "number" || word === undefined) return undefined;
  const unit = unitOf(name);
  return {
    name,
    ...(path === undefined ? {} : { path }),
    label: word.label,
    help: word.help,
    value,
    unit,
    text: formatNamed(name, value),
    because: explain(),
  };

  function explain(): Because {
    if (word && "formula" in word) return { formula: word.formula, values: fillFormula(word.formula, scope) };
    if (word && "method" in word) return { method: word.method };
    return originOf({ origin: origins[name], sourceList });
  }
}

export function originOf({ origin, sourceList }: { origin: InputOrigin | undefined; sourceList: SourceList }): Because {
  if (origin === undefined || "given" in origin) return { given: "mission" };
  return { source: origin.source, sourceNumber: sourceList.numberOf(origin.source), note: origin.note };
}

/** The origin column in words. */
export function describeOrigin(because: Because): string {
  if ("given" in because) return "mission";
  if ("source" in because) return `[${because.sourceNumber}] ${sources[because.source].kind}: ${because.note}`;
  if ("formula" in because) return `= ${because.formula}`;
  return because.method;
}
