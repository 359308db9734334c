import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OLD_ELEMENTS_DAYS, OLD_ELEMENTS_MEANING, referenceMission } from "#engine";
import { tleChecksum } from "../../../engine/formats/tle.ts";
import { makeFolder, runHere } from "./harness.ts";

/** A quiet satellite whose epoch is that day of 2024, 00:00 UTC. */
const recordOf = (id: number, day: string) =>
  [
    `1 ${id}U 17073A   24${day}.00000000  .00000000  00000-0  00000-0 0  9990`,
    `2 ${id}  98.7000 120.0000 0001200  90.0000 270.0000 14.19550000400000`,
  ].map((line) => line.slice(0, 68) + tleChecksum(line));

/** Epochs of 1 and 11 January 2024. */
function folderWithFile() {
  const folder = makeFolder();
  writeFileSync(join(folder, "a.tle"), [...recordOf(43013, "001"), ...recordOf(43014, "011")].join("\n"));
  const flown = { name: "Flown", elementsFile: "a.tle", planeCount: 1, satellitesPerPlaneCount: 2 };
  const designed = {
    ...{ name: "Designed", altitudeKm: 600, inclinationDeg: 60, planeCount: 1, satellitesPerPlaneCount: 3 },
    raanSpreadDeg: 360,
  };
  const mission = { ...(referenceMission as object), epoch: "2024-01-01T00:00:00Z" };
  writeFileSync(join(folder, "both.json"), JSON.stringify({ ...mission, shells: [designed, flown] }));
  writeFileSync(join(folder, "designed.json"), JSON.stringify({ ...mission, shells: [designed] }));
  return folder;
}
const one = { oldCount: 1, recordCount: 2, oldestDays: 15, limitDays: OLD_ELEMENTS_DAYS };
const both = { oldCount: 2, recordCount: 2, oldestDays: 31, limitDays: OLD_ELEMENTS_DAYS };
/** 15 days after the first epoch and 5 after the second. */
const soon = "2024-01-16T00:00:00Z";
const late = "2024-02-01T00:00:00Z";

async function ask(argv: readonly string[], at = folderWithFile()) {
  const { code, stdout, stderr } = await runHere([...argv, "--json"], { folder: at });
  expect(code, stderr).toBe(0);
  return { told: JSON.parse(stdout).oldElements, stderr };
}

test.each([
  ["propagate", ["propagate", "a.tle", "--from"]],
  ["eclipse", ["eclipse", "a.tle", "--days", "1e-5", "--from"]],
  ["access", ["access", "a.tle", "--site", "Quito,-0.2,-78.5,2.8", "--days", "1e-5", "--from"]],
  ["links", ["links", "a.tle", "--days", "1e-5", "--from"]],
  ["overhead", ["overhead", "a.tle", "--place", "0,0", "--at"]],
  ["a mission's file: propagate", ["propagate", "both.json", "--from"]],
  ["a mission's file: light", ["light", "both.json", "--at"]],
  ["a mission's file: route", ["route", "both.json", "--from", "0,0", "--to", "10,10", "--at"]],
  ["a mission's file: latency", ["latency", "both.json", "--place", "0,0", "--over-s", "0", "--at"]],
  ["a mission's file: network", ["network", "both.json", "--at"]],
])("%s says how many records are old, how old, and what that means", async (_, argv) => {
  const { told, stderr } = await ask([...argv, soon]);
  expect(told).toEqual(one);
  expect(stderr).toContain(
    `old elements: 1 of 2 records are more than ${OLD_ELEMENTS_DAYS} days from the time asked for, the oldest 15 days`,
  );
  expect(stderr).toContain(OLD_ELEMENTS_MEANING);
  expect((await ask([...argv, late])).told).toEqual(both);
  const fresh = await ask([...argv, "2024-01-12T00:00:00Z"]);
  expect(fresh.told).toBeUndefined();
  expect(fresh.stderr).not.toContain("old elements");
});

test("a time before the epoch is as far as one behind it, and a span counts by its farther end", async () => {
  expect((await ask(["propagate", "a.tle", "--from", "2023-12-27T00:00:00Z"])).told).toEqual(one);
  const span = ["propagate", "a.tle", "--from", "2024-01-12T00:00:00Z", "--step-s", "86400", "--count", "5"];
  expect((await ask(span)).told).toEqual(one);
});

test("--index counts the records that it takes", async () => {
  const argv = ["a.tle", "--from", soon, "--index"];
  expect((await ask(["propagate", ...argv, "1"])).told).toBeUndefined();
  expect((await ask(["propagate", ...argv, "0"])).told).toEqual({ ...one, recordCount: 1 });
  const mission = ["both.json", "--from", soon, "--index"];
  expect((await ask(["propagate", ...mission, "0,4"])).told).toBeUndefined();
  expect((await ask(["propagate", ...mission, "3"])).told).toEqual({ ...one, recordCount: 1 });
});

test("export says so of states alone: elements grow no older by being written down", async () => {
  const at = folderWithFile();
  const argv = ["export", "a.tle", "--from", late, "--count", "1", "--force", "-o", "out", "--format"];
  expect((await ask([...argv, "oem"], at)).told).toEqual(both);
  expect((await ask([...argv, "omm-csv"], at)).told).toBeUndefined();
  const chosen = await ask([...argv, "czml", "--index", "1"], at);
  expect(chosen.told).toEqual({ ...both, oldCount: 1, recordCount: 1, oldestDays: 21 });
});

test("a designed fleet is never old", async () => {
  const { told, stderr } = await ask(["propagate", "designed.json", "--from", "2050-01-01T00:00:00Z"]);
  expect(told).toBeUndefined();
  expect(stderr).toBe("");
});
