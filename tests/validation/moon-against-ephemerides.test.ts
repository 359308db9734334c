import { expect, test } from "vitest";
import { ASTRONOMICAL_UNIT_KM, EARTH_RADIUS_WGS84_KM } from "../../engine/facts/constants.ts";
import { parseInstant } from "../../engine/geometry/instant.ts";
import { angleBetween, cross, norm, scale, unit, type Vector3 } from "../../engine/geometry/vectors.ts";
import { moonAt, moonLitFraction, moonOnEcliptic } from "../../engine/orbit/moon.ts";
import { sunAt } from "../../engine/orbit/sun.ts";
import { readAuthority } from "./reference.ts";

const DAYS_PER_CENTURY = 36525;
const J2000_JULIAN_DAY = 2451545;

test("Meeus's own example, 47.a: 1992 April 12, 0h terrestrial time", () => {
  const moon = moonOnEcliptic((2448724.5 - J2000_JULIAN_DAY) / DAYS_PER_CENTURY);
  // As printed: six decimals of a degree, one of a kilometre.
  expect(Math.abs(moon.longitudeDeg - 133.162655)).toBeLessThan(1e-6);
  expect(Math.abs(moon.latitudeDeg + 3.229126)).toBeLessThan(1e-6);
  expect(Math.abs(moon.distanceKm - 368409.7)).toBeLessThan(0.06);
});

/** The chapter's own bound, 10″ in longitude and 4″ in latitude, and 0.5″ of nutation. */
const DIRECTION_TOLERANCE_DEG = 11.5 / 3600;
/** Terms of the distance under a kilometre are left out of the table. */
const DISTANCE_TOLERANCE_KM = 20;
const { cases } = readAuthority<{ cases: { utc: string; moonTemeKm: Vector3 }[] }>("moon-ephem.json");

test(`direction and distance of the Moon at ${cases.length} instants of 1957 to 2099`, () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  for (const { utc, moonTemeKm: expected } of cases) {
    const { moonTemeKm } = moonAt(parseInstant(utc)!);
    const offDeg = (angleBetween(moonTemeKm, expected) * 180) / Math.PI;
    expect(offDeg, utc).toBeLessThan(DIRECTION_TOLERANCE_DEG);
    expect(Math.abs(norm(moonTemeKm) - norm(expected)), utc).toBeLessThan(DISTANCE_TOLERANCE_KM);
  }
});

/**
 * Least distance of the shadow's axis from the Earth's centre, Earth radii, and when. Espenak and Meeus, Five Millennium
 * Canons of Solar and Lunar Eclipses (NASA/TP-2006-214141, 2009-214172); times there are TD, here UTC by 69 s.
 */
const eclipses = [
  { utc: "2027-08-02T10:06:41Z", gamma: 0.1421, body: "sun" },
  { utc: "2026-08-12T17:45:57Z", gamma: 0.8977, body: "sun" },
  { utc: "2028-12-31T16:52:06Z", gamma: 0.3258, body: "moon" },
] as const;
/** The canon's radius, 6,378.14 km; its positions are of VSOP87 and ELP-2000/82, 1″ apart from ours is 0.0003 of a radius; printed to 0.0001. */
const GAMMA_TOLERANCE = 0.004;

test.each(eclipses)("the $body is eclipsed on $utc, the axis $gamma Earth radii aside", ({ utc, gamma, body }) => {
  const instant = parseInstant(utc)!;
  const { sunTemeUnit, distanceKm } = sunAt(instant);
  const { moonTemeKm } = moonAt(instant);
  const sunTemeKm = scale(sunTemeUnit, distanceKm);
  // The axis of the Moon's shadow for the Sun's eclipse, the Earth's own for the Moon's.
  const axis: Vector3 =
    body === "sun"
      ? unit([sunTemeKm[0] - moonTemeKm[0], sunTemeKm[1] - moonTemeKm[1], sunTemeKm[2] - moonTemeKm[2]])
      : sunTemeUnit;
  const asideKm = norm(cross(moonTemeKm, axis));
  expect(Math.abs(asideKm / EARTH_RADIUS_WGS84_KM - gamma)).toBeLessThan(GAMMA_TOLERANCE);
});

test("the lit share of Meeus's example 48.a, 0.6786, and of full and new Moon", () => {
  // 1992 April 12, 0h TD; the example's Sun stands at 149,971,520 km.
  const instant = parseInstant("1992-04-11T23:58:50.816Z")!;
  const { sunTemeUnit, distanceKm } = sunAt(instant);
  expect(Math.abs(distanceKm - 149971520)).toBeLessThan(3000);
  const { moonTemeKm } = moonAt(instant);
  expect(Math.abs(moonLitFraction({ moonTemeKm, sunTemeKm: scale(sunTemeUnit, distanceKm) }) - 0.6786)).toBeLessThan(
    0.0001,
  );
  expect(moonLitFraction({ moonTemeKm: [384400, 0, 0], sunTemeKm: [-ASTRONOMICAL_UNIT_KM, 0, 0] })).toBe(1);
  expect(moonLitFraction({ moonTemeKm: [384400, 0, 0], sunTemeKm: [ASTRONOMICAL_UNIT_KM, 0, 0] })).toBeLessThan(1e-15);
});
