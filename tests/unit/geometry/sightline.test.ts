import { describe, expect, test } from "vitest";
import { closestApproachKm, isInSight } from "../../../engine/geometry/sightline.ts";

const radiusKm = 6378.137;

describe("line of sight", () => {
  test("two satellites at 550 km lose sight over 80 km at 5,016.6 km", () => {
    const orbitKm = radiusKm + 550;
    const see = (apartKm: number) => {
      const half = Math.asin(apartKm / 2 / orbitKm);
      const at = (angle: number) => [orbitKm * Math.cos(angle), orbitKm * Math.sin(angle), 0] as const;
      return isInSight({ aKm: at(half), bKm: at(-half), radiusKm, grazingAltitudeKm: 80 });
    };
    expect(see(5016.5)).toBe(true);
    expect(see(5016.7)).toBe(false);
  });

  test("the nearest point may be an end", () => {
    expect(closestApproachKm({ aKm: [7000, 0, 0], bKm: [8000, 0, 0] })).toBe(7000);
    expect(closestApproachKm({ aKm: [0, 9000, 0], bKm: [0, 7500, 0] })).toBe(7500);
    expect(closestApproachKm({ aKm: [1, 1, 1], bKm: [1, 1, 1] })).toBe(Math.sqrt(3));
  });

  test("a straight line through the centre comes to nothing", () =>
    expect(closestApproachKm({ aKm: [7000, 0, 0], bKm: [-7000, 0, 0] })).toBe(0));
});
