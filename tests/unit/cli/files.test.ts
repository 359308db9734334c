import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseMission, referenceMission } from "#engine";
import { decodeLeniently, decodeStrictly, readBytes, readElementsTexts } from "../../../app/cli/files.ts";
import { makeFolder, runHere } from "./harness.ts";

const document = referenceMission as { shells: object[] };
const listed = (elementsFile: string) =>
  parseMission({
    ...document,
    shells: [{ name: "Listed", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile }],
  }).mission!;

describe("reading", () => {
  test("only regular files are read, and a pipe without a writer does not hang", async () => {
    const folder = makeFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    for (const path of ["pipe", ".", "/dev/zero", "", "a\0b", "missing.json"])
      await expect(readBytes({ folder, path }), path).rejects.toMatchObject({ exitCode: 4 });
  });

  test("a file that is too long is bad input, told with both sizes", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "long"), "x".repeat(11));
    await expect(readBytes({ folder, path: "long", maxBytes: 10 })).rejects.toMatchObject({
      exitCode: 1,
      issues: [{ path: "long", given: "11 bytes", allowed: "a file of at most 10 bytes" }],
    });
  });

  test("a mission must be UTF-8, records need not be", () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe]);
    expect(() => decodeStrictly(bytes, "m.json")).toThrow("UTF-8");
    expect(decodeLeniently(bytes)).toBe("{\ufffd\ufffd");
  });
});

describe("elements files", () => {
  test("they are read from the document's folder and below", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "in"));
    writeFileSync(join(folder, "in/a.tle"), "records");
    expect(await readElementsTexts({ mission: listed("in/a.tle"), folder })).toEqual({ "in/a.tle": "records" });
  });

  test("a link that leads outside is refused", async () => {
    const outside = makeFolder();
    writeFileSync(join(outside, "secret"), "secret");
    const folder = makeFolder();
    symlinkSync(join(outside, "secret"), join(folder, "a.tle"));
    symlinkSync(outside, join(folder, "in"));
    for (const path of ["a.tle", "in/secret"])
      await expect(readElementsTexts({ mission: listed(path), folder }), path).rejects.toMatchObject({ exitCode: 1 });
  });

  test("one that is not there or is no file is an issue of the document", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "in"));
    for (const path of ["no.tle", "in", "n".repeat(200)])
      await expect(readElementsTexts({ mission: listed(path), folder })).rejects.toMatchObject({
        exitCode: 1,
        issues: [{ path: "shells[0].elementsFile" }],
      });
  });

  test("the command line flies a mission from its records", async () => {
    const folder = makeFolder();
    const tle = [
      "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
      "2 25544  51.6400 208.9163 0006317  69.9862  25.2906 15.49560532432119",
    ].join("\n");
    writeFileSync(join(folder, "station.tle"), tle);
    writeFileSync(
      join(folder, "mission.json"),
      JSON.stringify({
        format: "dawnline-mission/1",
        name: "Station",
        epoch: "2024-01-01T12:00:00Z",
        shells: [{ name: "One", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile: "station.tle" }],
      }),
    );
    const { code, stdout } = await runHere(["propagate", join(folder, "mission.json"), "--json"]);
    expect(code).toBe(0);
    const { satellites } = JSON.parse(stdout);
    expect(satellites).toHaveLength(1);
    expect(satellites[0].id).toBe("25544");
    const alone = JSON.parse((await runHere(["propagate", join(folder, "station.tle"), "--json"])).stdout);
    expect(alone.from).toBe("2024-01-01T12:00:00Z");
    expect(satellites[0].states).toEqual(alone.satellites[0].states);
  });
});

describe("writing", () => {
  const write = (argv: string[], folder: string) => runHere(["schema", ...argv], { folder });

  test("a file is written whole, and nothing beside it stays", async () => {
    const folder = makeFolder();
    expect((await write(["-o", "schema.json"], folder)).code).toBe(0);
    expect(readdirSync(folder)).toEqual(["schema.json"]);
    expect(JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")).title).toBe("Dawnline mission");
  });

  test("an existing file is replaced with --force alone, and keeps its mode", async () => {
    const folder = makeFolder();
    const path = join(folder, "kept");
    writeFileSync(path, "kept");
    chmodSync(path, 0o600);
    const refused = await write(["-o", "kept"], folder);
    expect(refused).toMatchObject({ code: 4, stdout: "" });
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(path, "utf8")).toBe("kept");
    expect((await write(["-o", "kept", "--force"], folder)).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("Dawnline mission");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("--force follows a link to its file", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "real"), "old");
    symlinkSync("real", join(folder, "link"));
    expect((await write(["-o", "link", "--force"], folder)).code).toBe(0);
    expect(readFileSync(join(folder, "real"), "utf8")).toContain("Dawnline mission");
    expect(readdirSync(folder).sort()).toEqual(["link", "real"]);
  });

  test("no folder, a folder, a device or a dangling link: nothing is created", async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "sub"));
    symlinkSync("nowhere", join(folder, "dangling"));
    for (const path of ["no/file", "sub", "/dev/null", "dangling", "", "a\0b", `${"n".repeat(300)}`])
      expect((await write(["-o", path, "--force"], folder)).code, JSON.stringify(path)).toBe(4);
    expect(readdirSync(folder).sort()).toEqual(["dangling", "sub"]);
  });

  test("with --json standard output tells of the file in one document", async () => {
    const folder = makeFolder();
    const { stdout } = await write(["-o", "s.json", "--json"], folder);
    expect(JSON.parse(stdout)).toEqual({ file: "s.json", sizeBytes: statSync(join(folder, "s.json")).size });
  });
});
