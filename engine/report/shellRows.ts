import type { Shell } from "../mission/mission.ts";
import type { Because as InputOrigin } from "../mission/resolve.ts";
import { makeRow, type Row, type Scope, type SourceList } from "./rows.ts";
import { shellNames } from "./sections.ts";

/** Fields of the document that no result repeats. */
const asGiven = ["phasingCount", "raanSpreadDeg", "ltanH", "ltanSpreadH"] as const;
/** What a designed shell gets that leaves the field out. */
const defaults: Scope = { phasingCount: 0 };

/** Rows of one shell, the fleet's or the relay's. `values`: its results; `path`: its place in the document. */
export function shellRows({
  shell,
  values,
  path,
  scope,
  sourceList,
}: {
  shell: Shell;
  values: object;
  path: string;
  scope: Scope;
  sourceList: SourceList;
}): readonly Row[] {
  const given = shell as Scope;
  const isFlown = shell.elementsFile !== undefined;
  const told = Object.fromEntries(
    asGiven.flatMap((name) => {
      const value = given[name] ?? (isFlown ? undefined : defaults[name]);
      // Records have nodes of their own.
      const isOverruled = isFlown && name !== "phasingCount" && name !== "raanSpreadDeg";
      return value === undefined || isOverruled ? [] : [[name, value]];
    }),
  );
  return shellNames.flatMap(([name, editable]) => {
    const origins: Record<string, InputOrigin> = {};
    if (editable && given[name] === undefined)
      origins[name] = { source: "dawnline-reference", note: "Not in the document: the reference mission's value." };
    const row = makeRow({
      name,
      scope: { ...scope, ...told, ...values },
      origins,
      sourceList,
      path: editable ? `${path}.${name}` : undefined,
    });
    if (row === undefined) return [];
    if (isFlown && (name === "altitudeKm" || name === "inclinationDeg"))
      return [{ ...row, because: { method: "from the records of the elements file" } }];
    if (name === "inclinationDeg" && given["inclinationDeg"] === "sun-synchronous")
      return [{ ...row, because: { method: "sun-synchronous: J2 turns the node once in a tropical year" } }];
    return [row];
  });
}
