import { describe, expect, test } from "vitest";
import {
  exampleMissions,
  leastSeparationKm,
  MAX_SATELLITE_COUNT,
  missionJsonSchema,
  parseMission,
  parseMissionText,
  referenceMission,
} from "#engine";

const shell = {
  name: "A",
  altitudeKm: 600,
  inclinationDeg: "sun-synchronous",
  planeCount: 1,
  satellitesPerPlaneCount: 1,
  ltanH: 18,
};
const document = (changes: object = {}) => ({
  format: "dawnline-mission/1",
  name: "Test",
  epoch: "2027-01-01T00:00:00Z",
  shells: [shell],
  ...changes,
});
const messages = (changes: object) => parseMission(document(changes)).issues.map(({ message }) => message);

describe("parseMission", () => {
  test("takes every example", () => {
    for (const example of exampleMissions) expect(parseMission(example.document).issues).toEqual([]);
  });

  test("gives a frozen mission", () => {
    const { mission } = parseMission(referenceMission);
    expect(Object.isFrozen(mission?.shells[0])).toBe(true);
  });

  test("says path, limits, unit and what was given", () => {
    expect(messages({ shells: [{ ...shell, altitudeKm: 100 }] })).toEqual([
      "shells[0].altitudeKm: expected 300 to 2000 km, got 100",
    ]);
    expect(parseMission(document({ shells: [{ ...shell, altitudeKm: 100 }] })).issues[0]).toMatchObject({
      path: "shells[0].altitudeKm",
      given: "100",
      allowed: "300 to 2000 km",
    });
  });

  test("gives all issues at once", () => {
    expect(
      messages({ epoch: "2027-02-30T00:00:00Z", colour: 1, shells: [{ ...shell, raan: 3, planeCount: 1.5 }] }),
    ).toEqual([
      expect.stringMatching(/^epoch: expected a UTC instant/),
      "shells[0].planeCount: expected a whole number, 1 to 2000000, got 1.5",
      "shells[0].raan: unknown field",
      "colour: unknown field",
    ]);
  });

  test("the widest phasing is a word that becomes its number", () => {
    const walker = { ...shell, inclinationDeg: 53, planeCount: 20, satellitesPerPlaneCount: 20 };
    const { ltanH: _, ...delta } = { ...walker, raanSpreadDeg: 360 };
    const { mission } = parseMission(document({ shells: [{ ...delta, phasingCount: "widest" }] }));
    const separationsKm = Array.from(
      { length: 20 },
      (_each, phasingCount) => leastSeparationKm({ ...mission!.shells[0]!, phasingCount })!,
    );
    expect(separationsKm[mission!.shells[0]!.phasingCount!]).toBe(Math.max(...separationsKm));
    expect(Math.max(...separationsKm)).toBeGreaterThan(300);
    expect(messages({ shells: [{ ...delta, phasingCount: "wide" }] })).toEqual([
      'shells[0].phasingCount: expected a whole number, 0 to 2000000, or "widest", got "wide"',
    ]);
    expect(messages({ shells: [{ ...delta, planeCount: 1001, phasingCount: "widest" }] })).toEqual([
      'shells[0].phasingCount: expected a number; "widest" is sought for designed shells of at most 1000 planes, got "widest"',
    ]);
  });

  test("null never stands for a field that is not given", () => {
    expect(messages({ satellite: { peakPowerW: null } })).toEqual([
      "satellite.peakPowerW: expected 1 to 100000000 W, got null",
    ]);
    expect(messages({ places: null })).toHaveLength(1);
  });

  test("a shell needs a node: local time or spread, not both", () => {
    const { ltanH: _, ...nodeless } = shell;
    expect(messages({ shells: [nodeless] })[0]).toMatch(/^shells\[0\]\.ltanH: expected ltanH for a local-time band/);
    expect(messages({ shells: [{ ...shell, raanSpreadDeg: 360 }] })[0]).toMatch(/^shells\[0\]\.raanSpreadDeg/);
    expect(
      messages({ shells: [{ name: "F", planeCount: 1, satellitesPerPlaneCount: 1, elementsFile: "fleet.tle" }] }),
    ).toEqual([]);
  });

  test("a cluster has a count and a spacing within their limits, and no elements file beside it", () => {
    const cluster = { satelliteCount: 81, spacingM: 100 };
    const withCluster = (given: unknown, over = {}) => messages({ shells: [{ ...shell, cluster: given, ...over }] });
    expect(withCluster(cluster)).toEqual([]);
    expect(withCluster({ ...cluster, satelliteCount: 0 })).toEqual([
      "shells[0].cluster.satelliteCount: expected a whole number, 1 to 10000, got 0",
    ]);
    expect(withCluster({ ...cluster, satelliteCount: 1.5 })[0]).toContain("a whole number, 1 to 10000");
    expect(withCluster({ ...cluster, spacingM: 5 })).toEqual([
      "shells[0].cluster.spacingM: expected 20 to 10000 m, got 5",
    ]);
    expect(withCluster({ satelliteCount: 10_000, spacingM: 10_000 })[0]).toContain("at most 10000 m radius");
    expect(withCluster({ satelliteCount: 81 })).toHaveLength(1);
    expect(withCluster(7)).toHaveLength(1);
    expect(withCluster(cluster, { elementsFile: "a.tle" })[0]).toMatch(/^shells\[0\]\.cluster: expected left out/);
    const many = { planeCount: 1000, satellitesPerPlaneCount: 1000, cluster: { satelliteCount: 3, spacingM: 100 } };
    expect(messages({ shells: [{ ...shell, ...many }] })).toEqual([
      `shells: expected at most ${MAX_SATELLITE_COUNT} satellites in all, got 3000000`,
    ]);
  });

  test("a first node belongs to a node spread, and notes are printable and few", () => {
    const { ltanH: _, ...nodeless } = shell;
    expect(messages({ shells: [{ ...nodeless, raanSpreadDeg: 360, raanDeg: 12 }] })).toEqual([]);
    expect(messages({ shells: [{ ...shell, raanDeg: 12 }] })[0]).toMatch(/^shells\[0\]\.raanDeg/);
    expect(messages({ notes: ["The split is ours."] })).toEqual([]);
    for (const notes of ["text", [""], ["\u202eevil"], ["x".repeat(501)], Array(21).fill("x")])
      expect(messages({ notes }), JSON.stringify(notes).slice(0, 30)).not.toEqual([]);
  });

  test("an elements file stays below the document", () => {
    for (const elementsFile of [
      "../x.tle",
      "/etc/passwd",
      "a/../../x",
      "C:\\x",
      "~/.ssh/x",
      "",
      "a//b",
      "..",
      "a\u0000b",
    ])
      expect(messages({ shells: [{ ...shell, elementsFile }] }), elementsFile).not.toEqual([]);
  });

  test("a thousand million satellites are refused at once", () => {
    const issues = messages({ shells: [{ ...shell, planeCount: 40000, satellitesPerPlaneCount: 25000 }] });
    expect(issues).toEqual([`shells: expected at most ${MAX_SATELLITE_COUNT} satellites in all, got 1000000000`]);
  });

  test("a price stands in one place", () => {
    expect(messages({ economics: { rackUsd: 1e6 }, assumptions: { rackUsd: 2e6 } })[0]).toMatch(
      /^assumptions\.rackUsd/,
    );
  });

  test("names may not hide what they are", () => {
    for (const name of ["", "   ", "\u202eevil", "\u200b", "a\u0000b", "\u001b[31mred", "x".repeat(201), "\ud800"])
      expect(messages({ name }), JSON.stringify(name)).not.toEqual([]);
    expect(messages({ name: "<script>alert(1)</script>" })).toEqual([]);
  });
});

describe("parseMissionText", () => {
  test("drops a byte-order mark", () => {
    expect(parseMissionText(`\ufeff${JSON.stringify(document())}`).issues).toEqual([]);
  });

  test.each(['{"a":1,}', "{a:1}", "", "[1,2", "null", "[]", "0", '"x"', "// c\n{}", '{"a":NaN}', "[".repeat(100000)])(
    "refuses %j as no mission",
    (text) => {
      expect(parseMissionText(text.slice(0, 200000)).mission).toBeUndefined();
    },
  );

  test("refuses prototype names, deep nests and long texts without harm", () => {
    expect(parseMissionText('{"__proto__":{"polluted":1}}').issues[0]?.message).toMatch(/__proto__: unknown field/);
    expect(parseMissionText('{"constructor":{"prototype":{"polluted":1}}}').mission).toBeUndefined();
    expect(parseMissionText(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`).issues[0]?.allowed).toMatch(/levels/);
    expect(parseMissionText(`{"name":"${"x".repeat(5_000_000)}"}`).issues[0]?.allowed).toMatch(/characters/);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

test("the JSON Schema carries limits and units", () => {
  const schema = missionJsonSchema() as unknown as {
    properties: { shells: { items: { properties: Record<string, Record<string, unknown>> } } };
  };
  expect(schema.properties.shells.items.properties["altitudeKm"]).toMatchObject({
    minimum: 300,
    maximum: 2000,
    unit: "km",
    title: "Altitude",
  });
});
