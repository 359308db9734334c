import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, presetDocument, referenceMission } from "#engine";

const planWith = (document: unknown, ...overrides: string[]) => {
  const { mission, issues } = parseMission(overrideMission(document, overrides).document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};
const textOf = (id: string, ...given: Parameters<typeof planWith>) =>
  planWith(...given).findings.find((finding) => finding.id === id)?.text;

const walker = (over: object) => ({
  name: "W",
  altitudeKm: 600,
  inclinationDeg: 53,
  planeCount: 20,
  satellitesPerPlaneCount: 20,
  phasingCount: 1,
  raanSpreadDeg: 360,
  ...over,
});
const withShells = (...shells: object[]) => ({ ...(referenceMission as object), shells });

describe("satellites of one shell", () => {
  test("that come too near are said with their distance and the phasing that helps", () => {
    const close = withShells(walker({ phasingCount: 2 }));
    expect(planWith(close).shells[0]!.leastSeparationKm).toBeLessThan(3);
    expect(textOf("shell-separation", close)).toMatch(
      /^Satellites of W come nearer.*A phasingCount of \d+ keeps them \d/,
    );
    expect(textOf("shell-separation", close, "assumptions.separationLimitKm=0")).toBeUndefined();
  });

  test("are not told of where they are far apart, or close on purpose", () => {
    const wide = textOf("shell-separation", withShells(walker({ phasingCount: 2 })))!;
    const phasingCount = Number(/A phasingCount of (\d+)/.exec(wide)![1]);
    expect(textOf("shell-separation", withShells(walker({ phasingCount })))).toBeUndefined();
    expect(textOf("shell-separation", presetDocument("suncatcher"))).toBeUndefined();
    const clusters = { cluster: { satelliteCount: 7, spacingM: 100 } };
    expect(textOf("shell-separation", withShells(walker({ phasingCount, ...clusters })))).toBeUndefined();
    // Clusters in the same places are not close on purpose: one plane, each of its twenty a whole slot ahead.
    expect(
      textOf("shell-separation", withShells(walker({ raanSpreadDeg: 0, phasingCount: 20, ...clusters }))),
    ).toContain("0 km at the least");
  });
});

describe("shells that share a height", () => {
  const id = "shared-altitude";

  test("with different inclinations drift past each other", () => {
    const two = withShells(
      walker({ name: "A", phasingCount: 3 }),
      walker({ name: "B", inclinationDeg: 60, altitudeKm: 603 }),
    );
    // J2 lets B, nearer to the poles, fly 1.8 km higher yet.
    expect(textOf(id, two)).toMatch(
      /^A and B have planes that drift past each other, and where both pass their heights differ by 4.77 km at the least/,
    );
    expect(textOf(id, two, "shells[1].altitudeKm=605")).toBeUndefined();
    expect(textOf(id, two, "assumptions.separationLimitKm=4")).toBeUndefined();
    // And lower than A it meets A.
    expect(textOf(id, two, "shells[1].altitudeKm=598.23")).toContain("differ by 0 km at the least");
  });

  test("with one inclination are compared plane by plane", () => {
    const two = withShells(walker({ name: "A", phasingCount: 3 }), walker({ name: "B", phasingCount: 3 }));
    expect(textOf(id, two)).toMatch(/^A and B share height and inclination and come as near as 0 km/);
    // A third of the way to A's next plane the same lattice fits between.
    expect(textOf(id, two, "shells[1].raanDeg=6")).toBeUndefined();
  });

  test("three pairs are one sentence", () => {
    const [a, b, c] = ["A", "B", "C"].map((name, index) =>
      walker({ name, inclinationDeg: 40 + index, phasingCount: 3 }),
    );
    expect(textOf(id, withShells(a!, b!, c!))).toContain("so do 2 more pairs of shells");
  });
});

test("a mission's notes are repeated, and none where it has none", () => {
  expect(textOf("mission-notes", { ...(referenceMission as object), notes: ["One", "Two."] })).toBe(
    "Stated in the mission: One. Two.",
  );
  expect(textOf("mission-notes", referenceMission)).toBeUndefined();
});

test("a first node turns a Walker shell and moves neither distances nor means", () => {
  const plain = planWith(withShells(walker({}))).shells[0]!;
  const turned = planWith(withShells(walker({ raanDeg: 18 }))).shells[0]!;
  expect(turned.leastSeparationKm).toBe(plain.leastSeparationKm);
  // 18° is one plane: the same nodes, counted from another.
  expect(turned.sunlitFraction).toBeCloseTo(plain.sunlitFraction, 12);
  const half = planWith(withShells(walker({ raanDeg: 9 }))).shells[0]!;
  expect(half.longestEclipseS).not.toBe(plain.longestEclipseS);
});
