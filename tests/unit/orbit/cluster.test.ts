import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { clusterNeighbours, clusterRadiusM, hexagonalLattice } from "../../../engine/orbit/cluster.ts";
import { meanSemiMajorAxisKm } from "../../../engine/orbit/elements.ts";
import { makeRecord, propagateState } from "../../../engine/orbit/propagate.ts";
import { designedSquadron } from "../../../engine/orbit/squadron.ts";
import { designElements } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const suncatcher = {
  altitudeKm: 650,
  inclinationDeg: "sun-synchronous",
  planeCount: 1,
  satellitesPerPlaneCount: 1,
  ltanH: 18,
  cluster: { satelliteCount: 81, spacingM: 100 },
} as const;

describe("the lattice", () => {
  test("has the points nearest to its centre, each once, the centre first and no centroid but it", () => {
    for (const count of [1, 7, 19, 37, 61, 81, 91, 1001]) {
      const points = hexagonalLattice(count);
      expect(points[0]).toEqual([0, 0]);
      expect(new Set(points.map(String)).size).toBe(count);
      expect(points.reduce(([q, r], [dq, dr]) => [q + dq, r + dr], [0, 0])).toEqual([0, 0]);
    }
    // Full rings: 91 is five of them, so the 92nd point is farther out.
    expect(clusterRadiusM({ satelliteCount: 91, spacingM: 100 })).toBe(500);
    expect(clusterRadiusM({ satelliteCount: 92, spacingM: 100 })).toBeGreaterThan(500);
    expect(clusterRadiusM({ satelliteCount: 81, spacingM: 100 })).toBeCloseTo(100 * Math.sqrt(21), 10);
  });

  test("full rings of k have 9 k² + 3 k neighbouring pairs", () => {
    for (const ring of [1, 2, 5]) {
      const pairs = clusterNeighbours(3 * ring * (ring + 1) + 1);
      expect(pairs.length / 2).toBe(9 * ring * ring + 3 * ring);
    }
  });
});

/** Satellites of a squadron at a time, [count × 3], km. */
const positionsAt = (squadron: ReturnType<typeof designedSquadron>, minutes: number) =>
  Array.from({ length: squadron.satelliteCount }, (_, index) => {
    const state = propagateState(squadron.recordOf(index), minutes);
    if ("reason" in state) throw new Error(state.reason);
    return state.positionTemeKm;
  });

/** Asked for: within 1 km of the centroid; neighbours 98 to 204 m apart (100 and 200 by the lattice, the rest is J2 and e²). */
test("81 satellites stay within 1 km of their centroid and 98 to 204 m from their neighbours over a day of SGP4", () => {
  const squadron = designedSquadron(designElements(suncatcher, epoch));
  const pairs = clusterNeighbours(81);
  expect(squadron.satelliteCount).toBe(81);
  let farthestKm = 0;
  let [nearestKm, widestKm] = [Number.POSITIVE_INFINITY, 0];
  // 7 minutes is no fraction of the 97.7 minutes of an orbit.
  for (let minutes = 0; minutes <= 1440; minutes += 7) {
    const positions = positionsAt(squadron, minutes);
    const centroid = [0, 1, 2].map((axis) => positions.reduce((sum, each) => sum + each[axis]!, 0) / 81);
    for (const [x, y, z] of positions)
      farthestKm = Math.max(farthestKm, Math.hypot(x - centroid[0]!, y - centroid[1]!, z - centroid[2]!));
    for (let row = 0; row < pairs.length; row += 2) {
      const [a, b] = [positions[pairs[row]!]!, positions[pairs[row + 1]!]!];
      const apartKm = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
      nearestKm = Math.min(nearestKm, apartKm);
      widestKm = Math.max(widestKm, apartKm);
    }
  }
  expect(farthestKm).toBeLessThan(1);
  expect(farthestKm).toBeGreaterThan(0.9);
  expect(nearestKm).toBeGreaterThan(0.098);
  expect(widestKm).toBeLessThan(0.204);
  expect(widestKm).toBeGreaterThan(0.196);
});

test("all members have one semi-major axis, and each shared record gives what a record of its own gives", () => {
  const shell = { ...suncatcher, planeCount: 3, satellitesPerPlaneCount: 4, phasingCount: 2 };
  const squadron = designedSquadron(designElements(shell, epoch));
  expect(squadron.satelliteCount).toBe(3 * 4 * 81);
  for (let index = squadron.satelliteCount - 1; index >= 0; index -= 7) {
    const elements = squadron.elementsOf(index);
    // 1e-9 km: a micrometre, which is 1e-7 m of drift in a day.
    expect(Math.abs(meanSemiMajorAxisKm(elements) - (6378.135 + 650))).toBeLessThan(1e-9);
    const own = propagateState(makeRecord(elements), 333.3);
    expect(own).not.toHaveProperty("reason");
    expect(propagateState(squadron.recordOf(index), 333.3)).toEqual(own);
  }
});
