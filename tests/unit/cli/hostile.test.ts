import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { missionJsonSchema, referenceMission } from "#engine";
import { makeFolder, runHere, sharedFolder } from "./harness.ts";

/** Our own small list, for a clone without the reference data. */
const own = {
  names: [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "name\u0000.json",
    "\u001b[31mred",
    "\u202eevil",
    "__proto__",
    "constructor",
    "",
    "   ",
    "--help",
    "x".repeat(100_000),
    '{"a":1}',
  ],
  numbers: [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e309",
    "1e308",
    "5e-324",
    "-0",
    "-1",
    "1e15",
    "0x10",
    "1_000",
    "",
    "null",
    "[]",
    '"5"',
  ],
  json_documents: [
    '{"__proto__":{"polluted":1}}',
    '{"a":{"constructor":{"prototype":{"polluted":1}}}}',
    '{"a":NaN}',
    '{"a":1e400}',
    "[1,2",
    "",
    "null",
    '"x"',
    '{"a":"\\u0000"}',
  ],
};
const sharedFile = join(sharedFolder, "vectors/hostile_values.json");
const hostile: typeof own = existsSync(sharedFile) ? JSON.parse(readFileSync(sharedFile, "utf8")) : own;
const names = [...new Set([...own.names, ...hostile.names])];
const numbers = [...new Set([...own.numbers, ...hostile.numbers])];
const documents = [
  ...new Set([...own.json_documents, ...hostile.json_documents]),
  "[".repeat(100_000),
  `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
  `{"name":"${"x".repeat(1e8)}"}`,
];

const full = {
  ...(referenceMission as { shells: object[] }),
  relay: { shells: (referenceMission as { shells: object[] }).shells },
  sites: [{ name: "Site", latitudeDeg: 1, longitudeDeg: 2, heightKm: 0.1 }],
  economics: {},
  assumptions: {},
};
/** A fleet whose report is written quickly: a name is treated alike in any. */
const fewShells = (referenceMission as { shells: object[] }).shells.map((shell) => ({
  ...shell,
  planeCount: 4,
  satellitesPerPlaneCount: 12,
}));
const small = { ...full, shells: fewShells, relay: { shells: fewShells } };

/** Paths of all fields of a kind, from the schema itself, so that none is forgotten. */
function fieldsOf(kinds: readonly string[]): string[] {
  type Node = {
    type?: string;
    properties?: Record<string, Node>;
    items?: Node;
    anyOf?: Node[];
    enum?: unknown;
    const?: unknown;
  };
  const found: string[] = [];
  const walk = (node: Node, path: string) => {
    for (const each of [node, ...(node.anyOf ?? [])])
      if (each.type !== undefined && kinds.includes(each.type)) found.push(path);
    for (const [key, inner] of Object.entries(node.properties ?? {})) walk(inner, path === "" ? key : `${path}.${key}`);
    if (node.items) walk(node.items, `${path}[0]`);
  };
  walk(missionJsonSchema() as Node, "");
  return [...new Set(found)];
}
const textFields = fieldsOf(["string"]);
const numberFields = fieldsOf(["number", "integer"]);

const prototypeKeys = () => Object.getOwnPropertyNames(Object.prototype).sort().join();
const before = prototypeKeys();
afterEach(() => {
  expect(prototypeKeys()).toBe(before);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

const unseen = /[^\n\P{Cc}]|\p{Cf}/u;

/** Runs and holds the answer against the contract: 0 or 1, one JSON document, nothing that a terminal obeys. */
async function hold(argv: readonly string[], options: { folder: string }): Promise<number> {
  const { code, stdout, stderr } = await runHere([...argv, "--json"], options);
  const shown = `${argv.join(" ").slice(0, 200)} → ${code}: ${stderr.slice(0, 300)}`;
  expect([0, 1], shown).toContain(code);
  const document = JSON.parse(stdout);
  if (code === 1) expect(document.issues.length, shown).toBeGreaterThan(0);
  expect(unseen.test(stdout), shown).toBe(false);
  expect(unseen.test(stderr), shown).toBe(false);
  return code!;
}

describe("text", () => {
  test("every name in every text field, by --set: 0 or 1", async () => {
    const inside = makeFolder();
    writeFileSync(join(inside, "m.json"), JSON.stringify(full));
    expect(textFields).toContain("places[0].name");
    for (const field of textFields)
      for (const name of names) await hold(["check", "m.json", "--set", `${field}=${name}`], { folder: inside });
    expect(readdirSync(inside)).toEqual(["m.json"]);
  });

  test("every name as the mission's name in a file, through plan, table and report", async () => {
    let taken = 0;
    for (const name of names) {
      const inside = makeFolder();
      const document = { ...small, name, places: [{ name, latitudeDeg: 0, longitudeDeg: 0 }] };
      writeFileSync(join(inside, "m.json"), JSON.stringify(document));
      const code = await hold(["plan", "m.json"], { folder: inside });
      const { stdout } = await runHere(["plan", "m.json"], { folder: inside });
      expect(unseen.test(stdout)).toBe(false);
      const written = await runHere(["report", "m.json", "-o", "r.html"], { folder: inside });
      expect(written.code).toBe(code);
      expect(readdirSync(inside)).toEqual(code === 0 ? ["m.json", "r.html"] : ["m.json"]);
      if (code !== 0) continue;
      taken++;
      if (/[<>]/.test(name)) expect(readFileSync(join(inside, "r.html"), "utf8")).not.toContain(name);
    }
    expect(taken).toBeGreaterThan(5);
  });

  test("every name as a place and as an instant: 0 or 1", async () => {
    const inside = makeFolder();
    for (const name of names) {
      expect(await hold(["route", `--from=${name}`, "--to", "London"], { folder: inside })).toBe(1);
      expect(await hold(["propagate", `--from=${name}`], { folder: inside })).toBe(1);
    }
    expect(readdirSync(inside)).toEqual([]);
  });
});

describe("numbers", () => {
  test("every number in every numeric field, by --set: 0 or 1", async () => {
    const inside = makeFolder();
    writeFileSync(join(inside, "m.json"), JSON.stringify(full));
    expect(numberFields.length).toBeGreaterThan(40);
    let taken = 0;
    for (const field of numberFields)
      for (const number of numbers)
        if ((await hold(["check", "m.json", "--set", `${field}=${number}`], { folder: inside })) === 0) taken++;
    expect(taken).toBeGreaterThan(10);
  });

  test("every number as it stands in a file: 0 or 1", async () => {
    for (const number of numbers) {
      const inside = makeFolder();
      const text = JSON.stringify(full).replace('"altitudeKm":600', () => `"altitudeKm":${number}`);
      writeFileSync(join(inside, "m.json"), text);
      expect(await hold(["plan", "m.json"], { folder: inside }), number).toBe(1);
    }
  });

  test("every number behind every option: 0 or 1", async () => {
    const inside = makeFolder();
    const tiny = ["--set", "shells[0].planeCount=1", "--set", "shells[0].satellitesPerPlaneCount=2"];
    for (const number of numbers) {
      for (const flag of ["--altitude-km", "--inclination-deg", "--ltan-h", "--year"])
        await hold(["orbit", `${flag}=${number}`], { folder: inside });
      for (const flag of ["--step-s", "--count"]) {
        const { code } = await runHere(["propagate", ...tiny, `${flag}=${number}`, "--json"], { folder: inside });
        expect([0, 1], `${flag}=${number}`).toContain(code);
      }
      await hold(["route", "--from", "London", `--to=${number},${number}`], { folder: inside });
      expect((await runHere(["open", `--port=${number}x`], { folder: inside })).code).toBe(1);
    }
    expect(readdirSync(inside)).toEqual([]);
  });
});

test("every document as a mission file: 1, and as records: 1", async () => {
  const inside = makeFolder();
  for (const text of documents) {
    writeFileSync(join(inside, "m.json"), text);
    expect(await hold(["check", "m.json"], { folder: inside }), text.slice(0, 60)).toBe(1);
    expect(await hold(["propagate", "m.json"], { folder: inside }), text.slice(0, 60)).toBe(1);
  }
  expect(readdirSync(inside)).toEqual(["m.json"]);
});

test("a path that reaches for a prototype is refused", async () => {
  for (const path of [
    "__proto__.polluted=1",
    "constructor.prototype.polluted=1",
    "shells[0].__proto__.polluted=1",
    "shells.__proto__=1",
    "=1",
    "x",
    "",
    "shells[9999999999]=1",
    "a..b=1",
  ])
    expect(await hold(["check", "--set", path], { folder: "/" }), path).toBe(1);
});
