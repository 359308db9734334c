import { expect, test } from "vitest";
import { parseTle, tleChecksum } from "../../engine/formats/tle.ts";
import { makeBulk } from "../../engine/orbit/bulk.ts";
import { makeRecord, propagateState } from "../../engine/orbit/propagate.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** The authority prints 8 decimals; computed there in another order, which costs as much again in 20413's 3.5 years. */
const POSITION_TOLERANCE_KM = 2e-7;
/** Nine decimals printed. */
const VELOCITY_TOLERANCE_KM_PER_S = 2e-9;

type Case = { line1: string; line2: string; rows: number[][] };
const cases: Case[] = hasReference
  ? readReference<{ cases: (Omit<Case, "rows"> & { rows_tcppver: number[][] })[] }>(
      "vectors/sgp4_verification.json",
    ).cases.map(({ line1, line2, rows_tcppver: rows }) => ({ line1, line2, rows }))
  : readAuthority<{ cases: Case[] }>("sgp4-vallado.json").cases;

/** 33334's mean motion of 0.00001 rev/day is no orbit of the Earth: its one row is an error of the original program. */
const IMPOSSIBLE_ID = "33334";

/** Three records that the authors altered by hand still carry the checksums of their originals. */
const sumAgain = (line: string) => line.slice(0, 68) + tleChecksum(line);

type StateOf = (record: ReturnType<typeof makeRecord>, minutes: number) => readonly number[];

const bySgp4: StateOf = (record, minutes) => {
  const state = propagateState(record, minutes);
  if ("reason" in state) throw new Error(`${minutes} min: ${state.reason}`);
  return [...state.positionTemeKm, ...state.velocityTemeKmPerS];
};
const byKernel: StateOf = (record, minutes) => {
  const [positions, velocities] = [new Float64Array(3), new Float64Array(3)];
  makeBulk({ satelliteCount: 1, recordOf: () => record }).runInto({
    index: 0,
    minutes: [minutes],
    positions,
    velocities,
  });
  return [...positions, ...velocities];
};

test.each([
  ["sgp4()", bySgp4],
  ["the kernel, where it takes them", byKernel],
])(`the ${cases.length} verification orbits give the published states: %s`, (_name, stateOf) => {
  let comparedCount = 0;
  for (const { line1, line2, rows } of cases) {
    const parsed = parseTle({ name: "", line1: sumAgain(line1), line2: sumAgain(line2) });
    if (line1.slice(2, 7) === IMPOSSIBLE_ID) {
      expect(parsed).toHaveProperty("faults");
      continue;
    }
    if ("faults" in parsed) throw new Error(`${line1}: ${parsed.faults[0]!.reason}`);
    const record = makeRecord(parsed.elements);
    for (const [minutes, ...expected] of rows) {
      const got = stateOf(record, minutes!);
      const off = got.map((value, axis) => value - expected[axis]!);
      expect(Math.hypot(...off.slice(0, 3))).toBeLessThan(POSITION_TOLERANCE_KM);
      expect(Math.hypot(...off.slice(3))).toBeLessThan(VELOCITY_TOLERANCE_KM_PER_S);
      comparedCount++;
    }
  }
  expect(comparedCount).toBe(hasReference ? 666 : 24);
});
