import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tleChecksum } from "../../../engine/formats/tle.ts";
import { makeFolder, runHere } from "./harness.ts";

const lines = [
  "1 25544U 98067A   24001.50000000  .00016717  00000-0  30000-3 0  9990",
  "2 25544  51.6400 100.9163 0006317  69.9862  25.2906 15.49560532432119",
].map((line) => line.slice(0, 68) + tleChecksum(line));

async function json(argv: readonly string[], folder = makeFolder()) {
  const { code, stdout, stderr } = await runHere(["overhead", ...argv, "--json"], { folder });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}
const evening = ["--place", "London", "--at", "2027-01-01T17:00:00Z"];

test("the reference fleet over London on New Year's evening", async () => {
  const answer = await json(evening);
  expect(answer).toMatchObject({
    at: "2027-01-01T17:00:00Z",
    place: { name: "London", latitudeDeg: 51.5074, longitudeDeg: -0.1278, heightKm: 0 },
    minElevationDeg: 10,
    twilight: "nautical",
    night: { kind: "night" },
    refused: [],
  });
  // Texts are to the second, in which the Sun sinks by 0.003°.
  for (const [end, altitudeDeg] of [
    ["sunset", -0.833],
    ["sunrise", -0.833],
    ["darkFrom", -6],
    ["darkTo", -6],
  ] as const) {
    const { sunAltitudeDeg } = await json(["--place", "London", "--at", answer.night[end]]);
    expect(Math.abs(sunAltitudeDeg - altitudeDeg)).toBeLessThan(0.003);
  }
  expect(answer.sunAltitudeDeg).toBeGreaterThan(-12);
  expect(answer.sunAltitudeDeg).toBeLessThan(-6);
  const { above, aboveCount, sunlitCount } = answer as {
    above: { index: number; id: string; elevationDeg: number; azimuthDeg: number; rangeKm: number; light: string }[];
    aboveCount: number;
    sunlitCount: number;
  };
  expect(above).toHaveLength(aboveCount);
  expect(sunlitCount).toBe(above.filter(({ light }) => light === "sunlit").length);
  expect(aboveCount).toBeGreaterThan(20);
  above.forEach(({ index, id, elevationDeg, azimuthDeg, rangeKm }, row) => {
    expect(id).toBe(String(index + 1));
    expect(elevationDeg).toBeGreaterThanOrEqual(10);
    expect(elevationDeg).toBeLessThanOrEqual(above[row - 1]?.elevationDeg ?? 90);
    expect(azimuthDeg).toBeLessThan(360);
    // From the height of the orbit to its slant at 10°, 1,932 km over a sphere; J2 and the ellipsoid add up to 40 km.
    expect(rangeKm).toBeGreaterThan(570);
    expect(rangeKm).toBeLessThan(1_980);
  });
});

test("rows are limited to the highest, counts are not", async () => {
  const whole = await json(evening);
  const short = await json([...evening, "--count", "3"]);
  expect(short.above).toEqual(whole.above.slice(0, 3));
  expect(short.aboveCount).toBe(whole.aboveCount);
  const high = await json([...evening, "--min-elevation-deg", "60"]);
  expect(high.above).toEqual(whole.above.filter(({ elevationDeg }: { elevationDeg: number }) => elevationDeg >= 60));
});

test("a file of records, as its contacts have it", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "a.tle"), lines.join("\n"));
  const from = "2024-01-02T00:00:00Z";
  const site = ["--site", "Here,40,-75,0", "--min-elevation-deg", "10", "--from", from, "--json"];
  const contacts = await runHere(["access", "a.tle", ...site], { folder });
  const [first] = JSON.parse(contacts.stdout).windows as { startS: number; endS: number }[];
  const at = (tS: number) => new Date(Date.parse(from) + tS * 1000).toISOString();
  const over = async (tS: number) => (await json(["a.tle", "--place", "40,-75", "--at", at(tS)], folder)).above;
  expect(await over(first!.startS - 0.1)).toEqual([]);
  expect(await over(first!.startS + 0.1)).toMatchObject([{ index: 0, id: "25544" }]);
  expect((await over(first!.startS + 0.1))[0].elevationDeg).toBeCloseTo(10, 1);
  expect(await over(first!.endS + 0.1)).toEqual([]);
});

test("summer in the north has no night, winter no day", async () => {
  const north = ["--place", "78.2,15.6"];
  expect((await json([...north, "--at", "2027-06-21T00:00:00Z"])).night).toEqual({ kind: "white" });
  expect((await json([...north, "--at", "2027-12-21T00:00:00Z"])).night).toMatchObject({ kind: "polar" });
});

test("a person gets sentences and a table, a file its name's shape", async () => {
  const folder = makeFolder();
  const { stdout } = await runHere(["overhead", ...evening, "--count", "2"], { folder });
  expect(stdout).toMatch(/^Over London at 2027-01-01T17:00:00Z: \d+ above 10°, \d+ of them sunlit\n/);
  expect(stdout).toContain("nautical twilight; down from 2027-01-01T16:01");
  expect(stdout).toContain("Brightness is not modelled.");
  expect(stdout.trim().split("\n").at(-1)).toMatch(/^\d+ +[\d.]+ +[\d.]+ +[\d.]+ +(sunlit|penumbra|umbra)$/);
  expect((await runHere(["overhead", ...evening, "-o", "a.csv"], { folder })).code).toBe(0);
  expect(readFileSync(join(folder, "a.csv"), "utf8")).toMatch(/^index,id,azimuthDeg,elevationDeg,rangeKm,light\n\d/);
});

test.each([
  ["no such place", ["--place", "Atlantis\u001b[2J"], "--place"],
  ["a latitude of 91", ["--place", "91,0"], "--place latitudeDeg"],
  ["a date that is none", ["--place", "London", "--at", "tonight"], "--at"],
  ["a count below 0", ["--place", "London", "--count", "-1"], "--count"],
  ["an elevation of 91", ["--place", "London", "--min-elevation-deg", "91"], "--min-elevation-deg"],
])("%s is bad input", async (_, argv, word) => {
  const { code, stderr } = await runHere(["overhead", ...argv], { folder: makeFolder() });
  expect([code, stderr]).toEqual([1, expect.stringContaining(word)]);
  expect(stderr).not.toContain("\u001b");
});

test("without a place the call is incomplete", async () => {
  expect((await runHere(["overhead"], { folder: makeFolder() })).code).toBe(2);
});
