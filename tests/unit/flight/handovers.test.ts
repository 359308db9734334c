import { expect, test } from "vitest";
import { findHandovers } from "../../../engine/flight/handovers.ts";

/** Satellites one after the other, each until its end. */
const skies = (ends: readonly (readonly [satellite: number | undefined, endTS: number])[]) => (tS: number) =>
  ends.find(([, endTS]) => tS < endTS)?.[0];

test("each change between two samples, to the resolution and never early", () => {
  const satelliteAt = skies([
    [4, 13.3],
    [9, 40.01],
    [undefined, 47.5],
    [2, 1000],
  ]);
  const found = findHandovers({ satelliteAt, fromTS: 0, toTS: 60, before: 4, after: 2, resolutionS: 0.1 });
  expect(found.map(({ before, after }) => [before, after])).toEqual([
    [4, 9],
    [9, undefined],
    [undefined, 2],
  ]);
  for (const [row, trueTS] of [13.3, 40.01, 47.5].entries()) {
    expect(found[row]!.tS).toBeGreaterThanOrEqual(trueTS);
    expect(found[row]!.tS - trueTS).toBeLessThanOrEqual(0.1);
  }
});

test("without a search between the samples, the later one", () => {
  const none = () => {
    throw new Error("asked");
  };
  expect(findHandovers({ satelliteAt: none, fromTS: 0, toTS: 60, before: 1, after: 2, resolutionS: 60 })).toEqual([
    { tS: 60, before: 1, after: 2 },
  ]);
  expect(findHandovers({ satelliteAt: none, fromTS: 0, toTS: 60, before: 1, after: 1, resolutionS: 1 })).toEqual([]);
});
