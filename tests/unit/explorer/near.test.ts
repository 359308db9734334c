import { describe, expect, test } from "vitest";
import {
  analyticInto,
  flyMission,
  parseMission,
  planMission,
  presetDocument,
  referenceMission,
  writeReport,
} from "#engine";
import { readSizes } from "../../../app/closeup/blocks.ts";
import { materialNames, modelGeometryOf } from "../../../app/explorer/modelGeometry.ts";
import { modelScaleOf, nearerScale, pxPerRad, smoothStep } from "../../../app/explorer/modelScale.ts";
import { candidatesNear } from "../../../app/explorer/planeSearch.ts";
import { describeShells } from "../../../app/worker/flightAnswers.ts";

const shellsOf = (document: unknown) => {
  const flight = flyMission(parseMission(document).mission!);
  if ("issues" in flight) throw new Error(flight.issues[0]!.message);
  return describeShells(flight).shells.flatMap(({ designed }) => designed ?? []);
};

describe("who is near", () => {
  const fleets = {
    "the reference band": referenceMission,
    Iridium: presetDocument("iridium"),
    OneWeb: presetDocument("oneweb"),
  };
  for (const [name, document] of Object.entries(fleets))
    test(`of ${name}, every satellite within reach is looked at, and few others`, () => {
      let foundCount = 0;
      let lookedCount = 0;
      let allCount = 0;
      for (const shell of shellsOf(document))
        for (const minutes of [0, 31.7, 525_600]) {
          const positions = new Float64Array(shell.satelliteCount * 3);
          analyticInto({ shell, minutes, positions });
          for (let place = 0; place < 20; place++) {
            // Beside a satellite, up to 30 km off, and now and then far from all.
            const at = ((place * 7919) % shell.satelliteCount) * 3;
            const eye = [0, 1, 2].map((axis) => positions[at + axis]! + ((place * 13 + axis * 5) % 60) - 30);
            const reachKm = [5, 60, 400, 3000][place % 4]!;
            const looked = new Set(candidatesNear({ shell, minutes, eye: eye as [number, number, number], reachKm }));
            for (let index = 0; index < shell.satelliteCount; index++) {
              const km = Math.hypot(...[0, 1, 2].map((axis) => positions[index * 3 + axis]! - eye[axis]!));
              if (km > reachKm) continue;
              expect(looked.has(index)).toBe(true);
              foundCount++;
            }
            if (reachKm === 5) {
              lookedCount += looked.size;
              allCount += shell.satelliteCount;
            }
          }
        }
      expect(foundCount).toBeGreaterThan(50);
      expect(lookedCount).toBeLessThan(allCount * (name === "Iridium" ? 0.5 : 0.05));
    });
});

describe("the shape", () => {
  const mission = parseMission(referenceMission).mission!;
  const { sections } = writeReport({ mission, plan: planMission(mission).plan! });
  const rows = sections.flatMap((section) => section.rows);
  const sizes = readSizes((name) => rows.find((row) => row.name === name)?.value)!;
  const geometry = modelGeometryOf(sizes);
  const positions = geometry.getAttribute("position");
  const normals = geometry.getAttribute("normal");
  const materials = geometry.getAttribute("material");

  test("is as wide as the wingspan and as high as it is deployed", () => {
    geometry.computeBoundingBox();
    const { min, max } = geometry.boundingBox!;
    // 32-bit metres.
    expect(max.x - min.x).toBeCloseTo(sizes.wingspanM, 4);
    expect(max.y - min.y).toBeCloseTo(sizes.deployedHeightM, 4);
  });

  test("its cells look at the Sun and cover the wings but for the hinges", () => {
    const cells = materialNames.indexOf("cells");
    const index = geometry.getIndex()!;
    let areaM2 = 0;
    for (let at = 0; at < index.count; at += 3) {
      const [a, b, c] = [index.getX(at), index.getX(at + 1), index.getX(at + 2)];
      if (materials.getX(a) !== cells) continue;
      expect([normals.getX(a), normals.getY(a), normals.getZ(a)]).toEqual([0, 0, 1]);
      const side = (from: number, to: number) =>
        [positions.getX(to) - positions.getX(from), positions.getY(to) - positions.getY(from)] as const;
      const [[ux, uy], [vx, vy]] = [side(a, b), side(a, c)];
      areaM2 += (ux * vy - uy * vx) / 2;
    }
    const wingsM2 = 2 * sizes.wingLengthM * sizes.wingChordM;
    expect(areaM2).toBeLessThanOrEqual(wingsM2);
    expect(areaM2).toBeGreaterThan(0.96 * wingsM2);
  });

  test("point and shape hand over without a gap: somewhere both show, nowhere neither", () => {
    const scale = modelScaleOf({ wingspanM: 70, heightPx: 900, fieldDeg: 35 });
    // 70 m are 5 px where they take 5 px of a radian's.
    expect((0.07 / scale.shapeKm.whole) * pxPerRad(900, 35)).toBeCloseTo(5, 9);
    for (const each of [scale, nearerScale(scale, scale.shapeKm.none / 3)]) {
      let before = 0;
      for (let km = 200; km > 0.05; km *= 0.99) {
        const shape = smoothStep(each.shapeKm.none, each.shapeKm.whole, km);
        const point = smoothStep(each.pointKm.none, each.pointKm.whole, km);
        expect(Math.max(shape, point)).toBe(1);
        expect(shape).toBeGreaterThanOrEqual(before);
        // A step of 1 % changes little: nothing pops.
        expect(shape - before).toBeLessThan(0.06);
        before = shape;
      }
      expect(before).toBe(1);
    }
  });
});
