import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referenceMission } from "#engine";
import { binPath, makeFolder, rootFolder, runBin, runHere } from "../unit/cli/harness.ts";

/** What scripts are written against: each verb, what its JSON holds at least, and each exit status, through the real bin. */
const held: Record<string, { readonly argv: readonly string[]; readonly keys: readonly string[] }> = {
  plan: { argv: [], keys: ["satellite", "shells", "fleet", "findings", "serving", "campaign", "economics"] },
  orbit: {
    argv: ["--altitude-km", "600", "--inclination-deg", "sun-synchronous", "--ltan-h", "18", "--year", "2027"],
    keys: [
      "inclinationDeg",
      "periodS",
      "raanRateDegPerDay",
      "dailyBetaDeg",
      "eclipseDaysPerYear",
      "longestEclipseS",
      "sunlitFraction",
      "dragDeltaVMPerSPerYear",
      "lifetimeYears",
    ],
  },
  cycle: { argv: ["--at", "2027-06-21T00:00:00Z", "--over-s", "5801", "--step-s", "60"], keys: ["series", "findings"] },
  solve: {
    argv: ["--input", "satellite.radiatorFluxWPerM2", "--output", "radiatorAreaM2", "--value", "200"],
    keys: ["reachable", "roots", "closestValue"],
  },
  propagate: {
    argv: ["--from", "2027-01-01T00:00:00Z", "--step-s", "60", "--count", "2"],
    keys: ["frame", "method", "workerCount", "satellites", "refused"],
  },
  eclipse: {
    argv: ["--set", "shells[0].planeCount=1", "--set", "shells[0].satellitesPerPlaneCount=3", "--days", "0.1"],
    keys: ["from", "satellites", "refused"],
  },
  access: {
    argv: ["--set", "shells[0].planeCount=1", "--site", "London,51.5,-0.13,0.02", "--days", "0.1"],
    keys: ["from", "windows", "refused"],
  },
  overhead: {
    argv: ["--place", "London", "--at", "2027-01-01T18:00:00Z"],
    keys: ["at", "place", "sunAltitudeDeg", "twilight", "night", "above", "sunlitCount", "aboveCount", "refused"],
  },
  coverage: {
    argv: ["--grid-step-deg", "30"],
    keys: ["at", "gridStepDeg", "satelliteCount", "rows", "latitudes", "refused"],
  },
  links: {
    argv: ["--set", "shells[0].planeCount=1", "--set", "shells[0].satellitesPerPlaneCount=4", "--days", "0.1"],
    keys: ["from", "pairs", "refused"],
  },
  export: {
    argv: ["--set", "shells[0].planeCount=1", "--format", "omm-csv", "-o", "fleet.csv"],
    keys: ["file", "format", "satelliteCount"],
  },
  route: { argv: ["--from", "London", "--to", "40.7,-74.0", "--at", "2027-01-01T00:00:00Z"], keys: ["routes"] },
  latency: { argv: ["--place", "London", "--over-s", "60"], keys: ["places", "measuredTo", "sampleCount"] },
  network: {
    argv: ["--set", "shells[0].planeCount=2"],
    keys: ["offeredBps", "carriedBps", "carriedFraction", "demands", "mostBps", "hottest", "gateways", "failures"],
  },
  report: { argv: ["-o", "report.html"], keys: ["file"] },
  check: { argv: [], keys: ["issues", "findings"] },
  schema: { argv: [], keys: ["$schema", "properties"] },
  preset: { argv: [], keys: ["presets"] },
  light: { argv: ["--over-s", "60"], keys: ["rows", "shells"] },
};
const planned: Record<string, readonly string[]> = {
  satellite: [
    "solarAreaM2",
    "chordM",
    "radiatorAreaM2",
    "sustainedRadiatorAreaM2",
    "coldSinkRadiatorTemperatureK",
    "peakRadiatorTemperatureK",
    "radiatorTemperatureK",
    "batteryEnergyWh",
    "dryMassKg",
    "massKg",
    "wingspanM",
  ],
  serving: [
    "model",
    "batchOptimumCount",
    "trainS",
    "satelliteTokensPerS",
    "fleetTokensPerS",
    "energyJPerToken",
    "priceUsdPerMTokens",
  ],
  campaign: ["satellitesPerLaunchCount", "launchCount", "satellitesPerGwCount", "fleetSustainedW", "kardashevIndex"],
  economics: ["capitalUsd", "launchUsd", "capitalUsdPerW", "deliveredUsdPerWYear"],
};
const shellKeys = [
  "name",
  "altitudeKm",
  "inclinationDeg",
  "periodS",
  "satelliteCount",
  "eclipseDaysPerYear",
  "longestEclipseS",
  "worstPlaneEclipseS",
  "sunlitFraction",
];

describe("the bin", () => {
  test("it is committed JavaScript that the system may run", () => {
    const { bin } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
    expect(join(rootFolder, bin.dawnline)).toBe(binPath);
    expect(readFileSync(binPath, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
    expect(statSync(binPath).mode & 0o111).toBe(0o111);
  });

  test("help names every verb and no other, and every option has a word", async () => {
    const { code, stdout, stderr } = await runBin(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+) \[/gm)].map(([, verb]) => verb).filter((verb) => verb !== "help");
    expect(verbs.sort()).toEqual([...Object.keys(held), "open"].sort());
    const { stdout: orbit } = await runBin(["orbit", "--help"]);
    expect(orbit).toMatch(/--altitude-km <n> +Altitude, 300 to 2000 km/);
  });

  test("--version prints the package's", async () => {
    const { version } = JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8"));
    expect(await runBin(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

test.each(Object.entries(held))("%s prints one JSON document that holds what it must", async (verb, { argv, keys }) => {
  const { code, stdout, stderr } = await runBin([verb, ...argv, "--json"], { folder: makeFolder() });
  expect(code, stderr).toBe(0);
  const document = JSON.parse(stdout);
  for (const key of keys) expect(document, key).toHaveProperty([key]);
  if (verb !== "plan") return;
  for (const [section, names] of Object.entries(planned))
    for (const name of names) expect(document[section], `${section}.${name}`).toHaveProperty([name]);
  for (const name of shellKeys) expect(document.shells[0], name).toHaveProperty([name]);
  for (const finding of document.findings) expect(Object.keys(finding)).toEqual(["id", "severity", "text", "names"]);
});

describe("exit status", () => {
  /** The first of each status goes through the real bin, the others through the same code in this process. */
  const cases: readonly [code: number, name: string, argv: readonly string[]][] = [
    [0, "findings are results", ["check"]],
    [0, "an unreachable route is a result", ["route", "--from", "London", "--to", "New York", "--json"]],
    [1, "a mission with issues", ["plan", "--set", "shells[0].altitudeKm=100"]],
    [1, "an option out of its limits", ["orbit", "--altitude-km", "100"]],
    [1, "a negative step", ["propagate", "--step-s", "-1"]],
    [1, "a count that is no number", ["propagate", "--count", "abc"]],
    [1, "a method that is none", ["propagate", "--method", "fast"]],
    [1, "an index beyond the fleet", ["propagate", "--index", "8334"]],
    [1, "an instant that is none", ["route", "--from", "London", "--to", "Tokyo", "--at", "noon"]],
    [1, "a place that is none", ["route", "--from", "Atlantis", "--to", "Tokyo"]],
    [1, "an unknown extension", ["report", "-o", "report.pdf"]],
    [1, "a thousand million satellites", ["plan", "--set", "shells[0].satellitesPerPlaneCount=1000000000"]],
    [2, "no verb", []],
    [2, "an unknown verb", ["fly"]],
    [2, "an unknown option", ["plan", "--fast"]],
    [2, "an option without its value", ["plan", "--set"]],
    [1, "a path to solve for that is no number", ["solve", "--input", "satellite.rack", "--finding", "peak-margin"]],
    [1, "a path to solve for that is none", ["solve", "--input", "satellite.altitudeKm", "--finding", "peak-margin"]],
    [1, "an unknown finding", ["solve", "--input", "satellite.peakPowerW", "--finding", "beauty"]],
    [1, "an unknown output", ["solve", "--input", "satellite.wingspanM", "--output", "beauty", "--value", "1"]],
    [2, "a goal that is none", ["solve", "--input", "satellite.peakPowerW", "--output", "massKg"]],
    [2, "a missing option", ["route", "--from", "London"]],
    [2, "a report without a file", ["report"]],
    [2, "an export without a format", ["export", "-o", "fleet.csv"]],
    [2, "contacts without a site", ["access"]],
    [1, "lines of sight of a whole fleet", ["links"]],
    [2, "too many arguments", ["plan", "a.json", "b.json"]],
    [4, "a file that is not there", ["plan", "missing.json"]],
    [4, "a folder in place of a file", ["plan", "."]],
    [4, "a target without a folder", ["plan", "-o", "missing/plan.txt"]],
    ...["verify", "diff"].map((verb): [number, string, string[]] => [2, `${verb} has not come yet`, [verb]]),
  ];

  test.each(cases)("%i: %s", async (code, name, argv) => {
    const folder = makeFolder();
    const isFirst = cases.find(([each]) => each === code)?.[1] === name;
    const outcome = await (isFirst ? runBin : runHere)(argv, { folder });
    expect(outcome.code, outcome.stderr).toBe(code);
    if (code === 0) return;
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr.length).toBeGreaterThan(10);
    expect(outcome.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test("1 with --json: the issues on standard output and nothing else", async () => {
    const { code, stdout } = await runBin(["orbit", "--altitude-km", "100", "--ltan-h", "25", "--json"]);
    expect(code).toBe(1);
    expect(Object.keys(JSON.parse(stdout))).toEqual(["issues"]);
    expect(JSON.parse(stdout).issues).toEqual([
      {
        path: "--altitude-km",
        given: '"100"',
        allowed: "300 to 2000 km",
        message: '--altitude-km: expected 300 to 2000 km, got "100"',
      },
      expect.objectContaining({ path: "--ltan-h" }),
    ]);
  });

  test("130: an interrupt ends a run that would last", async () => {
    const { code } = await runBin(["propagate", "--count", "20000", "--json"], {
      folder: makeFolder(),
      onStart: (child) => child.stdout?.once("data", () => child.kill("SIGINT")),
    });
    expect(code).toBe(130);
  });
});

test("a file and --set do the same, the first = splits, and JSON is read where it parses", async () => {
  const folder = makeFolder();
  const document = structuredClone(referenceMission) as { name: string; shells: Record<string, unknown>[] };
  document.name = "a=b";
  document.shells[0]!["altitudeKm"] = 650;
  writeFileSync(join(folder, "mission.json"), JSON.stringify(document));
  const file = await runBin(["plan", "mission.json"], { folder });
  const set = await runBin(["plan", "--set", "name=a=b", "--set", "shells[0].altitudeKm=650"], { folder });
  expect(file.code).toBe(0);
  expect(set.stdout).toBe(file.stdout);
});

test("a command that is interrupted by its reader says nothing", async () => {
  const { code, stderr } = await runBin(["propagate", "--count", "500", "--json"], {
    folder: makeFolder(),
    onStart: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
  });
  expect({ code, stderr: stderr.replace(/^satellites: .*\n/gm, "") }).toEqual({ code: 0, stderr: "" });
});
