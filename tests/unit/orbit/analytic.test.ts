import { describe, expect, test, vi } from "vitest";
import { filedMillionMission } from "../../../engine/design/filings.ts";
import { parseInstant } from "../../../engine/geometry/instant.ts";
import { openShellKernel } from "../../../engine/kernel/shellKernel.ts";
import {
  type AnalyticShell,
  analyticInto,
  analyticRunInto,
  makeAnalyticShell,
} from "../../../engine/orbit/analytic.ts";
import { makeRecord, propagateState } from "../../../engine/orbit/propagate.ts";
import { designedSquadron } from "../../../engine/orbit/squadron.ts";
import { designElements } from "../../../engine/orbit/walker.ts";
import { makeDice } from "../../dice.ts";

/** Asked for: 2 m. The same theory in another order reaches rounding, some 40,000 rad of turns a year. */
const POSITION_TOLERANCE_KM = 1e-6;
const VELOCITY_TOLERANCE_KM_PER_S = 1e-9;
const YEAR_MINUTES = 525_960;
const epoch = parseInstant("2027-01-01T00:00:00Z")!;

describe("the filed million", () => {
  const designs = filedMillionMission().shells.map((shell) => designElements(shell, epoch));
  const shells = designs.map(makeAnalyticShell);

  test.each([
    ["the kernel", true],
    ["plain JavaScript", false],
  ])("a thousand of it are where sgp4() has them, a year before and after, by %s", (_name, isKernelUsed) => {
    const dice = makeDice(1_000_000);
    const squadrons = designs.map(designedSquadron);
    const positions = new Float64Array(3);
    const velocities = new Float64Array(3);
    let worstKm = 0;
    let worstKmPerS = 0;
    for (let satellite = 0; satellite < 1000; satellite++) {
      const k = satellite % 64;
      const index = Math.floor(15_625 * dice());
      const record = squadrons[k]!.recordOf(index);
      const times = [
        -YEAR_MINUTES,
        0,
        YEAR_MINUTES,
        ...Array.from({ length: 9 }, () => YEAR_MINUTES * (2 * dice() - 1)),
      ];
      for (const minutes of times) {
        const state = propagateState(record, minutes);
        if ("reason" in state) throw new Error(state.reason);
        analyticInto({ shell: shells[k]!, minutes, first: index, end: index + 1, positions, velocities, isKernelUsed });
        const off = (got: Float64Array, expected: readonly number[]) =>
          Math.hypot(...expected.map((value, axis) => value - got[axis]!));
        worstKm = Math.max(worstKm, off(positions, state.positionTemeKm));
        worstKmPerS = Math.max(worstKmPerS, off(velocities, state.velocityTemeKmPerS));
      }
    }
    expect(worstKm).toBeLessThan(POSITION_TOLERANCE_KM);
    expect(worstKmPerS).toBeLessThan(VELOCITY_TOLERANCE_KM_PER_S);
  });

  test("is ready with a few thousand numbers a shell", () => {
    const numberCount = (shell: AnalyticShell) =>
      Object.values(shell).reduce((sum: number, of) => sum + (of instanceof Float64Array ? of.length : 0), 0);
    expect(shells.reduce((sum, { satelliteCount }) => sum + satelliteCount, 0)).toBe(1_000_000);
    expect(shells.reduce((sum, shell) => sum + numberCount(shell), 0)).toBe(64 * 1000);
  });
});

test("a shell with drag has no closed form: it is refused, not flown wrongly", () => {
  const shell = { altitudeKm: 550, inclinationDeg: 53, planeCount: 1, satellitesPerPlaneCount: 2, raanSpreadDeg: 360 };
  const design = designElements(shell, epoch);
  expect(() => makeAnalyticShell({ ...design, first: { ...design.first, bstarPerRadius: 1e-5 } })).toThrow(
    /got B\* 0\.00001.*expected a near-Earth circle without drag/,
  );
});

describe("parts of a shell", () => {
  const design = designElements(
    {
      altitudeKm: 550,
      inclinationDeg: 53,
      planeCount: 7,
      satellitesPerPlaneCount: 11,
      phasingCount: 3,
      raanSpreadDeg: 360,
    },
    epoch,
  );
  const shell = makeAnalyticShell(design);
  const all = { positions: new Float64Array(77 * 3), velocities: new Float64Array(77 * 3) };
  analyticInto({ shell, minutes: 12_345.6, ...all });

  test.each([
    [0, 1],
    [10, 12],
    [5, 60],
    [76, 77],
  ])("from %i to %i: the same bits", (first, end) => {
    for (const isKernelUsed of [true, false]) {
      const part = { positions: new Float64Array(79 * 3), velocities: new Float64Array(79 * 3) };
      analyticInto({ shell, minutes: 12_345.6, first, end, ...part, row: 2, isKernelUsed });
      const count = (end - first) * 3;
      expect(part.positions.slice(6, 6 + count)).toEqual(all.positions.slice(first * 3, end * 3));
      expect(part.velocities.slice(6, 6 + count)).toEqual(all.velocities.slice(first * 3, end * 3));
      expect(part.positions.slice(6 + count).every((value) => value === 0)).toBe(true);
      expect(part.velocities.slice(0, 6).every((value) => value === 0)).toBe(true);
    }
  });

  test.each([
    ["before the first", { first: -1, end: 3 }, /satellites -1 to 3/],
    ["after the last", { first: 70, end: 78 }, /expected some of 77/],
    ["more than the arrays hold", { row: 1 }, /room for them/],
    ["more than the velocities hold", { velocities: new Float64Array(9) }, /for row 0 of 3/],
    ["no time", { minutes: Number.NaN }, /got minutes NaN/],
    ["no time that ends", { minutes: Number.POSITIVE_INFINITY }, /got minutes Infinity/],
  ])("%s: refused by both, and nothing written", (_name, change, message) => {
    for (const isKernelUsed of [true, false]) {
      const positions = new Float64Array(77 * 3);
      expect(() => analyticInto({ shell, minutes: 0, positions, ...change, isKernelUsed })).toThrow(message);
      expect(positions.every((value) => value === 0)).toBe(true);
    }
  });
});

describe("the kernel and plain JavaScript give the same bits", () => {
  const bits = (values: Float64Array) => new BigUint64Array(values.buffer);
  const shellOf = (planeCount: number, satellitesPerPlaneCount: number, inclinationDeg = 53) =>
    makeAnalyticShell(
      designElements(
        { altitudeKm: 550, inclinationDeg, planeCount, satellitesPerPlaneCount, phasingCount: 1, raanSpreadDeg: 360 },
        epoch,
      ),
    );

  test("this machine has the kernel", () => {
    expect(openShellKernel()).toBeDefined();
  });

  // Planes of every rest of a group, of many a tile, of many tiles, and with more slots than are held at once.
  test.each([
    [1, 1, 53],
    [3, 2, 0],
    [700, 1, 90],
    [300, 3, 97.6],
    [72, 22, 53],
    [20, 125, 30],
    [2, 2048, 179],
    [3, 2049, 63.4],
    [1, 9001, 180],
  ])("%i planes of %i at %f°", (planeCount, slotCount, inclinationDeg) => {
    const shell = shellOf(planeCount, slotCount, inclinationDeg);
    const dice = makeDice(planeCount * slotCount);
    for (let round = 0; round < 8; round++) {
      const first = round === 0 ? 0 : Math.floor(shell.satelliteCount * dice());
      const end = round === 0 ? shell.satelliteCount : first + Math.ceil((shell.satelliteCount - first) * dice());
      const moved = [true, false].map((isKernelUsed) => {
        const states = {
          positions: new Float64Array((end - first) * 3),
          velocities: new Float64Array((end - first) * 3),
        };
        analyticInto({ shell, minutes: YEAR_MINUTES * (1 - round / 4), first, end, ...states, isKernelUsed });
        return states;
      });
      expect(bits(moved[0]!.positions)).toEqual(bits(moved[1]!.positions));
      expect(bits(moved[0]!.velocities)).toEqual(bits(moved[1]!.velocities));
      expect(moved[0]!.positions.every(Number.isFinite)).toBe(true);
    }
  });

  test("positions alone, positions in 32 bits, and one satellite over times", () => {
    const shell = shellOf(9, 77);
    const count = shell.satelliteCount * 3;
    const [positions, velocities, alone] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
    const short = { positions: new Float32Array(count), velocities: new Float32Array(count) };
    analyticInto({ shell, minutes: 5000, positions, velocities });
    analyticInto({ shell, minutes: 5000, positions: alone });
    analyticInto({ shell, minutes: 5000, ...short });
    expect(bits(alone)).toEqual(bits(positions));
    expect(short).toEqual({ positions: Float32Array.from(positions), velocities: Float32Array.from(velocities) });
    const run = new Float64Array(9);
    analyticRunInto({ shell, index: 100, minutes: [-1, 5000, 9999], positions: run });
    expect(run.slice(3, 6)).toEqual(positions.slice(300, 303));
  });

  test("where WebAssembly is missing, or has no SIMD, the states are the same", async () => {
    const shell = shellOf(9, 77);
    const [positions, other] = [new Float64Array(9 * 77 * 3), new Float64Array(9 * 77 * 3)];
    analyticInto({ shell, minutes: 5000, positions });
    const withoutSimd = {
      Module: function refuse() {
        throw new WebAssembly.CompileError("wasm SIMD unsupported");
      },
    };
    for (const runtime of [undefined, withoutSimd])
      try {
        vi.stubGlobal("WebAssembly", runtime);
        expect(openShellKernel()).toBeUndefined();
        vi.resetModules();
        const fresh = await import("../../../engine/orbit/analytic.ts");
        fresh.analyticInto({ shell, minutes: 5000, positions: other.fill(0), isKernelUsed: true });
        expect(bits(other)).toEqual(bits(positions));
      } finally {
        vi.unstubAllGlobals();
      }
  });
});

test("drag and ellipses are refused", () => {
  const design = designElements(
    { altitudeKm: 550, inclinationDeg: 53, planeCount: 1, satellitesPerPlaneCount: 1 },
    epoch,
  );
  expect(makeRecord(design.first).satrec.bstar).toBe(0);
  for (const change of [{ bstarPerRadius: 1e-5 }, { eccentricityRatio: 0.01 }, { meanMotionRevPerDay: 2 }])
    expect(() => makeAnalyticShell({ ...design, first: { ...design.first, ...change } })).toThrow(/without drag/);
});
