import { PerspectiveCamera, Vector3 } from "three";
import { beforeAll, expect, test } from "vitest";
import { type Flight, flyMission, greatCircleKm, parseMission, referenceMission } from "#engine";
import { greatCirclePoints, isBehindEarth, overGroundKm, turnToTeme } from "../../../app/explorer/globe.ts";
import { cameraTemeKm, clipFromTemeKm, projectPx } from "../../../app/explorer/projection.ts";
import { KM_PER_UNIT, toScene } from "../../../app/explorer/scale.ts";
import { drawnLight } from "../../../app/explorer/shadowCones.ts";

const JUNE_S = 171.5 * 86400;
let flight: Flight;
beforeAll(() => {
  const flown = flyMission(parseMission(referenceMission).mission!);
  if ("issues" in flown) throw new Error("the reference mission must fly");
  flight = flown;
});

test("the scene has the pole up and a unit of a thousand kilometres", () => {
  expect(KM_PER_UNIT).toBe(1000);
  expect(toScene([1000, 2000, 3000], new Vector3()).toArray()).toEqual([1, 3, -2]);
});

test("the drawn light is the engine's, but for a satellite within 1 km of a cone's edge", () => {
  const { lights, positionsTemeKm, sunTemeUnit } = flight.at(JUNE_S);
  const names = ["sunlit", "penumbra", "umbra"];
  const differing: number[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < flight.totalCount; index++) {
    const [x, y, z] = positionsTemeKm.subarray(index * 3, index * 3 + 3) as unknown as [number, number, number];
    const light = drawnLight({ positionTemeKm: [x, y, z], sunTemeUnit });
    seen.add(light);
    if (light !== names[lights[index]!]) differing.push(index);
  }
  expect([...seen].sort()).toEqual(["penumbra", "sunlit", "umbra"]);
  // The penumbra is 25 km wide here: an edge 0.2 km off takes one in some hundreds of those in it.
  expect(differing.length).toBeLessThanOrEqual(2);
});

test("land lies under the satellites: a drawn place is within 33 km of where the engine has it", () => {
  const { gmstRad } = flight.at(JUNE_S);
  for (let index = 0; index < flight.totalCount; index += 97) {
    const state = flight.stateOf(index, JUNE_S);
    if ("reason" in state) throw new Error(state.reason);
    const { latitudeDeg, longitudeDeg, heightKm, positionTemeKm } = state;
    const drawn = turnToTeme(overGroundKm({ latitudeDeg, longitudeDeg, heightKm }), gmstRad, [0, 0, 0]);
    expect(Math.hypot(...drawn.map((each, axis) => each - positionTemeKm[axis]!))).toBeLessThan(33);
  }
});

test("the Earth hides what is behind it and nothing else", () => {
  const eye = [30_000, 0, 0] as const;
  expect(isBehindEarth(eye, [-7000, 0, 0])).toBe(true);
  expect(isBehindEarth(eye, [7000, 0, 0])).toBe(false);
  expect(isBehindEarth(eye, [-100, 6300, 0])).toBe(true);
  expect(isBehindEarth(eye, [0, 7000, 0])).toBe(false);
  expect(isBehindEarth(eye, [40_000, 0, 0])).toBe(false);
});

test("the fibre's points lie on the great circle and add up to its length", () => {
  const from = { latitudeDeg: 40.7128, longitudeDeg: -74.006 };
  const to = { latitudeDeg: 51.5074, longitudeDeg: -0.1278 };
  const points = greatCirclePoints({ from, to, heightKm: 0, pointCount: 400 });
  let lengthKm = 0;
  for (let row = 0; row + 1 < 400; row++) {
    const [a, b] = [points.subarray(row * 3, row * 3 + 3), points.subarray(row * 3 + 3, row * 3 + 6)];
    expect(Math.hypot(a[0]!, a[1]!, a[2]!)).toBeCloseTo(6378.137, 2);
    lengthKm += Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!, b[2]! - a[2]!);
  }
  // The same arc over another sphere: 6378.137 km here, 6371 km in the engine.
  expect(lengthKm / greatCircleKm({ from, to })).toBeCloseTo(6378.137 / 6371, 5);
});

test("two ends in one place make a line that does not break", () => {
  const place = { latitudeDeg: 10, longitudeDeg: 20 };
  const points = greatCirclePoints({ from: place, to: place, heightKm: 0, pointCount: 3 });
  expect([...points].every(Number.isFinite)).toBe(true);
});

function makeCamera(): PerspectiveCamera {
  const camera = new PerspectiveCamera(35, 2, 1, 1000);
  camera.position.set(40, 0, 0);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  return camera;
}
const size = { widthPx: 800, heightPx: 400 };

test("the centre of the Earth is in the middle of the picture, the pole above it", () => {
  const camera = makeCamera();
  expect(Math.hypot(...cameraTemeKm(camera, [0, 0, 0]).map((each, axis) => each - [40_000, 0, 0][axis]!))).toBeLessThan(
    1e-6,
  );
  const centre = projectPx({ positionTemeKm: [0, 0, 0], camera, ...size })!;
  expect(centre.xPx).toBeCloseTo(400, 6);
  expect(centre.yPx).toBeCloseTo(200, 6);
  // 6378 km at 40,000 km, 35° high on 400 pixels.
  const pole = projectPx({ positionTemeKm: [0, 0, 6378.137], camera, ...size })!;
  expect(pole.yPx).toBeCloseTo(200 - (6378.137 / 40_000 / Math.tan((17.5 * Math.PI) / 180)) * 200, 4);
  // Seen from +x with +z up, +y is to the right.
  expect(projectPx({ positionTemeKm: [0, 5000, 0], camera, ...size })!.xPx).toBeGreaterThan(400);
});

test("what is behind the camera has no place in the picture", () => {
  const camera = makeCamera();
  expect(projectPx({ positionTemeKm: [50_000, 0, 0], camera, ...size })).toBeUndefined();
  expect(clipFromTemeKm(camera).elements).toHaveLength(16);
});
