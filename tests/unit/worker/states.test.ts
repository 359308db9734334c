import { beforeAll, describe, expect, test } from "vitest";
import { type MeanElements, makeRecord, minutesSinceEpoch, parseInstant, propagateState } from "#engine";
import { ensureBuilt } from "../../../app/cli/build.js";
import { startThread } from "../../../app/cli/threads.ts";
import type { WorkerPort } from "../../../app/worker/pool.ts";
import { makeStatesServer, openStates, type States } from "../../../app/worker/states.ts";
import { makeDice } from "../../dice.ts";

const epoch = parseInstant("2027-01-01T00:00:00Z")!;
const dice = makeDice(7);

/** Near-Earth orbits, with some of deep space, some that decay within the day, and epochs of their own. */
const elements: MeanElements[] = Array.from({ length: 330 }, (_, index) => ({
  epoch: { day: epoch.day - (index % 3), secondS: 1000 * dice() },
  inclinationDeg: 100 * dice(),
  raanDeg: 360 * dice(),
  eccentricityRatio: index % 10 === 3 ? 0.6 : 0.01 * dice(),
  argumentOfPerigeeDeg: 360 * dice(),
  meanAnomalyDeg: 360 * dice(),
  meanMotionRevPerDay: index % 10 === 3 ? 2.0056 : 15.2 + 0.2 * dice(),
  bstarPerRadius: index % 40 === 5 ? 0.5 : 1e-5,
}));
const time = { from: epoch, stepS: 60, stepCount: 100 };

let path = "";
beforeAll(async () => {
  path = `${await ensureBuilt("cli")}/main.js`;
});
const startWorker = () => startThread({ path });

const bitsOf = ({ positions, velocities }: States) => [
  new BigUint64Array(new Float64Array(positions).buffer),
  new BigUint64Array(new Float64Array(velocities).buffer),
];
async function statesOf(options: { workerCount: number; isShared?: boolean; isKernelUsed?: boolean }) {
  const pool = await openStates({ elements, startWorker, ...options });
  try {
    return await pool.run(time);
  } finally {
    pool.close();
  }
}

describe("states by workers", () => {
  test("are the same for 1 to 8 workers to the last bit, with memory shared or not", async () => {
    const one = await statesOf({ workerCount: 1 });
    const bits = bitsOf(one);
    expect(one.failures.length).toBeGreaterThan(1);
    for (const options of [{ workerCount: 2 }, { workerCount: 3, isShared: false }, { workerCount: 8 }]) {
      const many = await statesOf(options);
      expect(bitsOf(many)).toEqual(bits);
      expect(many.failures).toEqual(one.failures);
    }
  });

  test("are sgp4()'s, satellite by satellite", async () => {
    const { positions, failures } = await statesOf({ workerCount: 2 });
    const failed = new Set(failures.map(({ index }) => index));
    for (const index of [0, 3, 64, 129, 329]) {
      const state = propagateState(
        makeRecord(elements[index]!),
        minutesSinceEpoch(elements[index]!.epoch, { ...epoch, secondS: 99 * 60 }),
      );
      const at = (index * time.stepCount + 99) * 3;
      if ("reason" in state) expect(failed).toContain(index);
      // 1e-6 km is asked for; a day's rounding is a thousandth of it.
      else
        expect(Math.hypot(...state.positionTemeKm.map((value, axis) => value - positions[at + axis]!))).toBeLessThan(
          1e-8,
        );
    }
  });

  test("tell how far they are, and write over states that are no longer needed", async () => {
    const pool = await openStates({ elements, startWorker, workerCount: 2 });
    const heard: number[] = [];
    const first = await pool.run({ ...time, onProgress: (doneFraction) => heard.push(doneFraction) });
    const bits = bitsOf(first);
    const second = await pool.run({ ...time, spare: first });
    pool.close();
    expect(heard.at(-1)).toBe(1);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(second.positions).toBe(first.positions);
    expect(bitsOf(second)).toEqual(bits);
    await expect(pool.run(time)).rejects.toThrow("the pool was closed");
  });

  test("end when they are aborted: before, while starting, and at work", async () => {
    const reason = new Error("enough");
    await expect(openStates({ elements, startWorker, workerCount: 2, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    const starting = new AbortController();
    const opening = openStates({ elements, startWorker, workerCount: 2, signal: starting.signal });
    starting.abort(reason);
    await expect(opening).rejects.toBe(reason);
    const working = new AbortController();
    const pool = await openStates({ elements, startWorker, workerCount: 2, signal: working.signal });
    const running = pool.run({ ...time, onProgress: () => working.abort(reason) });
    await expect(running).rejects.toBe(reason);
    await expect(pool.run(time)).rejects.toBe(reason);
  });

  test("a worker that cannot start ends the run with its own words", async () => {
    const broken = () => startThread({ path: `${path}.missing` });
    await expect(openStates({ elements, startWorker: broken, workerCount: 2 })).rejects.toThrow(
      /a worker stopped: .*Cannot find module/,
    );
  });

  test("what goes wrong in an answer reaches who asked", async () => {
    const answerTo = makeStatesServer();
    expect(() => answerTo({ verb: "move", first: 5, ...time })).toThrow(/block 5/);
    let listeners: Parameters<WorkerPort["listen"]>[0] | undefined;
    const failing: WorkerPort = {
      post: (message) =>
        listeners?.onMessage({ number: (message as { number: number }).number, failure: "no such block" }),
      listen: (given) => {
        listeners = given;
      },
      close: () => {},
    };
    await expect(openStates({ elements, startWorker: () => failing, workerCount: 1 })).rejects.toThrow("no such block");
  });
});
