import { expect, test } from "vitest";
import { directionOf, makeHorizon, sunDirection } from "../../engine/events/horizon.ts";
import { findNight } from "../../engine/events/night.ts";
import { readElements } from "../../engine/formats/elements.ts";
import { addSeconds, parseInstant } from "../../engine/geometry/instant.ts";
import { makeRecord, minutesSinceEpoch, propagateState } from "../../engine/orbit/propagate.ts";
import { readAuthority } from "./reference.ts";

/** Both turn TEME by the mean sidereal time of 1982: what is left are the seven and six decimals of the file, 5e-8 and 5e-7. */
const DIRECTION_TOLERANCE_DEG = 1e-6;
const RANGE_TOLERANCE_KM = 1e-5;
/** Our Sun is within 0.001° of ERFA's; Astropy adds the aberration of the turning Earth, 9e-5°. */
const SUN_TOLERANCE_DEG = 1.2e-3;
/** So much of altitude takes 0.3 s at the equator, and 3 s where the Sun sinks ten times as slowly. */
const NIGHT_TOLERANCE_S = 3;

const { satellites } = readAuthority<{ satellites: { line1: string; line2: string }[] }>("events-python.json");
const authority = readAuthority<{
  from: string;
  sites: { name: string; latitudeDeg: number; longitudeDeg: number; heightKm: number }[];
  directions: {
    satellite: number;
    site: string;
    tS: number;
    azimuthDeg: number;
    elevationDeg: number;
    rangeKm: number;
  }[];
  suns: { at: string; tS: number; site: string; altitudeDeg: number; azimuthDeg: number }[];
  nights: {
    at: string;
    site: string;
    noonS: number;
    night: number[] | "all" | "none";
    dark: number[] | "all" | "none";
  }[];
}>("horizon-python.json");
const siteOf = (name: string) => authority.sites.find((site) => site.name === name)!;
/** Between two azimuths, as an angle on the sky at that height. */
const asideDeg = (a: number, b: number, heightDeg: number) =>
  Math.abs(((a - b + 540) % 360) - 180) * Math.cos((heightDeg * Math.PI) / 180);

test("directions and ranges of satellites are Skyfield's", () => {
  const from = parseInstant(authority.from)!;
  const records = satellites.map(({ line1, line2 }) =>
    makeRecord(readElements(`${line1}\n${line2}`).records[0]!.elements),
  );
  expect(authority.directions.length).toBeGreaterThan(100);
  for (const { satellite, site, tS, ...want } of authority.directions) {
    const record = records[satellite]!;
    const state = propagateState(record, minutesSinceEpoch(record.epoch, addSeconds(from, tS)));
    if ("reason" in state) throw new Error(state.reason);
    const got = directionOf(makeHorizon(siteOf(site), from)(tS), state.positionTemeKm);
    expect(Math.abs(got.elevationDeg - want.elevationDeg)).toBeLessThan(DIRECTION_TOLERANCE_DEG);
    expect(asideDeg(got.azimuthDeg, want.azimuthDeg, want.elevationDeg)).toBeLessThan(DIRECTION_TOLERANCE_DEG);
    expect(Math.abs(got.rangeKm - want.rangeKm)).toBeLessThan(RANGE_TOLERANCE_KM);
  }
});

test("the Sun stands where Astropy has it", () => {
  for (const { at, tS, site, altitudeDeg, azimuthDeg } of authority.suns) {
    const from = parseInstant(at)!;
    const got = sunDirection(makeHorizon(siteOf(site), from)(tS), addSeconds(from, tS));
    expect(Math.abs(got.altitudeDeg - altitudeDeg)).toBeLessThan(SUN_TOLERANCE_DEG);
    expect(asideDeg(got.azimuthDeg, azimuthDeg, altitudeDeg)).toBeLessThan(SUN_TOLERANCE_DEG);
  }
});

test.each(authority.nights)("the night of $site from $at on", ({ at, site, noonS, night, dark }) => {
  const from = parseInstant(at)!;
  // Local midnight: within the night, where there is one.
  const found = findNight({ site: siteOf(site), from, tS: noonS + 43_200 });
  expect(found.kind).toBe(night === "all" ? "polar" : night === "none" ? "white" : "night");
  if (Array.isArray(night)) {
    expect(Math.abs(found.fromTS - night[0]!)).toBeLessThan(NIGHT_TOLERANCE_S);
    expect(Math.abs(found.toTS - night[1]!)).toBeLessThan(NIGHT_TOLERANCE_S);
  } else expect(found.toTS - found.fromTS).toBe(86_400);
  if (Array.isArray(dark))
    dark.forEach((end, row) => {
      expect(Math.abs(found.dark![row]! - end)).toBeLessThan(NIGHT_TOLERANCE_S);
    });
  else expect(found.dark === undefined).toBe(dark === "none");
});
