import { expect, test } from "vitest";
import { createCameraRig } from "../../../app/explorer/cameraRig.ts";
import { createFrameMeter } from "../../../app/explorer/frames.ts";
import { layOutLabels } from "../../../app/explorer/labelLayout.ts";

const there = { azimuthRad: 1, elevationRad: 0.2, distanceUnits: 30 };

test("the first flight comes in from afar, ever nearer, and is there in under two seconds", () => {
  const rig = createCameraRig();
  rig.arrive(there);
  let beforeUnits = rig.view().distanceUnits;
  expect(beforeUnits).toBeGreaterThan(60);
  let spentS = 0;
  while (rig.step(1 / 60)) {
    spentS += 1 / 60;
    expect(rig.view().distanceUnits).toBeLessThanOrEqual(beforeUnits);
    beforeUnits = rig.view().distanceUnits;
  }
  expect(spentS).toBeLessThan(2);
  expect(rig.view()).toEqual(there);
});

test("slow frames do not lengthen the first flight", () => {
  const rig = createCameraRig();
  rig.arrive(there);
  let frameCount = 1;
  while (rig.step(0.4)) frameCount++;
  expect(frameCount * 0.4).toBeLessThanOrEqual(2);
});

test("whoever asked for less motion is there at once", () => {
  const rig = createCameraRig({ isCalm: () => true });
  rig.arrive(there);
  expect(rig.view()).toEqual(there);
  rig.move({ turnRad: 0.5 });
  expect(rig.view().azimuthRad).toBeCloseTo(1.5, 12);
  expect(rig.step(0.016)).toBe(false);
});

test("a drag eases to its goal and stops", () => {
  const rig = createCameraRig({ isCalm: () => false });
  rig.arrive(there);
  while (rig.step(0.1));
  rig.move({ turnRad: 1 });
  expect(rig.view().azimuthRad).toBe(1);
  rig.step(1 / 60);
  expect(rig.view().azimuthRad).toBeGreaterThan(1);
  expect(rig.view().azimuthRad).toBeLessThan(1.3);
  let frameCount = 0;
  while (rig.step(1 / 60)) frameCount++;
  expect(rig.view().azimuthRad).toBe(2);
  expect(frameCount).toBeLessThan(120);
});

test("the camera never enters the Earth, leaves the stars or tips over the pole", () => {
  const rig = createCameraRig({ isCalm: () => true });
  rig.arrive(there);
  rig.move({ zoomRatio: 1e-9, liftRad: 10 });
  expect(rig.view().distanceUnits).toBeGreaterThan(6.378);
  expect(rig.view().elevationRad).toBeLessThan(Math.PI / 2);
  rig.move({ zoomRatio: 1e9 });
  expect(rig.view().distanceUnits).toBeLessThanOrEqual(150);
});

test("a new goal is reached by the shorter way round", () => {
  const rig = createCameraRig({ isCalm: () => true });
  rig.arrive({ ...there, azimuthRad: 20 });
  rig.lookFrom({ azimuthRad: 20.1 - 6 * Math.PI });
  expect(rig.view().azimuthRad).toBeCloseTo(20.1, 9);
});

test("the frame meter tells the median and the slow end of the last frames", () => {
  const meter = createFrameMeter();
  expect(meter.read()).toEqual({ frameCount: 0, mainP50Ms: 0, mainP99Ms: 0 });
  for (let frame = 0; frame < 1000; frame++) {
    meter.begin(0);
    meter.end(frame < 400 ? 1000 : frame % 50 === 0 ? 8 : 1);
  }
  expect(meter.read()).toEqual({ frameCount: 1000, mainP50Ms: 1, mainP99Ms: 8 });
});

const wish = (key: string, xPx: number, yPx: number) => ({ key, xPx, yPx, widthPx: 60 });
const screen = { widthPx: 400, heightPx: 300 };

test("labels never lie over each other, and the more important one stays", () => {
  const shown = layOutLabels({ wishes: [wish("a", 100, 100), wish("b", 110, 104), wish("c", 100, 160)], ...screen });
  // b turns to the left of its point where a leaves room.
  expect([...shown.keys()]).toEqual(["a", "c"]);
});

test("a label at the right edge turns to the left of its point, one in a corner goes", () => {
  const shown = layOutLabels({ wishes: [wish("edge", 380, 100), wish("above", 100, 2)], ...screen });
  expect([...shown]).toEqual([["edge", "left"]]);
});

test("no label goes under a panel, and never more than twelve are shown", () => {
  const many = Array.from({ length: 40 }, (_, row) => wish(String(row), 100 + (row % 2) * 120, 12 + row * 7));
  const taken = [{ leftPx: 0, topPx: 0, rightPx: 400, bottomPx: 60 }];
  const shown = layOutLabels({ wishes: many, ...screen, taken });
  expect(shown.size).toBeGreaterThan(4);
  expect(shown.size).toBeLessThanOrEqual(12);
  for (const key of shown.keys()) expect(many[Number(key)]!.yPx).toBeGreaterThan(60);
});
