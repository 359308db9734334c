import { describe, expect, test } from "vitest";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { heightGapKm, heightProfile, PERIODIC_TERMS_KM } from "../../../engine/orbit/crossing.ts";
import { propagateInto } from "../../../engine/orbit/propagate.ts";
import {
  circleSeparationBetweenKm,
  circleSeparationKm,
  leastSeparationKm,
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

describe("least separation of a shell on circles", () => {
  test.each(shells)(
    "%s: as every pair at every step",
    (_, shell) => {
      const exactKm = circleSeparationKm(shell)!;
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
    expect(circleSeparationKm({ planeCount: 3, satellitesPerPlaneCount: 3 })).toBeUndefined();
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
    expect(Math.abs(circleSeparationKm(shell)! - least * (RADIUS_KM + 600))).toBeLessThan(1e-9);
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

/** Places of all satellites of a shell, by SGP4, each `minutes` of an orbit. */
function* flownPlaces(shell: WalkerShell, stepMinutes: number) {
  const squadron = designedSquadron(designElements(shell, epoch));
  const positions = new Float64Array(3 * squadron.satelliteCount);
  for (let minutes = 0; minutes < 100; minutes += stepMinutes) {
    for (let row = 0; row < squadron.satelliteCount; row++)
      propagateInto({ record: squadron.recordOf(row), minutes, positions, row });
    yield positions;
  }
}
const apartKm = (a: Float64Array, one: number, b: Float64Array, other: number) =>
  Math.hypot(...[0, 1, 2].map((axis) => a[3 * one + axis]! - b[3 * other + axis]!));

/** Satellites that cross do so at 15 km/s at most: a step of so many seconds may miss the least by half of it, in quadrature. */
const STEP_MINUTES = 0.02;
const missedKm = (leastKm: number) => Math.hypot(leastKm, (15 * 60 * STEP_MINUTES) / 2) - leastKm;

describe("least separation of a shell as SGP4 flies it", () => {
  test.each(shells)(
    "%s: as every pair at every step, found by sgp4()",
    (_, shell) => {
      const exactKm = leastSeparationKm(shell)!;
      let sampledKm = Number.POSITIVE_INFINITY;
      const count = shell.planeCount * shell.satellitesPerPlaneCount;
      for (const positions of flownPlaces(shell, STEP_MINUTES))
        for (let one = 0; one < count; one++)
          for (let other = one + 1; other < count; other++)
            sampledKm = Math.min(sampledKm, apartKm(positions, one, positions, other));
      // 15 m: the designed eccentricity, whose perigee turns.
      expect(sampledKm).toBeGreaterThan(exactKm - 0.015);
      expect(sampledKm).toBeLessThan(exactKm + missedKm(exactKm) + 0.015);
    },
    120_000,
  );

  /** The bound that prunes the search, and no idle one: 10 km and more are found. */
  test("is not more off the circles' than the bound", () => {
    const offsKm = [30, 53, 97.8].flatMap((inclinationDeg) =>
      Array.from({ length: 24 }, (_, phasingCount) => {
        const shell = { ...delta, inclinationDeg, planeCount: 24, satellitesPerPlaneCount: 20, phasingCount };
        return Math.abs(leastSeparationKm(shell)! - circleSeparationKm(shell)!);
      }),
    );
    expect(Math.max(...offsKm)).toBeLessThan(PERIODIC_TERMS_KM);
    expect(Math.max(...offsKm)).toBeGreaterThan(10);
  });

  test("a great shell: no pair of a thousand satellites flown with the rest comes nearer", () => {
    const shell = { ...delta, planeCount: 60, satellitesPerPlaneCount: 40, phasingCount: 11 };
    const exactKm = leastSeparationKm(shell)!;
    let sampledKm = Number.POSITIVE_INFINITY;
    // A delta looks the same from each of its satellites.
    for (const positions of flownPlaces(shell, 0.05))
      for (let other = 1; other < 2400; other++)
        sampledKm = Math.min(sampledKm, apartKm(positions, 0, positions, other));
    expect(sampledKm).toBeGreaterThan(exactKm - 0.015);
    expect(sampledKm).toBeLessThan(Math.hypot(exactKm, (15 * 60 * 0.05) / 2) + 0.015);
  }, 60_000);
});

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
    separationBetweenKm(designElements(a, epoch), designElements(b, epoch), a);

  const other = { ...delta, planeCount: 4, satellitesPerPlaneCount: 3, phasingCount: 2, raanDeg: 17 };

  test("of one height and inclination, on circles: as every pair at every step", () => {
    const exactKm = circleSeparationBetweenKm(designElements(delta, epoch), designElements(other, epoch), 600)!;
    const sampledKm = bruteForceKm(satellitesOf(delta), satellitesOf(other), 600);
    expect(sampledKm).toBeGreaterThan(exactKm - 1e-6);
    expect(sampledKm).toBeLessThan(Math.hypot(exactKm, ((RADIUS_KM + 600) * Math.PI) / STEPS));
  });

  test("of one height and inclination: as every pair at every step, found by sgp4()", () => {
    const exactKm = between(delta, other)!;
    let sampledKm = Number.POSITIVE_INFINITY;
    const second = flownPlaces(other, STEP_MINUTES);
    for (const positions of flownPlaces(delta, STEP_MINUTES)) {
      const others = second.next().value!;
      for (let one = 0; one < 30; one++)
        for (let two = 0; two < 12; two++) sampledKm = Math.min(sampledKm, apartKm(positions, one, others, two));
    }
    expect(sampledKm).toBeGreaterThan(exactKm - 0.015);
    expect(sampledKm).toBeLessThan(exactKm + missedKm(exactKm) + 0.015);
  }, 60_000);

  test.each([
    [
      { inclinationDeg: 30, altitudeKm: 511.7 },
      { inclinationDeg: 97.5, altitudeKm: 535.2 },
    ],
    [
      { inclinationDeg: 53, altitudeKm: 600 },
      { inclinationDeg: 53, altitudeKm: 605 },
    ],
    [
      { inclinationDeg: 0.5, altitudeKm: 610 },
      { inclinationDeg: 90, altitudeKm: 600 },
    ],
    [
      { inclinationDeg: 60, altitudeKm: 1200 },
      { inclinationDeg: 148, altitudeKm: 1230 },
    ],
  ])("of other heights and inclinations, %j and %j: the gap of heights that sgp4() flies over one latitude", (a, b) => {
    const [flownA, flownB] = [a, b].map((each) => {
      const radiusKm = new Map<number, number>();
      const single = { ...delta, ...each, planeCount: 1, satellitesPerPlaneCount: 1, phasingCount: 0 };
      for (const [x, y, z] of flownPlaces(single, 0.005)) {
        const r = Math.hypot(x!, y!, z!);
        radiusKm.set(Math.round((z! / r) * 500), r);
      }
      return radiusKm;
    }) as [Map<number, number>, Map<number, number>];
    const gaps = [...flownA].flatMap(([sine, radiusKm]) => {
      const other = flownB.get(sine);
      return other === undefined ? [] : [radiusKm - other];
    });
    const sampledKm = Math.min(...gaps) * Math.max(...gaps) <= 0 ? 0 : Math.min(...gaps.map(Math.abs));
    const profiles = [a, b].map((each) => heightProfile({ ...delta, ...each })!) as [never, never];
    // Latitudes told to a thousandth of the sine: 15 m of height; the terms of second order in e 7 m.
    expect(Math.abs(heightGapKm(...profiles) - sampledKm)).toBeLessThan(0.05);
  });
});
