import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  flyMission,
  hasDrawing,
  missionJsonSchema,
  networkFigures,
  parseMission,
  planMission,
  referenceMission,
  reportFigures,
  toHtml,
  toMarkdown,
  writeReport,
} from "#engine";
import { drawFigures } from "../../../app/cli/drawing.ts";
import { studied } from "../report/studied.ts";
import { makeFolder, runHere } from "./harness.ts";

const mission = parseMission(referenceMission).mission!;
const plan = planMission(mission).plan!;
const starlink = exampleMissions.find(({ id }) => id === "starlink-550")!.document;

async function json(argv: readonly string[], given?: Parameters<typeof runHere>[1]) {
  const { code, stdout, stderr } = await runHere([...argv, "--json"], given);
  return { code, stderr, document: JSON.parse(stdout) };
}

describe("plan", () => {
  test("--json is the engine's plan", async () => {
    const { code, document } = await json(["plan"]);
    expect(code).toBe(0);
    expect(document).toEqual(JSON.parse(JSON.stringify(plan)));
  });

  test("a mission file and overrides move it", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "m.json"), `\ufeff${JSON.stringify(referenceMission)}`);
    const { document } = await json(["plan", "m.json", "--set", "shells[0].altitudeKm=650", "--set", "name=a=b"], {
      folder,
    });
    expect(document.shells[0].altitudeKm).toBe(650);
    const { stdout } = await runHere(["plan", "m.json", "--set", "name=a=b"], { folder });
    expect(stdout.split("\n")[0]).toBe("a=b");
  });

  test("the table has quantity, value, unit and origin, and fits its width", async () => {
    const { stdout } = await runHere(["plan"]);
    expect(stdout).toMatch(/^Quantity +Value +Unit +Origin$/m);
    expect(stdout).toMatch(/^Solar array area +600 +m² +=/m);
    expect(stdout).toMatch(/^Peak load +150 +kW +mission$/m);
    for (const width of [80, 100, 120]) {
      const lines = (await runHere(["plan"], { columnCount: width })).stdout.split("\n");
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    }
  });

  test("every finding stands in the table with its word", async () => {
    const { stdout } = await runHere(["plan"]);
    const words = stdout.replace(/\s+/g, " ");
    expect(plan.findings.length).toBeGreaterThanOrEqual(5);
    for (const { severity, text } of plan.findings) expect(words).toContain(`${severity} ${text.replace(/\s+/g, " ")}`);
  });

  test("colours come on a terminal alone, and not into a file", async () => {
    expect((await runHere(["plan"])).stdout).not.toContain("\u001b");
    expect((await runHere(["plan"], { hasColour: true })).stdout).toContain("\u001b[31m✗ error");
    const folder = makeFolder();
    await runHere(["plan", "-o", "plan.txt"], { folder, hasColour: true });
    expect(readFileSync(join(folder, "plan.txt"), "utf8")).not.toContain("\u001b");
  });
});

describe("orbit", () => {
  test("without options: 600 km, sun-synchronous, 18 h, 2027", async () => {
    const { document } = await json(["orbit"]);
    expect(document).toMatchObject({ altitudeKm: 600, ltanH: 18, year: 2027 });
    expect(document.inclinationDeg).toBeCloseTo(97.788, 3);
    expect(document.eclipseDaysPerYear).toBeCloseTo(95.5, 1);
    expect(document.dailyBetaDeg).toHaveLength(365);
    for (const name of [
      "periodS",
      "raanRateDegPerDay",
      "longestEclipseS",
      "sunlitFraction",
      "dragDeltaVMPerSPerYear",
      "lifetimeYears",
    ])
      expect(document[name], name).toBeTypeOf("number");
  });

  test("options, and else the mission's first shell", async () => {
    const { document } = await json([
      "orbit",
      "--altitude-km",
      "550",
      "--inclination-deg",
      "53",
      "--ltan-h",
      "6",
      "--year",
      "2028",
    ]);
    expect(document).toMatchObject({ altitudeKm: 550, inclinationDeg: 53, ltanH: 6, year: 2028 });
    expect(document.dailyBetaDeg).toHaveLength(366);
    const shell = await json(["orbit", "--set", "shells[0].altitudeKm=700", "--inclination-deg", "sun-synchronous"]);
    expect(shell.document.altitudeKm).toBe(700);
    expect(shell.document.inclinationDeg).toBeGreaterThan(98);
  });

  test("the table tells the same", async () => {
    const { stdout } = await runHere(["orbit"]);
    expect(stdout).toMatch(/^Inclination +97\.79 +°$/m);
    expect(stdout).toMatch(/^Altitude +600 +km$/m);
  });
});

describe("route", () => {
  test("over the Starlink shell it equals the flight's, tS counting from --at", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "m.json"), JSON.stringify(starlink));
    const argv = ["route", "m.json", "--from", "New York", "--to", "51.5074,-0.1278"];
    const over = [...argv, "--at", "2027-03-01T00:10:00Z", "--over-s", "120", "--step-s", "60"];
    const { document } = await json(over, { folder });
    const flight = flyMission(parseMission(starlink).mission!);
    if ("issues" in flight) throw new Error("no flight");
    const [from, to] = [
      { latitudeDeg: 40.7128, longitudeDeg: -74.006 },
      { latitudeDeg: 51.5074, longitudeDeg: -0.1278 },
    ];
    const expected = [0, 60, 120].map((tS) => {
      const route = flight.route({ tS: 600 + tS, from, to });
      // Ids of designed satellites count from 1, indices from 0.
      return { ...route, satelliteIds: route.satellites.map((index) => String(index + 1)), tS };
    });
    expect(document.routes).toEqual(expected);
    expect(document.routes[0].reachable).toBe(true);
    const { stdout } = await runHere(over, { folder });
    expect(stdout).toContain(document.routes[1].oneWayMs.toFixed(3));
    // Tables name satellites by id alone, as the report and the explorer do.
    expect(stdout).toContain("satellites by id");
    for (const { satelliteIds } of expected) expect(stdout).toContain(` ${satelliteIds.join(" ")}\n`);
  });

  test("a span that is no multiple of the step ends before its end; one without a step takes minutes", async () => {
    const times = async (...argv: string[]) =>
      (await json(["route", "--from", "London", "--to", "Tokyo", ...argv])).document.routes.map(
        ({ tS }: { tS: number }) => tS,
      );
    expect(await times()).toEqual([0]);
    expect(await times("--over-s", "100", "--step-s", "40")).toEqual([0, 40, 80]);
    expect(await times("--over-s", "120")).toEqual([0, 60, 120]);
    expect(await times("--over-s", "0.3", "--step-s", "0.1")).toHaveLength(4);
  });

  test("no route is a result with its reason, and the table says when each place is next reached", async () => {
    const argv = ["route", "--from", "New York", "--to", "London"];
    const { code, document } = await json(argv);
    expect(code).toBe(0);
    expect(document.routes[0]).toMatchObject({ tS: 0, reachable: false, satellites: [] });
    expect(document.routes[0].reason.length).toBeGreaterThan(10);
    const { stdout } = await runHere(argv);
    expect(stdout).toMatch(
      /^New York is next reached at tS \d+, after [\d.]+ (h|min) \(2027-01-01T\d\d:\d\d:\d\dZ\)\.$/m,
    );
    expect(stdout).toMatch(/^London is next reached at tS \d+/m);
    // The band stands over the dawn-dusk line: both cities are never under it at once.
    expect(stdout).toContain("No route opens within a day of tS 0, tried every 5 min.");
    expect(stdout).toMatch(/^At tS 0: Lasers of the mesh: 16\s205 of 16\s205 up\.$/m);
    expect(document.lasers).toEqual({ tS: 0, linkCount: 16205, upCount: 16205, downs: [] });
  });

  test("to the nearest computer it says when the next opens, and then there is one", async () => {
    const argv = ["route", "--from", "New York", "--to", "compute"];
    const { stdout } = await runHere(argv);
    const opens = /^A route next opens at tS (\d+), after [\d.]+ h \((.*)\)\.$/m.exec(stdout);
    expect(opens).not.toBeNull();
    const { document } = await json([...argv, "--at", opens![2]!, "--over-s", "60"]);
    expect(document.routes[1].reachable).toBe(true);
    const before = await json([...argv, "--at", "2027-01-01T00:00:00Z", "--over-s", opens![1]!, "--step-s", "1200"]);
    expect(before.document.routes.filter(({ reachable }: { reachable: boolean }) => reachable)).toEqual([]);
  });
});

describe("report", () => {
  const network = networkFigures({ plan, study: studied(mission, plan) });
  const report = writeReport({ mission, plan, figures: reportFigures({ mission, plan, network }) });

  test("the extension says what is written, and it is the engine's report", async () => {
    const folder = makeFolder();
    for (const name of ["a.html", "a.MD", "a.json"])
      expect((await runHere(["report", "-o", name], { folder })).code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    expect(read("a.html")).toBe(toHtml(report, drawFigures(report.figures)));
    expect(read("a.html").match(/<svg /g)).toHaveLength(2 * report.figures.filter(hasDrawing).length);
    expect(read("a.MD")).toBe(toMarkdown(report));
    expect(JSON.parse(read("a.json")).sections).toHaveLength(report.sections.length);
    expect(JSON.parse(read("a.json")).figures).toEqual(report.figures);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test("another extension is bad input, no file a wrong call", async () => {
    const folder = makeFolder();
    const { code, document } = await json(["report", "-o", "a.pdf"], { folder });
    expect(code).toBe(1);
    expect(document.issues[0].allowed).toContain(".html, .md or .json");
    expect((await runHere(["report", "-o", "html"], { folder })).code).toBe(1);
    expect((await runHere(["report"], { folder })).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("check and schema", () => {
  test("a good mission has findings and no issues", async () => {
    const { code, document } = await json(["check"]);
    expect(code).toBe(0);
    expect(document).toEqual({ issues: [], findings: JSON.parse(JSON.stringify(plan.findings)) });
  });

  test("a bad one has all its issues at once", async () => {
    const argv = ["check", "--set", "shells[0].altitudeKm=100", "--set", "nonsense=1", "--set", "epoch=yesterday"];
    const { code, document } = await json(argv);
    expect(code).toBe(1);
    expect(document.issues.map(({ path }: { path: string }) => path).sort()).toEqual([
      "epoch",
      "nonsense",
      "shells[0].altitudeKm",
    ]);
    for (const issue of document.issues)
      expect(Object.keys(issue).sort()).toEqual(["allowed", "given", "message", "path"]);
    const { stdout, stderr } = await runHere(argv);
    expect(stdout).toBe("");
    for (const { message } of document.issues) expect(stderr).toContain(message);
  });

  test("the schema is the engine's", async () => {
    expect((await json(["schema"])).document).toEqual(JSON.parse(JSON.stringify(missionJsonSchema())));
  });
});

describe("solve", () => {
  const goal = ["solve", "--input", "satellite.announcedSolarAreaM2", "--finding", "peak-margin"];

  test("says the side on which a finding is closed, and writes to a file once", async () => {
    const folder = makeFolder();
    const { code } = await runHere([...goal, "-o", "s.txt"], { folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "s.txt"), "utf8")).toMatch(
      /^Announced array area 747\.\d+ m², closed from there up\n/,
    );
    const again = await runHere([...goal, "-o", "s.txt"], { folder });
    expect([again.code, again.stderr]).toEqual([4, expect.stringContaining("--force replaces it")]);
    const { document } = await json(goal);
    expect(document).toMatchObject({ reachable: true, closes: ["above"] });
  });

  test("a finding that nothing closes is told with its least shortfall", async () => {
    const { stdout } = await runHere(["solve", "--input", "satellite.wingspanM", "--finding", "peak-margin"]);
    expect(stdout).toMatch(
      /^Not reachable\. Closest at Wingspan .* m: Margin at peak −32\.4121 kW, the limit is 0 W\.\n$/,
    );
  });
});

test("an interrupt before anything is written ends with 130", async () => {
  const interruption = new AbortController();
  interruption.abort();
  const { code, stdout } = await runHere(["plan"], { signal: interruption.signal });
  expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
});

test("a defect tells what to report, and is no bare stack", async () => {
  const { code, stderr } = await runHere(["open"]);
  expect(code).toBe(70);
  expect(stderr).toMatch(/^dawnline: a defect of Dawnline's own: no app in this test\n {2}Dawnline \d/);
  expect(stderr).toContain(process.version);
  expect(stderr).toContain('command line: dawnline "open"');
  expect(stderr).toContain("report these lines with the mission file");
});
