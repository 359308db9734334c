import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  addSeconds,
  ecefToTeme,
  flyMission,
  makeRecord,
  minutesSinceEpoch,
  parseInstant,
  parseMission,
  propagateState,
  readElements,
  referenceMission,
  siderealAngleRad,
} from "#engine";
import { tleChecksum } from "../../../engine/formats/tle.ts";
import { geodeticToEcef, zenithEcefUnit } from "../../../engine/geometry/geodesy.ts";
import { makeFolder, runHere } from "./harness.ts";

type Counts = { seenFraction: number; meanInViewCount: number; leastInViewCount: number; mostInViewCount: number };
type Document = {
  at: string;
  sampleCount: number;
  satelliteCount: number;
  rows: (Counts & { tS: number; decayedCount: number })[];
  latitudes: (Counts & { latitudeDeg: number; cellSeenFraction: number[]; cellMeanInViewCount: number[] })[];
  refused: unknown[];
};

async function coverage(argv: readonly string[], folder = makeFolder()): Promise<Document> {
  const { code, stdout, stderr } = await runHere(["coverage", ...argv, "--json"], { folder });
  expect(code, stderr + stdout.slice(0, 500)).toBe(0);
  return JSON.parse(stdout);
}
async function issuesOf(argv: readonly string[]) {
  const { code, stdout } = await runHere(["coverage", ...argv, "--json"], { folder: makeFolder() });
  expect(code).toBe(1);
  return JSON.parse(stdout).issues as { path: string; given: string; allowed: string }[];
}

/** A grid of 30°: 6 × 12 middles. */
const STEP_DEG = 30;
const latitudesDeg = [-75, -45, -15, 15, 45, 75];
const longitudesDeg = Array.from({ length: 12 }, (_, column) => -165 + 30 * column);
const moments = ["--over-s", "1200", "--step-s", "600", "--grid-step-deg", String(STEP_DEG)];
const times = [0, 600, 1200];

/** What the document must say where `countOf` counts the satellites over one place at one time. */
function expectCounted(
  document: Document,
  countOf: (tS: number, place: { latitudeDeg: number; longitudeDeg: number }) => number,
) {
  const table = times.map((tS) =>
    latitudesDeg.map((latitudeDeg) => longitudesDeg.map((longitudeDeg) => countOf(tS, { latitudeDeg, longitudeDeg }))),
  );
  // A cell's share of the sphere: Archimedes' hat box.
  const sine = (deg: number) => Math.sin((deg * Math.PI) / 180);
  const areaOf = (latitudeDeg: number) => (sine(latitudeDeg + 15) - sine(latitudeDeg - 15)) / 2 / 12;
  for (const [step, byLatitude] of table.entries()) {
    const row = document.rows[step]!;
    const weighed = (of: (inView: number) => number) =>
      byLatitude.reduce(
        (sum, cells, at) => sum + areaOf(latitudesDeg[at]!) * cells.reduce((total, each) => total + of(each), 0),
        0,
      );
    expect(row.tS).toBe(times[step]);
    expect(row.seenFraction).toBeCloseTo(
      weighed((inView) => (inView > 0 ? 1 : 0)),
      12,
    );
    expect(row.meanInViewCount).toBeCloseTo(
      weighed((inView) => inView),
      12,
    );
    expect(row.leastInViewCount).toBe(Math.min(...byLatitude.flat()));
    expect(row.mostInViewCount).toBe(Math.max(...byLatitude.flat()));
  }
  expect(document.latitudes.map(({ latitudeDeg }) => latitudeDeg)).toEqual(latitudesDeg);
  for (const [at, latitude] of document.latitudes.entries()) {
    const all = table.map((byLatitude) => byLatitude[at]!);
    for (const column of longitudesDeg.keys()) {
      const cell = all.map((cells) => cells[column]!);
      expect(latitude.cellSeenFraction[column]).toBe(cell.filter((inView) => inView > 0).length / 3);
      expect(latitude.cellMeanInViewCount[column]).toBe(cell.reduce((sum, inView) => sum + inView, 0) / 3);
    }
    const flat = all.flat();
    expect(latitude.seenFraction).toBeCloseTo(flat.filter((inView) => inView > 0).length / 36, 12);
    expect(latitude.meanInViewCount).toBeCloseTo(flat.reduce((sum, inView) => sum + inView, 0) / 36, 12);
    expect([latitude.leastInViewCount, latitude.mostInViewCount]).toEqual([Math.min(...flat), Math.max(...flat)]);
  }
  expect(table.flat(2).some((inView) => inView > 0)).toBe(true);
}

describe("every cell counts what stands over its middle", () => {
  test("of a mission, its own least elevation and range in force", async () => {
    const document = {
      ...(referenceMission as object),
      links: { minElevationDeg: 15, groundRangeKm: 1900 },
      shells: [
        {
          name: "A",
          altitudeKm: 900,
          inclinationDeg: 60,
          planeCount: 6,
          satellitesPerPlaneCount: 20,
          raanSpreadDeg: 360,
        },
      ],
    };
    const folder = makeFolder();
    writeFileSync(join(folder, "a.json"), JSON.stringify(document));
    const found = await coverage(["a.json", "--at", "2027-03-01T00:00:00Z", ...moments], folder);
    expect(found).toMatchObject({ sampleCount: 3, satelliteCount: 120, minElevationDeg: 15, groundRangeKm: 1900 });
    const flight = flyMission(parseMission(document).mission!);
    if ("issues" in flight) throw new Error("no flight");
    const atTS = 59 * 86_400;
    expectCounted(found, (tS, place) => flight.visibleFrom({ tS: atTS + tS, place }).length);
  });

  test("of records, by sgp4() and the angle at each place", async () => {
    const sum = (line: string) => line.slice(0, 68) + tleChecksum(line);
    const lines = Array.from({ length: 24 }, (_, row) => [
      sum(`1 ${43001 + row}U 17073A   24001.00000000  .00000000  00000-0  10000-3 0  9990`),
      sum(
        `2 ${43001 + row}  70.0000 ${String(row * 15).padStart(3)}.0000 0001200  90.0000 ${String((row * 97) % 360).padStart(3)}.0000 12.00000000400000`,
      ),
    ]).flat();
    const folder = makeFolder();
    writeFileSync(join(folder, "a.tle"), [...lines, lines[0]].join("\n"));
    const argv = ["a.tle", "--at", "2024-01-03T00:00:00Z", "--min-elevation-deg", "20", ...moments];
    const found = await coverage(argv, folder);
    expect(found.refused.length).toBe(1);
    const records = readElements(lines.join("\n")).records.map(({ elements }) => makeRecord(elements));
    expectCounted(found, (tS, { latitudeDeg, longitudeDeg }) => {
      const instant = addSeconds(parseInstant("2024-01-03T00:00:00Z")!, tS);
      const siderealRad = siderealAngleRad(instant);
      const place = ecefToTeme(geodeticToEcef({ latitudeDeg, longitudeDeg, heightKm: 0 }), siderealRad);
      const zenith = ecefToTeme(zenithEcefUnit({ latitudeDeg, longitudeDeg }), siderealRad);
      return records.filter((record) => {
        const state = propagateState(record, minutesSinceEpoch(record.epoch, instant));
        if ("reason" in state) throw new Error(state.reason);
        const line = state.positionTemeKm.map((value, axis) => value - place[axis]!);
        const height = line.reduce((total, value, axis) => total + value * zenith[axis]!, 0);
        return Math.asin(height / Math.hypot(...line)) >= (20 * Math.PI) / 180;
      }).length;
    });
  });
});

test("a file holds JSON, or rows where its name says so; a person gets both tables", async () => {
  const folder = makeFolder();
  const argv = ["coverage", "--over-s", "60", "--grid-step-deg", "30"];
  const made = await runHere([...argv, "-o", "a.json", "--json"], { folder });
  expect(JSON.parse(made.stdout)).toMatchObject({ file: "a.json", satelliteCount: 8334, sampleCount: 2 });
  expect(JSON.parse(readFileSync(join(folder, "a.json"), "utf8"))).toEqual(await coverage(argv.slice(1)));
  expect((await runHere([...argv, "-o", "a.csv"], { folder })).code).toBe(0);
  const [head, ...rows] = readFileSync(join(folder, "a.csv"), "utf8").trimEnd().split("\n");
  expect(head).toBe("tS,seenFraction,meanInViewCount,leastInViewCount,mostInViewCount,decayedCount");
  expect(rows.length).toBe(2);
  const { stdout } = await runHere(argv);
  expect(stdout).toContain("8334 satellites above 25°, in 72 cells of 30° from 2027-01-01T00:00:00Z, UTC");
  expect(stdout.indexOf("        75")).toBeLessThan(stdout.indexOf("       -75"));
});

describe("refused", () => {
  test.each([
    ["a side that does not divide the turn", ["--grid-step-deg", "7"], "--grid-step-deg", "7°"],
    ["too fine a grid", ["--grid-step-deg", "0.1"], "--grid-step-deg", '"0.1"'],
    ["an elevation that is none", ["--min-elevation-deg", "91"], "--min-elevation-deg", '"91"'],
    [
      "too much work, with the count",
      ["--grid-step-deg", "0.25", "--over-s", "86400"],
      "--over-s",
      "8334 satellites × 1441 moments × 1036800 cells = 12451236019200 pairs",
    ],
  ])("%s", async (_, argv, path, given) => {
    expect(await issuesOf(argv)).toMatchObject([{ path, given }]);
  });

  test("130: an interrupt ends it, also within one moment, and nothing is written", async () => {
    const folder = makeFolder();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const argv = ["coverage", "--grid-step-deg", "0.25", "-o", "a.json"];
    const { code } = await runHere(argv, { folder, signal: controller.signal });
    expect(code).toBe(130);
    expect(() => readFileSync(join(folder, "a.json"))).toThrow("ENOENT");
  });
});
