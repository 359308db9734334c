import { expect, test } from "vitest";
import { flyMission } from "../../engine/flight/flight.ts";
import { MISSION_FORMAT } from "../../engine/mission/mission.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** Hypatia rounds its TLE and propagates by another program. */
const ROUND_TRIP_TOLERANCE_MS = 0.01;

type Case = { tS: number; from: string; to: string; roundTripMs?: number; satellites?: number[] };
const own = readAuthority<{ cities: Record<string, [number, number]>; cases: Case[] }>("latency-hypatia.json");
/** Manila to St Petersburg, every 5 s: seconds, two stations, round trip ns (0 where there is no path), ours, path. */
type Row = [tS: number, from: number, to: number, roundTripNs: number, ours: number, path: string];
const more: Case[] = hasReference
  ? readReference<{ rows: Row[] }>("hypatia/kuiper630-rtt.json").rows.map(([tS, , , roundTripNs, , path]) => ({
      tS,
      from: "Manila",
      to: "St Petersburg",
      ...(roundTripNs > 0
        ? { roundTripMs: roundTripNs / 1e6, satellites: path.split("-").slice(1, -1).map(Number) }
        : {}),
    }))
  : [];

/** Kuiper-630 as Hypatia draws it: odd planes half a slot ahead. */
function kuiperRecords(): string {
  const records = Array.from({ length: 34 * 34 }, (_, index) => {
    const plane = Math.floor(index / 34);
    return {
      NORAD_CAT_ID: index + 1,
      EPOCH: "2000-01-01T00:00:00",
      MEAN_MOTION: 14.8,
      ECCENTRICITY: 1e-7,
      INCLINATION: 51.9,
      RA_OF_ASC_NODE: (plane * 360) / 34,
      ARG_OF_PERICENTER: 0,
      MEAN_ANOMALY: (((index % 34) + (plane % 2) / 2) * 360) / 34,
      BSTAR: 0,
    };
  });
  return JSON.stringify(records);
}

test(`round trips of Kuiper-630 (${own.cases.length + more.length} instants), same satellites, same outage`, () => {
  const flight = flyMission(
    {
      format: MISSION_FORMAT,
      name: "Kuiper 630",
      epoch: "2000-01-01T00:00:00Z",
      shells: [{ name: "Kuiper 630", planeCount: 34, satellitesPerPlaneCount: 34, elementsFile: "kuiper.json" }],
      links: { minElevationDeg: 0, groundRangeKm: 1260, rangeKm: 5442.958203036286 },
    },
    { elementsTexts: { "kuiper.json": kuiperRecords() } },
  );
  if ("issues" in flight) throw new Error(JSON.stringify(flight.issues));
  const placeOf = (name: string) => ({ latitudeDeg: own.cities[name]![0], longitudeDeg: own.cities[name]![1] });
  for (const { tS, from, to, roundTripMs, satellites } of [...own.cases, ...more]) {
    const route = flight.route({ tS, from: placeOf(from), to: placeOf(to) });
    expect(route.reachable).toBe(roundTripMs !== undefined);
    if (roundTripMs === undefined) continue;
    expect(Math.abs(2 * route.oneWayMs! - roundTripMs)).toBeLessThan(ROUND_TRIP_TOLERANCE_MS);
    // The path may be read from either end.
    if (satellites !== undefined)
      expect([route.satellites, [...route.satellites].reverse()]).toContainEqual(satellites);
  }
});
