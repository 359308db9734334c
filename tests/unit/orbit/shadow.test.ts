import { describe, expect, test } from "vitest";
import { lightOf, PENUMBRA, SUNLIT, shadowMargins, UMBRA } from "../../../engine/orbit/shadow.ts";

const sun = { sunTemeUnit: [1, 0, 0] as const, distanceKm: 149597870.7 };

describe("two cones", () => {
  test("behind the Earth is dark, before it and beside it is light", () => {
    expect(lightOf({ x: -7000, y: 0, z: 0, ...sun })).toBe(UMBRA);
    expect(lightOf({ x: 7000, y: 0, z: 0, ...sun })).toBe(SUNLIT);
    expect(lightOf({ x: -7000, y: 0, z: 7000, ...sun })).toBe(SUNLIT);
  });

  test("at 7,000 km behind, the umbra narrows by 32 km and the penumbra widens by 33", () => {
    // Half-angles of the cones: (695700 ∓ 6378.137) / 1 au, over the distance behind the terminator.
    const lightAt = (z: number) => lightOf({ x: -7000, y: 0, z, ...sun });
    expect(lightAt(6378.137 - 32.5)).toBe(UMBRA);
    expect(lightAt(6378.137 - 32.0)).toBe(PENUMBRA);
    expect(lightAt(6378.137 + 32.7)).toBe(PENUMBRA);
    expect(lightAt(6378.137 + 33.1)).toBe(SUNLIT);
  });

  test("the quick answer for satellites far from the axis is the slow one's", () => {
    for (let step = 0; step < 4000; step++) {
      const angle = step * 0.61803;
      const radiusKm = 6400 + ((step * 7919) % 40000);
      const [x, y, z] = [
        radiusKm * Math.cos(angle),
        radiusKm * Math.sin(angle) * Math.cos(step),
        radiusKm * Math.sin(angle) * Math.sin(step),
      ];
      const { umbraRad, penumbraRad } = shadowMargins({ x, y, z, ...sun });
      expect(lightOf({ x, y, z, ...sun })).toBe(umbraRad < 0 ? UMBRA : penumbraRad < 0 ? PENUMBRA : SUNLIT);
    }
  });

  test("the umbra ends 1.38 million km out", () => {
    expect(lightOf({ x: -1.37e6, y: 0, z: 0, ...sun })).toBe(UMBRA);
    expect(lightOf({ x: -1.4e6, y: 0, z: 0, ...sun })).toBe(PENUMBRA);
  });
});
