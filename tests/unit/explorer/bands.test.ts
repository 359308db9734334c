import { describe, expect, test } from "vitest";
import { flyMission, parseMission, presetDocument } from "#engine";
import { BANDS_FROM, bandShareOf, createBandFade } from "../../../app/explorer/bands.ts";
import { bandsOf } from "../../../app/explorer/densityBands.ts";
import { orbitPeriodS } from "../../../app/explorer/orbitPeriod.ts";
import { describeShells } from "../../../app/worker/flightAnswers.ts";

const fly = (name: string) => {
  const flight = flyMission(parseMission(presetDocument(name)).mission!);
  if ("issues" in flight) throw new Error(flight.issues[0]?.message);
  return { flight, ...describeShells(flight) };
};

describe("points give way to bands", () => {
  test("between a fortieth and a twentieth of an orbit a frame", () => {
    expect([0, 1 / 1000, 1 / 40].map(bandShareOf)).toEqual([0, 0, 0]);
    expect([BANDS_FROM, 0.1, 3].map(bandShareOf)).toEqual([1, 1, 1]);
    expect(bandShareOf(1 / Math.sqrt(800))).toBeCloseTo(0.5, 9);
  });

  test("without a jump, however the speed jumps", () => {
    const fade = createBandFade();
    const shares = Array.from({ length: 40 }, () => fade.follow(3, 1 / 60));
    expect(Math.max(...shares.map((share, row) => share - (shares[row - 1] ?? 0)))).toBeLessThan(0.06);
    expect(shares.at(-1)).toBe(1);
    expect(fade.isMoving()).toBe(false);
    expect(fade.follow(0, 1 / 60)).toBeGreaterThan(0.9);
    expect(fade.isMoving()).toBe(true);
  });
});

describe("the bands of a fleet", () => {
  test.each([
    ["ai1-reference", 1, 8334],
    ["starlink-gen1", 4, 4408],
    ["filed-million", 24, 1_000_000],
    ["project-sunrise", 24, 51_600],
  ])("%s: at most %d, with all its satellites", (name, mostCount, satelliteCount) => {
    const bands = bandsOf(fly(name).shells);
    expect(bands.length).toBeLessThanOrEqual(mostCount);
    expect(bands.reduce((sum, band) => sum + band.satelliteCount, 0)).toBe(satelliteCount);
    expect(bands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test("fleet and relay stay apart, each whole", () => {
    const bands = bandsOf(fly("ai1-over-starlink").shells);
    for (const layer of ["fleet", "relay"])
      expect(bands.filter((band) => band.layer === layer).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});

describe("one orbit", () => {
  test("of a designed satellite brings it back to its argument of latitude", () => {
    const { flight, shells } = fly("starlink-550");
    const periodS = orbitPeriodS({ shells }, undefined, 100);
    const height = (tS: number) => {
      const state = flight.stateOf(100, tS);
      if ("reason" in state) throw new Error(state.reason);
      return [state.positionTemeKm[2], state.velocityTemeKmPerS[2]] as const;
    };
    // 20 orbits on: a hundredth of a second in the period would be 1.5 km.
    const [before, climbBefore] = height(0);
    const [after, climbAfter] = height(20 * periodS);
    expect(Math.abs(after - before)).toBeLessThan(0.5);
    expect(Math.abs(climbAfter - climbBefore)).toBeLessThan(1e-3);
  });

  test("of a listed one is Kepler's of its state, within a few seconds of SGP4's", () => {
    const { flight, shells } = fly("starlink-550");
    const listed = shells.map(({ designed: _, ...shell }) => shell);
    const frame = {
      tS: 0,
      positionsTemeKm: new Float32Array(300),
      remaindersTemeKm: new Float32Array(300),
      velocitiesTemeKmPerS: new Float32Array(300),
      decayedCount: 0,
      catalogueDecayedCount: 0,
    };
    for (let index = 0; index < 100; index++) {
      const state = flight.stateOf(index, 0);
      if ("reason" in state) throw new Error(state.reason);
      frame.positionsTemeKm.set(state.positionTemeKm, index * 3);
      frame.velocitiesTemeKmPerS.set(state.velocityTemeKmPerS, index * 3);
    }
    // J2 lets the osculating axis breathe by 10 km: 12 s of 5,740.
    expect(Math.abs(orbitPeriodS({ shells: listed }, frame, 7) - orbitPeriodS({ shells }, undefined, 7))).toBeLessThan(
      15,
    );
    // A satellite without a state has the usual period.
    frame.positionsTemeKm.fill(0);
    expect(orbitPeriodS({ shells: listed }, frame, 7)).toBe(5800);
  });
});
