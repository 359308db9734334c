import { spawnSync } from "node:child_process";
import { BulkPropagator, createSingleThreadRuntime, EciBaseCalculator, sgp4 } from "satellite.js";
import {
  analyticInto,
  type MeanElements,
  makeAnalyticShell,
  makeBulk,
  makeRecord,
  parseInstant,
  propagateBulk,
} from "#engine";
import { startThread } from "../../app/cli/threads.ts";
import { openStates, type States } from "../../app/worker/states.ts";
import { designElements, elementsOf } from "../../engine/orbit/walker.ts";
import { makeDice } from "../dice.ts";
import { type Contender, compare, type Row } from "./measure.ts";
import { pythonContender } from "./python.ts";

const epochText = "2027-01-01T00:00:00Z";
const epoch = parseInstant(epochText)!;

type Arrays = { readonly positions: Float64Array; readonly velocities: Float64Array };
const makeArrays = (count: number): Arrays => ({
  positions: new Float64Array(count * 3),
  velocities: new Float64Array(count * 3),
});

function worstKm(got: Float64Array, expected: Float64Array): number {
  let worst = 0;
  for (let at = 0; at < expected.length; at += 3)
    worst = Math.max(
      worst,
      Math.hypot(got[at]! - expected[at]!, got[at + 1]! - expected[at + 1]!, got[at + 2]! - expected[at + 2]!),
    );
  return worst;
}

/** satellite.js's `sgp4()`, record by record, into arrays: what all others are compared with. */
function loop(records: readonly ReturnType<typeof makeRecord>[], minutes: Float64Array, into: Arrays) {
  let at = 0;
  for (const { satrec } of records)
    for (let step = 0; step < minutes.length; step++, at += 3) {
      const state = sgp4(satrec, minutes[step]!);
      if (state === null) throw new Error(`bench: got no state at ${minutes[step]} min, expected orbits that last`);
      into.positions[at] = state.position.x;
      into.positions[at + 1] = state.position.y;
      into.positions[at + 2] = state.position.z;
      into.velocities[at] = state.velocity.x;
      into.velocities[at + 1] = state.velocity.y;
      into.velocities[at + 2] = state.velocity.z;
    }
}

async function bulkOfSatelliteJs(records: readonly ReturnType<typeof makeRecord>[], minutes: Float64Array) {
  const bulk = new BulkPropagator({
    runtime: await createSingleThreadRuntime(),
    calculators: [new EciBaseCalculator()],
    satRecsCount: records.length,
    datesCount: minutes.length,
  });
  bulk.setSatRecs(records.map(({ satrec }) => satrec));
  const dates = Array.from(minutes, (minute) => new Date(Date.parse(epochText) + minute * 60_000));
  return {
    run: () => {
      bulk.setDates(dates);
      bulk.run();
    },
    worstErrorKm: (expected: Arrays) => () =>
      worstKm(bulk.getRawOutput().eci.position as unknown as Float64Array, expected.positions),
    dispose: () => bulk.dispose(),
  };
}

/** Near-Earth orbits with drag, as catalogues have them. */
function makeCatalogue(count: number): MeanElements[] {
  const dice = makeDice(1);
  return Array.from({ length: count }, () => ({
    epoch,
    inclinationDeg: 30 + 70 * dice(),
    raanDeg: 360 * dice(),
    eccentricityRatio: 0.01 * dice(),
    argumentOfPerigeeDeg: 360 * dice(),
    meanAnomalyDeg: 360 * dice(),
    meanMotionRevPerDay: 13 + 2.2 * dice(),
    bstarPerRadius: 1e-4 * dice(),
  }));
}

/** Twelve hours in minutes: states of 512 satellites with drag. Small enough that some rounds are undisturbed on a busy machine. */
export async function benchDay(threadPath: string): Promise<Row[]> {
  const elements = makeCatalogue(512);
  const records = elements.map(makeRecord);
  const minutes = Float64Array.from({ length: 720 }, (_, step) => step);
  const count = records.length * minutes.length;
  const [reference, ours] = [makeArrays(count), makeArrays(count)];
  const rival = await bulkOfSatelliteJs(records, minutes);
  const bulk = makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]! });
  const pools = await Promise.all(
    [1, 2].map((workerCount) =>
      openStates({ elements, workerCount, startWorker: () => startThread({ path: threadPath }) }),
    ),
  );
  const python = pythonContender(elements, minutes);
  const byWorkers = pools.map((pool, index): Contender => {
    let states: States | undefined;
    return {
      name: index === 0 ? "ours, 1 worker" : "ours, 2 workers",
      run: async () => {
        states = await pool.run({ from: epoch, stepS: 60, stepCount: minutes.length, spare: states });
      },
      worstErrorKm: () => worstKm(states!.positions, reference.positions),
    };
  });
  const rows = await compare({
    benchmark: "512 satellites with drag × 720 minutes",
    itemCount: count,
    contenders: [
      { name: "satellite.js sgp4()", run: () => loop(records, minutes, reference) },
      { name: "satellite.js BulkPropagator", run: rival.run, worstErrorKm: rival.worstErrorKm(reference) },
      ...(python === undefined ? [] : [python]),
      {
        name: "ours, 1 thread",
        run: () => {
          propagateBulk({ bulk, stepCount: minutes.length, minutesOf: () => minutes, ...ours });
        },
        worstErrorKm: () => worstKm(ours.positions, reference.positions),
      },
    ],
    roundCount: 30,
  });
  // Apart from the others and often: two cores must be free at the same moment once.
  const workerRows = await compare({
    benchmark: "the same by workers, into shared memory",
    itemCount: count,
    contenders: byWorkers,
    roundCount: 150,
  });
  for (const pool of pools) pool.close();
  rival.dispose();
  return [...rows, ...workerRows];
}

/**
 * One epoch of 100,000 designed satellites. `sgp4()` and the bulks have a record each, made beforehand, alive and initialised: the loop asks for each
 * one's state and copies six numbers into arrays, as `analyticInto` and all others do. Every contender finds the arrays as the one before left the caches.
 */
export async function benchEpoch(): Promise<Row[]> {
  const design = designElements(
    { altitudeKm: 550, inclinationDeg: 53, planeCount: 250, satellitesPerPlaneCount: 400, raanSpreadDeg: 360 },
    epoch,
  );
  const records = Array.from({ length: 100_000 }, (_, index) =>
    makeRecord(elementsOf(design, Math.floor(index / 400), index % 400)),
  );
  const minutes = new Float64Array(1).fill(777);
  const each = new Float64Array(records.length).fill(777);
  const [reference, ours, closed] = [
    makeArrays(records.length),
    makeArrays(records.length),
    makeArrays(records.length),
  ];
  const rival = await bulkOfSatelliteJs(records, minutes);
  const bulk = makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]! });
  const shell = makeAnalyticShell(design);
  const rows = await compare({
    benchmark: "100,000 designed satellites at one epoch",
    itemCount: records.length,
    contenders: [
      { name: "satellite.js sgp4()", run: () => loop(records, minutes, reference) },
      { name: "satellite.js BulkPropagator", run: rival.run, worstErrorKm: rival.worstErrorKm(reference) },
      {
        name: "ours, 1 thread",
        run: () => {
          bulk.allInto({ minutes: each, ...ours });
        },
        worstErrorKm: () => worstKm(ours.positions, reference.positions),
      },
      {
        name: "ours, 1 thread, positions alone",
        run: () => {
          bulk.allInto({ minutes: each, positions: ours.positions });
        },
        worstErrorKm: () => worstKm(ours.positions, reference.positions),
      },
      {
        name: "closed form",
        run: () => analyticInto({ shell, minutes: 777, ...closed }),
        worstErrorKm: () => worstKm(closed.positions, reference.positions),
      },
      {
        name: "closed form, positions alone",
        run: () => analyticInto({ shell, minutes: 777, positions: closed.positions }),
        worstErrorKm: () => worstKm(closed.positions, reference.positions),
      },
      {
        name: "closed form, plain JavaScript",
        run: () => analyticInto({ shell, minutes: 777, ...closed, isKernelUsed: false }),
        worstErrorKm: () => worstKm(closed.positions, reference.positions),
      },
    ],
    roundCount: 30,
  });
  rival.dispose();
  return rows;
}

/** 64 shells of 125 × 125, as `npx dawnline preset filed-million` has them. */
const filedMillion = Array.from({ length: 64 }, (_, k) => ({
  altitudeKm: 500 + 23.4375 * (k + 0.5),
  planeCount: 125,
  satellitesPerPlaneCount: 125,
  ...(k % 2 === 0
    ? { inclinationDeg: 30, raanSpreadDeg: 360 }
    : { inclinationDeg: "sun-synchronous" as const, ltanH: 18, ltanSpreadH: 1 }),
}));
const makeMillion = () => filedMillion.map((shell) => makeAnalyticShell(designElements(shell, epoch)));

/** The filed million made ready and moved once by a process that does nothing else: times, and the most memory that it had, Node's own included. */
export function flyMillion() {
  const startMs = performance.now();
  const shells = makeMillion();
  const readyMs = performance.now();
  const states = makeArrays(1_000_000);
  let row = 0;
  for (const shell of shells) {
    analyticInto({ shell, minutes: 777, ...states, row });
    row += shell.satelliteCount;
  }
  return {
    readyS: (readyMs - startMs) / 1000,
    frameS: (performance.now() - readyMs) / 1000,
    peakMemoryMB: process.resourceUsage().maxRSS / 1000,
  };
}

/** `flyMillion` from a cold start, the best of five processes. */
export function benchMillion(): Row[] {
  const script = `console.log(JSON.stringify((await import(${JSON.stringify(import.meta.url)})).flyMillion()))`;
  const runs = Array.from({ length: 5 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    if (stdout === "") throw new Error(`bench: the process that flies a million says ${stderr}`);
    return JSON.parse(stdout) as ReturnType<typeof flyMillion>;
  });
  const least = (of: (run: ReturnType<typeof flyMillion>) => number) => Math.min(...runs.map(of));
  const shared = {
    benchmark: "the filed million in a new process",
    itemCount: 1,
    speedRatio: 1,
    peakMemoryMB: Math.max(...runs.map(({ peakMemoryMB }) => peakMemoryMB)),
  };
  return [
    { ...shared, contender: "made ready, closed form", perItemS: least(({ readyS }) => readyS) },
    { ...shared, contender: "all its states for the first time", perItemS: least(({ frameS }) => frameS) },
  ];
}

/** A million made ready: a record each, of which a hundredth is made, or 64 shells in closed form. */
export async function benchReady(): Promise<Row[]> {
  const design = designElements(filedMillion[0]!, epoch);
  return compare({
    benchmark: "a million designed satellites made ready",
    itemCount: 1_000_000,
    contenders: [
      {
        name: "a satellite.js record each",
        itemCount: 10_000,
        run: () => {
          for (let index = 0; index < 10_000; index++)
            makeRecord(elementsOf(design, Math.floor(index / 125), index % 125));
        },
      },
      { name: "closed form", run: makeMillion },
    ],
    roundCount: 3,
  });
}
