import { expect, test } from "vitest";
import { readElements } from "../../engine/formats/elements.ts";
import { makeRecord, propagateRun } from "../../engine/orbit/propagate.ts";
import { hasReference, readAuthority, readReferenceText } from "./reference.ts";

/** A day in steps of two hours. */
const minutes = Array.from({ length: 13 }, (_, step) => step * 120);

function flyADay(text: string) {
  const { records, refused } = readElements(text);
  const indices = [...records, ...refused].map(({ index }) => index).sort((a, b) => a - b);
  let wholeDayCount = 0;
  let stoppedCount = 0;
  let reasonlessCount = 0;
  let brokenCount = 0;
  for (const { elements } of records) {
    const { states, endStep, failure } = propagateRun(makeRecord(elements), minutes);
    for (let at = 0; at < endStep * 6; at++) if (!Number.isFinite(states[at])) brokenCount++;
    if (endStep === minutes.length) wholeDayCount++;
    else {
      stoppedCount++;
      if (failure === undefined || failure.reason === "") reasonlessCount++;
    }
  }
  return { records, refused, indices, wholeDayCount, stoppedCount, reasonlessCount, brokenCount };
}

test.skipIf(!hasReference)("a real catalogue of 25,975 records flies a day (needs the reference files)", () => {
  const day = flyADay(readReferenceText("catalogue/tle-2022-08.txt"));
  expect(day.indices.length).toBe(25975);
  expect(day.indices.every((index, position) => index === position)).toBe(true);
  expect(day.wholeDayCount + day.stoppedCount + day.refused.length).toBe(25975);
  expect(day.brokenCount).toBe(0);
  expect(day.reasonlessCount).toBe(0);
  // Those that stop were within a day of their decay.
  expect(day.stoppedCount).toBeLessThan(60);
  expect(new Set(day.records.map(({ id }) => id)).size).toBeLessThan(25975);
});

test("the twelve records of our own set fly a day", () => {
  const { cases } = readAuthority<{ cases: { line1: string; line2: string }[] }>("sgp4-python.json");
  const day = flyADay(`\ufeff${cases.map(({ line1, line2 }) => `${line1}\r\n${line2}`).join("\r\n")}\r\n`);
  expect([day.wholeDayCount, day.refused.length, day.brokenCount]).toEqual([cases.length, 0, 0]);
});
