import { describe, expect, test } from "vitest";
import { drawFailures } from "../../../engine/network/failures.ts";
import type { TrafficLink } from "../../../engine/network/trafficGraph.ts";
import { graphOf, link } from "./meshes.ts";

// Two planes of 100 and a relay plane of 100, rings; antennas 300 and 301 before doors 302 and 303.
const ring = (first: number): TrafficLink[] =>
  Array.from({ length: 100 }, (_, slot) => link(first + slot, first + ((slot + 1) % 100), 1));
const links: TrafficLink[] = [
  ...ring(0),
  ...ring(100),
  ...ring(200).map((each) => ({ ...each, kind: "relay laser" as const })),
  { ...link(200, 300, 1), kind: "radio beam" },
  { ...link(201, 301, 1), kind: "laser to ground" },
  { ...link(300, 302, 1), kind: "gateway" },
  { ...link(301, 303, 1), kind: "gateway" },
];
const graph = graphOf(300, links, 4);
const shells = [
  { name: "F", layer: "fleet" as const, firstIndex: 0, planeCount: 2, slotCount: 100 },
  { name: "R", layer: "relay" as const, firstIndex: 200, planeCount: 1, slotCount: 100 },
];
const sites = [
  { name: "Radio", kind: "radio" as const, clearFraction: 1, antennas: 300 },
  { name: "Laser", kind: "laser" as const, clearFraction: 0.6, antennas: 301 },
];
const draw = (seed: number, lostLaserFraction = 0.01) =>
  drawFailures({ graph, shells, sites, lostLaserFraction, seed });
const lostOf = (cases: ReturnType<typeof draw>, name: string) => {
  const found = cases.find((each) => each.case === name)!;
  return links.flatMap((_, row) => (found.isLost(row) ? [row] : []));
};

describe("drawn failures", () => {
  test("the same seed takes the same, others take others", () => {
    const taken = (seed: number) => draw(seed).map(({ case: name, lost }) => [name, lost, lostOf(draw(seed), name)]);
    expect(taken(7)).toEqual(taken(7));
    const planes = new Set(Array.from({ length: 20 }, (_, seed) => draw(seed)[0]!.lost));
    expect(planes).toEqual(new Set(["F, plane 1", "F, plane 2"]));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => lostOf(draw(seed), "1 % of the lasers").join())).size).toBe(
      20,
    );
  });

  test("a plane takes the links of its satellites and no other", () => {
    const lost = lostOf(draw(1), "a plane of the fleet");
    expect(lost.length).toBe(100);
    expect(lost[0]! % 100).toBe(0);
    // The relay's plane takes its lasers and both beams to the ground.
    expect(lostOf(draw(1), "a plane of the relay")).toEqual([...Array.from({ length: 102 }, (_, row) => 200 + row)]);
  });

  test("1 % of 300 standing lasers is 3 of them, never beams; a share of 0 is no case", () => {
    const lost = lostOf(draw(3), "1 % of the lasers");
    expect(lost.length).toBe(3);
    expect(Math.max(...lost)).toBeLessThan(300);
    expect(lostOf(draw(3, 1), "100 % of the lasers").length).toBe(300);
    expect(draw(3, 0).map((each) => each.case)).not.toContain("0 % of the lasers");
  });

  test("clouds shut laser stations as often as they are said to, and never the radio", () => {
    const seedCount = 2000;
    let shutCount = 0;
    for (let seed = 0; seed < seedCount; seed++) {
      const lost = lostOf(draw(seed), "clouds as drawn");
      if (lost.length === 0) continue;
      expect(lost).toEqual([301, 303]);
      shutCount++;
    }
    // Binomial: 0.4 ± 0.011 at one standard deviation, four allowed.
    expect(Math.abs(shutCount / seedCount - 0.4)).toBeLessThan(0.044);
    expect(lostOf(draw(1), "clouds over every laser station")).toEqual([301, 303]);
  });

  test("a mission without relay and sites has the cases that it can have", () =>
    expect(
      drawFailures({ graph, shells: shells.slice(0, 1), sites: [], lostLaserFraction: 0.01, seed: 1 }).map(
        (each) => each.case,
      ),
    ).toEqual(["a plane of the fleet", "1 % of the lasers"]));
});
