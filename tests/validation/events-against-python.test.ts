import { describe, expect, test } from "vitest";
import { findAccess, makeStation } from "../../engine/events/accessWindows.ts";
import type { Interval } from "../../engine/events/search.ts";
import { findShadows, makeSunTable } from "../../engine/events/shadowEvents.ts";
import { findSight } from "../../engine/events/sightIntervals.ts";
import { makeTrack, tabulate } from "../../engine/events/track.ts";
import { readElements } from "../../engine/formats/elements.ts";
import { type Instant, parseInstant } from "../../engine/geometry/instant.ts";
import { makeRecord } from "../../engine/orbit/propagate.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** Ends of contacts and of lines of sight: what the demand allows, 0.01 s, is 70 m along an orbit. */
const CONTACT_TOLERANCE_S = 0.01;
const ELEVATION_TOLERANCE_DEG = 1e-4;
/** A shadow's edge moves by 0.016 s for 0.001° of the Sun along the orbit, more where the orbit grazes the cone. */
const SHADOW_TOLERANCE_S = 1.5;
const GRAZING_SHADOW_TOLERANCE_S = 5;
const GRAZING_PASS_S = 300;
const MEDIAN_SHADOW_TOLERANCE_S = 0.3;

type Lines = { readonly line1: string; readonly line2: string };
const recordOf = ({ line1, line2 }: Lines) => {
  const { records, refused } = readElements(`${line1}\n${line2}`);
  expect(refused).toEqual([]);
  return makeRecord(records[0]!.elements);
};
const trackOf = (lines: Lines, from: Instant, spanS: number) => makeTrack({ record: recordOf(lines), from, spanS });

function offsetsS(got: readonly Interval[], want: readonly Interval[]) {
  expect(got.length).toBe(want.length);
  return want.map(([startS, endS], row) => ({
    lengthS: endS - startS,
    worstS: Math.max(Math.abs(got[row]![0] - startS), Math.abs(got[row]![1] - endS)),
  }));
}

function expectShadows(got: readonly Interval[], want: readonly Interval[]) {
  const offsets = offsetsS(got, want);
  for (const { lengthS, worstS } of offsets)
    expect(worstS).toBeLessThan(lengthS < GRAZING_PASS_S ? GRAZING_SHADOW_TOLERANCE_S : SHADOW_TOLERANCE_S);
  const sorted = offsets.map(({ worstS }) => worstS).sort((a, b) => a - b);
  if (sorted.length > 0) expect(sorted[sorted.length >> 1]).toBeLessThan(MEDIAN_SHADOW_TOLERANCE_S);
}

/** Each umbra in a penumbra. */
function expectNested({ umbra, penumbra }: ReturnType<typeof findShadows>) {
  for (const [startS, endS] of umbra)
    expect(penumbra.filter(([first, last]) => first <= startS && endS <= last).length).toBe(1);
}

const own = readAuthority<{
  from: string;
  spanS: number;
  minElevationDeg: number;
  grazingAltitudeKm: number;
  rangeKm: number;
  satellites: Lines[];
  sites: { name: string; latitudeDeg: number; longitudeDeg: number; heightKm: number }[];
  eclipses: { satellite: number; umbra: Interval[]; penumbra: Interval[] }[];
  access: { satellite: number; site: string; windows: { startS: number; endS: number; maxElevationDeg: number }[] }[];
  pairs: { a: number; b: number; intervals: Interval[]; inRange: Interval[] }[];
}>("events-python.json");

describe("a day of three satellites by python-sgp4 and ERFA", () => {
  const from = parseInstant(own.from)!;
  const tracks = own.satellites.map((lines) => trackOf(lines, from, own.spanS));

  test.each(own.eclipses)("shadows of satellite $satellite", ({ satellite, umbra, penumbra }) => {
    const found = findShadows({ track: tracks[satellite]!, sunOf: makeSunTable(from) });
    expectShadows(found.umbra, umbra);
    expectShadows(found.penumbra, penumbra);
    expectNested(found);
  });

  test.each(own.access)("contacts of satellite $satellite with $site", ({ satellite, site, windows }) => {
    const stationAt = makeStation(own.sites.find(({ name }) => name === site)!, from);
    const found = findAccess({ track: tracks[satellite]!, stationAt, minElevationDeg: own.minElevationDeg });
    const asIntervals = (each: readonly { startS: number; endS: number }[]) =>
      each.map(({ startS, endS }): Interval => [startS, endS]);
    for (const { worstS } of offsetsS(asIntervals(found), asIntervals(windows)))
      expect(worstS).toBeLessThan(CONTACT_TOLERANCE_S);
    windows.forEach(({ maxElevationDeg }, row) => {
      expect(Math.abs(found[row]!.maxElevationDeg - maxElevationDeg)).toBeLessThan(ELEVATION_TOLERANCE_DEG);
    });
  });

  test.each(own.pairs)("line of sight of $a and $b, direct and from a table", ({ a, b, intervals, inRange }) => {
    for (const make of [(index: number) => tracks[index]!, (index: number) => tabulate(tracks[index]!)]) {
      const pair = { a: make(a), b: make(b), grazingAltitudeKm: own.grazingAltitudeKm };
      for (const { worstS } of [
        ...offsetsS(findSight(pair), intervals),
        ...offsetsS(findSight({ ...pair, rangeKm: own.rangeKm }), inRange),
      ])
        expect(worstS).toBeLessThan(CONTACT_TOLERANCE_S);
    }
  });
});

/** Julian date of 2000-01-01, midnight. */
const FIRST_JULIAN_DAY = 2451544.5;
const instantOf = (julianDate: number): Instant => ({ day: julianDate - FIRST_JULIAN_DAY, secondS: 0 });

describe.skipIf(!hasReference)("the reference files beside the project", () => {
  test("a year of eclipses: 1,286 passes of the umbra", () => {
    const year = readReference<
      Lines & { t0_jd: number; duration_s: number; umbra_intervals_s: Interval[]; penumbra_intervals_s: Interval[] }
    >("vectors/eclipse_year_1.json");
    const from = instantOf(year.t0_jd);
    const found = findShadows({ track: trackOf(year, from, year.duration_s), sunOf: makeSunTable(from) });
    expect(found.umbra.length).toBe(1286);
    expectShadows(found.umbra, year.umbra_intervals_s);
    expectShadows(found.penumbra, year.penumbra_intervals_s);
    expectNested(found);
  });

  test("contacts of three satellites with five sites", () => {
    const { t0_jd, duration_s, min_elevation_deg, cases } = readReference<{
      t0_jd: number;
      duration_s: number;
      min_elevation_deg: number;
      cases: (Lines & {
        station: { lat_deg: number; lon_deg: number; h_km: number };
        windows: { aos_s: number; los_s: number; max_el_deg: number }[];
      })[];
    }>("vectors/access_3x5x1d.json");
    const from = instantOf(t0_jd);
    for (const { station, windows, ...lines } of cases) {
      const site = { latitudeDeg: station.lat_deg, longitudeDeg: station.lon_deg, heightKm: station.h_km };
      const found = findAccess({
        track: trackOf(lines, from, duration_s),
        stationAt: makeStation(site, from),
        minElevationDeg: min_elevation_deg,
      });
      expect(found.length).toBe(windows.length);
      windows.forEach(({ aos_s, los_s, max_el_deg }, row) => {
        expect(Math.abs(found[row]!.startS - aos_s)).toBeLessThan(CONTACT_TOLERANCE_S);
        expect(Math.abs(found[row]!.endS - los_s)).toBeLessThan(CONTACT_TOLERANCE_S);
        expect(Math.abs(found[row]!.maxElevationDeg - max_el_deg)).toBeLessThan(ELEVATION_TOLERANCE_DEG);
      });
    }
  });

  test("lines of sight of 28 pairs", () => {
    const { t0_jd, duration_s, grazing_altitude_km, range_cap_km, sats, pairs } = readReference<{
      t0_jd: number;
      duration_s: number;
      grazing_altitude_km: number;
      range_cap_km: number;
      sats: Lines[];
      pairs: { a: number; b: number; los_intervals_s: Interval[]; range_le_5000km_intervals_s: Interval[] }[];
    }>("vectors/isl_los_1d.json");
    const tracks = sats.map((lines) => trackOf(lines, instantOf(t0_jd), duration_s));
    for (const { a, b, los_intervals_s, range_le_5000km_intervals_s } of pairs) {
      const pair = { a: tracks[a]!, b: tracks[b]!, grazingAltitudeKm: grazing_altitude_km };
      for (const { worstS } of [
        ...offsetsS(findSight(pair), los_intervals_s),
        ...offsetsS(findSight({ ...pair, rangeKm: range_cap_km }), range_le_5000km_intervals_s),
      ])
        expect(worstS).toBeLessThan(CONTACT_TOLERANCE_S);
    }
  });
});
