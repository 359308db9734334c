import { useMemo } from "react";
import type { Report, Row } from "#engine";
import { usePlan } from "../state/use.ts";

export type RowBook = { ofName(name: string): Row | undefined; ofPath(path: string): Row | undefined };

export function bookOf(report: Report | undefined): RowBook {
  const byName = new Map<string, Row>();
  const byPath = new Map<string, Row>();
  for (const { rows } of report?.sections ?? [])
    for (const row of rows) {
      if (!byName.has(row.name)) byName.set(row.name, row);
      if (row.path !== undefined) byPath.set(row.path, row);
    }
  return { ofName: (name) => byName.get(name), ofPath: (path) => byPath.get(path) };
}

/** The plan's rows by name and by place in the document; `before` holds those from before the last edit. */
export function useRows(): { now: RowBook; before: RowBook } {
  const now = usePlan(({ answer }) => answer?.report);
  const before = usePlan(({ before }) => before?.report);
  return useMemo(() => ({ now: bookOf(now), before: bookOf(before) }), [now, before]);
}
