import { Vector3 } from "three";
import { describe, expect, test } from "vitest";
import { type Companion, createChaseRig, FARTHEST_KM, NEAREST_KM } from "../../../app/explorer/chaseRig.ts";
import { blendPoses, earthPose, followPose, forwardOf, localAxes } from "../../../app/explorer/pose.ts";

const axes = localAxes([0, 7000, 0], [7.5, 0.2, 0]);
const here: Companion = {
  index: 5,
  axes,
  sunUnit: new Vector3(0, 0, 1),
  seatKm: () => axes.at.clone().addScaledVector(axes.up, 0.01),
  firstKm: 0.2,
};
const earth = earthPose({ azimuthRad: 0.3, elevationRad: 0.2, distanceUnits: 30 }, 35);
const step = (rig: ReturnType<typeof createChaseRig>, wanted: "earth" | "follow" | "ride" | "back", deltaS = 1 / 60) =>
  rig.step({ wanted, earth, here, deltaS });
const rest = (rig: ReturnType<typeof createChaseRig>, wanted: "earth" | "follow" | "ride" | "back") => {
  for (let frame = 0; frame < 1000; frame++) if (!step(rig, wanted).isMoving) return frame;
  throw new Error("it never rests");
};

describe("poses", () => {
  test("the Earth's has its centre straight ahead and north up", () => {
    const ahead = earth.positionKm.clone().addScaledVector(forwardOf(earth), 30_000);
    expect(ahead.length()).toBeLessThan(1e-9);
    expect(new Vector3(0, 1, 0).applyQuaternion(earth.turn).z).toBeGreaterThan(0.9);
  });

  test("a followed satellite is straight ahead at its distance, to a tenth of a millimetre, with the Earth down", () => {
    const pose = followPose({ axes, turned: { turnRad: 1, liftRad: 0.4 }, distanceKm: 0.2, fieldDeg: 35 });
    expect(pose.positionKm.distanceTo(axes.at)).toBeCloseTo(0.2, 10);
    expect(pose.positionKm.clone().addScaledVector(forwardOf(pose), 0.2).distanceTo(axes.at)).toBeLessThan(1e-7);
    expect(new Vector3(0, 1, 0).applyQuaternion(pose.turn).dot(axes.up)).toBeGreaterThan(0.9);
  });

  test("however far and low it looks from, the camera stays above the ground", () => {
    for (const distanceKm of [500, 700, 3000, 12_000])
      for (const liftRad of [-1.5, -0.8, -0.2]) {
        const pose = followPose({ axes, turned: { turnRad: 0, liftRad }, distanceKm, fieldDeg: 35 });
        expect(pose.positionKm.length()).toBeGreaterThan(6378.137 + 70);
        expect(pose.positionKm.distanceTo(axes.at)).toBeCloseTo(distanceKm, 6);
      }
  });

  test("a flight begins and ends at its poses, and keeps out of the Earth between", () => {
    const far = earthPose({ azimuthRad: -Math.PI / 2, elevationRad: 0.01, distanceUnits: 20 }, 35);
    const near = followPose({ axes, turned: { turnRad: 0, liftRad: 0.3 }, distanceKm: 0.2, fieldDeg: 50 });
    expect(blendPoses(far, near, 0, axes.at).positionKm.distanceTo(far.positionKm)).toBeLessThan(1e-6);
    expect(blendPoses(far, near, 1, axes.at).positionKm.distanceTo(near.positionKm)).toBeLessThan(1e-9);
    for (let share = 0; share <= 1; share += 0.01)
      expect(blendPoses(far, near, share, axes.at).positionKm.length()).toBeGreaterThan(6378.137);
  });
});

describe("the chase rig", () => {
  test("flies to a satellite in under two seconds, ever nearer, and back to the Earth's view", () => {
    const rig = createChaseRig();
    expect(step(rig, "earth").pose).toBe(earth);
    let beforeKm = Number.POSITIVE_INFINITY;
    for (let frame = 0; frame < 110; frame++) {
      const km = step(rig, "follow").pose.positionKm.distanceTo(axes.at);
      expect(km).toBeLessThanOrEqual(beforeKm * (1 + 1e-9));
      beforeKm = km;
    }
    expect(beforeKm).toBeCloseTo(0.2, 9);
    rest(rig, "follow");
    rest(rig, "earth");
    expect(step(rig, "earth").pose).toBe(earth);
  });

  test("whoever asked for less motion is there at once", () => {
    const rig = createChaseRig({ isCalm: () => true });
    step(rig, "earth");
    const { pose, isMoving } = step(rig, "follow");
    expect(pose.positionKm.distanceTo(axes.at)).toBeCloseTo(0.2, 10);
    expect(isMoving).toBe(false);
  });

  test("zooms between 60 m and thousands of km; seated, the lens zooms", () => {
    const rig = createChaseRig({ isCalm: () => true });
    step(rig, "follow");
    rig.move({ zoomRatio: 1e-9 });
    expect(step(rig, "follow").pose.positionKm.distanceTo(axes.at)).toBeCloseTo(NEAREST_KM, 9);
    rig.move({ zoomRatio: 1e12 });
    expect(step(rig, "follow").pose.positionKm.distanceTo(axes.at)).toBeCloseTo(FARTHEST_KM, 3);
    const wide = step(rig, "back").pose.fieldDeg;
    rig.move({ zoomRatio: 0.5 });
    expect(step(rig, "back").pose.fieldDeg).toBeCloseTo(wide / 2, 9);
  });

  test("riding looks ahead, looking back looks at the nadir; a drag looks round", () => {
    const rig = createChaseRig({ isCalm: () => true });
    const ride = forwardOf(step(rig, "ride").pose);
    expect(ride.dot(axes.ahead)).toBeGreaterThan(0.9);
    expect(ride.dot(axes.right)).toBeCloseTo(0, 9);
    const back = step(rig, "back").pose;
    expect(forwardOf(back).dot(axes.up)).toBeCloseTo(-1, 9);
    rig.move({ turnRad: 0.2 });
    expect(forwardOf(step(rig, "back").pose).dot(axes.right)).toBeCloseTo(Math.sin(0.2), 9);
  });

  test("without a satellite it is the Earth's", () => {
    const rig = createChaseRig({ isCalm: () => true });
    step(rig, "follow");
    expect(rig.step({ wanted: "follow", earth, here: undefined, deltaS: 0.02 }).pose).toBe(earth);
    expect(rig.mode()).toBe("earth");
  });

  test("another satellite is flown to, with the view as it was", () => {
    const rig = createChaseRig({ isCalm: () => true });
    step(rig, "follow");
    rig.move({ zoomRatio: 3 });
    const next = { ...here, index: 6, axes: localAxes([0, 0, 7000], [7.5, 0, 0]) };
    const { pose } = rig.step({ wanted: "follow", earth, here: next, deltaS: 0.02 });
    expect(pose.positionKm.distanceTo(next.axes.at)).toBeCloseTo(0.6, 9);
  });
});
