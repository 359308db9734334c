import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describePresets, flyMission, parseMission, planMission, presetDocument, presetNames } from "#engine";
import { leastSeparationKm } from "../../../engine/orbit/spacing.ts";

/** Satellites of each preset, from the filings or from the sheet itself. */
const counts: Readonly<Record<string, number>> = {
  "starlink-gen1": 4408,
  "starlink-gen2": 30_000,
  kuiper: 3236,
  oneweb: 1980,
  "oneweb-phase-2": 6372,
  iridium: 66,
  telesat: 351,
  guowang: 12_992,
  "project-sunrise": 51_600,
  "filed-million": 1_000_000,
  "dawn-and-dusk": 8334,
  "ai1-over-starlink": 8334,
  "ai1-reference": 8334,
  "starlink-550": 1584,
  "ai1-sheet": 1,
  "starcloud-40mw": 1,
  "starcloud-5gw": 50,
  suncatcher: 81,
  "turyshev-1mw": 1,
  "iss-radiators": 1,
  "iss-arrays": 1,
  "starlink-v2-mini": 1584,
  "starlink-v3": 1584,
};

const missionOf = (name: string) => {
  const { mission, issues } = parseMission(presetDocument(name));
  expect(issues).toEqual([]);
  return mission!;
};

describe("every preset", () => {
  test("is listed with its count and its sources, once", () => {
    const listed = describePresets();
    expect(Object.fromEntries(listed.map(({ name, satelliteCount }) => [name, satelliteCount]))).toEqual(counts);
    expect(presetNames).toEqual(listed.map(({ name }) => name));
    for (const { name, sources } of listed) {
      expect(sources.length, name).toBeGreaterThan(0);
      for (const source of sources) expect(source).toMatch(/.{15,} \((standard|measured|datasheet|claim|estimate)\)$/);
    }
  });

  test.each(Object.keys(counts))("%s parses, plans and flies, its count exact", (name) => {
    const mission = missionOf(name);
    const { plan, issues } = planMission(mission);
    expect(issues).toEqual([]);
    expect(plan!.fleet.satelliteCount).toBe(counts[name]);
    const notes = plan!.findings.find(({ id }) => id === "mission-notes");
    for (const note of mission.notes ?? []) expect(notes?.text).toContain(note);
    const flight = flyMission(mission);
    if ("issues" in flight) throw new Error(flight.issues[0]?.message);
    expect(flight.satelliteCount).toBe(counts[name]);
    for (const index of [0, Math.floor(flight.satelliteCount / 2), flight.satelliteCount - 1]) {
      const state = flight.stateOf(index, 86_400);
      if ("reason" in state) throw new Error(state.reason);
      expect(flight.idOf(index)).toBe(String(index + 1));
      // Its own shell's height, give or take the Earth's flattening and J2 and J3 (some 40 km together).
      const { altitudeKm } = mission.shells[flight.whereOf(index).shellIndex]!;
      expect(Math.abs(Math.hypot(...state.positionTemeKm) - 6378.135 - altitudeKm!)).toBeLessThan(40);
    }
  });

  test("a name that is none has no document", () => expect(presetDocument("no-such-fleet")).toBeUndefined());
});

test("the filed million: 64 shells from 500 to 2,000 km, 30° and sun-synchronous by turns, and its split is ours", () => {
  const { shells, notes } = missionOf("filed-million");
  expect(shells.length).toBe(64);
  shells.forEach((shell, k) => {
    expect(shell.altitudeKm).toBe(500 + 23.4375 * (k + 0.5));
    expect([shell.planeCount, shell.satellitesPerPlaneCount]).toEqual([125, 125]);
    expect(shell).toMatchObject(
      k % 2 === 0 ? { inclinationDeg: 30, raanSpreadDeg: 360 } : { inclinationDeg: "sun-synchronous", ltanH: 18 },
    );
    // A sun-synchronous band crosses itself near the poles and cannot do better than 2.5 km.
    expect(leastSeparationKm(shell)).toBeGreaterThan(k % 2 === 0 ? 6.3 : 2.4);
  });
  expect(notes!.join(" ")).toContain("The split is Dawnline's assumption");
  const { findings } = planMission(missionOf("filed-million")).plan!;
  const textOf = (id: string) => findings.find((each) => each.id === id)?.text;
  expect(textOf("shell-separation")).toContain("In 32 of 64 shells");
  expect(textOf("drag-table")).toContain("1\u2009988 km");
  expect(textOf("dose-extrapolated")).toContain("Beyond 1\u2009400 km not even an estimate was made");
});

test("Project Sunrise keeps to what is filed: 300 to 1,000 a plane, planes 5 to 10 km apart, 500 to 1,800 km", () => {
  const { shells } = missionOf("project-sunrise");
  const heights = shells.map(({ altitudeKm }) => altitudeKm!);
  expect(heights[0]).toBe(500);
  expect(heights.at(-1)).toBeLessThanOrEqual(1800);
  for (const [index, shell] of shells.entries()) {
    expect(shell).toMatchObject({ inclinationDeg: "sun-synchronous", planeCount: 1 });
    expect(shell.satellitesPerPlaneCount).toBeGreaterThanOrEqual(300);
    expect(shell.satellitesPerPlaneCount).toBeLessThanOrEqual(1000);
    if (index === 0) continue;
    const stepKm = heights[index]! - heights[index - 1]!;
    expect(stepKm).toBeGreaterThan(5);
    expect(stepKm).toBeLessThan(10);
  }
});

test("shells of one height and inclination do not begin in one place", () => {
  const { shells } = missionOf("starlink-gen1");
  expect(shells[4]!.raanDeg).toBeGreaterThan(0);
});

const filings = new URL("../../../../shared/reference/constellation-filings.json", import.meta.url);
type FiledRow = { alt_km: number; inc_deg: number; planes: number; per_plane: number };
/** Names of the reference's tables. */
const tables: Readonly<Record<string, string>> = {
  "starlink-gen1": "starlink_gen1",
  "starlink-gen2": "starlink_gen2_2020",
  kuiper: "kuiper",
  oneweb: "oneweb_phase1",
  "oneweb-phase-2": "oneweb_phase2_revised",
  guowang: "guowang_gw_a59",
  iridium: "iridium",
  telesat: "telesat_1015",
};

test.skipIf(!existsSync(filings))("the shells are the filings' (needs the reference files beside the project)", () => {
  const filed = JSON.parse(readFileSync(filings, "utf8")) as Record<string, FiledRow[]>;
  for (const [name, table] of Object.entries(tables))
    expect(
      missionOf(name).shells.map(({ altitudeKm, inclinationDeg, planeCount, satellitesPerPlaneCount }) => [
        altitudeKm,
        inclinationDeg,
        planeCount,
        satellitesPerPlaneCount,
      ]),
    ).toEqual(filed[table]!.map(({ alt_km, inc_deg, planes, per_plane }) => [alt_km, inc_deg, planes, per_plane]));
});

/** Of the year's sunlit share and of the longest shadow, s: what following 25 of 125 planes in place of 100 may cost. */
const MEAN_TOLERANCE_FRACTION = 1e-4;
const SHADOW_TOLERANCE_S = 1;

test("a shell among 64 has the year that it has alone", () => {
  const mission = missionOf("filed-million");
  const together = planMission(mission).plan!.shells;
  for (const index of [0, 1, 62, 63]) {
    const [alone] = planMission({ ...mission, shells: [mission.shells[index]!] }).plan!.shells;
    expect(Math.abs(together[index]!.sunlitFraction - alone!.sunlitFraction)).toBeLessThan(MEAN_TOLERANCE_FRACTION);
    expect(Math.abs(together[index]!.worstPlaneEclipseS - alone!.worstPlaneEclipseS)).toBeLessThan(SHADOW_TOLERANCE_S);
  }
});
