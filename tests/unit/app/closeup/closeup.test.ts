import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMission, planMission, referenceMission } from "#engine";
import { blocksOf, cornersOf, type Sizes } from "../../../../app/closeup/blocks.ts";
import {
  axesOf,
  extentOf,
  fitScale,
  keepScale,
  marginOf,
  project,
  rulerM,
  sides,
} from "../../../../app/closeup/view.ts";

const { satellite } = planMission(parseMission(referenceMission).mission!).plan!;
const reference: Sizes = {
  wingspanM: satellite.wingspanM,
  wingLengthM: satellite.wingLengthM,
  wingChordM: satellite.wingChordM,
  deployedHeightM: 20,
  radiatorWingLengthM: satellite.radiatorWingLengthM,
  radiatorWingChordM: satellite.radiatorWingChordM,
  bodyWidthM: 6,
  bodyHeightM: 3,
  bodyVolumeM3: 6,
  laserTerminalCount: 4,
};
const size = fc.double({ min: 0.2, max: 5000, noNaN: true });
const sizes = fc
  .record({
    wings: size,
    body: size,
    chord: size,
    radiators: size,
    bodyHeight: size,
    depth: size,
    terminals: fc.nat(100),
  })
  .map(
    ({ wings, body, chord, radiators, bodyHeight, depth, terminals }): Sizes => ({
      wingspanM: 2 * wings + body,
      wingLengthM: wings,
      wingChordM: chord,
      deployedHeightM: 2 * radiators + bodyHeight,
      radiatorWingLengthM: radiators,
      radiatorWingChordM: depth,
      bodyWidthM: body,
      bodyHeightM: bodyHeight,
      bodyVolumeM3: body * bodyHeight * 0.4,
      laserTerminalCount: terminals,
    }),
  );
const reach = (all: ReturnType<typeof blocksOf>, part: string, axis: 0 | 1 | 2) => {
  const ends = all
    .filter((block) => block.part === part)
    .flatMap(({ centreM, sizeM }) => [centreM[axis] - sizeM[axis] / 2, centreM[axis] + sizeM[axis] / 2]);
  return Math.max(...ends) - Math.min(...ends);
};

describe("blocks", () => {
  test("wings reach from tip to tip, radiators over the deployed height, and chords are the plan's", () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const blocks = blocksOf(each);
        expect(reach(blocks, "array", 0)).toBeCloseTo(each.wingspanM, 6);
        expect(reach(blocks, "array", 1)).toBeCloseTo(each.wingChordM, 6);
        expect(reach(blocks, "radiator", 1)).toBeCloseTo(each.deployedHeightM, 6);
        expect(reach(blocks, "radiator", 2)).toBeCloseTo(each.radiatorWingChordM, 6);
        expect(reach(blocks, "body", 0)).toBeCloseTo(each.bodyWidthM, 6);
      }),
    );
  });

  test("drawn areas are the plan's but for the hinges, 3 % at most", () => {
    const area = (part: string, a: 0 | 1 | 2, b: 0 | 1 | 2) =>
      blocksOf(reference)
        .filter((block) => block.part === part)
        .reduce((sum, { sizeM }) => sum + sizeM[a] * sizeM[b], 0);
    expect(area("array", 0, 1) / satellite.solarAreaM2).toBeGreaterThan(0.97);
    expect(area("array", 0, 1)).toBeLessThanOrEqual(satellite.solarAreaM2);
    expect(area("radiator", 1, 2) / satellite.radiatorAreaM2).toBeGreaterThan(0.97);
    expect(area("radiator", 1, 2)).toBeLessThanOrEqual(satellite.radiatorAreaM2);
  });

  test("radiators are edge-on to the Sun, arrays face it", () => {
    for (const { part, sizeM } of blocksOf(reference)) {
      if (part === "radiator") expect(sizeM[0]).toBeLessThan(0.1);
      if (part === "array") expect(sizeM[2]).toBeLessThan(0.1);
    }
  });

  test("as many terminals are drawn as fly, up to what can be told apart", () => {
    const count = (laserTerminalCount: number) =>
      blocksOf({ ...reference, laserTerminalCount }).filter(({ part }) => part === "terminal").length;
    expect([0, 1, 4, 9, 16, 100].map(count)).toEqual([0, 1, 4, 9, 16, 16]);
  });
});

describe("view", () => {
  const frame = { widthPx: 600, heightPx: 400 };
  const margin = marginOf(frame);
  test("axes are a right-handed turn of space", () => {
    for (const side of sides) {
      const { right, up, eye } = axesOf(side);
      const dot = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, each, index) => sum + each * b[index]!, 0);
      for (const axis of [right, up, eye]) expect(dot(axis, axis)).toBeCloseTo(1, 12);
      expect(dot(right, up)).toBeCloseTo(0, 12);
      expect(right[1] * up[2] - right[2] * up[1]).toBeCloseTo(eye[0], 12);
    }
  });

  test("from the Sun the span lies level and as long as the scale says; along the flight the radiators face the eye", () => {
    const corners = cornersOf(reference);
    const sun = sides.find(({ id }) => id === "sun")!;
    const extent = extentOf(corners, sun);
    expect(extent.widthM).toBeCloseTo(reference.wingspanM, 9);
    const view = { ...sun, pxPerM: fitScale(extent, frame) };
    const at = (x: number) => project({ point: [x, 0, 0], view, size: frame, centreM: extent.centreM });
    expect(at(35)[0] - at(-35)[0]).toBeCloseTo(70 * view.pxPerM, 9);
    expect(at(-35)[0]).toBeCloseTo(marginOf(frame).leftPx, 9);
    expect(at(35)[1]).toBeCloseTo(at(-35)[1], 9);
    const flight = axesOf(sides.find(({ id }) => id === "flight")!);
    expect(flight.eye[0]).toBeCloseTo(1, 12);
  });

  test("everything stays inside the frame from every side", () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...sides), (each, side) => {
        const corners = cornersOf(each);
        const extent = extentOf(corners, side);
        const view = { ...side, pxPerM: fitScale(extent, frame) };
        for (const corner of corners) {
          const [x, y] = project({ point: corner, view, size: frame, centreM: extent.centreM });
          expect(x).toBeGreaterThan(margin.leftPx - 1);
          expect(x).toBeLessThan(frame.widthPx - margin.rightPx + 1);
          expect(y).toBeGreaterThan(margin.topPx - 1);
          expect(y).toBeLessThan(frame.heightPx - margin.bottomPx + 1);
        }
      }),
    );
  });

  test("a growing satellite is seen to grow until it needs the room", () => {
    expect(keepScale(5, 6)).toBe(5);
    expect(keepScale(5, 4.9)).toBe(4.9);
    expect(keepScale(5, 20)).toBe(20);
  });

  test("a ruler is 1, 2 or 5 of a power of ten and fits", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 400, noNaN: true }), (pxPerM) => {
        const lengthM = rulerM(pxPerM);
        expect([1, 2, 5]).toContain(
          Number((lengthM / 10 ** Math.floor(Math.log10(lengthM * (1 + 1e-9)))).toPrecision(6)),
        );
        expect(lengthM * pxPerM).toBeLessThanOrEqual(140 * (1 + 1e-9));
        expect(lengthM * pxPerM).toBeGreaterThan(50);
      }),
    );
  });
});
