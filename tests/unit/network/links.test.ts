import { describe, expect, test } from "vitest";
import { type LinkLimits, linkLengthsKm, linkState } from "../../../engine/network/links.ts";

const positionsTemeKm = [7000, 0, 0, 7000, 1000, 0, -7000, 0, 0, Number.NaN, 0, 0, 0, 7000, 0];
const limits = { grazingAltitudeKm: 80 };

describe("a laser", () => {
  test("stands between neighbours", () =>
    expect(linkState({ positionsTemeKm, a: 0, b: 1, limits })).toEqual({ lengthKm: 1000, up: true }));

  test.each([
    [2, "Earth in the way"],
    [3, "no state"],
    [4, "Earth in the way"],
  ])("to satellite %d says: %s", (b, reason) =>
    expect(linkState({ positionsTemeKm, a: 0, b, limits })).toMatchObject({ up: false, reason }),
  );

  test("reaches its range and not a kilometre more", () => {
    expect(linkState({ positionsTemeKm, a: 0, b: 1, limits: { ...limits, rangeKm: 1000 } }).up).toBe(true);
    expect(linkState({ positionsTemeKm, a: 0, b: 1, limits: { ...limits, rangeKm: 999 } })).toMatchObject({
      up: false,
      reason: "out of range",
    });
  });

  test("is the same one by one and all at once", () => {
    const pairs = Uint32Array.from([0, 1, 0, 2, 0, 3, 0, 4, 1, 4]);
    for (const rangeKm of [undefined, 500, 1000]) {
      const lengthsKm = linkLengthsKm({ positionsTemeKm, pairs, limits: { ...limits, rangeKm } });
      lengthsKm.forEach((lengthKm, link) => {
        const one = linkState({
          positionsTemeKm,
          a: pairs[link * 2]!,
          b: pairs[link * 2 + 1]!,
          limits: { ...limits, rangeKm },
        });
        expect(lengthKm).toBe(one.up ? one.lengthKm : Number.POSITIVE_INFINITY);
      });
    }
  });
});

describe("a laser between moving satellites", () => {
  /** 0 and 1 fly abreast 100 km apart; 2 meets 0 head on; 3 passes below 0, at right angles; 4 is 0's mate in the shadow. */
  const sky = {
    positionsTemeKm: [7000, 0, 0, 7000, 0, 100, 7000, 100, 0, 6950, 0, 0, -7000, 0, 0, -7000, 0, 100],
    velocitiesTemeKmPerS: [0, 7.5, 0, 0, 7.5, 0, 0, -7.5, 0, 0, 0, 7.5, 0, -7.5, 0, 0, -7.5, 0],
    sunTemeUnit: [Math.cos(0.02), 0, Math.sin(0.02)] as const,
  };
  const state = (a: number, b: number, over: Partial<LinkLimits>) =>
    linkState({ ...sky, a, b, limits: { ...limits, ...over } });

  test("counter-rotating ends are across the seam, however near", () => {
    expect(state(0, 2, {}).up).toBe(true);
    expect(state(0, 2, { seamLimitDeg: 90 })).toEqual({ lengthKm: 100, up: false, reason: "polar seam" });
    expect(state(0, 1, { seamLimitDeg: 90 }).up).toBe(true);
  });

  test("the line of sight turns by the relative motion across it over the length", () => {
    // 7.5 √2 km/s square to 50 km: 0.212 rad/s, 12.15°/s.
    expect(state(0, 3, { slewLimitDegPerS: 12.2 }).up).toBe(true);
    expect(state(0, 3, { slewLimitDegPerS: 12.1 }).reason).toBe("slewing too fast");
    // Head on the direction stands still.
    expect(state(0, 2, { slewLimitDegPerS: 0.001 }).up).toBe(true);
  });

  test("the Sun blinds a receiver that looks at it, at either end, but not in the shadow", () => {
    const sunTemeUnit = [0, 0, 1] as const;
    const toward = (a: number, b: number, sunExclusionDeg: number) =>
      linkState({ ...sky, sunTemeUnit, a, b, limits: { ...limits, sunExclusionDeg } });
    expect(toward(0, 1, 5)).toMatchObject({ up: false, reason: "Sun in the receiver" });
    expect(toward(1, 0, 5).reason).toBe("Sun in the receiver");
    expect(toward(0, 2, 89).up).toBe(true);
    // Along the shadow's axis: 1.1° off the Sun's direction, behind the Earth.
    const behind = { positionsTemeKm: [-7000, 0, 0, -7100, 0, 0], sunTemeUnit: sky.sunTemeUnit };
    expect(linkState({ ...behind, a: 0, b: 1, limits: { ...limits, sunExclusionDeg: 5 } }).up).toBe(true);
  });

  test("too little light is told apart from the range", () => {
    expect(state(0, 1, { lightRangeKm: 99 }).reason).toBe("too little light");
    expect(state(0, 1, { lightRangeKm: 99, rangeKm: 98 }).reason).toBe("out of range");
  });

  test("asked for motion or Sun without them is our defect, and says so", () => {
    const { positionsTemeKm } = sky;
    expect(() => linkState({ positionsTemeKm, a: 0, b: 1, limits: { ...limits, seamLimitDeg: 90 } })).toThrow(
      "velocities",
    );
    expect(() => linkState({ positionsTemeKm, a: 0, b: 1, limits: { ...limits, sunExclusionDeg: 3 } })).toThrow("Sun");
  });

  test("all at once is the same as one by one", () => {
    const pairs = Uint32Array.from([0, 1, 0, 2, 0, 3, 1, 2, 4, 5]);
    const all = { ...limits, seamLimitDeg: 90, slewLimitDegPerS: 12, sunExclusionDeg: 5, lightRangeKm: 120 };
    const lengthsKm = linkLengthsKm({ ...sky, pairs, limits: all });
    const reasons = [...lengthsKm.keys()].map((link) => {
      const one = state(pairs[link * 2]!, pairs[link * 2 + 1]!, all);
      expect(lengthsKm[link]).toBe(one.up ? one.lengthKm : Number.POSITIVE_INFINITY);
      return one.reason;
    });
    expect(reasons).toEqual([undefined, "polar seam", "slewing too fast", "too little light", undefined]);
  });
});
