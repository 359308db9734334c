import { Matrix4, Vector3 } from "three";
import { expect, test } from "vitest";
import { EARTH_RADIUS_WGS84_KM, lightOf, PENUMBRA, SUNLIT, sunAt, UMBRA } from "#engine";
import { viewPastEarth } from "../../../app/explorer/moonView.ts";
import { groundDepthKm, kmPerPixel, rulerOf } from "../../../app/explorer/rulerScale.ts";
import { DRAWN_BEHIND_KM, shadowSurface, terminatorPoints } from "../../../app/explorer/shadowSurface.ts";
import { turnToSun } from "../../../app/explorer/sunFrame.ts";
import { parseInstant } from "../../../engine/geometry/instant.ts";

const instants = ["2027-03-20T20:25:00Z", "2027-06-21T12:00:00Z", "2028-01-05T00:00:00Z"];
/** The surface has its Sun at one astronomical unit: 1.7 % of its slope of 0.0047 over the year. Rounding to 32 bits adds 0.03 km. */
const edgeKm = (behindKm: number) => 0.3 + behindKm * 9e-5;

test.each(instants)("the drawn cones part light from shadow as the engine does, %s", (utc) => {
  const { sunTemeUnit, distanceKm } = sunAt(parseInstant(utc)!);
  const turn = turnToSun(sunTemeUnit, new Matrix4());
  for (const [cone, inside, outside] of [
    ["umbra", UMBRA, PENUMBRA],
    ["penumbra", PENUMBRA, SUNLIT],
  ] as const) {
    const { positions, normals } = shadowSurface(cone);
    let checkedCount = 0;
    for (let at = 0; at < positions.length; at += 3 * 37) {
      const behindKm = positions[at + 2]!;
      // Where the cone leaves the Earth a point inside it would lie inside the Earth.
      if (behindKm < 500) continue;
      const lightBeside = (asideKm: number) => {
        const point = new Vector3(
          positions[at]! + normals[at]! * asideKm,
          positions[at + 1]! + normals[at + 1]! * asideKm,
          behindKm + normals[at + 2]! * asideKm,
        ).applyMatrix4(turn);
        return lightOf({ x: point.x, y: point.y, z: point.z, sunTemeUnit, distanceKm });
      };
      expect(lightBeside(-edgeKm(behindKm))).toBe(inside);
      expect(lightBeside(edgeKm(behindKm))).toBe(outside);
      checkedCount++;
    }
    expect(checkedCount).toBeGreaterThan(100);
    expect(Math.max(...positions.filter((_, at) => at % 3 === 2))).toBe(DRAWN_BEHIND_KM);
  }
});

test.each(instants)("on the terminator the Sun stands on the horizon, %s", (utc) => {
  const { sunTemeUnit } = sunAt(parseInstant(utc)!);
  const turn = turnToSun(sunTemeUnit, new Matrix4());
  expect(turn.determinant()).toBeCloseTo(1, 12);
  const points = terminatorPoints(6, 64);
  for (let at = 0; at < points.length; at += 3) {
    const point = new Vector3(points[at], points[at + 1], points[at + 2]).applyMatrix4(turn);
    expect(Math.abs(point.dot(new Vector3(...sunTemeUnit)))).toBeLessThan(1e-3);
    expect(Math.abs(point.length() - EARTH_RADIUS_WGS84_KM - 6)).toBeLessThan(1e-3);
  }
});

test("a ruler is the longest round length that fits", () => {
  for (const [kmPerPx, lengthKm] of [
    [1, 100],
    [1.9, 200],
    [3.9, 500],
    [0.0004, 0.05],
    [1 / 130, 1],
    [250, 20_000],
  ] as const) {
    const ruler = rulerOf({ kmPerPx, mostPx: 130 });
    expect(ruler.lengthKm).toBeCloseTo(lengthKm, 9);
    expect(ruler.widthPx).toBeCloseTo(lengthKm / kmPerPx, 9);
    expect(ruler.widthPx).toBeLessThanOrEqual(130.000001);
    expect(ruler.widthPx).toBeGreaterThan(130 / 2.5 - 1e-6);
  }
});

test("the ruler's depth: the ground under the middle, or the limb whose circle is the Earth's edge", () => {
  const radiusKm = 6378.137;
  const eyeKm = [0, 0, 20_000] as const;
  const forwardUnit = [0, 0, -1] as const;
  const ground = groundDepthKm({ eyeKm, forwardUnit, radiusKm, isLimbSeen: false });
  expect(ground).toEqual({ depthKm: 20_000 - radiusKm, at: "ground" });
  const limb = groundDepthKm({ eyeKm, forwardUnit, radiusKm, isLimbSeen: true });
  expect(limb.at).toBe("limb");
  // A field of view of 90° on 1,000 px: the edge is seen at tan(asin R∕d) × 500 px, and is R cos(asin R∕d) from the axis.
  const limbRad = Math.asin(radiusKm / 20_000);
  const kmPerPx = kmPerPixel({ depthKm: limb.depthKm, focal: 1, heightPx: 1000 });
  expect(kmPerPx * Math.tan(limbRad) * 500).toBeCloseTo(radiusKm * Math.cos(limbRad), 6);
});

test("looking past the Earth, the Moon stands beside it at the angle asked for, up and to the right", () => {
  const moon = new Vector3(250_000, -270_000, 120_000);
  const asideRad = 0.2;
  const distanceKm = 53_000;
  const from = viewPastEarth({ targetTemeKm: [moon.x, moon.y, moon.z], distanceKm, asideRad });
  const eye = new Vector3(...from).multiplyScalar(distanceKm);
  expect(new Vector3(...from).length()).toBeCloseTo(1, 12);
  const toEarth = eye.clone().negate().normalize();
  const toMoon = moon.clone().sub(eye).normalize();
  expect(toEarth.angleTo(toMoon)).toBeCloseTo(asideRad, 9);
  const right = toEarth
    .clone()
    .cross(new Vector3(0, 0, 1))
    .normalize();
  const up = right.clone().cross(toEarth);
  expect(toMoon.dot(right)).toBeGreaterThan(0.1);
  expect(toMoon.dot(up)).toBeGreaterThan(0.05);
});
