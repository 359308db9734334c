import { describe, expect, test } from "vitest";
import { linkLengthsKm, linkState } from "../../../engine/network/links.ts";

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
