import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FigureTable, format, formatNumber, type Report } from "#engine";
import { makeFolder, rootFolder, runHere } from "./harness.ts";

/** A Walker shell of 288 over the day of the example: some places are cut off part of the time. */
const mission = join(rootFolder, "assets/missions/starlink-550.json");
const small = ["--set", "shells[0].planeCount=24", "--set", "shells[0].satellitesPerPlaneCount=12"];
const call = async (argv: readonly string[]) => {
  const { code, stdout } = await runHere([...argv, ...small, "--json"]);
  expect(code, argv.join(" ")).toBe(0);
  return JSON.parse(stdout);
};
const reportOf = async (argv: readonly string[], name = "r.json") => {
  const folder = makeFolder();
  const { code } = await runHere(["report", ...argv, "-o", name], { folder });
  expect(code).toBe(0);
  return readFileSync(join(folder, name), "utf8");
};
/** Rows of a figure, each by its columns' labels. */
function rowsOf(report: Report, id: string): Record<string, string | number>[] {
  const { columns, rows } = report.figures.find((figure) => figure.id === id)!.table as FigureTable;
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [columns[column]!.label, cell])));
}

describe("a report's network says what the verbs print", () => {
  let written: Promise<Report> | undefined;
  /** Written once, by whichever test asks first. */
  const readReport = () => (written ??= reportOf([mission, ...small]).then((text) => JSON.parse(text)));

  test("latency: percentiles, outage, fibre and cable of every place", async () => {
    const report = await readReport();
    const { places, sampleCount } = await call(["latency", mission, "--step-s", "300"]);
    expect(sampleCount).toBe(289);
    expect(places.some(({ reachableFraction }: { reachableFraction: number }) => reachableFraction < 1)).toBe(true);
    expect(rowsOf(report, "latency")).toEqual(
      places.map((place: Record<string, string | number>) => ({
        Place: place["name"],
        P1: place["p1Ms"] ?? "–",
        P50: place["p50Ms"] ?? "–",
        P99: place["p99Ms"] ?? "–",
        Reached: place["reachableFraction"],
        "Longest outage": place["longestOutageS"],
        "Hand-overs": place["handoverCount"],
        "Fibre to": place["fibreTo"],
        Fibre: place["fibreMs"],
        Cable: place["cableMs"],
        "Cable is level to": place["cableReachKm"] ?? "–",
      })),
    );
  });

  test("route: each pair that is joined, and each way to a satellite that computes", async () => {
    const report = await readReport();
    const names = (report.mission.places ?? []).map(({ name }: { name: string }) => name);
    const told = new Map(rowsOf(report, "routes").map((row) => [`${row["From"]} ${row["To"]}`, row]));
    expect(told.size).toBeGreaterThan(5);
    for (const [from, to] of [
      [names[0]!, names[1]!],
      [names[3]!, names[7]!],
      [names[2]!, names[8]!],
    ] as const) {
      const [route] = (await call(["route", mission, "--from", from, "--to", to])).routes;
      const row = told.get(`${from} ${to}`);
      expect(row !== undefined, `${from} ${to}`).toBe(route.reachable);
      if (row !== undefined)
        expect(row).toMatchObject({ Lasers: route.hopCount, Length: route.pathKm, "One way": route.oneWayMs });
    }
    for (const row of rowsOf(report, "compute-routes").slice(0, 3)) {
      const [route] = (await call(["route", mission, "--from", String(row["From"]), "--to", "compute"])).routes;
      expect(row).toMatchObject({
        Lasers: route.hopCount,
        Length: route.pathKm,
        "One way": route.oneWayMs,
        "Round trip": route.roundTripMs,
      });
      // Light in glass of index 1.468, there and back, over the distance at which fibre is level.
      const fibreMs = (2 * Number(row["Fibre is level to"]) * 1.468) / 299.792458;
      expect(Math.abs(fibreMs - route.roundTripMs)).toBeLessThan(1e-9);
    }
  });

  test("network: what is carried, the fullest links, gateways and failures", async () => {
    const folder = makeFolder();
    const relayed = join(folder, "m.json");
    expect((await runHere(["preset", "ai1-over-starlink", "-o", relayed])).code).toBe(0);
    const few = ["--set", "shells[0].planeCount=2", "--set", "shells[0].satellitesPerPlaneCount=60"];
    const told: Report = JSON.parse(await reportOf([relayed, ...few]));
    const { stdout } = await runHere(["network", relayed, ...few, "--json"]);
    const run = JSON.parse(stdout);
    expect(rowsOf(told, "network-load")).toEqual([
      { Lost: "nothing", Drawn: "–", Carried: run.carriedFraction },
      ...run.failures.map((each: Record<string, unknown>) => ({
        Lost: each["case"],
        Drawn: each["lost"],
        Carried: each["carriedFraction"],
      })),
    ]);
    expect(told.figures.find(({ id }) => id === "network-load")!.summary).toContain(
      `With clouds ${format(run.clouds.expectedCarriedFraction, "Fraction", 4)} is expected`,
    );
    expect(rowsOf(told, "hottest-links").map((row) => [row["Link"], row["Load"], row["Capacity"]])).toEqual(
      run.hottest
        .slice(0, 10)
        .map(({ a, b, aId, bId, loadBps, capacityBps }: Record<string, number | string>) => [
          `${aId ?? a} → ${bId ?? b}`,
          loadBps,
          capacityBps,
        ]),
    );
    expect(rowsOf(told, "gateways").map((row) => [row["Gateway"], row["Beams"], row["Down"], row["Capacity"]])).toEqual(
      run.gateways.map(({ name, beamCount, downBps, capacityBps }: Record<string, unknown>) => [
        name,
        beamCount,
        downBps,
        capacityBps,
      ]),
    );
  });

  test("Markdown writes the same medians, four digits of them", async () => {
    const report = await readReport();
    const markdown = await reportOf([mission, ...small], "r.md");
    for (const row of rowsOf(report, "latency"))
      if (typeof row["P50"] === "number")
        expect(markdown).toContain(
          `| ${row["Place"]} | ${formatNumber(Number(row["P1"]), 4)} | ${formatNumber(row["P50"], 4)} |`,
        );
  });
});

test("a plan whose mesh is too large to fly has its report, which says that the network is missing, and why", async () => {
  const folder = makeFolder();
  const large = ["links.topology=nearest", "shells[0].planeCount=300", "shells[0].satellitesPerPlaneCount=400"];
  const argv = ["report", "-o", "r.md", ...large.flatMap((each) => ["--set", each])];
  const { code, stderr } = await runHere(argv, { folder });
  expect(code).toBe(0);
  expect(stderr).toContain("The report is without its network: links.topology");
  const text = readFileSync(join(folder, "r.md"), "utf8");
  expect(text).toContain("The study of the network was refused: links.topology");
  expect(text).toContain("120000 satellites");
});

test("an interrupt ends the study with 130 and leaves no file", async () => {
  const folder = makeFolder();
  const stop = new AbortController();
  stop.abort();
  const { code } = await runHere(["report", "-o", "r.html"], { folder, signal: stop.signal });
  expect(code).toBe(130);
  expect(() => readFileSync(join(folder, "r.html"))).toThrow();
});
