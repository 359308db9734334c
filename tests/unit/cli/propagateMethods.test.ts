import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referenceMission } from "#engine";
import { makeFolder, runBin, runHere } from "./harness.ts";

const lines = [
  "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119",
];
const small = ["--set", "shells[0].planeCount=3", "--set", "shells[0].satellitesPerPlaneCount=700"];

type Satellite = {
  index: number;
  id: string;
  name: string;
  states: number[][];
  error?: { tS: number; reason: string };
};
type Document = { method: string; workerCount: number; from: string; satellites: Satellite[] };

async function propagate(argv: readonly string[], folder = makeFolder()): Promise<Document> {
  const { code, stdout } = await runHere(["propagate", ...argv, "--json"], { folder });
  expect(code, stdout.slice(0, 500)).toBe(0);
  return JSON.parse(stdout);
}
async function issuesOf(argv: readonly string[], folder = makeFolder()) {
  const { code, stdout } = await runHere(["propagate", ...argv, "--json"], { folder });
  expect(code).toBe(1);
  return JSON.parse(stdout).issues as { path: string; given: string; allowed: string }[];
}
/** An elements file whose second record does not load. */
function folderWithRecords(): string {
  const folder = makeFolder();
  const broken = lines.map((line) => `${line.slice(0, 68)}${(Number(line[68]) + 1) % 10}`);
  writeFileSync(join(folder, "a.tle"), [...lines, ...broken, ...lines].join("\n"));
  return folder;
}

describe("methods", () => {
  const argv = [...small, "--index", "0,1,699,700,2099", "--count", "3", "--step-s", "1234567"];

  test.each(["bulk", "analytic"])("%s is within a millimetre of sgp4, and says what it is", async (method) => {
    const reference = await propagate(argv);
    const document = await propagate([...argv, "--method", method]);
    expect([reference.method, reference.workerCount, document.method]).toEqual(["sgp4", 1, method]);
    expect(document.satellites.map(({ index }) => index)).toEqual([0, 1, 699, 700, 2099]);
    document.satellites.forEach(({ id, name, states }, at) => {
      const expected = reference.satellites[at]!;
      expect([id, name]).toEqual([expected.id, expected.name]);
      expect(states.length).toBe(3);
      states.forEach(([tS, x, y, z], row) => {
        const [expectedTS, ...position] = expected.states[row]!;
        expect(tS).toBe(expectedTS);
        expect(Math.hypot(x! - position[0]!, y! - position[1]!, z! - position[2]!)).toBeLessThan(1e-6);
      });
    });
  });

  test("the farthest of the filed million is there in all three", async () => {
    const million = ["--set", "shells[0].planeCount=1000", "--set", "shells[0].satellitesPerPlaneCount=1000"];
    const far = await Promise.all(
      ["sgp4", "bulk", "analytic"].map((method) => propagate([...million, "--index", "0,999999", "--method", method])),
    );
    const [first] = far;
    expect(first!.satellites.map(({ id }) => id)).toEqual(["1", "1000000"]);
    for (const { satellites } of far)
      expect(
        Math.hypot(
          ...[1, 2, 3].map((axis) => satellites[1]!.states[0]![axis]! - first!.satellites[1]!.states[0]![axis]!),
        ),
      ).toBeLessThan(1e-6);
  });

  test("records fly by sgp4 or bulk; the closed form is for missions", async () => {
    const folder = folderWithRecords();
    const byBulk = await propagate(["a.tle", "--method", "bulk", "--count", "2"], folder);
    const bySgp4 = await propagate(["a.tle", "--count", "2"], folder);
    expect(byBulk.satellites[1]!.states[1]![1]).toBeCloseTo(bySgp4.satellites[1]!.states[1]![1]!, 7);
    expect((await issuesOf(["a.tle", "--method", "analytic"], folder))[0]).toMatchObject({ path: "--method" });
  });

  test("records of a mission, which have drag, take sgp4 where the rest takes the closed form", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "a.tle"), lines.join("\n"));
    const shell = { name: "Flown", elementsFile: "a.tle", planeCount: 1, satellitesPerPlaneCount: 1 };
    const mission = { ...(referenceMission as object), epoch: "2024-01-01T12:00:00Z", shells: [shell] };
    writeFileSync(join(folder, "a.json"), JSON.stringify(mission));
    const argv = ["a.json", "--step-s", "86400", "--count", "3", "--method"];
    const [analytic, sgp4] = [
      await propagate([...argv, "analytic"], folder),
      await propagate([...argv, "sgp4"], folder),
    ];
    expect(analytic.satellites[0]!.states.length).toBe(3);
    expect(analytic.satellites).toEqual(sgp4.satellites);
  });

  test("an unknown one is refused with those that there are", async () => {
    expect(await issuesOf(["--method", "fast", "--workers", "0", "--index", "1,x"])).toMatchObject([
      { path: "--method", given: '"fast"', allowed: "sgp4, bulk, analytic" },
      { path: "--index", given: '"x"' },
      { path: "--workers", given: '"0"' },
    ]);
  });
});

describe("--index", () => {
  test("counts records in the order of the file; one that was refused is told", async () => {
    const folder = folderWithRecords();
    expect((await propagate(["a.tle", "--index", "2"], folder)).satellites.map(({ index }) => index)).toEqual([2]);
    const [issue] = await issuesOf(["a.tle", "--index", "0,1"], folder);
    expect(issue).toMatchObject({ path: "--index", given: expect.stringMatching(/^1, refused \(line 3: .*checksum/i) });
  });

  test.each(["2100", "-1", "1.5", "", "3,3", "0,,1", "1e3", "999999999999"])("%j is refused", async (text) => {
    expect((await issuesOf([...small, `--index=${text}`]))[0]).toMatchObject({ path: "--index" });
  });

  test("few of many may have many steps: the limit counts what is asked for", async () => {
    const document = await propagate(["--index", "8333", "--count", "40000", "--step-s", "1"]);
    expect(document.satellites[0]!.states.length).toBe(40_000);
    expect(document.satellites[0]!.states.every(([tS], step) => tS === step)).toBe(true);
  });
});

describe("--workers", () => {
  const times = ["--count", "60", "--step-s", "600"];
  const bodyOf = (stdout: string) => stdout.slice(stdout.indexOf('"satellites"'));

  test("one or several write the same digits, JSON and CSV", async () => {
    const argv = ["propagate", ...small, ...times, "--method", "bulk"];
    const outputs = await Promise.all(
      ["1", "2", "5"].map(async (count) => (await runHere([...argv, "--workers", count, "--json"])).stdout),
    );
    expect(outputs.map((text) => /"workerCount":(\d)/.exec(text)?.[1])).toEqual(["1", "2", "5"]);
    expect(bodyOf(outputs[1]!) === bodyOf(outputs[0]!) && bodyOf(outputs[2]!) === bodyOf(outputs[0]!)).toBe(true);
    expect(JSON.parse(outputs[0]!).satellites.length).toBe(2100);
    const csv = await Promise.all(
      ["1", "3"].map(async (count) => (await runHere([...argv, "--workers", count])).stdout),
    );
    expect(csv[0] === csv[1]).toBe(true);
    expect(csv[0]!.split("\n").length).toBe(2100 * 60 + 2);
  });

  test("1 to 8 of them move designed satellites to the same bits in closed form", async () => {
    const argv = ["propagate", ...small, "--count", "2", "--step-s", "600", "--method", "analytic", "--json"];
    const bodies = await Promise.all(
      ["1", "2", "3", "8"].map(async (count) => bodyOf((await runHere([...argv, "--workers", count])).stdout)),
    );
    expect(JSON.parse(`{${bodies[0]!}`).satellites.length).toBe(2100);
    for (const body of bodies) expect(body === bodies[0]).toBe(true);
  });

  test("a satellite too long for one piece is written whole, and ends where it decays", async () => {
    const folder = folderWithRecords();
    const argv = ["a.tle", "--index", "0,2", "--count", "70000", "--step-s", "86400"];
    const one = await propagate([...argv, "--workers", "1"], folder);
    const two = await propagate([...argv, "--workers", "2"], folder);
    expect(two.satellites).toEqual(one.satellites);
    const [first, second] = one.satellites;
    expect(first!.states.length).toBeGreaterThan(10);
    expect(first!.states.length).toBeLessThan(32_768);
    expect(first!.error).toEqual({ tS: first!.states.length * 86_400, reason: expect.stringMatching(/./) });
    expect({ ...second, index: 0 }).toEqual(first);
  });

  test("an interrupt ends all threads", async () => {
    const { code } = await runBin(["propagate", "--count", "20000", "--workers", "3", "--method", "bulk", "--json"], {
      folder: makeFolder(),
      onStart: (child) => child.stdout?.once("data", () => child.kill("SIGINT")),
    });
    expect(code).toBe(130);
  });
});
