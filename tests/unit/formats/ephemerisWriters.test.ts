import { describe, expect, test } from "vitest";
import { writeCzml } from "../../../engine/formats/czmlWriter.ts";
import type { ElementSet, Ephemeris } from "../../../engine/formats/elementSet.ts";
import { writeOem, writeStk } from "../../../engine/formats/ephemerisWriter.ts";
import { type HypatiaNetwork, hypatiaFault, hypatiaFiles } from "../../../engine/formats/hypatiaWriter.ts";
import { parseEpoch } from "../../../engine/formats/omm.ts";
import { noFiling } from "../../../engine/formats/record.ts";
import { parseTle } from "../../../engine/formats/tle.ts";
import { geodeticToEcef } from "../../../engine/geometry/geodesy.ts";
import { parseInstant, secondsBetween } from "../../../engine/geometry/instant.ts";
import { gridPairs } from "../../../engine/network/grid.ts";
import { makeRecord, propagateRun } from "../../../engine/orbit/propagate.ts";
import { designElements, elementsOf } from "../../../engine/orbit/walker.ts";

const from = parseInstant("2027-12-31T23:59:30.25Z")!;
const shell = designElements(
  {
    altitudeKm: 600,
    inclinationDeg: 53,
    planeCount: 4,
    satellitesPerPlaneCount: 5,
    phasingCount: 1,
    raanSpreadDeg: 360,
  },
  from,
);
const setOf = (index: number): ElementSet => ({
  id: String(index + 1),
  name: index === 1 ? "" : `Walker ${index}`,
  objectId: index === 2 ? "98067A" : "",
  filing: noFiling,
  elements: elementsOf(shell, Math.floor(index / 5), index % 5),
});
const tS = Float64Array.from([0, 30, 60.5, 120]);
const ephemerisOf = (index: number): Ephemeris => {
  const set = setOf(index);
  const { states } = propagateRun(
    makeRecord(set.elements),
    tS.map((time) => time / 60),
  );
  return { index, set, from, tS, states };
};
const empty: Ephemeris = { ...ephemerisOf(3), tS: new Float64Array(0), states: new Float64Array(0) };

/** A reader of OEM in KVN after CCSDS 502.0-B: header, then segments of metadata and ephemeris lines; anything else throws. */
function readOem(text: string) {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("COMMENT"));
  const pair = (line: string | undefined) => {
    const match = /^([A-Z_]+) = (\S.*)$/.exec(line ?? "");
    if (match === null) throw new Error(`no KEY = VALUE: ${line}`);
    return [match[1]!, match[2]!] as const;
  };
  const header = new Map(lines.splice(0, 3).map(pair));
  expect([...header.keys()]).toEqual(["CCSDS_OEM_VERS", "CREATION_DATE", "ORIGINATOR"]);
  const segments: { metadata: Map<string, string>; rows: { epoch: string; numbers: number[] }[] }[] = [];
  while (lines.length > 0) {
    if (lines.shift() !== "META_START") throw new Error("a segment without META_START");
    const metadata = new Map<string, string>();
    for (let line = lines.shift(); line !== "META_STOP"; line = lines.shift()) metadata.set(...pair(line));
    const rows: { epoch: string; numbers: number[] }[] = [];
    while (lines.length > 0 && lines[0] !== "META_START") {
      const [epoch, ...numbers] = lines.shift()!.split(/\s+/);
      if (numbers.length !== 6) throw new Error("an ephemeris line has a time and six numbers");
      rows.push({ epoch: epoch!, numbers: numbers.map(Number) });
    }
    segments.push({ metadata, rows });
  }
  return { header, segments };
}

test("OEM: a segment for each satellite with states, read by the standard's grammar, every digit", () => {
  const given = [ephemerisOf(0), ephemerisOf(1), empty, ephemerisOf(2)];
  const { header, segments } = readOem([...writeOem(given, { created: from })].join(""));
  expect(header.get("CREATION_DATE")).toBe("2027-12-31T23:59:30.250000");
  expect(segments.map(({ metadata }) => [metadata.get("OBJECT_NAME"), metadata.get("OBJECT_ID")])).toEqual([
    ["Walker 0", "UNKNOWN"],
    ["2", "UNKNOWN"],
    ["Walker 2", "1998-067A"],
  ]);
  segments.forEach(({ metadata, rows }, row) => {
    expect(metadata.get("REF_FRAME")).toBe("TEME");
    expect(metadata.get("TIME_SYSTEM")).toBe("UTC");
    expect(metadata.get("START_TIME")).toBe(rows[0]!.epoch);
    expect(metadata.get("STOP_TIME")).toBe(rows.at(-1)!.epoch);
    expect(rows.map(({ epoch }) => secondsBetween(from, parseEpoch(epoch)!))).toEqual([...tS]);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual([...given.filter((each) => each !== empty)[row]!.states]);
  });
});

test("STK: keywords and a table as its format describes them, every digit", () => {
  const ephemeris = ephemerisOf(0);
  const lines = [...writeStk(ephemeris)].join("").split("\n");
  expect(lines[0]).toMatch(/^stk\.v\.\d+\.\d+$/);
  const body = lines
    .slice(lines.indexOf("BEGIN Ephemeris") + 1, lines.indexOf("END Ephemeris"))
    .filter((line) => line !== "");
  const table = body.indexOf("EphemerisTimePosVel");
  const keywords = new Map(
    body.slice(0, table).map((line) => [line.split(" ")[0]!, line.split(" ").slice(1).join(" ")]),
  );
  expect(keywords.get("ScenarioEpoch")).toBe("31 Dec 2027 23:59:30.250000");
  expect(keywords.get("CoordinateSystem")).toBe("TEMEOfDate");
  expect(keywords.get("DistanceUnit")).toBe("Kilometers");
  const rows = body.slice(table + 1).map((line) => line.trim().split(" ").map(Number));
  expect(Number(keywords.get("NumberOfEphemerisPoints"))).toBe(rows.length);
  expect(rows.map(([time]) => time)).toEqual([...tS]);
  expect(rows.flatMap((row) => row.slice(1))).toEqual([...ephemeris.states]);
});

test("CZML: satellites without states have no packet, one state needs no span", () => {
  const only = { ...ephemerisOf(1), tS: tS.slice(0, 1), states: ephemerisOf(1).states.slice(0, 6) };
  const packets = JSON.parse([...writeCzml([empty, only], { name: "N", from, spanS: 0 })].join(""));
  expect(packets.map(({ id }: { id: string }) => id)).toEqual(["document", "satellite-1"]);
  expect(packets[1].name).toBe("2");
  expect(packets[1].availability).toBeUndefined();
  expect(packets[1].position.cartesian.length).toBe(4);
});

const network: HypatiaNetwork = {
  planeCount: 4,
  slotCount: 5,
  satelliteCount: 20,
  sets: () => Array.from({ length: 20 }, (_, index) => setOf(index)),
  pairs: gridPairs({ planeCount: 4, slotCount: 5, isClosed: true, phasingCount: 1 }),
  sites: [
    { name: "Tokyo, Japan", latitudeDeg: 35.6895, longitudeDeg: 139.69171, heightKm: 0.04 },
    { name: "Delhi", latitudeDeg: 28.66667, longitudeDeg: 77.21667, heightKm: 0 },
  ],
  maxGroundLinkKm: 1089.686,
  maxLaserLinkKm: 5016.591,
};

/** The rules of satgenpy's README and of its readers. */
describe("Hypatia's folder", () => {
  const textOf = (name: string) => [...hypatiaFiles[name]!(network)].join("");
  const linesOf = (name: string) => textOf(name).trimEnd().split("\n");

  test("tles.txt: counts, then three lines each, ids rising from 0, one epoch", () => {
    const [counts, ...lines] = linesOf("tles.txt");
    expect(counts).toBe("4 5");
    expect(lines.length).toBe(60);
    for (let index = 0; index < 20; index++) {
      const [name, line1, line2] = lines.slice(index * 3, index * 3 + 3) as [string, string, string];
      expect(Number(name.split(" ")[1])).toBe(index);
      expect(name.split(" ").length).toBe(2);
      expect(parseTle({ name, line1, line2 })).toMatchObject({ id: String(index + 1) });
      expect(line1.slice(18, 32)).toBe(lines[1]!.slice(18, 32));
    }
  });

  test("isls.txt: each pair once, the lower first", () => {
    const pairs = linesOf("isls.txt").map((line) => line.split(" ").map(Number) as [number, number]);
    expect(pairs.length).toBe(40);
    expect(new Set(pairs.map(String)).size).toBe(40);
    for (const [a, b] of pairs) expect(a < b && b < 20).toBe(true);
  });

  test("ground_stations.txt: eight columns, metres on the ellipsoid", () => {
    const rows = linesOf("ground_stations.txt").map((line) => line.split(","));
    expect(rows.map((row) => row.length)).toEqual([8, 8]);
    expect(rows.map(([id, name]) => [id, name])).toEqual([
      ["0", "Tokyo  Japan"],
      ["1", "Delhi"],
    ]);
    const ecefKm = geodeticToEcef(network.sites[0]!);
    rows[0]!.slice(5).forEach((metres, axis) => {
      expect(Math.abs(Number(metres) / 1000 - ecefKm[axis]!)).toBeLessThan(1e-9);
    });
  });

  test("gsl_interfaces_info.txt: a row for every node; description.txt: two lengths in metres", () => {
    const rows = linesOf("gsl_interfaces_info.txt").map((line) => line.split(",").map(Number));
    expect(rows.map(([node]) => node)).toEqual(Array.from({ length: 22 }, (_, node) => node));
    expect(rows.every(([, interfaces, share]) => interfaces! > 0 && share! > 0)).toBe(true);
    expect(linesOf("description.txt")).toEqual([
      "max_gsl_length_m=1089686.0000000000",
      "max_isl_length_m=5016591.0000000000",
    ]);
  });

  test("what Hypatia would misread is refused", () => {
    const first = setOf(0);
    const at = (text: string) => ({ ...first, elements: { ...first.elements, epoch: parseInstant(text)! } });
    expect(hypatiaFault(first, first)).toBeUndefined();
    expect(hypatiaFault({ ...first, id: "400000" }, first)).toContain("Alpha-5");
    expect(hypatiaFault(at("2028-01-01T00:00:00Z"), first)).toContain("one for all");
    expect(hypatiaFault(at("1999-01-01T00:00:00Z"), at("1999-01-01T00:00:00Z"))).toContain("before 2000");
  });
});
