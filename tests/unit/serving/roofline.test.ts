import { describe, expect, test } from "vitest";
import { models } from "../../../engine/facts/models.ts";
import { racks } from "../../../engine/facts/racks.ts";
import { rooflineDecode, serveFleet } from "../../../engine/serving/roofline.ts";

const decode = (changes: object = {}) =>
  rooflineDecode({
    ...racks["gb300-nvl72"],
    ...models["deepseek-r1"],
    contextTokens: 8192,
    achievedFraction: 0.25,
    ...changes,
  });

describe("rooflineDecode", () => {
  test("at a short context compute catches up with the weights at the batch optimum", () => {
    const short = decode({ contextTokens: 1, kvBytes: 1 });
    expect(short.computeS).toBeCloseTo(short.weightsS, 6);
  });

  test("the step is the larger of compute and of weights plus keys and values", () => {
    const long = decode();
    expect(long.stepS).toBe(long.weightsS + long.kvS);
    expect(long.stepS).toBeGreaterThan(long.computeS);
  });

  test("a longer context never serves more tokens", () => {
    let before = Number.POSITIVE_INFINITY;
    for (const contextTokens of [1, 100, 2000, 8192, 50000, 200000, 1e6]) {
      const { rackTokensPerS } = decode({ contextTokens });
      expect(rackTokensPerS).toBeLessThanOrEqual(before);
      before = rackTokensPerS;
    }
  });

  test("a context that fills the memory serves nothing rather than a fraction of a sequence", () => {
    expect(decode({ contextTokens: 1e9 })).toMatchObject({ batchCount: 0, rackTokensPerS: 0 });
  });

  test("the roofline lies above what was measured on GB300 (8,661 tokens/s a GPU, MLPerf v6.0, context of a few thousand)", () => {
    expect(decode({ contextTokens: 4000 }).idealTokensPerS).toBeGreaterThan(8661 * 72);
  });
});

test("half the power serves half the tokens at the same energy each", () => {
  const serve = (deliveredPowerW: number) =>
    serveFleet({ rackTokensPerS: 1000, fedRackFraction: 1, sustainedPowerW: 100, deliveredPowerW, satelliteCount: 10 });
  expect(serve(50).fleetTokensPerS).toBe(5000);
  expect(serve(50).energyJPerToken).toBe(serve(100).energyJPerToken);
});
