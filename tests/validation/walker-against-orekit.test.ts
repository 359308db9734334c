import { describe, expect, test } from "vitest";
import { parseInstant } from "../../engine/geometry/instant.ts";
import { designElements, elementsOf } from "../../engine/orbit/walker.ts";
import { hasReference, readReference } from "./reference.ts";

const epoch = parseInstant("2027-03-01T00:00:00Z")!;
/** Multiplication in another order. */
const ANGLE_TOLERANCE_DEG = 1e-10;

describe("Walker patterns", () => {
  /** Orekit's WalkerConstellationTest (fe4aee8): 56°, 24/3/1 steps by 120° of node, 45° in plane, 15° from plane to plane. */
  test("24/3/1 as Orekit has it", () => {
    const shell = designElements(
      {
        altitudeKm: 1000,
        inclinationDeg: 56,
        planeCount: 3,
        satellitesPerPlaneCount: 8,
        phasingCount: 1,
        raanSpreadDeg: 360,
      },
      epoch,
    );
    for (let plane = 0; plane < 3; plane++)
      for (let slot = 0; slot < 8; slot++) {
        const { raanDeg, meanAnomalyDeg } = elementsOf(shell, plane, slot);
        expect(raanDeg).toBeCloseTo(120 * plane, 10);
        expect(meanAnomalyDeg).toBeCloseTo((45 * slot + 15 * plane) % 360, 10);
      }
  });

  type Pattern = {
    planes: number;
    per_plane: number;
    F: number;
    type: "delta" | "star";
    samples: { plane: number; slot: number; raan_deg: number; phase_deg: number }[];
  };
  test.skipIf(!hasReference)("thirty random patterns (needs the reference files beside the project)", () => {
    for (const { planes, per_plane, F, type, samples } of readReference<{ walker: Pattern[] }>(
      "vectors/closed_form.json",
    ).walker) {
      const shell = designElements(
        {
          altitudeKm: 600,
          inclinationDeg: 50,
          planeCount: planes,
          satellitesPerPlaneCount: per_plane,
          phasingCount: F,
          raanSpreadDeg: type === "star" ? 180 : 360,
        },
        epoch,
      );
      for (const { plane, slot, raan_deg, phase_deg } of samples) {
        const elements = elementsOf(shell, plane, slot);
        expect(Math.abs(elements.raanDeg - raan_deg)).toBeLessThan(ANGLE_TOLERANCE_DEG);
        expect(Math.abs(elements.meanAnomalyDeg - phase_deg)).toBeLessThan(ANGLE_TOLERANCE_DEG);
      }
    }
  });
});
