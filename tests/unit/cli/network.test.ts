import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder, runHere } from "./harness.ts";

const relayed = async () => {
  const folder = makeFolder();
  expect((await runHere(["preset", "ai1-over-starlink", "-o", "m.json"], { folder })).code).toBe(0);
  return folder;
};
const small = ["--set", "shells[0].planeCount=2", "--set", "shells[0].satellitesPerPlaneCount=60"];

describe("network", () => {
  test("says what is offered and carried, the hottest links and what failures leave", async () => {
    const folder = await relayed();
    const { code, stdout } = await runHere(["network", "m.json", ...small, "--seed", "3", "--json"], { folder });
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ at: "2027-01-01T00:00:00Z", seed: 3, pathCount: 16, demandsAreDefault: true });
    expect(answer.carriedFraction).toBeCloseTo(1, 9);
    expect(answer.carriedBps).toBeCloseTo(answer.offeredBps, 0);
    for (const link of answer.hottest) {
      for (const end of ["a", "b"])
        expect(link[`${end}Id`]).toBe(typeof link[end] === "number" ? String(link[end] + 1) : undefined);
      const keys = Object.keys(link).filter((key) => !key.endsWith("Id"));
      expect(keys).toEqual(["a", "b", "kind", "loadBps", "capacityBps"]);
      expect(link.loadBps).toBeLessThanOrEqual(link.capacityBps * (1 + 1e-9));
    }
    for (const failure of answer.failures) expect(Object.keys(failure)).toEqual(["case", "lost", "carriedFraction"]);
    expect(answer.gateways.map(({ name }: { name: string }) => name)).toContain("Tenerife");
    const again = await runHere(["network", "m.json", ...small, "--seed", "3", "--json"], { folder });
    expect(again.stdout).toBe(stdout);
    const other = await runHere(["network", "m.json", ...small, "--seed", "4", "--json"], { folder });
    expect(JSON.parse(other.stdout).failures).not.toEqual(answer.failures);
  });

  test("tells a person the same, and states the default demand", async () => {
    const folder = await relayed();
    const { stdout } = await runHere(["network", "m.json", ...small, "-o", "n.txt"], { folder });
    expect(stdout).toBe("");
    const text = readFileSync(join(folder, "n.txt"), "utf8");
    expect(text).toContain("The mission names no demands: the text of the fleet");
    expect(text).toMatch(/fleet → gateways +899 Mbit\/s +899 Mbit\/s/);
    expect(text).toMatch(/1 % of the lasers +\d+ of \d+ standing lasers/);
    // Without sites nothing comes down, and that is said.
    const bare = await runHere(["network", ...small]);
    expect(bare.stdout).toContain("The mission names no sites");
  });

  test("weighs clouds over the laser stations beside clear skies, and says that independent skies are optimistic", async () => {
    const folder = await relayed();
    const lasersOnly =
      "sites=" +
      JSON.stringify(
        [
          ["A", 34.4, -117.7, 0.6],
          ["B", 28.3, -16.5, 0.8],
        ].map(([name, latitudeDeg, longitudeDeg, clearFraction]) => ({
          ...{ name, latitudeDeg, longitudeDeg, heightKm: 2, kind: "laser", clearFraction },
        })),
      );
    const argv = ["network", "m.json", ...small, "--set", lasersOnly];
    const { clouds, carriedFraction } = JSON.parse((await runHere([...argv, "--json"], { folder })).stdout);
    expect(carriedFraction).toBeCloseTo(1, 9);
    // Either station takes all 899 Mbit/s: what is expected is that one of them is clear.
    expect(clouds).toMatchObject({ stationCount: 2, isDrawn: false });
    expect(clouds.expectedCarriedFraction).toBeCloseTo(0.92, 9);
    expect(clouds.sharedSkyCarriedFraction).toBeCloseTo(0.8, 9);
    expect(clouds.anyClearFraction).toBeCloseTo(0.92, 12);
    const { stdout } = await runHere(argv, { folder });
    expect(stdout).toMatch(/With clouds 92 % is expected, the mean over \d skies, each laser station by its own/);
    expect(stdout).toMatch(
      /independent, some station clear 92 %.*optimistic\. Under one sky over all 80 % is expected\./,
    );
  });

  test("over a span it gives a row a moment, and what they come to, in every shape", async () => {
    const folder = await relayed();
    const argv = ["network", "m.json", ...small, "--over-s", "1200", "--step-s", "600"];
    const answer = JSON.parse((await runHere([...argv, "--json"], { folder })).stdout);
    expect(answer).toMatchObject({ at: "2027-01-01T00:00:00Z", stepS: 600, sampleCount: 3, seed: 1, pathCount: 16 });
    expect(answer.moments.map(({ tS }: { tS: number }) => tS)).toEqual([0, 600, 1200]);
    const alone = JSON.parse(
      (await runHere(["network", "m.json", ...small, "--at", "2027-01-01T00:10:00Z", "--json"], { folder })).stdout,
    );
    expect(answer.moments[1]).toMatchObject({
      offeredBps: alone.offeredBps,
      carriedBps: alone.carriedBps,
      expectedCarriedFraction: alone.clouds.expectedCarriedFraction,
      hottest: alone.hottest[0],
    });
    const shares = answer.moments.map(({ carriedFraction }: { carriedFraction: number }) => carriedFraction);
    expect(answer.summary).toMatchObject({
      sampleCount: 3,
      leastCarriedFraction: Math.min(...shares),
      p1CarriedFraction: Math.min(...shares),
    });
    const { stdout } = await runHere(argv, { folder });
    expect(stdout).toMatch(/^ +600 +899 Mbit\/s +899 Mbit\/s +100 %/m);
    expect(stdout).toMatch(/^Carried under clear skies: P1 100 %, P50 100 %, least 100 % at tS 0\.$/m);
    expect(stdout).toMatch(/^The worst failure, .*, leaves [\d.]+ % at tS \d+\.$/m);
    expect((await runHere([...argv, "-o", "n.csv"], { folder })).code).toBe(0);
    const rows = readFileSync(join(folder, "n.csv"), "utf8").trim().split("\n");
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^tS,offeredBps,carriedBps,carriedFraction,expectedCarriedFraction,worstCase,/);
  });

  test("refuses wrong options and fleets beyond its limit", async () => {
    // 300 demands of 8,334 sources each.
    const many = Array.from({ length: 300 }, () => ({ from: "fleet", to: "London", rateBps: 1e6 }));
    for (const [argv, path] of [
      [["--seed", "-1"], "--seed"],
      [["--seed", "1.5"], "--seed"],
      [["--path-count", "0"], "--path-count"],
      [["--at", "noon"], "--at"],
      [["--over-s", "-1"], "--over-s"],
      [["--over-s", "3e9", "--step-s", "0.001"], "--over-s"],
      [["--set", "shells[0].satellitesPerPlaneCount=20000"], "shells"],
      [["--set", `demands=${JSON.stringify(many)}`], "demands"],
    ] as const) {
      const { code, stdout } = await runHere(["network", ...argv, "--json"]);
      expect(code, argv.join(" ")).toBe(1);
      expect(JSON.parse(stdout).issues[0].path).toBe(path);
    }
  });

  test("an interrupt ends it with 130 and nothing written", async () => {
    const folder = await relayed();
    const controller = new AbortController();
    controller.abort();
    for (const more of [[], ["--over-s", "36000", "--step-s", "60"]]) {
      const { code } = await runHere(["network", "m.json", ...more, "-o", "n.json", "--json"], {
        folder,
        signal: controller.signal,
      });
      expect(code).toBe(130);
      expect(existsSync(join(folder, "n.json"))).toBe(false);
    }
  });
});
