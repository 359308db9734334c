import { expect, test } from "vitest";
import { overrideMission } from "../../../engine/mission/override.ts";

const document = { shells: [{ altitudeKm: 600 }], name: "A" };

test("sets numbers, text and whole sections; the document itself stays", () => {
  const result = overrideMission(document, [
    "shells[0].altitudeKm=650",
    "name=B=C",
    "economics.rackUsd=1e6",
    'places=[{"name":"X"}]',
  ]);
  expect(result).toEqual({
    document: { shells: [{ altitudeKm: 650 }], name: "B=C", economics: { rackUsd: 1e6 }, places: [{ name: "X" }] },
    issues: [],
  });
  expect(document.shells[0]?.altitudeKm).toBe(600);
});

test("an absent list begins with its first entry", () => {
  expect(overrideMission(document, ["sites[0].name=A"])).toEqual({
    document: { ...document, sites: [{ name: "A" }] },
    issues: [],
  });
  expect(overrideMission(document, ["sites[1].name=A"]).issues).toHaveLength(1);
});

test("a list grows by its next entry only", () => {
  expect(overrideMission(document, ["shells[1].name=B"]).issues).toEqual([]);
  expect(overrideMission(document, ["shells[5].name=B"]).issues[0]?.path).toBe("shells[5].name");
});

test.each(["__proto__.x=1", "a.constructor.b=1", "novalue", "=1", "a..b=1", "a[x]=1", "a[-1]=1", "a[99999999]=1"])(
  "refuses %s",
  (override) => {
    expect(overrideMission(document, [override]).issues).toHaveLength(1);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  },
);
