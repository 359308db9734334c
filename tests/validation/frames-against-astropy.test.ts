import { describe, expect, test } from "vitest";
import { ecefToGeodetic, geodeticToEcef } from "../../engine/geometry/geodesy.ts";
import { parseInstant } from "../../engine/geometry/instant.ts";
import type { Vector3 } from "../../engine/geometry/vectors.ts";
import { ecefToTeme, siderealAngleRad, temeToEcef } from "../../engine/orbit/frames.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** The authority's own arithmetic is 2.3e-11 away from the formula in 50 digits, ours under 1e-14. */
const SIDEREAL_TOLERANCE_RAD = 3e-11;
/** That angle at 42,000 km. */
const POSITION_TOLERANCE_KM = 1e-6;
/** UT1 = UTC and no polar motion, at 7,000 km: asked for by the authority. */
const EARTH_FIXED_TOLERANCE_KM = 0.35;
const GEODETIC_TOLERANCE_DEG = 2e-9;
const HEIGHT_TOLERANCE_KM = 1e-6;

type Case = {
  utc: string;
  temeKm: Vector3;
  gmst82Rad: number;
  pefKm: Vector3;
  itrsKm: Vector3;
  pefGeodetic: Vector3;
};
type ReferenceCase = {
  jd: [number, number];
  teme_r: Vector3;
  gmst82_utc_rad: number;
  pef_r_gmst_utc: Vector3;
  itrs_r: Vector3;
  geodetic_wgs84_from_pef_gmst_utc: { lat_deg: number; lon_deg: number; h_km: number };
};

/** Julian date of 2000-01-01, midnight. */
const FIRST_JULIAN_DAY = 2451544.5;
const cases = hasReference
  ? readReference<{ cases: ReferenceCase[] }>("vectors/frames_150.json").cases.map((each) => ({
      instant: { day: each.jd[0] - FIRST_JULIAN_DAY, secondS: each.jd[1] * 86400 },
      temeKm: each.teme_r,
      gmst82Rad: each.gmst82_utc_rad,
      pefKm: each.pef_r_gmst_utc,
      itrsKm: each.itrs_r,
      geodetic: Object.values(each.geodetic_wgs84_from_pef_gmst_utc) as unknown as Vector3,
    }))
  : readAuthority<{ cases: Case[] }>("frames-astropy.json").cases.map(({ utc, pefGeodetic, ...each }) => ({
      ...each,
      instant: parseInstant(utc)!,
      geodetic: pefGeodetic,
    }));

const apartKm = (a: Vector3, b: Vector3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe(`frames at ${cases.length} instants`, () => {
  test("Greenwich mean sidereal time 1982", () => {
    for (const { instant, gmst82Rad } of cases) {
      const off = Math.abs(siderealAngleRad(instant) - gmst82Rad);
      expect(Math.min(off, 2 * Math.PI - off)).toBeLessThan(SIDEREAL_TOLERANCE_RAD);
    }
  });

  test("TEME to Earth-fixed and back", () => {
    for (const { instant, temeKm, pefKm, itrsKm } of cases) {
      const siderealRad = siderealAngleRad(instant);
      const scale = Math.max(1, Math.hypot(...temeKm) / 7000);
      expect(apartKm(temeToEcef(temeKm, siderealRad), pefKm)).toBeLessThan(POSITION_TOLERANCE_KM * scale);
      expect(apartKm(ecefToTeme(pefKm, siderealRad), temeKm)).toBeLessThan(POSITION_TOLERANCE_KM * scale);
      expect(apartKm(temeToEcef(temeKm, siderealRad), itrsKm)).toBeLessThan(EARTH_FIXED_TOLERANCE_KM * scale);
    }
  });

  test("geodetic coordinates on WGS 84, both ways", () => {
    for (const { pefKm, geodetic } of cases) {
      const { latitudeDeg, longitudeDeg, heightKm } = ecefToGeodetic(pefKm);
      expect(Math.abs(latitudeDeg - geodetic[0])).toBeLessThan(GEODETIC_TOLERANCE_DEG);
      const turnDeg = Math.abs(longitudeDeg - geodetic[1]) % 360;
      // Near a pole a longitude means less: hold its arc on the ground.
      const narrowing = Math.max(1e-3, Math.cos((latitudeDeg * Math.PI) / 180));
      expect(Math.min(turnDeg, 360 - turnDeg) * narrowing).toBeLessThan(GEODETIC_TOLERANCE_DEG);
      expect(Math.abs(heightKm - geodetic[2])).toBeLessThan(HEIGHT_TOLERANCE_KM);
      expect(apartKm(geodeticToEcef({ latitudeDeg, longitudeDeg, heightKm }), pefKm)).toBeLessThan(1e-7);
    }
  });
});
