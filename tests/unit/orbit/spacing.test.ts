import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { propagateInto } from "../../../engine/orbit/propagate.ts";
import {
  leastSeparationKm,
  PERIODIC_TERMS_KM,
  separationBetweenKm,
  widestPhasing,
} from "../../../engine/orbit/spacing.ts";
import { designedSquadron } from "../../../engine/orbit/squadron.ts";
import { designElements, elementsOf, type WalkerShell } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const RAD = Math.PI / 180;
const RADIUS_KM = 6378.135;

/** Unit vector of a satellite on its circle, `turn` after the epoch. */
function placeOf(
  { raanDeg, inclinationDeg, meanAnomalyDeg }: { raanDeg: number; inclinationDeg: number; meanAnomalyDeg: number },
  turn: number,
) {
  const [node, tilt, phase] = [raanDeg * RAD, inclinationDeg * RAD, meanAnomalyDeg * RAD + turn];
  const [c, s] = [Math.cos(phase), Math.sin(phase)];
  return [
    c * Math.cos(node) - s * Math.cos(tilt) * Math.sin(node),
    c * Math.sin(node) + s * Math.cos(tilt) * Math.cos(node),
    s * Math.sin(tilt),
  ] as const;
}

const satellitesOf = (shell: WalkerShell) => {
  const design = designElements(shell, epoch);
  return Array.from({ length: shell.planeCount * shell.satellitesPerPlaneCount }, (_, index) =>
    elementsOf(design, Math.floor(index / shell.satellitesPerPlaneCount), index % shell.satellitesPerPlaneCount),
  );
};

/** Half the orbit in this many steps: the distance is an ellipse's radius, so the least is off by at most (π ⁄ steps)² ⁄ 2 of the radius. */
const STEPS = 1440;

/** Every pair of two lists at every step; `all` includes pairs of one list. */
function bruteForceKm(first: ReturnType<typeof satellitesOf>, second: typeof first, altitudeKm: number) {
  let least = 4;
  for (let step = 0; step < STEPS; step++) {
    const turn = (Math.PI * step) / STEPS;
    const places = first.map((each) => placeOf(each, turn));
    const others = second === first ? places : second.map((each) => placeOf(each, turn));
    places.forEach((a, index) => {
      for (let other = second === first ? index + 1 : 0; other < others.length; other++) {
        const b = others[other]!;
        least = Math.min(least, (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
      }
    });
  }
  return Math.sqrt(least) * (RADIUS_KM + altitudeKm);
}

const delta = {
  altitudeKm: 600,
  inclinationDeg: 53,
  planeCount: 6,
  satellitesPerPlaneCount: 5,
  phasingCount: 1,
  raanSpreadDeg: 360,
};
const shells: readonly (readonly [string, WalkerShell])[] = [
  ["a delta", delta],
  ["a delta without phasing", { ...delta, phasingCount: 0 }],
  ["a retrograde delta", { ...delta, inclinationDeg: 148, phasingCount: 4 }],
  [
    "an even count of planes, whose opposite planes meet",
    { ...delta, planeCount: 8, satellitesPerPlaneCount: 3, phasingCount: 5 },
  ],
  ["a star", { ...delta, inclinationDeg: 86.4, altitudeKm: 780, raanSpreadDeg: 180, phasingCount: 3 }],
  ["an equatorial ring", { ...delta, inclinationDeg: 0, planeCount: 4, phasingCount: 1 }],
  ["one satellite a plane", { ...delta, planeCount: 23, satellitesPerPlaneCount: 1, phasingCount: 7 }],
  ["one plane", { ...delta, planeCount: 1, satellitesPerPlaneCount: 24, phasingCount: 0 }],
  [
    "a band of local times",
    {
      altitudeKm: 600,
      inclinationDeg: "sun-synchronous",
      planeCount: 5,
      satellitesPerPlaneCount: 7,
      ltanH: 18,
      ltanSpreadH: 2,
      phasingCount: 9,
    },
  ],
];

describe("least separation of a shell", () => {
  test.each(shells)(
    "%s: as every pair at every step",
    (_, shell) => {
      const exactKm = leastSeparationKm(shell)!;
      const satellites = satellitesOf(shell);
      const sampledKm = bruteForceKm(satellites, satellites, shell.altitudeKm!);
      // Samples lie above the least, by at most the half step's chord (π ⁄ 2 STEPS of 7,000 km) taken in quadrature.
      expect(sampledKm).toBeGreaterThan(exactKm - 1e-6);
      expect(sampledKm).toBeLessThan(Math.hypot(exactKm, ((RADIUS_KM + 780) * Math.PI) / STEPS));
    },
    60_000,
  );

  test("is zero where planes coincide, and none for one satellite", () => {
    expect(leastSeparationKm({ ...delta, raanSpreadDeg: 0, phasingCount: 0 })).toBe(0);
    expect(leastSeparationKm({ ...delta, planeCount: 1, satellitesPerPlaneCount: 1, phasingCount: 0 })).toBeUndefined();
    expect(leastSeparationKm({ planeCount: 3, satellitesPerPlaneCount: 3 })).toBeUndefined();
  });

  test("two million satellites are exact: the nearest of all offsets written out", () => {
    const shell = { ...delta, planeCount: 2000, satellitesPerPlaneCount: 1000, phasingCount: 999 };
    const tilt = Math.cos(53 * RAD);
    let least = 2;
    // Every plane offset with the slots next to the common line, found by a search of their own.
    for (let plane = 0; plane < 2000; plane++) {
      const half = (Math.PI * plane) / 2000;
      const gap = (slot: number) => {
        const phase = Math.PI * (slot / 1000 + (999 * plane) / 2_000_000);
        return 2 * Math.abs(Math.cos(half) * Math.sin(phase) + tilt * Math.sin(half) * Math.cos(phase));
      };
      for (let slot = plane === 0 ? 1 : 0; slot < 1000; slot++) least = Math.min(least, gap(slot));
    }
    expect(Math.abs(leastSeparationKm(shell)! - least * (RADIUS_KM + 600))).toBeLessThan(1e-9);
  });

  test("a cluster's satellites are one spacing apart at the least, its clusters farther", () => {
    const cluster = { satelliteCount: 7, spacingM: 250 };
    const apart = { ...delta, phasingCount: 2 };
    expect(leastSeparationKm({ ...apart, cluster })).toBe(0.25);
    expect(leastSeparationKm({ ...delta, planeCount: 1, satellitesPerPlaneCount: 1, phasingCount: 0, cluster })).toBe(
      0.25,
    );
    expect(leastSeparationKm({ ...delta, raanSpreadDeg: 0, phasingCount: 0, cluster })).toBe(0);
  });
});

/** The bound that the finding tells, and no idle one: 15 km are found. */
test("SGP4's satellites come as near as their circles, but for the periodic terms", () => {
  let worstKm = 0;
  for (const [inclinationDeg, raanSpreadDeg] of [
    [30, 360],
    [53, 360],
    [86.4, 180],
  ] as const) {
    const shell = { ...delta, inclinationDeg, raanSpreadDeg, planeCount: 24, satellitesPerPlaneCount: 20 };
    const phasingCount = widestPhasing(shell)!.phasingCount;
    const squadron = designedSquadron(designElements({ ...shell, phasingCount }, epoch));
    const count = squadron.satelliteCount;
    const positions = new Float64Array(3 * count);
    let least = Number.POSITIVE_INFINITY;
    for (let minutes = 0; minutes < 97; minutes += 0.1) {
      for (let row = 0; row < count; row++) propagateInto({ record: squadron.recordOf(row), minutes, positions, row });
      // A delta looks the same from each of its satellites, a star from each of a plane's: plane by plane covers both.
      for (let one = 0; one < count; one += raanSpreadDeg === 360 ? count : 20)
        for (let other = 0; other < count; other++)
          if (other !== one)
            least = Math.min(
              least,
              Math.hypot(...[0, 1, 2].map((axis) => positions[3 * one + axis]! - positions[3 * other + axis]!)),
            );
    }
    const offKm = Math.abs(least - leastSeparationKm({ ...shell, phasingCount })!);
    expect(offKm).toBeLessThan(PERIODIC_TERMS_KM);
    worstKm = Math.max(worstKm, offKm);
  }
  expect(worstKm).toBeGreaterThan(PERIODIC_TERMS_KM / 3);
}, 60_000);

test("the widest phasing is the widest of all", () => {
  for (const [, shell] of shells.filter(([, { planeCount }]) => planeCount > 1)) {
    const count = shell.planeCount * shell.satellitesPerPlaneCount;
    const all = Array.from({ length: count }, (_, phasingCount) => leastSeparationKm({ ...shell, phasingCount })!);
    const best = widestPhasing(shell)!;
    expect(best.leastSeparationKm).toBeCloseTo(Math.max(...all), 9);
    expect(leastSeparationKm({ ...shell, phasingCount: best.phasingCount })).toBe(best.leastSeparationKm);
  }
});

describe("two shells", () => {
  const between = (a: WalkerShell, b: WalkerShell) =>
    separationBetweenKm(designElements(a, epoch), designElements(b, epoch), [a.altitudeKm!, b.altitudeKm!]);

  test("of one height and inclination: as every pair at every step", () => {
    const other = { ...delta, planeCount: 4, satellitesPerPlaneCount: 3, phasingCount: 2 };
    const exactKm = between(delta, other)!;
    const sampledKm = bruteForceKm(satellitesOf(delta), satellitesOf(other), 600);
    expect(sampledKm).toBeGreaterThan(exactKm - 1e-6);
    expect(sampledKm).toBeLessThan(Math.hypot(exactKm, ((RADIUS_KM + 600) * Math.PI) / STEPS));
  });

  test("else only the difference of heights keeps them apart", () => {
    expect(between(delta, { ...delta, altitudeKm: 610 })).toBe(10);
    expect(between(delta, { ...delta, inclinationDeg: 54 })).toBe(0);
  });
});
