import { describe, expect, test } from "vitest";
import { expectOverSkies, mostSkyCount, type UnderSky } from "../../../engine/network/skies.ts";

/** Traffic fills the stations in order, the first that are clear first, each up to its own capacity. */
const fillInOrder = (offeredBps: number, capacitiesBps: readonly number[]) => {
  const asked: string[] = [];
  function* under(isShut: readonly boolean[]): Generator<void, UnderSky> {
    asked.push(isShut.map(Number).join(""));
    let leftBps = offeredBps;
    const isUsed = capacitiesBps.map((capacityBps, station) => {
      if (isShut[station] || leftBps === 0) return false;
      leftBps -= Math.min(leftBps, capacityBps);
      return true;
    });
    return { carriedBps: offeredBps - leftBps, isUsed };
  }
  const carriedBps = (isShut: readonly boolean[]) =>
    Math.min(
      offeredBps,
      capacitiesBps.reduce((sum, each, station) => sum + (isShut[station] ? 0 : each), 0),
    );
  return { under, carriedBps, asked };
};
function run(work: ReturnType<typeof expectOverSkies<void>>) {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const skiesOf = (count: number) =>
  Array.from({ length: 2 ** count }, (_, bits) => Array.from({ length: count }, (__, at) => ((bits >> at) & 1) === 1));

describe("what is expected under clouds", () => {
  const clearFractions = [0.3, 0.8, 0.64, 0.69, 0.5];
  const capacitiesBps = [40, 30, 20, 10, 5];

  test.each([20, 55, 90, 200])("of %d bit/s is the sum over all skies, each by its probability", (offeredBps) => {
    const { under, carriedBps, asked } = fillInOrder(offeredBps, capacitiesBps);
    const { independentBps, isDrawn, skyCount } = run(expectOverSkies({ clearFractions, under, seed: 1 }));
    const expectedBps = skiesOf(5).reduce((sum, isShut) => {
      const probability = isShut.reduce(
        (product, shut, station) => product * (shut ? 1 - clearFractions[station]! : clearFractions[station]!),
        1,
      );
      return sum + probability * carriedBps(isShut);
    }, 0);
    expect(Math.abs(independentBps - expectedBps)).toBeLessThan(1e-9 * offeredBps);
    expect(isDrawn).toBe(false);
    // No sky is routed twice, and stations that carry nothing are not asked about.
    expect(new Set(asked).size).toBe(asked.length);
    expect(skyCount).toBe(asked.length);
    expect(skyCount).toBeLessThanOrEqual(mostSkyCount(5));
  });

  test("under one sky it is the integral over how clear that is, and never more than of independent skies", () => {
    const { under, carriedBps } = fillInOrder(60, capacitiesBps);
    const { independentBps, sharedBps } = run(expectOverSkies({ clearFractions, under, seed: 1 }));
    const steps = 1000;
    let integralBps = 0;
    for (let step = 0; step < steps; step++)
      integralBps += carriedBps(clearFractions.map((clear) => (step + 0.5) / steps >= clear)) / steps;
    // Edges of the skies lie on whole thousandths.
    expect(sharedBps).toBeCloseTo(integralBps, 9);
    expect(sharedBps).toBeLessThan(independentBps);
  });

  test("skies that are always clear or never are certain", () => {
    const { under } = fillInOrder(60, capacitiesBps);
    const all = run(expectOverSkies({ clearFractions: [1, 1, 1, 1, 1], under, seed: 1 }));
    expect(all).toMatchObject({ independentBps: 60, sharedBps: 60, skyCount: 1 });
    const none = run(expectOverSkies({ clearFractions: [0, 0, 0, 0, 0], under, seed: 1 }));
    expect(none).toMatchObject({ independentBps: 0, sharedBps: 0 });
  });

  test("of more than six stations 64 skies are drawn by seed, near the true mean", () => {
    const many = Array.from({ length: 12 }, () => 0.6);
    const { under } = fillInOrder(120, Array(12).fill(10));
    const drawn = run(expectOverSkies({ clearFractions: many, under, seed: 7 }));
    expect(drawn.isDrawn).toBe(true);
    // A binomial of 12 × 10 bit/s: mean 72, deviation 17 of one sky, 2.1 of the mean of 64.
    expect(Math.abs(drawn.independentBps - 72)).toBeLessThan(4 * 2.2);
    expect(run(expectOverSkies({ clearFractions: many, under, seed: 7 }))).toMatchObject({
      independentBps: drawn.independentBps,
    });
  });
});
