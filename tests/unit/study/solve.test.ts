import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, referenceMission, solveMission } from "#engine";

const planOf = (...overrides: string[]) =>
  planMission(parseMission(overrideMission(referenceMission, overrides).document).mission!).plan!;
const reach = (input: string, output: string, value: number) =>
  solveMission({ document: referenceMission, input, goal: { output, value } });
const close = (input: string, finding: string) =>
  solveMission({ document: referenceMission, input, goal: { finding } });

describe("what must be true", () => {
  test("an output reaches its value at every root", () => {
    const { solution } = reach("satellite.radiatorFluxWPerM2", "radiatorAreaM2", 200);
    expect(solution?.reachable).toBe(true);
    expect(solution?.roots).toHaveLength(1);
    expect(solution?.roots[0]).toBeCloseTo(750, 6);
  });

  test("a curve that turns has two roots", () => {
    const { solution } = reach("shells[0].ltanH", "meanArrayDragAreaM2", 200);
    expect(solution!.roots.length).toBeGreaterThanOrEqual(2);
    for (const root of solution!.roots)
      expect(planOf(`shells[0].ltanH=${root}`).satellite.meanArrayDragAreaM2).toBeCloseTo(200, 3);
  });

  test("out of reach: the closest value, and no root", () => {
    const { solution } = reach("satellite.solarFluxWPerM2", "solarAreaM2", 1);
    expect(solution).toMatchObject({ reachable: false, roots: [], closestInputValue: 1000 });
    expect(solution?.closestValue).toBeCloseTo(150, 9);
  });

  test("whole numbers stay whole, and a jump over the goal is no root", () => {
    const { solution } = reach("assumptions.laserTerminalCount", "laserMassKg", 131);
    expect(solution).toMatchObject({ reachable: false, roots: [], closestInputValue: 10, closestValue: 125 });
  });

  test("a finding closes at the root and is open just beyond", () => {
    const { solution } = close("satellite.announcedSolarAreaM2", "peak-margin");
    expect(solution?.roots[0]).toBeCloseTo(planOf().satellite.closingSolarAreaM2, 3);
    const found = (area: number) =>
      planOf(`satellite.announcedSolarAreaM2=${area}`).findings.some(({ id }) => id === "peak-margin");
    expect(found(solution!.roots[0]!)).toBe(false);
    expect(found(solution!.roots[0]! * (1 - 1e-9))).toBe(true);
  });

  test("a finding that nothing of this closes is not reachable", () => {
    const { peakMarginW } = planOf().satellite;
    const { solution } = close("satellite.wingspanM", "peak-margin");
    expect(solution).toMatchObject({
      reachable: false,
      roots: [],
      closes: [],
      closestName: "peakMarginW",
      limitValue: 0,
    });
    // The span moves nothing here: of like points the one nearest to today's 70 m, as far as the scan's step.
    expect(solution?.closestValue).toBeCloseTo(peakMarginW, 6);
    expect(planOf(`satellite.wingspanM=${solution?.closestInputValue}`).satellite.peakMarginW).toBeCloseTo(
      peakMarginW,
      6,
    );
    expect(Math.abs(solution!.closestInputValue! - 70)).toBeLessThan(10);
  });

  test("out of reach of a finding: the least shortfall is that of no other point", () => {
    const { solution } = close("assumptions.radiatorEmissivityFraction", "memory-limit");
    expect(solution).toMatchObject({ reachable: false, closestName: "chipTemperatureK", limitValue: 368.15 });
    const at = (value: number) => planOf(`assumptions.radiatorEmissivityFraction=${value}`).satellite.chipTemperatureK;
    expect(at(solution!.closestInputValue!)).toBe(solution!.closestValue);
    for (const value of [0.3, 0.6, 0.9]) expect(at(value)).toBeGreaterThanOrEqual(solution!.closestValue!);
  });

  test("each edge says its side, and the nearest value that closes is told", () => {
    const below = close("satellite.sustainedPowerW", "season-power").solution!;
    expect(below).toMatchObject({ reachable: true, closes: ["below"] });
    expect(below.closestInputValue).toBe(below.roots[0]);
    const aged = planOf(`satellite.sustainedPowerW=${below.roots[0]}`).satellite;
    // What the goal seek gives the aged satellite holds, to a watt.
    expect(aged.continuousPowerW - below.roots[0]!).toBeGreaterThan(-1e-3);
    const above = close("satellite.announcedSolarAreaM2", "peak-margin").solution!;
    expect(above.closes).toEqual(["above"]);
    expect(close("satellite.radiatorFluxWPerM2", "rack-power").solution).toMatchObject({
      reachable: true,
      roots: [],
      closestInputValue: 1400,
    });
  });

  test("a path that is no number, an unknown output, an unknown finding are issues", () => {
    expect(close("satellite.rack", "peak-margin").issues[0]?.path).toBe("--input");
    expect(close("satellite.altitudeKm", "peak-margin").issues[0]?.path).toBe("satellite.altitudeKm");
    expect(close("satellite.wingspanM", "beauty").issues[0]?.path).toBe("--finding");
    expect(reach("satellite.wingspanM", "beauty", 1).issues[0]?.path).toBe("--output");
  });
});
