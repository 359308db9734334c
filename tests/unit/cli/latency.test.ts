import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, rootFolder, runBin, runHere } from "./harness.ts";

const mission = join(rootFolder, "assets/missions/starlink-550.json");
const ask = async (...argv: string[]) => {
  const { code, stdout, stderr } = await runHere([...argv, "--json"]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};
const window = ["--over-s", "600", "--step-s", "60"];

describe("latency", () => {
  test("each place's percentiles, its share and its fibre", async () => {
    const { places, sampleCount, measuredTo } = await ask(
      ...["latency", mission, "--place", "New York", "--place", "London", ...window],
    );
    expect(sampleCount).toBe(11);
    expect(measuredTo).toContain("sunlight");
    expect(places.map(({ name }: { name: string }) => name)).toEqual(["New York", "London"]);
    for (const { p1Ms, p50Ms, p99Ms, reachableFraction, fibreMs } of places) {
      // Straight up and down 550 km takes 3.67 ms.
      expect(p1Ms).toBeGreaterThan(3.66);
      expect(p50Ms).toBeGreaterThanOrEqual(p1Ms);
      expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
      expect(reachableFraction).toBe(1);
      expect(Math.abs(fibreMs - 54.55)).toBeLessThan(0.05);
    }
  });

  test("to a place: twice what route says, sample by sample", async () => {
    const { places } = await ask("latency", mission, "--place", "New York", "--to", "London", ...window);
    const { routes } = await ask("route", mission, "--from", "New York", "--to", "London", ...window);
    const trips = routes
      .map(({ oneWayMs }: { oneWayMs: number }) => 2 * oneWayMs)
      .sort((a: number, b: number) => a - b);
    expect(places[0].leastMs).toBeCloseTo(trips[0], 9);
    expect(places[0].p50Ms).toBeCloseTo(trips[5], 9);
    expect(places[0].mostMs).toBeCloseTo(trips[10], 9);
  });

  test("a fleet whose power is taken answers later", async () => {
    const argv = ["latency", mission, "--place", "New York", ...window];
    const [free] = (await ask(...argv)).places;
    const busy = await ask(...argv, "--taken-fraction", "0.95", "--seed", "4");
    expect(busy).toMatchObject({ takenFraction: 0.95, seed: 4 });
    expect(busy.places[0].p50Ms).toBeGreaterThan(free.p50Ms + 1);
    const none = await ask(...argv, "--taken-fraction", "1");
    expect(none.places[0]).toMatchObject({ reachableFraction: 0, longestOutageS: 660 });
    expect(none.places[0]).not.toHaveProperty("p50Ms");
  });

  test("without --place the mission's own; a table; CSV with every field", async () => {
    const { stdout } = await runHere(["latency", mission, "--over-s", "0"]);
    for (const name of ["New York", "Singapore", "Level, km"]) expect(stdout).toContain(name);
    const folder = makeFolder();
    const { code } = await runHere(["latency", mission, "--over-s", "0", "-o", "l.csv"], { folder });
    expect(code).toBe(0);
    const rows = readFileSync(join(folder, "l.csv"), "utf8").trim().split("\n");
    expect(rows[0]).toMatch(/^name,p1Ms,p50Ms,p99Ms,.*reachableFraction.*fibreMs/);
    expect(rows.length).toBe(10);
  });

  test.each([
    [1, ["--place", "Atlantis"]],
    [1, ["--place", "91,0"]],
    [1, ["--over-s", "-1"]],
    [1, ["--over-s", "3e9", "--step-s", "0.001"]],
    [1, ["--over-s", "1e6", "--step-s", "1", "--place", "0,0", ...Array(20).fill(["--place", "1,1"]).flat()]],
    [1, ["--taken-fraction", "2"]],
    [1, ["--seed", "1.5"]],
    [2, ["--set", "places=[]"]],
  ])("%i: %j", async (code, argv) => {
    const outcome = await runHere(["latency", mission, ...argv]);
    expect(outcome.code, outcome.stderr).toBe(code);
    expect(outcome.stdout).toBe("");
  });

  test("130: an interrupt ends it and nothing is written", async () => {
    const folder = makeFolder();
    const { code, stdout } = await runBin(["latency", mission, "--over-s", "1e7", "--step-s", "20", "--json"], {
      folder,
      onStart: (child) => child.stderr?.once("data", () => child.kill("SIGINT")),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
  });
});

describe("route", () => {
  test("to the nearest compute, with the satellite that computes", async () => {
    const { routes } = await ask(
      "route",
      mission,
      "--from",
      "London",
      "--to",
      "compute",
      "--at",
      "2027-03-01T00:00:00Z",
    );
    expect(routes[0]).toMatchObject({ reachable: true, computeSatellite: routes[0].satellites.at(-1) });
    expect(routes[0].computeSatelliteId).toBe(routes[0].satelliteIds.at(-1));
    expect(routes[0].satelliteIds).toEqual(routes[0].satellites.map((index: number) => String(index + 1)));
    expect(routes[0].roundTripMs).toBe(2 * routes[0].oneWayMs);
    expect(routes[0].hopCount).toBeGreaterThan(0);
  });

  test("hand-overs at both ends: at the step, or found between the steps", async () => {
    const argv = ["route", mission, "--from", "New York", "--to", "London", "--over-s", "300", "--step-s", "100"];
    const { routes, handovers } = await ask(...argv);
    const idOf = (index: number | undefined) => (index === undefined ? undefined : String(index + 1));
    for (const { end, tS, before, after, beforeId, afterId } of handovers) {
      expect([beforeId, afterId]).toEqual([idOf(before), idOf(after)]);
      const at = routes.findIndex((route: { tS: number }) => route.tS === tS);
      const side = end === "from" ? 0 : -1;
      expect([routes[at - 1].satellites.at(side), routes[at].satellites.at(side)]).toEqual([before, after]);
    }
    expect(handovers.length).toBeGreaterThan(1);
    const fine = await ask(...argv, "--handover-s", "1");
    expect(fine.routes).toEqual(routes);
    const times = fine.handovers.map(({ tS }: { tS: number }) => tS);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const { tS, end, before, after } of fine.handovers) {
      const near = await ask(
        ...argv.slice(0, 6),
        "--at",
        "2027-03-01T00:00:00Z",
        "--over-s",
        String(tS),
        "--step-s",
        String(tS),
      );
      expect(near.routes.at(-1).satellites.at(end === "from" ? 0 : -1)).toBe(after);
      expect(before).not.toBe(after);
    }
  });
});
