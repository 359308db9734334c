import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readElements } from "#engine";
import { makeFolder, rootFolder, runBin, runHere } from "./harness.ts";

const small = ["--set", "shells[0].planeCount=2", "--set", "shells[0].satellitesPerPlaneCount=3"];
const good = [
  "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119",
];
/** A million satellites of 64 designed shells. */
const million = {
  format: "dawnline-mission/1",
  name: "A million",
  epoch: "2027-01-01T00:00:00Z",
  shells: Array.from({ length: 64 }, (_, index) => ({
    name: `Shell ${index + 1}`,
    altitudeKm: 500 + 23.4375 * (index + 0.5),
    inclinationDeg: index % 2 === 0 ? 30 : "sun-synchronous",
    planeCount: 125,
    satellitesPerPlaneCount: 125,
    ...(index % 2 === 0 ? { raanSpreadDeg: 360, phasingCount: 1 } : { ltanH: 18, ltanSpreadH: 1 }),
  })),
};
const exportHere = (argv: readonly string[], folder: string) => runHere(["export", ...argv], { folder });

describe("a mission", () => {
  test.each(["omm-json", "omm-xml", "omm-kvn", "omm-csv", "tle"])(
    "as %s is read back, ids and names",
    async (format) => {
      const folder = makeFolder();
      const { code, stdout, stderr } = await exportHere(["--format", format, ...small, "-o", "out", "--json"], folder);
      expect(code, stderr).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ file: "out", format, satelliteCount: 6, refusedCount: 0 });
      const { records, refused, format: seen } = readElements(readFileSync(join(folder, "out"), "utf8"));
      expect([seen, refused]).toEqual([format, []]);
      expect(records.map(({ id, name }) => [id, name])).toEqual(
        [1, 2].flatMap((plane) =>
          [1, 2, 3].map((slot) => [String(plane * 3 - 3 + slot), `Dawn-dusk 600 ${plane}-${slot}`]),
        ),
      );
    },
  );

  test.each([
    ["oem", /^CCSDS_OEM_VERS = 2\.0\n/, 12],
    ["czml", /^\[\n\{"id":"document","name":"AI1 reference"/, 12],
  ])("as %s has its states on the steps asked for", async (format, head, stateCount) => {
    const folder = makeFolder();
    const argv = ["--format", format, ...small, "--from", "2027-02-01T00:00:00Z", "--step-s", "10", "--count", "2"];
    const { code, stdout } = await exportHere([...argv, "-o", "out", "--json"], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ stateCount, failedCount: 0, from: "2027-02-01T00:00:00Z", stepS: 10 });
    const text = readFileSync(join(folder, "out"), "utf8");
    expect(text).toMatch(head);
    expect(text).toContain("2027-02-01T00:00:10");
  });

  test("as stk is a folder of a file each, or one file of one satellite", async () => {
    const folder = makeFolder();
    expect((await exportHere(["--format", "stk", ...small, "-o", "all"], folder)).code).toBe(0);
    expect(readdirSync(join(folder, "all")).sort()).toEqual([0, 1, 2, 3, 4, 5].map((index) => `${index}.e`));
    expect((await exportHere(["--format", "stk", ...small, "--index", "4", "-o", "one.e"], folder)).code).toBe(0);
    expect(readFileSync(join(folder, "one.e"), "utf8")).toBe(readFileSync(join(folder, "all/4.e"), "utf8"));
  });

  test("as hypatia is a folder of five files; --force replaces such a folder and no other", async () => {
    const folder = makeFolder();
    const argv = ["--format", "hypatia", join(rootFolder, "assets/missions/starlink-550.json"), "-o", "net"];
    const { code, stdout } = await exportHere([...argv, "--json"], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ fileCount: 5, satelliteCount: 1584 });
    expect(readdirSync(join(folder, "net")).sort()).toEqual([
      "description.txt",
      "ground_stations.txt",
      "gsl_interfaces_info.txt",
      "isls.txt",
      "tles.txt",
    ]);
    expect(readFileSync(join(folder, "net/tles.txt"), "utf8").startsWith("72 22\nDawnline 0\n1 00001U")).toBe(true);
    expect((await exportHere(argv, folder)).code).toBe(4);
    expect((await exportHere([...argv, "--force"], folder)).code).toBe(0);
    writeFileSync(join(folder, "net/mine.txt"), "x");
    const refused = await exportHere([...argv, "--force"], folder);
    expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining("mine.txt")]);
    expect(readdirSync(folder)).toEqual(["net"]);
  });
});

describe("records", () => {
  test("keep what their catalogue says of them, refused ones are counted", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "in.tle"), [good[0]!.replace(/0$/, "4"), good[1], "ISS", ...good].join("\n"));
    const { code, stdout, stderr } = await exportHere(["in.tle", "--format", "tle", "-o", "out.tle", "--json"], folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ satelliteCount: 1, refusedCount: 1 });
    expect(stderr).toContain("line 1, column 69");
    expect(readFileSync(join(folder, "out.tle"), "utf8")).toBe(`ISS\n${good.join("\n")}\n`);
  });

  test("whose lasers change partners are no network for Hypatia either", async () => {
    const folder = makeFolder();
    const { code, stderr } = await exportHere(
      [...small, "--set", "links.topology=nearest", "--format", "hypatia", "-o", "net"],
      folder,
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining("a mesh that holds at all times")]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of no mission are no network for Hypatia", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "in.tle"), good.join("\n"));
    const { code, stderr } = await exportHere(["in.tle", "--format", "hypatia", "-o", "net"], folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining("planes, slots and lasers")]);
  });
});

describe("refused before anything is written", () => {
  const cases: readonly [name: string, argv: readonly string[], code: number, word: string][] = [
    ["no file", ["--format", "tle"], 2, "-o FILE"],
    ["no format", ["-o", "x"], 2, "--format"],
    ["an unknown format", ["--format", "kml", "-o", "x"], 1, "omm-json"],
    ["an index that is none", ["--format", "tle", "--index", "1,b", "-o", "x"], 1, "--index"],
    ["an index beyond the fleet", ["--format", "tle", "--index", "9999", "-o", "x"], 1, "9999"],
    ["too many states", ["--format", "oem", "--count", "200000", "-o", "x"], 1, "at most 20000000 states"],
    ["a step of nothing", ["--format", "oem", "--step-s", "0", "-o", "x"], 1, "--step-s"],
    ["a folder that is not there", ["--format", "omm-csv", "-o", "no/x"], 4, "no/x"],
    ["an epoch past a TLE's years", ["--format", "tle", "--set", "epoch=2060-01-01T00:00:00Z", "-o", "x"], 1, "2060"],
  ];
  test.each(cases)("%s", async (_, argv, code, word) => {
    const folder = makeFolder();
    const outcome = await exportHere(argv, folder);
    expect([outcome.code, outcome.stdout]).toEqual([code, ""]);
    expect(outcome.stderr).toContain(word);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("an existing file without --force, for files and folders", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "x"), "mine");
    mkdirSync(join(folder, "y"));
    expect((await exportHere(["--format", "omm-csv", ...small, "-o", "x"], folder)).code).toBe(4);
    expect((await exportHere(["--format", "stk", ...small, "-o", "y"], folder)).code).toBe(4);
    expect(readFileSync(join(folder, "x"), "utf8")).toBe("mine");
  });
});

describe("a million satellites", () => {
  test("have no TLEs: the number, the reason and the way out", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "m.json"), JSON.stringify(million));
    const { code, stderr } = await exportHere(["m.json", "--format", "tle", "-o", "m.tle"], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/340000.*Alpha-5 ends at 339999; OMM/);
    expect(existsSync(join(folder, "m.tle"))).toBe(false);
  });

  test("leave no file when they are interrupted, and the run says 130", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "m.json"), JSON.stringify(million));
    const { code } = await runBin(["export", "m.json", "--format", "omm-csv", "-o", "m.csv"], {
      folder,
      onStart: (child) =>
        child.stderr?.on("data", (text: string) => void (/satellites: /.test(text) && child.kill("SIGINT"))),
    });
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual(["m.json"]);
  });

  test("stream as OMM CSV in a heap far smaller than the file", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "m.json"), JSON.stringify(million));
    // The file is 130 MB; half of it held at a time would not fit, nor would 2 kB a satellite.
    const { code, stderr, stdout } = await runBin(
      ["export", "m.json", "--format", "omm-csv", "-o", "m.csv", "--json"],
      {
        folder,
        env: { NODE_OPTIONS: "--max-old-space-size=64" },
      },
    );
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ satelliteCount: 1_000_000 });
    const text = readFileSync(join(folder, "m.csv"), "latin1");
    expect(text.split("\n").length).toBe(1_000_002);
    expect(text.trimEnd().slice(-200)).toContain(",1000000,");
  });
});
