import fc from "fast-check";
import { expect, test } from "vitest";
import {
  analyticInto,
  MOMENT_LENGTH,
  makeAnalyticShell,
  momentInto,
  parseInstant,
  phaseOfRad,
  phasesInto,
} from "#engine";
import { designElements } from "../../../engine/orbit/walker.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const shells = [
  {
    altitudeKm: 600,
    inclinationDeg: "sun-synchronous" as const,
    ltanH: 18,
    planeCount: 5,
    satellitesPerPlaneCount: 11,
    phasingCount: 3,
  },
  { altitudeKm: 1976.5, inclinationDeg: 30, raanSpreadDeg: 360, planeCount: 7, satellitesPerPlaneCount: 13 },
  {
    altitudeKm: 550,
    inclinationDeg: 53,
    raanSpreadDeg: 360,
    planeCount: 4,
    satellitesPerPlaneCount: 9,
    phasingCount: 1,
  },
].map((shell) => makeAnalyticShell(designElements(shell, epoch)));

const RAD_PER_PART = (2 * Math.PI) / 2 ** 32;

/** Positions from phases and moments by plain trigonometry: what a card works out, but for its rounding. */
function placeKm(phases: Uint32Array, row: number, m: Float32Array): [number, number, number] {
  const turn = (at: number) => (m[at]! * 65536 + m[at + 1]!) >>> 0;
  const mean = ((phases[row * 2]! + turn(0)) >>> 0) * RAD_PER_PART;
  const node = ((phases[row * 2 + 1]! + turn(2)) >>> 0) * RAD_PER_PART;
  const [ex, ey, axisKm, , flat, waveKm, argumentWave, nodeWave, cosI, sinI, tiltWave] = m.slice(
    4,
  ) as unknown as number[];
  let eccentric = mean;
  for (let step = 0; step < 5; step++)
    eccentric +=
      (mean - eccentric + ex! * Math.sin(eccentric) - ey! * Math.cos(eccentric)) /
      (1 - ex! * Math.cos(eccentric) - ey! * Math.sin(eccentric));
  const ecos = ex! * Math.cos(eccentric) + ey! * Math.sin(eccentric);
  const esin = ex! * Math.sin(eccentric) - ey! * Math.cos(eccentric);
  const fold = m[7]!;
  const u = Math.atan2(Math.sin(eccentric) - ey! - ex! * esin * fold, Math.cos(eccentric) - ex! + ey! * esin * fold);
  const radiusKm = axisKm! * (1 - ecos) * flat! + waveKm! * Math.cos(2 * u);
  const along = u + argumentWave! * Math.sin(2 * u);
  const turned = node + nodeWave! * Math.sin(2 * u);
  const tilt = Math.atan2(sinI!, cosI!) + tiltWave! * Math.cos(2 * u);
  return [
    radiusKm * (Math.cos(turned) * Math.cos(along) - Math.sin(turned) * Math.cos(tilt) * Math.sin(along)),
    radiusKm * (Math.sin(turned) * Math.cos(along) + Math.cos(turned) * Math.cos(tilt) * Math.sin(along)),
    radiusKm * Math.sin(tilt) * Math.sin(along),
  ];
}

test("phases and moments hold a designed shell to 4 m at any date within ten years", () => {
  fc.assert(
    fc.property(fc.constantFrom(...shells), fc.integer({ min: -5_259_600, max: 5_259_600 }), (shell, minutes) => {
      const phases = new Uint32Array(shell.satelliteCount * 2);
      phasesInto({ shell, phases });
      const moments = new Float32Array(MOMENT_LENGTH);
      momentInto({ constants: shell.constants, minutes, moments });
      const exact = new Float64Array(shell.satelliteCount * 3);
      analyticInto({ shell, minutes, positions: exact });
      for (let row = 0; row < shell.satelliteCount; row++) {
        const [x, y, z] = placeKm(phases, row, moments);
        // 32-bit moments: 0.5 m of the axis, 0.4 m of the tilt, and phases of 1 cm.
        expect(Math.hypot(x - exact[row * 3]!, y - exact[row * 3 + 1]!, z - exact[row * 3 + 2]!)).toBeLessThan(0.004);
      }
    }),
    { numRuns: 60 },
  );
});

test("a phase is the nearest whole part of a turn, and wraps", () => {
  expect(phaseOfRad(0)).toBe(0);
  expect(phaseOfRad(Math.PI)).toBe(2 ** 31);
  expect(phaseOfRad(-Math.PI / 2)).toBe(3 * 2 ** 30);
  expect(phaseOfRad(2 * Math.PI - 1e-12)).toBe(0);
  expect(phaseOfRad(20 * Math.PI + Math.PI / 2)).toBe(2 ** 30);
});

test("a rate that is off by a millionth of a degree a minute would be seen within a year", () => {
  const shell = shells[0]!;
  const minutes = 525_960;
  const wrong = {
    ...shell,
    constants: {
      ...shell.constants,
      longitudeRateRadPerMinute: shell.constants.longitudeRateRadPerMinute + (1e-6 * Math.PI) / 180,
    },
  };
  const [a, b] = [new Float64Array(3), new Float64Array(3)];
  analyticInto({ shell, minutes, end: 1, positions: a });
  analyticInto({ shell: wrong, minutes, end: 1, positions: b });
  expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!)).toBeGreaterThan(10);
});
