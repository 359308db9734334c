import { describe, expect, test } from "vitest";
import { exampleMissions, overrideMission, parseMission, planMission, referenceMission, writeReport } from "#engine";

const planOf = (document: unknown, ...overrides: string[]) => {
  const { mission, issues } = parseMission(overrideMission(document, overrides).document);
  expect(issues).toEqual([]);
  return planMission(mission!).plan!;
};
const ai1 = (...overrides: string[]) => planOf(referenceMission, ...overrides);
const sheetOf = (id: string) => exampleMissions.find((each) => each.id === id)!.document;
type Plan = ReturnType<typeof planOf>;
const textOf = ({ findings }: Plan, id: string) => findings.find((each) => each.id === id)?.text;

describe("a rack that the satellite cannot feed", () => {
  const rubin = ai1("satellite.rack=vr200-nvl72");

  test("serves what is fed of it, as so many of its chips would", () => {
    expect(rubin.satellite.fittingChipCount).toBe(46);
    expect(rubin.satellite.fedRackFraction).toBeCloseTo(120 / 190, 12);
    const part = ai1("satellite.rack=vr200-nvl72", "satellite.chipCount=46");
    // Both take 120 kW of chips that draw 190 kW a rack.
    expect(rubin.serving.satelliteTokensPerS / part.serving.satelliteTokensPerS).toBeCloseTo(1, 9);
    expect(rubin.serving.satelliteTokensPerS).toBeLessThan((rubin.serving.rackTokensPerS * 120) / 190);
  });

  test("spends a rack's energy on a token, not less, and its price is of the tokens that it serves", () => {
    expect(rubin.serving.energyJPerToken! * rubin.serving.rackTokensPerS).toBeCloseTo(190e3, 6);
    const { capitalUsd, yearlyUsd } = rubin.economics;
    expect(capitalUsd).toBe(ai1("satellite.rack=vr200-nvl72", "satellite.chipCount=46").economics.capitalUsd);
    expect(rubin.serving.priceUsdPerMTokens).toBeCloseTo(
      (yearlyUsd / (rubin.serving.fleetTokensPerS * 31557600)) * 1e6,
      12,
    );
  });

  test("the peak may bind before the sustained load; a rack that fits is fed whole", () => {
    expect(ai1("satellite.peakPowerW=120000").satellite.fedRackFraction).toBeCloseTo(120 / 142, 12);
    expect(ai1().satellite.fedRackFraction).toBe(1);
    expect(ai1("satellite.rack=h100-board").satellite.fedRackFraction).toBe(1);
  });
});

describe("season-power", () => {
  test("says both powers, new and aged, and stays while the aged one is short", () => {
    expect(textOf(ai1(), "season-power")).toMatch(/120 kW is not held.*after 5 years.*91\.9 kW.*new.*105 kW/);
    expect(textOf(ai1("satellite.sustainedPowerW=100000"), "season-power")).toMatch(/100 kW is not held.*91\.9 kW/);
    expect(textOf(ai1("satellite.sustainedPowerW=91000"), "season-power")).toBeUndefined();
  });

  test("in full sun it is the ageing alone", () => {
    const high = ai1("shells[0].altitudeKm=1800", "satellite.sustainedPowerW=130000");
    expect(high.satellite.worstPlaneEclipseS).toBe(0);
    expect(textOf(high, "season-power")).toMatch(/even in full sun/);
  });
});

describe("AI1's announcement", () => {
  const foreign = exampleMissions.filter(({ id }) => !["ai1-reference", "ai1-sheet", "starlink-550"].includes(id));

  test.each(foreign)("is not quoted on $id", ({ document }) => {
    const plan = planOf(document);
    expect(textOf(plan, "million-power")).toBeUndefined();
    expect(textOf(plan, "specific-power") ?? "").not.toContain("70 W/kg");
    const mission = parseMission(document).mission!;
    const row = writeReport({ mission, plan })
      .sections.flatMap(({ rows }) => rows)
      .find(({ name }) => name === "announcedSpecificPowerWPerKg");
    expect(row?.value).not.toBe(70);
  });

  test("a sheet's own figure and the mission's own are compared with", () => {
    expect(textOf(planOf(sheetOf("turyshev-1mw")), "specific-power") ?? "").not.toMatch(/announced (?!25 W)/);
    expect(
      textOf(planOf(sheetOf("iss-arrays"), "assumptions.announcedSpecificPowerWPerKg=60"), "specific-power"),
    ).toMatch(/not the announced 60 W\/kg.*100 chips of NVIDIA HGX H100, 8 GPUs, is/);
    expect(textOf(ai1("satellite.rack=h100-board"), "specific-power")).toBeUndefined();
    expect(textOf(planOf(sheetOf("ai1-sheet")), "million-power")).toMatch(/120 GW/);
  });

  test("one opponent asks, several ask, and a limit is called one", () => {
    const text = textOf(planOf(sheetOf("ai1-sheet")), "claim-contradiction")!;
    expect(text).toMatch(/against Peak load, which asks 18\d kW at the least/);
    expect(text).toMatch(/against Array power, which allows 120 kW at the most/);
  });
});
