import type { MissionIssue, PropagationMethod } from "#engine";
import type { Flyers } from "./flyers.ts";
import { describeText } from "./options.ts";
import { printable } from "./printable.ts";
import type { ListedFlyer } from "./propagation.ts";
import { badInput, makeIssue } from "./stop.ts";

/** The indices behind `--index`, or an issue in `issues`. */
export function readIndices(text: string, issues: MissionIssue[]): number[] {
  const words = text.split(",").map((word) => word.trim());
  const indices = words.map((word) => (/^\d{1,9}$/.test(word) ? Number(word) : Number.NaN));
  const wrong = indices.findIndex((index, at) => Number.isNaN(index) || indices.indexOf(index) !== at);
  if (wrong !== -1)
    issues.push(makeIssue("--index", describeText(words[wrong]!), "whole numbers from 0 with commas, each once"));
  return indices;
}

/** Satellites in order: of a mission as ranges of indices, of a file as records. */
export type Chosen = { readonly count: number } & (
  | { readonly ranges: readonly { readonly first: number; readonly end: number }[] }
  | { readonly records: readonly ListedFlyer[] }
);

/** What `--index` leaves of the satellites; a method that does not suit them is refused. */
export function chooseSatellites({
  flyers,
  indices,
  method,
}: {
  flyers: Flyers;
  indices: readonly number[] | undefined;
  method: PropagationMethod;
}): Chosen {
  const { records } = flyers;
  if (records !== undefined && method === "analytic")
    throw badInput([makeIssue("--method", "analytic for a file of records", "sgp4 or bulk; analytic is for missions")]);
  const totalCount = flyers.count + flyers.refused.length;
  const beyond = indices?.find((index) => index >= totalCount);
  if (beyond !== undefined)
    throw badInput([makeIssue("--index", String(beyond), `indices from 0 to ${totalCount - 1}`)]);
  if (records === undefined) {
    const ranges = indices?.map((first) => ({ first, end: first + 1 })) ?? [{ first: 0, end: flyers.count }];
    return { count: indices?.length ?? flyers.count, ranges };
  }
  if (indices === undefined) return { count: records.length, records };
  const byIndex = new Map(records.map((record) => [record.index, record]));
  const chosen = indices.map((index) => {
    const record = byIndex.get(index);
    if (record !== undefined) return record;
    const { line, reason } = flyers.refused.find((each) => each.index === index)!;
    throw badInput([
      makeIssue("--index", `${index}, refused (line ${line}: ${printable(reason)})`, "a record that loads"),
    ]);
  });
  return { count: chosen.length, records: chosen };
}
