import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { presetNames } from "#engine";
import { makeFolder, runHere } from "./harness.ts";

describe("preset", () => {
  test("lists names, counts and sources", async () => {
    const { code, stdout } = await runHere(["preset", "--json"]);
    expect(code).toBe(0);
    const { presets } = JSON.parse(stdout) as {
      presets: { name: string; satelliteCount: number; sources: string[] }[];
    };
    expect(presets.map(({ name }) => name)).toEqual(presetNames);
    expect(presets.find(({ name }) => name === "filed-million")).toMatchObject({ satelliteCount: 1_000_000 });
    expect(presets.every(({ sources }) => sources.length > 0)).toBe(true);
    const { stdout: table } = await runHere(["preset"]);
    expect(table).toMatch(/filed-million +1\u2009000\u2009000 +64 +511.7 – 1\u2009988 +\[\d\] +The filed million\n/);
    // A name is copied from here: none goes on in the next line.
    for (const name of presetNames) expect(table.split("\n").some((line) => line.startsWith(`${name}  `))).toBe(true);
  });

  test("writes a mission that check and plan take", async () => {
    const folder = makeFolder();
    expect((await runHere(["preset", "filed-million", "-o", "m.json"], { folder })).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "m.json"), "utf8")).shells.length).toBe(64);
    const { code, stdout } = await runHere(["plan", "m.json", "--json"], { folder });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).fleet.satelliteCount).toBe(1_000_000);
    const { stdout: checked } = await runHere(["check", "m.json", "--json"], { folder });
    expect(JSON.parse(checked).issues).toEqual([]);
    // A name alone prints the same document.
    const { stdout: printed } = await runHere(["preset", "filed-million"]);
    expect(printed).toBe(readFileSync(join(folder, "m.json"), "utf8"));
  });

  test("refuses a name that is none, with all that are", async () => {
    for (const name of ["no-such-fleet", "", "__proto__", "x".repeat(9999)]) {
      const { code, stdout } = await runHere(["preset", name, "--json"]);
      expect(code).toBe(1);
      const { issues } = JSON.parse(stdout);
      expect(issues[0].path).toBe("preset");
      for (const each of presetNames) expect(issues[0].allowed).toContain(each);
      expect(issues[0].message.length).toBeLessThan(900);
    }
  });
});

describe("orbit --repeat", () => {
  test("takes the height of a repeating track", async () => {
    const { stdout } = await runHere(["orbit", "--repeat", "233/16", "--inclination-deg", "sun-synchronous", "--json"]);
    // Landsat's semi-major axis of 7,077.7 km, to 0.1 km.
    expect(Math.abs(JSON.parse(stdout).altitudeKm + 6378.137 - 7077.7)).toBeLessThan(0.1);
  });

  test("refuses what is no ratio, no height of a shell, or a second height", async () => {
    for (const argv of [["30/1"], ["1/1"], ["15"], ["0/1"], ["-15/1"], ["15/1", "--altitude-km", "600"]]) {
      const { code, stdout } = await runHere(["orbit", "--json", `--repeat=${argv[0]}`, ...argv.slice(1)]);
      expect(code, argv.join(" ")).toBe(1);
      expect(JSON.parse(stdout).issues[0].path).toBe("--repeat");
    }
  });
});

describe("light", () => {
  const small = ["--set", "shells[0].satellitesPerPlaneCount=10"];

  test("gives the share in sunlight at each moment and each shell's year", async () => {
    const { code, stdout } = await runHere([
      "light",
      "--at",
      "2027-06-21T00:00:00Z",
      "--over-s",
      "5800",
      "--step-s",
      "580",
      "--json",
      ...small,
    ]);
    expect(code).toBe(0);
    const { at, rows, shells } = JSON.parse(stdout);
    expect(at).toBe("2027-06-21T00:00:00Z");
    expect(rows.map(({ tS }: { tS: number }) => tS)).toEqual(Array.from({ length: 11 }, (_, step) => step * 580));
    for (const { sunlitFraction, penumbraFraction, umbraFraction } of rows) {
      expect(sunlitFraction + penumbraFraction + umbraFraction).toBeCloseTo(1, 12);
      // 20.7 of 96.7 minutes in the shadow.
      expect(sunlitFraction).toBeGreaterThan(0.7);
      expect(sunlitFraction).toBeLessThan(0.85);
    }
    expect(shells[0]).toMatchObject({ name: "Dawn-dusk 600", satelliteCount: 180 });
    expect(shells[0].dailySunlitFraction.length).toBe(365);
  });

  test("is one moment at the epoch without options, and a table for people", async () => {
    const { stdout } = await runHere(["light", ...small]);
    expect(stdout).toMatch(/2027-01-01T00:00:00Z +100 +0 +0\n/);
    expect(stdout).toMatch(/Dawn-dusk 600 +95\.\d/);
  });

  test("refuses what it cannot do, each with its limit", async () => {
    for (const [argv, path] of [
      [["--over-s", "1e9", "--step-s", "1"], "--over-s"],
      [["--step-s", "0"], "--step-s"],
      [["--over-s", "-1"], "--over-s"],
      [["--at", "yesterday"], "--at"],
    ] as const) {
      const { code, stdout } = await runHere(["light", "--json", ...argv]);
      expect(code).toBe(1);
      expect(JSON.parse(stdout).issues[0].path).toBe(path);
    }
  });

  test("an interrupt ends it with 130 and leaves no file", async () => {
    const folder = makeFolder();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const { code } = await runHere(["light", "--over-s", "90000000", "--step-s", "1000", "-o", "l.json", "--json"], {
      folder,
      signal: controller.signal,
    });
    expect(code).toBe(130);
    expect(() => readFileSync(join(folder, "l.json"))).toThrow("ENOENT");
  });
});
