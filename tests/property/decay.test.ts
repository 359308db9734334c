import { expect, test } from "vitest";
import { type MeanElements, makeBulk, makeRecord, parseInstant } from "#engine";
import { EARTH_RADIUS_WGS72_KM, MU_WGS72_KM3_PER_S2 } from "../../engine/facts/constants.ts";
import { propagateRun } from "../../engine/orbit/propagate.ts";
import { makeDice } from "../dice.ts";

/** Short-period terms of J2 move an osculating axis and radius by some 10 km times the axis in Earth radii squared. */
const OSCULATION_KM = 25;
/** In deep space Sun and Moon change the eccentricity over the years. */
const DEEP_SPACE_MARGIN_RATIO = 0.05;
const DAY_COUNT = 1500;
const STEPS_PER_DAY = 8;

/** Perigees of 140 to 500 km under 1e-4 to 1e-1 of drag: most are gone within the days. */
function makeFalling(count: number): MeanElements[] {
  const dice = makeDice(1500);
  return Array.from({ length: count }, (_, index) => {
    const perigeeKm = EARTH_RADIUS_WGS72_KM + 140 + 360 * dice();
    const eccentricityRatio = (index % 5 === 0 ? 0.7 : 0.1) * dice() ** 2;
    return {
      epoch: parseInstant("2027-01-01T00:00:00Z")!,
      eccentricityRatio,
      meanMotionRevPerDay:
        86400 / (2 * Math.PI * Math.sqrt((perigeeKm / (1 - eccentricityRatio)) ** 3 / MU_WGS72_KM3_PER_S2)),
      inclinationDeg: 180 * dice(),
      raanDeg: 360 * dice(),
      argumentOfPerigeeDeg: 360 * dice(),
      meanAnomalyDeg: 360 * dice(),
      bstarPerRadius: 10 ** (-4 + 3 * dice()),
    };
  });
}

test("300 high-drag records for 1,500 days: no garbage state passes as good", () => {
  const records = makeFalling(300).map(makeRecord);
  const bulk = makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]! });
  const minutes = Float64Array.from({ length: DAY_COUNT * STEPS_PER_DAY }, (_, step) => (step * 1440) / STEPS_PER_DAY);
  const positions = new Float64Array(minutes.length * 3);
  const velocities = new Float64Array(minutes.length * 3);
  let stateCount = 0;
  let endedCount = 0;
  const garbage: string[] = [];
  records.forEach((record, index) => {
    const { endStep, failure } = bulk.runInto({ index, minutes, positions, velocities });
    const run = propagateRun(record, minutes);
    expect([endStep, failure]).toEqual([run.endStep, run.failure]);
    if (failure !== undefined) endedCount++;
    expect(positions.subarray(endStep * 3).every(Number.isNaN)).toBe(true);
    const axisKm = (record.perigeeKm + record.apogeeKm) / 2;
    const marginKm =
      record.satrec.method === "d"
        ? axisKm * DEEP_SPACE_MARGIN_RATIO
        : OSCULATION_KM * (axisKm / EARTH_RADIUS_WGS72_KM) ** 2;
    for (let step = 0; step < endStep; step++) {
      const at = step * 3;
      const radiusKm = Math.hypot(positions[at]!, positions[at + 1]!, positions[at + 2]!);
      const speedKmPerS = Math.hypot(velocities[at]!, velocities[at + 1]!, velocities[at + 2]!);
      const osculatingKm = 1 / (2 / radiusKm - speedKmPerS ** 2 / MU_WGS72_KM3_PER_S2);
      const isGood =
        radiusKm > EARTH_RADIUS_WGS72_KM &&
        radiusKm < record.apogeeKm + marginKm &&
        osculatingKm > EARTH_RADIUS_WGS72_KM / 2 &&
        osculatingKm < axisKm + marginKm;
      if (!isGood) garbage.push(`${index} at day ${step / STEPS_PER_DAY}: r ${radiusKm} km, a ${osculatingKm} km`);
      stateCount++;
    }
  });
  expect(garbage.slice(0, 5)).toEqual([]);
  expect(endedCount).toBeGreaterThan(200);
  expect(stateCount).toBeGreaterThan(100_000);
});

test("300 high-drag records for 300 days before their epochs: an orbit like the elements', or none", () => {
  const records = makeFalling(300).map(makeRecord);
  const bulk = makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]! });
  const minutes = Float64Array.from({ length: 300 * 4 }, (_, step) => (step - 300 * 4) * 360);
  const positions = new Float64Array(minutes.length * 3);
  const velocities = new Float64Array(minutes.length * 3);
  let stateCount = 0;
  const garbage: string[] = [];
  records.forEach((record, index) => {
    bulk.runInto({ index, minutes, positions, velocities });
    const { states } = propagateRun(record, minutes);
    const axisKm = (record.perigeeKm + record.apogeeKm) / 2;
    for (let step = 0; step < minutes.length; step++) {
      const [x, y, z] = positions.subarray(step * 3, step * 3 + 3) as unknown as [number, number, number];
      const [vx, vy, vz] = velocities.subarray(step * 3, step * 3 + 3) as unknown as [number, number, number];
      // The kernel and SGP4 itself refuse the same.
      expect(Number.isNaN(x)).toBe(Number.isNaN(states[step * 6]));
      if (Number.isNaN(x)) continue;
      const radiusKm = Math.hypot(x, y, z);
      const speed2 = vx * vx + vy * vy + vz * vz;
      const osculatingKm = 1 / (2 / radiusKm - speed2 / MU_WGS72_KM3_PER_S2);
      const spin2 = radiusKm * radiusKm * speed2 - (x * vx + y * vy + z * vz) ** 2;
      const perigeeKm = osculatingKm * (1 - Math.sqrt(Math.max(0, 1 - spin2 / MU_WGS72_KM3_PER_S2 / osculatingKm)));
      // Half as much axis again and a tenth for what J2 adds to nearly free ones; a perigee 640 km in the ground.
      const isHigh = record.satrec.method === "d" || perigeeKm > 0.899 * EARTH_RADIUS_WGS72_KM;
      const isGood = isHigh && osculatingKm > 0 && osculatingKm < 1.7 * axisKm;
      if (!isGood)
        garbage.push(`${index} at day ${minutes[step]! / 1440}: a ${osculatingKm} km, perigee ${perigeeKm} km`);
      stateCount++;
    }
  });
  expect(garbage.slice(0, 5)).toEqual([]);
  expect(stateCount).toBeGreaterThan(10_000);
});
