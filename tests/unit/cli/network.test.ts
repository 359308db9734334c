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
      expect(Object.keys(link)).toEqual(["a", "b", "kind", "loadBps", "capacityBps"]);
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

  test("refuses wrong options and fleets beyond its limit", async () => {
    // 300 demands of 8,334 sources each.
    const many = Array.from({ length: 300 }, () => ({ from: "fleet", to: "London", rateBps: 1e6 }));
    for (const [argv, path] of [
      [["--seed", "-1"], "--seed"],
      [["--seed", "1.5"], "--seed"],
      [["--path-count", "0"], "--path-count"],
      [["--at", "noon"], "--at"],
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
    const { code } = await runHere(["network", "m.json", "-o", "n.json", "--json"], {
      folder,
      signal: controller.signal,
    });
    expect(code).toBe(130);
    expect(existsSync(join(folder, "n.json"))).toBe(false);
  });
});
