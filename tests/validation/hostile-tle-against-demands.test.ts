import { expect, test } from "vitest";
import { readElements } from "../../engine/formats/elements.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

type Case = { kind: string; line1: string; line2: string; verdict: "accept" | "warn" | "reject"; why: string };
const own = readAuthority<{ cases: Case[] }>("hostile-tle.json").cases;
const cases = hasReference ? [...own, ...readReference<{ cases: Case[] }>("vectors/hostile_tle.json").cases] : own;

test.each(cases.map((each, row) => ({ ...each, row })))("$row $kind: $verdict ($why)", ({ line1, line2, verdict }) => {
  const { records, refused } = readElements(`${line1}\n${line2}\n`);
  const got = records.length === 0 ? "reject" : records[0]!.warnings.length > 0 ? "warn" : "accept";
  expect(got).toBe(verdict);
  expect(records.length + refused.length).toBe(1);
  for (const { reason } of refused) expect(reason.length).toBeGreaterThan(5);
});
