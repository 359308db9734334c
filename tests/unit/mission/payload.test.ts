import { describe, expect, test } from "vitest";
import { overrideMission, parseMission, planMission, racks, referenceMission, resolveMission, sources } from "#engine";

const missionOf = (...overrides: string[]) => {
  const { document, issues } = overrideMission(referenceMission, overrides);
  expect(issues).toEqual([]);
  return parseMission(document);
};
const planOf = (...overrides: string[]) => planMission(missionOf(...overrides).mission!).plan!;
const found = (id: string, ...overrides: string[]) =>
  planOf(...overrides).findings.find((finding) => finding.id === id);

describe("payloads", () => {
  test.each(Object.entries(racks))("%s has figures that hang together, each with its source", (id, rack) => {
    expect(rack.rackPeakPowerW).toBeGreaterThanOrEqual(rack.rackSustainedPowerW);
    const rates = ["fp4Flops", "fp8Flops", "bf16Flops"].flatMap(
      (name) => (rack as Record<string, unknown>)[name] ?? [],
    );
    expect(rates.length).toBeGreaterThan(0);
    for (const source of [rack.source, rack.powerSource, rack.massSource]) expect(sources).toHaveProperty([source]);
    const { serving } = planOf(`satellite.rack=${id}`);
    expect(Number.isFinite(serving.batchOptimumCount)).toBe(true);
  });

  test("a Rubin rack does not fit 150 kW: 46 of its 72 GPUs do, and then it fits", () => {
    const rubin = found("rack-power", "satellite.rack=vr200-nvl72");
    expect(rubin?.severity).toBe("error");
    expect(rubin?.text).toMatch(/72 chips .* draw 230 kW .* do not fit the 150 kW .*: 46 of them do/);
    expect(found("rack-power", "satellite.rack=vr200-nvl72", "satellite.chipCount=46")).toBeUndefined();
    expect(found("rack-power")).toBeUndefined();
  });

  test("a board on a satellite of 150 kW idles and says how many would use it", () => {
    expect(found("rack-idle", "satellite.rack=h100-board")?.text).toMatch(/214 of them would use it/);
    expect(found("rack-idle", "satellite.rack=h100-board", "satellite.chipCount=214")).toBeUndefined();
  });

  test("part of a rack has its share of rate, memory, power and mass", () => {
    const whole = resolveMission(missionOf("satellite.rack=gb300-nvl72").mission!);
    const half = resolveMission(missionOf("satellite.chipCount=36").mission!);
    expect(half.rack.payload.fp4Flops).toBe(whole.rack.payload.fp4Flops! / 2);
    expect(half.rack.payload.rackPeakPowerW).toBe(71e3);
    expect(half.assumptions.rackMassKg).toBe(680);
    expect(half.because["chipCount"]).toEqual({ given: "mission" });
  });

  test("a custom payload is the mission's own, and only with rack custom", () => {
    const { satellite, serving } = planOf(
      "satellite.rack=custom",
      'satellite.customRack={"chipCount":100,"fp4Flops":1e18,"rackPeakPowerW":90000}',
    );
    expect(satellite).toMatchObject({ chipCount: 100, fp4Flops: 1e18, rackPeakPowerW: 90e3 });
    expect(serving.machineBalanceRatio).toBeCloseTo((1e18 * 0.5) / (2 * 576e12), 9);
    expect(missionOf('satellite.customRack={"chipCount":100}').issues.map(({ path }) => path)).toEqual([
      "satellite.customRack",
    ]);
  });

  test("swings of 1.4 times the steady state", () => {
    expect(planOf().satellite.rackTransientPowerW).toBeCloseTo(168e3, 6);
  });
});
