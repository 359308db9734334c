import { describe, expect, test } from "vitest";
import { exampleMissions, overrideMission, parseMission, planMission, referenceMission, resolveMission } from "#engine";

const parsed = (...sets: string[]) => parseMission(overrideMission(referenceMission, sets).document);
const planOf = (...sets: string[]) => {
  const { mission, issues } = parsed(...sets);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};
const findingOf = (id: string, ...sets: string[]) => planOf(...sets).findings.find((finding) => finding.id === id);

describe("the link budget", () => {
  test("adds up in decibels, and light and channels both limit the rate", () => {
    for (const sets of [[], ["shells[0].satellitesPerPlaneCount=12"], ["links.channelCount=1"]]) {
      const { links } = planOf(...sets);
      expect(links.receivedPowerDbm).toBeCloseTo(
        links.sentPowerDbm - links.opticsLossDb - links.pointingLossDb - links.spaceLossDb!,
        9,
      );
      expect(links.linkRateBps).toBe(Math.min(links.photonRateBps!, links.channelsRateBps));
    }
  });

  test("is drawn up at the mesh's longest link: along the plane, or across planes where that is farther", () => {
    const { links, shells } = planOf();
    expect(links.meshLinkKm).toBe(Math.max(shells[0]!.inPlaneNeighbourKm!, shells[0]!.crossPlaneNeighbourKm!));
    const ring = planOf("links.topology=ring");
    expect(ring.links.meshLinkKm).toBe(shells[0]!.inPlaneNeighbourKm);
    expect(ring.shells[0]).not.toHaveProperty("crossPlaneNeighbourKm");
    expect(planOf("links.topology=none").links).not.toHaveProperty("meshLinkKm");
  });

  test("a larger aperture pays for its pointing: there is a best one", () => {
    const rangeOf = (laserApertureM: number) =>
      planOf(`assumptions.laserApertureM=${laserApertureM}`).links.linkRangeKm ?? 0;
    expect(rangeOf(0.1)).toBeGreaterThan(rangeOf(0.05));
    expect(rangeOf(0.1)).toBeGreaterThan(rangeOf(0.4));
  });
});

describe("findings on lasers", () => {
  test("a mesh too wide for the announced rate is a warning with the rates", () => {
    const finding = findingOf("laser-rate", "shells[0].satellitesPerPlaneCount=12")!;
    expect(finding.severity).toBe("warning");
    expect(finding.text).toMatch(
      /Over the longest link of this mesh, 3\u2009612 km, one carries 160 Gbit\/s, a satellite 640 Gbit\/s\./,
    );
    expect(findingOf("laser-rate")!.severity).toBe("info");
  });

  test("channels that carry less than was announced are told", () => {
    expect(findingOf("laser-rate", "links.channelCount=2")!.text).toContain(
      "carries 800 Gbit/s at the most, not the announced 1 Tbit/s, 4 together to",
    );
  });

  test("a claimed link rate takes the place of the announced one", () => {
    const { mission } = parsed('satellite.claims=[{"name":"linkRateBps","value":2e12}]');
    expect(resolveMission(mission!).assumptions.announcedLinkRateBps).toBe(2e12);
    // Half the light for each bit: √2 nearer.
    expect(planMission(mission!).plan!.links.linkRangeKm! * Math.SQRT2).toBeCloseTo(planOf().links.linkRangeKm!, 1);
  });

  test("half of AI1's ring is 231 hops, 23.1 ms at 0.1 ms each", () => {
    expect(findingOf("hop-delay")!.text).toBe(
      "Routes count the light's time alone. Half a ring is 231 hops: 0.1 ms of switching in each would add 23.1 ms.",
    );
    const { links } = planOf("links.hopDelayMs=0.1");
    expect(links.halfRingDelayMs).toBeCloseTo(23.1, 9);
    expect(findingOf("hop-delay", "links.hopDelayMs=0.1")!.text).toContain("adds 23.1 ms to the light's time");
    expect(findingOf("hop-delay", "shells[0].satellitesPerPlaneCount=40")).toBeUndefined();
  });

  test("terminals that do not suffice, and those that the mass does not count", () => {
    expect(findingOf("laser-terminals")).toBeUndefined();
    expect(findingOf("laser-terminals", "links.terminalCount=3")!.text).toContain(
      "asks 4 terminals of a satellite, 3 are there",
    );
    expect(findingOf("laser-terminals", "links.topology=ring", "links.terminalCount=2")).toBeUndefined();
    expect(findingOf("laser-terminals", "links.terminalCount=5", "assumptions.laserTerminalCount=2")!.text).toBe(
      "The mesh uses 5 terminals, the mass counts 2.",
    );
  });

  test("terminals of the mesh alone are carried too, and weighed", () => {
    const { satellite } = planOf("links.terminalCount=6");
    expect(satellite.laserMassKg).toBe(75);
    expect(planOf("assumptions.laserTerminalCount=6").links.terminalCount).toBe(6);
  });

  test("planes too thin for any laser are told with both lengths", () => {
    expect(findingOf("laser-range", "shells[0].satellitesPerPlaneCount=6")!.text).toContain("6\u2009978 km apart");
    expect(findingOf("laser-range", "shells[0].satellitesPerPlaneCount=6", "links.topology=none")).toBeUndefined();
  });

  test("a lone satellite without a claim has nothing to say of lasers", () => {
    const { document } = exampleMissions.find(({ id }) => id === "iss-arrays")!;
    const { findings } = planMission(parseMission(document).mission!).plan!;
    expect(findings.filter(({ id }) => id.startsWith("laser"))).toEqual([]);
  });
});

describe("the mission's links", () => {
  test("take each name within its limits", () => {
    const messages = parsed(
      "links.topology=star",
      "links.terminalCount=4.5",
      "links.hopDelayMs=-1",
      "links.sunExclusionDeg=91",
    ).issues.map(({ message }) => message);
    expect(messages).toEqual([
      'links.topology: expected "grid" or "short-grid" or "ring" or "nearest" or "none", got "star"',
      "links.terminalCount: expected a whole number, 0 to 100, got 4.5",
      "links.sunExclusionDeg: expected 0 to 90 °, got 91",
      "links.hopDelayMs: expected 0 to 1000 ms, got -1",
    ]);
  });

  test("and assumptions never give one name twice", () => {
    expect(parsed("links.hopDelayMs=1", "assumptions.hopDelayMs=2").issues).toMatchObject([
      { path: "assumptions.hopDelayMs", allowed: "nothing, since links gives it" },
    ]);
    const either = [parsed("links.channelCount=2"), parsed("assumptions.channelCount=2")];
    for (const { mission } of either) expect(resolveMission(mission!).optics.channelCount).toBe(2);
  });
});
