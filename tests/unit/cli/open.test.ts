import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { referenceMission } from "#engine";
import { makeFolder, runHere } from "./harness.ts";

/** Runs `open` on a small page; `look` gets the printed text, after which the person interrupts. */
async function openWith(argv: readonly string[], look: (printed: string) => Promise<void>, folder = makeFolder()) {
  const web = join(folder, "web");
  mkdirSync(web);
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Dawnline</title>");
  const interruption = new AbortController();
  const stdout = new PassThrough();
  let printed = "";
  stdout.setEncoding("utf8").once("data", (text: string) => {
    printed += text;
    look(printed).finally(() => interruption.abort());
  });
  const { code, stderr } = await runHere(["open", ...argv], {
    folder,
    stdout,
    signal: interruption.signal,
    ensureWebBuilt: async () => web,
  });
  return { code, stderr, printed };
}

test("the address is printed once as JSON, the page served, and an interrupt ends it with 130", async () => {
  let title = "";
  const { code, printed } = await openWith(["--json"], async (text) => {
    const { address } = JSON.parse(text);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    title = await (await fetch(address)).text();
    expect((await fetch(`${address}mission.json`)).status).toBe(204);
  });
  expect(code).toBe(130);
  expect(title).toContain("Dawnline");
  await expect(fetch(JSON.parse(printed).address)).rejects.toThrow();
});

test("the given mission waits for the app, overrides included", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "m.json"), JSON.stringify(referenceMission));
  let served: unknown;
  await openWith(
    ["m.json", "--set", "shells[0].altitudeKm=650", "--json"],
    async (text) => {
      served = await (await fetch(`${JSON.parse(text).address}mission.json`)).json();
    },
    folder,
  );
  const expected = structuredClone(referenceMission) as { shells: { altitudeKm: number }[] };
  expected.shells[0]!.altitudeKm = 650;
  expect(served).toEqual(expected);
});

test("a mission with issues, a bad port and a taken port serve nothing", async () => {
  const refuse = async () => {
    throw new Error("must not be asked");
  };
  expect((await runHere(["open", "--set", "epoch=never"], { ensureWebBuilt: refuse })).code).toBe(1);
  for (const port of ["-1", "65536", "80.5", "http"])
    expect((await runHere(["open", `--port=${port}`], { ensureWebBuilt: refuse })).code, port).toBe(1);
  let taken: number | null = null;
  await openWith(["--json"], async (text) => {
    const { port } = new URL(JSON.parse(text).address);
    const folder = makeFolder();
    writeFileSync(join(folder, "index.html"), "");
    const second = await runHere(["open", `--port=${port}`], { ensureWebBuilt: async () => folder });
    taken = second.code;
    expect(second.stderr).toContain("it is taken");
  });
  expect(taken).toBe(4);
});

test("serves the element files that the mission names, and no others", async () => {
  const folder = makeFolder();
  const lines = [
    "1 00001U 00001A   27060.00000000  .00000000  00000-0  00000-0 0  9997",
    "2 00001  53.0000   0.0000 0000001   0.0000   0.0000 15.05581646    14",
  ].join("\n");
  writeFileSync(join(folder, "one.tle"), lines);
  writeFileSync(join(folder, "two.tle"), lines);
  const shell = { name: "F", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile: "one.tle" };
  const mission = { format: "dawnline-mission/1", name: "Flown", epoch: "2027-03-01T00:00:00Z", shells: [shell] };
  writeFileSync(join(folder, "m.json"), JSON.stringify(mission));
  await openWith(
    [join(folder, "m.json"), "--json"],
    async (text) => {
      const { address } = JSON.parse(text) as { address: string };
      expect(await (await fetch(`${address}elements/one.tle`)).text()).toBe(lines);
      expect((await fetch(`${address}elements/two.tle`)).status).toBe(404);
    },
    folder,
  );
});
