import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimWords, exampleMissions, overrideMission, parseMission, planMission, referenceMission } from "#engine";

const sheetOf = (id: string) => {
  const { document } = exampleMissions.find((each) => each.id === id)!;
  return planMission(parseMission(document).mission!).plan!;
};
type Claims = readonly { name: string; value: number; toleranceFraction?: number }[];
const parsed = (claims: Claims) =>
  parseMission(overrideMission(referenceMission, [`satellite.claims=${JSON.stringify(claims)}`]).document);
const planOf = (claims: Claims) => planMission(parsed(claims).mission!).plan!;
const closureOf = (claims: Claims) => planOf(claims).satellite.closure;

describe("AI1's sheet", () => {
  const { satellite, findings } = sheetOf("ai1-sheet");
  const claim = (name: string) => satellite.closure.claims.find((each) => each.name === name)!;
  const implied = (name: string) => satellite.closure.implied.find((each) => each.name === name)!;

  test("110 m² at 1,400 W/m² hold the peak, 1.027 of it", () => {
    expect(claim("radiatorAreaM2").verdict).toBe("holds");
    expect(claim("radiatorAreaM2").value / claim("radiatorAreaM2").derivedValue!).toBeCloseTo(1.0267, 3);
  });

  test("a 150 kW array against load plus losses contradicts", () => {
    expect(claim("arrayPowerW")).toMatchObject({ verdict: "contradicts", against: ["peakPowerW"] });
    expect(claim("arrayPowerW").derivedValue).toBeCloseTo(186.8e3, -2);
    expect(satellite.closure.closes).toBe(false);
    expect(findings.find(({ id }) => id === "claim-contradiction")?.text).toMatch(
      /Array power 150 kW against Peak load/,
    );
  });

  test("600 m², 18.4 %, 1.71 t and 1,450 km are implied, each with what it stands on", () => {
    expect(implied("solarAreaM2").value).toBeCloseTo(600, 9);
    expect(implied("impliedArrayEfficiencyFraction").value).toBeCloseTo(0.18369, 5);
    expect(implied("massKg")).toMatchObject({ from: ["specificPowerWPerKg", "sustainedPowerW"] });
    expect(implied("massKg").value).toBeCloseTo(1714.3, 1);
    expect(implied("peakRadiatorTemperatureK").value).toBeCloseTo(348.54, 1);
    expect(Math.abs(implied("linkRangeKm").value - 1450)).toBeLessThan(20);
  });

  test("no link is allowed more light than is sent, however near", () => {
    const rate = sheetOf("suncatcher").satellite.closure.claims.find(({ name }) => name === "linkRateBps")!;
    // 5 W of 1,550 nm through half of the optics at either end, 30 photons a bit.
    const sentBps = (5 / 4) * (1.55e-6 / (6.62607015e-34 * 299792458)) * (1 / 30);
    expect(rate).toMatchObject({ verdict: "holds", bound: "most" });
    expect(rate.derivedValue!).toBeLessThanOrEqual(sentBps);
  });

  test("what no relation reaches is unchecked, never held", () => {
    expect(claim("linkRateBps").verdict).toBe("unchecked");
    expect(claim("wingspanM").verdict).toBe("unchecked");
  });
});

describe("the other sheets", () => {
  test.each([
    ["iss-radiators", true, "radiatorMassKg", "holds"],
    ["iss-arrays", true, "arrayPowerW", "unchecked"],
    ["starcloud-5gw", true, "radiatorFluxWPerM2", "holds"],
    ["starlink-v2-mini", true, "solarFluxWPerM2", "holds"],
    ["starlink-v3", false, "massKg", "contradicts"],
    ["turyshev-1mw", true, "arrayPowerW", "holds"],
    ["suncatcher", true, "linkRateBps", "holds"],
  ] as const)("%s closes: %s; %s %s", (id, closes, name, verdict) => {
    const { closure } = sheetOf(id).satellite;
    expect(closure.claims.find((each) => each.name === name)?.verdict, JSON.stringify(closure, null, 1)).toBe(verdict);
    expect(closure.closes, JSON.stringify(closure.claims, null, 1)).toBe(closes);
  });
});

describe("claims", () => {
  test("none close and imply nothing", () => {
    expect(closureOf([])).toEqual({ closes: true, isChecked: false, claims: [], implied: [] });
  });

  test("of which none reaches another close without having been checked, and say so", () => {
    const alone = [{ name: "wingspanM", value: 70 }];
    expect(closureOf(alone)).toMatchObject({ closes: true, isChecked: false });
    expect(closureOf([...alone, { name: "chordM", value: 8 }])).toMatchObject({ isChecked: false });
    expect(closureOf([...alone, { name: "chordM", value: 8 }, { name: "solarAreaM2", value: 560 }]).isChecked).toBe(
      true,
    );
  });

  test("stand beside what the design itself has, with what they imply", () => {
    const { satellite, shells, campaign } = planOf([
      { name: "solarAreaM2", value: 500 },
      { name: "solarFluxWPerM2", value: 300 },
      { name: "altitudeKm", value: 500 },
      { name: "arrayArealMassKgPerM2", value: 1 },
      { name: "massSatellitesPerLaunchCount", value: 20 },
      { name: "linkRangeKm", value: 1e3 },
    ]);
    const of = (name: string) =>
      [...satellite.closure.claims, ...satellite.closure.implied].find((each) => each.name === name);
    expect(of("solarAreaM2")).toMatchObject({ value: 500, designValue: satellite.solarAreaM2 });
    expect(of("arrayPowerW")).toMatchObject({ value: 150e3, designValue: satellite.arrayPowerW });
    expect(of("altitudeKm")?.designValue).toBe(shells[0]!.altitudeKm);
    expect(of("arrayArealMassKgPerM2")?.designValue).toBeGreaterThan(0);
    expect(of("massSatellitesPerLaunchCount")?.designValue).toBe(campaign.massSatellitesPerLaunchCount);
  });

  test("that only a limit reaches say which side it is of", () => {
    const { claims } = closureOf([
      { name: "peakPowerW", value: 150e3 },
      { name: "sustainedPowerW", value: 120e3 },
      { name: "arrayPowerW", value: 150e3 },
    ]);
    expect(claims.map(({ name, verdict, bound }) => [name, verdict, bound])).toEqual([
      ["peakPowerW", "contradicts", "most"],
      ["sustainedPowerW", "holds", "most"],
      ["arrayPowerW", "contradicts", "least"],
    ]);
    expect(claims.map((claim) => claimWords(claim).others)).toEqual([
      expect.stringMatching(/^allow at most 1[12]\d kW$/),
      "allow at most 150 kW",
      expect.stringMatching(/^ask at least 18\d kW$/),
    ]);
  });

  test("an unknown name, a value that is none and a field too many are issues", () => {
    expect(parsed([{ name: "beauty", value: 1 }]).issues[0]?.path).toBe("satellite.claims[0].name");
    expect(parsed([{ name: "massKg", value: -1 }]).issues[0]?.path).toBe("satellite.claims[0].value");
  });

  test("the tolerance decides, and the finding goes with the contradiction", () => {
    const claims = (toleranceFraction?: number) => [
      { name: "arrayPowerW", value: 160e3, ...(toleranceFraction === undefined ? {} : { toleranceFraction }) },
      { name: "solarAreaM2", value: 600, toleranceFraction: 0.1 },
      { name: "solarFluxWPerM2", value: 250, toleranceFraction: 0.1 },
    ];
    expect(closureOf(claims()).claims[0]).toMatchObject({
      verdict: "contradicts",
      derivedValue: 150e3,
      against: ["solarAreaM2", "solarFluxWPerM2"],
    });
    expect(closureOf(claims(0.07)).closes).toBe(true);
    expect(planOf(claims(0.07)).findings.map(({ id }) => id)).not.toContain("claim-contradiction");
  });

  test("two claims of one name are compared", () => {
    const both = closureOf([
      { name: "massKg", value: 1000 },
      { name: "massKg", value: 2000 },
    ]);
    expect(both.claims.map(({ verdict, against }) => [verdict, against])).toEqual([
      ["contradicts", ["massKg"]],
      ["contradicts", ["massKg"]],
    ]);
  });

  test("permuting claims never changes a verdict", () => {
    const claims = (exampleMissions[2]!.document as { satellite: { claims: { name: string; value: number }[] } })
      .satellite.claims;
    const byName = (list: Claims) => Object.fromEntries(closureOf(list).claims.map((each) => [each.name, each]));
    const wanted = byName(claims);
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: claims.length }), (permuted) => {
        expect(byName(permuted)).toEqual(wanted);
      }),
      { numRuns: 30 },
    );
  });
});
