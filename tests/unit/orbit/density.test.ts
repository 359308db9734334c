import { describe, expect, test } from "vitest";
import { type AnalyticShell, flyMission, parseMission, presetDocument, referenceMission } from "#engine";
import { beltShare, nodeSpreadOf, shellDensityPerSr } from "../../../engine/orbit/density.ts";

const RAD = Math.PI / 180;
const exampleOf = (document: unknown) => {
  const flight = flyMission(parseMission(document).mission!);
  if ("issues" in flight) throw new Error(flight.issues[0]?.message);
  return flight;
};

/** Positions of the whole flight at so many moments over some orbits, unrelated to the period, after `fromS`. */
function* positionsOf(document: unknown, fromS: number, momentCount: number) {
  const flight = exampleOf(document);
  for (let moment = 0; moment < momentCount; moment++) {
    const { positionsTemeKm } = flight.at(fromS + moment * 1234.567);
    for (let at = 0; at < positionsTemeKm.length; at += 3) {
      const [x, y, z] = [positionsTemeKm[at]!, positionsTemeKm[at + 1]!, positionsTemeKm[at + 2]!];
      yield { sine: z / Math.hypot(x, y, z), rightAscensionRad: Math.atan2(y, x) };
    }
  }
}
const designedOf = (document: unknown): AnalyticShell => exampleOf(document).analyticOf(0)!;
const starlink = presetDocument("starlink-550");

test("the density is one over two pi squared times the root, between the edges", () => {
  const sinInclination = Math.sin(53 * RAD);
  for (const latitudeDeg of [0, 20, 45, 52]) {
    const sine = Math.sin(latitudeDeg * RAD);
    const density = shellDensityPerSr({
      ...{ fromSine: sine - 1e-6, toSine: sine + 1e-6, rightAscensionRad: 1, sinInclination, cosInclination: 0.6 },
      nodes: { centreRad: 0, spanRad: 2 * Math.PI },
    });
    expect(density).toBeCloseTo(1 / (2 * Math.PI ** 2 * Math.sqrt(sinInclination ** 2 - sine ** 2)), 6);
  }
  expect(beltShare({ fromSine: -1, toSine: 1, sinInclination })).toBeCloseTo(1, 12);
  expect(beltShare({ fromSine: 0.81, toSine: 1, sinInclination })).toBe(0);
});

test.each([
  ["a band of local times", 97.8, { centreRad: 2, spanRad: 0.28 }],
  ["a star", 86.4, { centreRad: -1, spanRad: Math.PI }],
  ["a delta", 30, { centreRad: 0, spanRad: 2 * Math.PI }],
])("%s adds up to one satellite over the sphere", (_, inclinationDeg, nodes) => {
  const tilt = { sinInclination: Math.sin(inclinationDeg * RAD), cosInclination: Math.cos(inclinationDeg * RAD) };
  const [beltCount, columnCount] = [400, 1440];
  let sum = 0;
  for (let belt = 0; belt < beltCount; belt++)
    for (let column = 0; column < columnCount; column++) {
      const fromSine = -1 + (2 * belt) / beltCount;
      const rightAscensionRad = (2 * Math.PI * (column + 0.5)) / columnCount;
      sum += shellDensityPerSr({ fromSine, toSine: fromSine + 2 / beltCount, rightAscensionRad, ...tilt, nodes });
    }
  const cellSr = (2 / beltCount) * ((2 * Math.PI) / columnCount);
  // Cells cut the band's edge: half a cell in 16°.
  expect(sum * cellSr).toBeCloseTo(1, 2);
});

describe("counted over flying satellites", () => {
  test("each belt of 4° of a Starlink shell holds the share that the law gives it", () => {
    const sines = Array.from({ length: 28 }, (_, belt) => Math.sin((-56 + 4 * belt) * RAD));
    const counts = new Array<number>(sines.length).fill(0);
    let count = 0;
    for (const { sine } of positionsOf(starlink, 0, 60)) {
      const belt = sines.findLastIndex((each) => each <= sine);
      if (belt >= 0) counts[belt]!++;
      count++;
    }
    const { sinInclination } = designedOf(starlink).constants;
    for (let belt = 0; belt + 1 < sines.length; belt++) {
      const share = beltShare({ fromSine: sines[belt]!, toSine: sines[belt + 1]!, sinInclination });
      // J2's waves move the turning points by 10 km, 0.1°: 1e-3 of the fleet at the outermost belts.
      expect(Math.abs(counts[belt]! / count - share), `belt ${belt}`).toBeLessThan(2e-3);
    }
  });

  test.each([
    ["at the epoch", 0],
    ["half a year later, the band half a turn on", 182.6 * 86_400],
  ])("cells of the dawn-dusk band hold their share, %s", (_, fromS) => {
    const shell = designedOf(referenceMission);
    const { sinInclination, cosInclination } = shell.constants;
    const nodes = nodeSpreadOf(shell, (fromS + 20 * 617) / 60);
    const [beltCount, columnCount, within] = [12, 18, 24];
    const counts = new Float64Array(beltCount * columnCount);
    let count = 0;
    for (const { sine, rightAscensionRad } of positionsOf(referenceMission, fromS, 20)) {
      const belt = Math.min(beltCount - 1, Math.floor(((sine + 1) / 2) * beltCount));
      const turn = rightAscensionRad / (2 * Math.PI) + 1;
      counts[belt * columnCount + (Math.floor(turn * columnCount) % columnCount)]!++;
      count++;
    }
    let greatest = 0;
    for (let belt = 0; belt < beltCount; belt++)
      for (let column = 0; column < columnCount; column++) {
        let share = 0;
        for (let row = 0; row < within; row++)
          for (let part = 0; part < within; part++) {
            const fromSine = -1 + (2 * (belt + row / within)) / beltCount;
            const toSine = -1 + (2 * (belt + (row + 1) / within)) / beltCount;
            const rightAscensionRad = (2 * Math.PI * (column + (part + 0.5) / within)) / columnCount;
            share +=
              shellDensityPerSr({
                ...{ fromSine, toSine, rightAscensionRad, nodes },
                ...{ sinInclination, cosInclination },
              }) *
              (toSine - fromSine) *
              ((2 * Math.PI) / columnCount / within);
          }
        // Planes are lines: a cell's edge gives one of 18 to either side, of a cell that holds up to a twentieth.
        expect(Math.abs(counts[belt * columnCount + column]! / count - share), `${belt} ${column}`).toBeLessThan(3e-3);
        greatest = Math.max(greatest, share);
      }
    expect(greatest).toBeGreaterThan(0.04);
  });
});

test("nodes of a delta close, a band is as wide as its local times, one plane is a degree", () => {
  expect(nodeSpreadOf(designedOf(starlink), 0).spanRad).toBeCloseTo(2 * Math.PI, 9);
  // 17:30 to 18:30 over 18 planes, and half a plane's spacing at either end.
  expect(nodeSpreadOf(designedOf(referenceMission), 0).spanRad / RAD).toBeCloseTo((15 * 18) / 17, 6);
  const single = structuredClone(referenceMission) as unknown as { shells: Record<string, unknown>[] };
  single.shells[0]!["planeCount"] = 1;
  expect(nodeSpreadOf(designedOf(single), 0).spanRad / RAD).toBeCloseTo(1, 9);
});
