import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  addSeconds,
  lightOf,
  makeRecord,
  minutesSinceEpoch,
  parseInstant,
  propagateState,
  readElements,
  SUNLIT,
  sunAt,
  UMBRA,
} from "#engine";
import { tleChecksum } from "../../../engine/formats/tle.ts";
import { makeFolder, runBin, runHere } from "./harness.ts";

const summed = (record: readonly string[]) => record.map((line) => line.slice(0, 68) + tleChecksum(line));
const lines = summed([
  "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 100.9163 0006317  69.9862  25.2906 15.49560532432119",
]);
const other = summed([
  "1 43013U 17073A   24001.25000000  .00000123  00000-0  60000-4 0  9990",
  "2 43013  98.7000 120.0000 0001200  90.0000 270.0000 14.19550000400000",
]);
const from = "2024-01-02T00:00:00Z";

function folderWithFile(text = [...lines, ...other].join("\n")) {
  const folder = makeFolder();
  writeFileSync(join(folder, "a.tle"), text);
  return folder;
}
async function json(argv: readonly string[], folder = folderWithFile()) {
  const { code, stdout, stderr } = await runHere([...argv, "--json"], { folder });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}
const light = (tS: number) => {
  const instant = addSeconds(parseInstant(from)!, tS);
  const record = makeRecord(readElements(lines.join("\n")).records[0]!.elements);
  const state = propagateState(record, minutesSinceEpoch(record.epoch, instant));
  if ("reason" in state) throw new Error(state.reason);
  const [x, y, z] = state.positionTemeKm;
  return lightOf({ x, y, z, ...sunAt(instant) });
};

describe("eclipse", () => {
  test("gives what the light itself says on either side of every end", async () => {
    const { satellites, refused } = await json(["eclipse", "a.tle", "--from", from, "--days", "0.25"]);
    expect(refused).toEqual([]);
    expect(satellites.map(({ index, id }: { index: number; id: string }) => [index, id])).toEqual([
      [0, "25544"],
      [1, "43013"],
    ]);
    const { umbra, penumbra } = satellites[0] as { umbra: [number, number][]; penumbra: [number, number][] };
    expect(umbra.length).toBeGreaterThanOrEqual(3);
    expect(penumbra.length).toBe(umbra.length);
    for (const [startS, endS] of umbra.filter(([startS]) => startS > 0).filter(([, endS]) => endS < 21600)) {
      expect([light(startS - 0.01), light(startS + 0.01)].map((each) => each === UMBRA)).toEqual([false, true]);
      expect([light(endS - 0.01), light(endS + 0.01)].map((each) => each === UMBRA)).toEqual([true, false]);
    }
    for (const [startS] of penumbra.filter(([start]) => start > 0))
      expect([light(startS - 0.01), light(startS + 0.01)].map((each) => each === SUNLIT)).toEqual([true, false]);
  });

  test("intervals cut by the window are kept, cut", async () => {
    const { satellites } = await json(["eclipse", "a.tle", "--from", from, "--days", "0.25"]);
    const [startS, endS] = satellites[0].umbra[1] as [number, number];
    const middle = addSeconds(parseInstant(from)!, Math.round((startS + endS) / 2));
    const text = new Date((middle.day * 86400 + middle.secondS) * 1000 + Date.UTC(2000, 0, 1)).toISOString();
    const cut = await json(["eclipse", "a.tle", "--from", text, "--days", "0.001"]);
    expect(cut.satellites[0].umbra).toEqual([[0, 86.4]]);
    expect(cut.satellites[0].penumbra).toEqual([[0, 86.4]]);
  });

  test("a decayed record says so and the others go on", async () => {
    const falling = summed([
      "1 40423U 98067FP  15219.24788211  .06131421  12640-4  14470-2 0  9996",
      "2 40423  51.6203 111.9443 0009498 280.6352 163.7040 16.43019586 27030",
    ]);
    const folder = folderWithFile([...lines, ...falling].join("\n"));
    const { satellites } = await json(["eclipse", "a.tle", "--from", from, "--days", "0.1"], folder);
    expect(satellites[1]).toMatchObject({
      umbra: [],
      penumbra: [],
      error: { tS: 0, reason: expect.stringMatching(/decayed/) },
    });
    expect(satellites[0].umbra.length).toBeGreaterThan(0);
    for (const argv of [["links"], ["access", "--site", "A,1,2,0"]])
      expect(await json([...argv, "a.tle", "--from", from, "--days", "0.1"], folder)).toMatchObject({
        failed: [{ index: 1, id: "40423", tS: 0, reason: expect.stringMatching(/decayed/) }],
      });
  });

  test("a person gets a table, a file its name's shape", async () => {
    const folder = folderWithFile();
    const { stdout } = await runHere(["eclipse", "a.tle", "--from", from, "--days", "0.1"], { folder });
    expect(stdout).toMatch(/satellite +penumbra begins/);
    expect(stdout).toMatch(/\n25544 +2024-01-02 \d\d:\d\d:\d\d/);
    for (const [name, head] of [
      ["a.csv", "index,id,name,shadow,startS,endS\n0,25544,,penumbra,"],
      ["a.json", '{"from":"2024-01-02T00:00:00Z","spanS":8640,"satellites":['],
      ["a.txt", "Shadows from"],
    ] as const) {
      expect((await runHere(["eclipse", "a.tle", "--from", from, "--days", "0.1", "-o", name], { folder })).code).toBe(
        0,
      );
      expect(readFileSync(join(folder, name), "utf8").startsWith(head)).toBe(true);
    }
  });

  test("an interrupt ends a long run with 130", async () => {
    const { code } = await runBin(["eclipse", "--days", "300", "--json"], {
      folder: makeFolder(),
      onStart: (child) =>
        child.stderr?.on("data", (text: string) => void (/satellites: /.test(text) && child.kill("SIGINT"))),
    });
    expect(code).toBe(130);
  });
});

describe("access", () => {
  const site = ["--site", "Washington, D.C.,38.9,-77.04,0.1", "--min-elevation-deg", "10"];

  test("windows name satellite and site; a name may hold commas; cut windows are kept", async () => {
    const { windows } = await json([
      "access",
      "a.tle",
      ...site,
      "--site",
      "Pole,-90,0,2.8",
      "--from",
      from,
      "--days",
      "1",
    ]);
    const of = (satellite: number, name: string) =>
      windows.filter((each: { satellite: number; site: string }) => each.satellite === satellite && each.site === name);
    expect(of(0, "Washington, D.C.").length).toBeGreaterThanOrEqual(3);
    // 51.6° of inclination never sees the pole, a polar orbit does each turn.
    expect(of(0, "Pole")).toEqual([]);
    // 14.2 turns a day.
    expect([14, 15]).toContain(of(1, "Pole").length);
    for (const { startS, endS, maxElevationDeg } of windows) {
      expect(endS).toBeGreaterThan(startS);
      expect(maxElevationDeg).toBeGreaterThan(10);
    }
    const [first] = of(0, "Washington, D.C.");
    const short = await json([
      "access",
      "a.tle",
      ...site,
      "--from",
      from,
      "--days",
      String((first.startS + 60) / 86400),
    ]);
    const kept = short.windows.filter(({ satellite }: { satellite: number }) => satellite === 0);
    expect(kept.at(-1).endS).toBeCloseTo(first.startS + 60, 3);
  });

  test("without --site the mission's sites count, and without those the call is incomplete", async () => {
    const folder = folderWithFile();
    const none = await runHere(["access", "a.tle"], { folder });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("--site")]);
    const own = ["--set", "shells[0].planeCount=1", "--set", "shells[0].satellitesPerPlaneCount=2"];
    const sites = ["--set", 'sites=[{"name":"Svalbard","latitudeDeg":78.2,"longitudeDeg":15.4,"heightKm":0.4}]'];
    const { windows, minElevationDeg } = await json(["access", ...own, ...sites, "--days", "0.2"]);
    expect(minElevationDeg).toBe(25);
    expect(windows.length).toBeGreaterThan(0);
    expect(new Set(windows.map((each: { site: string }) => each.site))).toEqual(new Set(["Svalbard"]));
  });

  test.each([
    ["three parts", ["--site", "A,1,2"], "--site"],
    ["a latitude of 91", ["--site", "A,91,2,0"], "91"],
    ["a name twice", ["--site", "A,1,2,0", "--site", "A,3,4,0"], "each name once"],
    ["an elevation of 91", ["--site", "A,1,2,0", "--min-elevation-deg", "91"], "--min-elevation-deg"],
    ["no days", ["--site", "A,1,2,0", "--days", "0"], "--days"],
    ["days beyond the limit", ["--site", "A,1,2,0", "--days", "1e5"], "--days"],
  ])("%s is bad input", async (_, argv, word) => {
    const { code, stderr } = await runHere(["access", "a.tle", ...argv], { folder: folderWithFile() });
    expect([code, stderr]).toEqual([1, expect.stringContaining(word)]);
  });
});

describe("links", () => {
  test("pairs are indices with ids beside, the table names ids", async () => {
    const folder = folderWithFile();
    const { pairs } = await json(["links", "a.tle", "--from", from, "--days", "0.1"], folder);
    const { satellites } = await json(["eclipse", "a.tle", "--from", from, "--days", "0.1"], folder);
    const ids = satellites.map(({ id }: { id: string }) => id);
    expect(pairs).toMatchObject([{ a: 0, b: 1, aId: ids[0], bId: ids[1] }]);
    expect(ids).not.toEqual(["0", "1"]);
    const { stdout } = await runHere(["links", "a.tle", "--from", from, "--days", "0.1"], { folder });
    expect(stdout).toContain("satellites by id");
    expect(stdout).toMatch(new RegExp(`^ *${ids[0]} +${ids[1]} `, "m"));
  });

  test("every pair has its intervals, by index; a range cuts them", async () => {
    const whole = await json(["links", "a.tle", "--from", from, "--days", "0.5"]);
    expect(whole.pairs.map(({ a, b }: { a: number; b: number }) => [a, b])).toEqual([[0, 1]]);
    expect(whole).toMatchObject({ grazingAltitudeKm: 80, refused: [] });
    const lengthOf = ({ pairs }: typeof whole) =>
      pairs[0].intervals.reduce((sum: number, [startS, endS]: [number, number]) => sum + endS - startS, 0);
    const near = await json(["links", "a.tle", "--from", from, "--days", "0.5", "--range-km", "2000"]);
    const high = await json(["links", "a.tle", "--from", from, "--days", "0.5", "--grazing-altitude-km", "200"]);
    expect(lengthOf(near)).toBeLessThan(lengthOf(whole));
    expect(lengthOf(high)).toBeLessThan(lengthOf(whole));
    expect(lengthOf(whole)).toBeGreaterThan(1000);
  });

  test("of a mission, the lasers of its mesh are counted at the beginning, with what breaks the others", async () => {
    const folder = makeFolder();
    expect((await runHere(["preset", "iridium", "-o", "m.json"], { folder })).code).toBe(0);
    const { lasers } = await json(["links", "m.json", "--days", "0.001"], folder);
    // Six planes of eleven: 66 along them, 55 across, and the seam.
    expect(lasers).toEqual({ linkCount: 132, upCount: 121, downs: [{ reason: "polar seam", count: 11 }] });
    const short = await json(["links", "m.json", "--days", "0.001", "--range-km", "4000"], folder);
    expect(short.lasers.downs.map(({ reason }: { reason: string }) => reason)).toContain("out of range");
    const { stdout } = await runHere(["links", "m.json", "--days", "0.001"], { folder });
    expect(stdout).toContain("Lasers of the mesh: 121 of 132 up, 11 down (11 polar seam).");
    const unlimited = "Limits of slew rate and Sun angle are not given, so no link is broken by them.";
    expect(stdout).toContain(unlimited);
    const limited = ["--set", "links.slewLimitDegPerS=1", "--set", "links.sunExclusionDeg=5"];
    const given = await runHere(["links", "m.json", "--days", "0.001", ...limited], { folder });
    expect(given.stdout).not.toContain("not given");
    expect(await json(["links", "a.tle", "--from", from, "--days", "0.01"])).not.toHaveProperty("lasers");
  });

  test("more than 500 objects are refused with the count of pairs", async () => {
    const { code, stderr } = await runHere(["links"], { folder: makeFolder() });
    expect([code, stderr]).toEqual([1, expect.stringContaining("34723611 pairs")]);
    const folder = folderWithFile(`${lines.join("\n")}\n`.repeat(501));
    const many = await runHere(["links", "a.tle", "--json"], { folder });
    expect(many.code).toBe(1);
    expect(JSON.parse(many.stdout).issues[0].given).toBe("501 satellites, 125250 pairs");
  });
});
