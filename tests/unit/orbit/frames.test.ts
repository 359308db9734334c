import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import {
  ecefToTeme,
  siderealAngleRad,
  temeToEcef,
  temeToGeodetic,
  temeVelocityToEcef,
} from "../../../engine/orbit/frames.ts";

const instant = parseInstant("2027-03-01T06:00:00.123456789Z")!;

describe("the turning Earth", () => {
  test("turns once in a sidereal day", () => {
    const later = { day: instant.day + 1, secondS: instant.secondS };
    const gainedRad = (siderealAngleRad(later) - siderealAngleRad(instant) + 2 * Math.PI) % (2 * Math.PI);
    expect(gainedRad).toBeCloseTo(2 * Math.PI * (1.00273790935 - 1), 9);
  });

  test("there and back is the same place", () => {
    const place = [6000, -2000, 1500] as const;
    ecefToTeme(temeToEcef(place, 1.2345), 1.2345).forEach((value, axis) => {
      expect(value).toBeCloseTo(place[axis]!, 9);
    });
  });

  test("a geostationary satellite stands still", () => {
    const rate = 7.292115e-5;
    const velocity = temeVelocityToEcef({
      positionTemeKm: [42164, 0, 0],
      velocityTemeKmPerS: [0, 42164 * rate, 0],
      siderealRad: 0.7,
    });
    expect(Math.hypot(...velocity)).toBeLessThan(1e-12);
  });

  test("what stands over the Greenwich meridian has longitude 0", () => {
    const siderealRad = siderealAngleRad(instant);
    const over = temeToGeodetic([7000 * Math.cos(siderealRad), 7000 * Math.sin(siderealRad), 0], siderealRad);
    expect(over.longitudeDeg).toBeCloseTo(0, 12);
    expect(over.latitudeDeg).toBe(0);
    expect(over.heightKm).toBeCloseTo(7000 - 6378.137, 9);
  });
});
