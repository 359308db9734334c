/**
 * States of many records by many workers. Blocks of satellites are dealt out in turn and stay where they are, so each record is
 * initialised once, and a state never depends on how many workers there are: results are the same to the last bit.
 */
import { type Bulk, type Instant, type MeanElements, makeBulk, makeRecord, makeTimeGrid, type TimeGrid } from "#engine";
import { openPool, type WorkerPort } from "./pool.ts";

const BLOCK_COUNT = 64;

type Block = { readonly first: number; readonly elements: readonly MeanElements[] };
export type StatesQuestion =
  | { readonly verb: "hold"; readonly block: Block; readonly isKernelUsed: boolean }
  | {
      readonly verb: "move";
      readonly first: number;
      readonly from: Instant;
      readonly stepS: number;
      readonly stepCount: number;
      /** All states of all satellites where memory may be shared; the block's come back with the answer otherwise. */
      readonly shared?: { readonly positions: Float64Array; readonly velocities: Float64Array } | undefined;
    };
export type StatesFailure = { readonly index: number; readonly step: number; readonly reason: string };
export type StatesAnswer = {
  readonly failures: readonly StatesFailure[];
  readonly block?: { readonly positions: Float64Array<ArrayBuffer>; readonly velocities: Float64Array<ArrayBuffer> };
};

/** A worker's part: the blocks that it holds, as one set. */
export function makeStatesServer(): (question: StatesQuestion) => StatesAnswer {
  /** Where a block begins in the set, by its first satellite. */
  const starts = new Map<number, { readonly start: number; readonly satelliteCount: number }>();
  const records: ReturnType<typeof makeRecord>[] = [];
  let bulk: Bulk | undefined;
  let latest: { readonly key: string; readonly grid: TimeGrid } | undefined;
  let isKernelUsed = true;
  return (question) => {
    if (question.verb === "hold") {
      const { first, elements } = question.block;
      starts.set(first, { start: records.length, satelliteCount: elements.length });
      for (const each of elements) records.push(makeRecord(each));
      isKernelUsed = question.isKernelUsed;
      bulk = undefined;
      return { failures: [] };
    }
    const { first, from, stepS, stepCount, shared } = question;
    const block = starts.get(first);
    if (block === undefined) throw new Error(`states: got block ${first}, expected one that this worker holds`);
    bulk ??= makeBulk({ satelliteCount: records.length, recordOf: (index) => records[index]!, isKernelUsed });
    const key = JSON.stringify([from, stepS, stepCount]);
    if (latest?.key !== key) latest = { key, grid: makeTimeGrid({ from, stepS, stepCount }) };
    const length = block.satelliteCount * stepCount * 3;
    const own = shared ?? { positions: new Float64Array(length), velocities: new Float64Array(length) };
    const failures: StatesFailure[] = [];
    for (let within = 0; within < block.satelliteCount; within++) {
      const index = block.start + within;
      const { failure } = bulk.runInto({
        ...own,
        index,
        minutes: latest.grid.minutesAfter(records[index]!.epoch),
        row: ((shared === undefined ? 0 : first) + within) * stepCount,
      });
      if (failure !== undefined) failures.push({ index: first + within, ...failure });
    }
    return shared === undefined ? { failures, block: own as NonNullable<StatesAnswer["block"]> } : { failures };
  };
}

export const transferOfStates = ({ block }: StatesAnswer) =>
  block === undefined ? [] : [block.positions.buffer, block.velocities.buffer];

/** States, [satelliteCount × stepCount × 3], satellite by satellite: TEME, km and km/s, NaN where there is none; refusals by index. */
export type States = {
  readonly positions: Float64Array;
  readonly velocities: Float64Array;
  readonly failures: readonly StatesFailure[];
};

/** Memory that every worker writes into, where the page or the process may share it. */
const makeArray = (length: number, isShared: boolean) =>
  new Float64Array(isShared ? new SharedArrayBuffer(length * 8) : new ArrayBuffer(length * 8));

/**
 * Hands the records to the workers. `run` rejects with the signal's reason when it is aborted, which ends the workers too;
 * `onProgress` hears 0 to 1. `spare`: states of an earlier run of the same size, which are written over.
 */
export async function openStates({
  elements,
  workerCount,
  startWorker,
  signal,
  isKernelUsed = true,
  isShared = typeof SharedArrayBuffer !== "undefined",
}: {
  elements: readonly MeanElements[];
  workerCount: number;
  startWorker: (worker: number) => WorkerPort;
  signal?: AbortSignal | undefined;
  isKernelUsed?: boolean;
  isShared?: boolean;
}) {
  const pool = openPool<StatesQuestion, StatesAnswer>({ workerCount, startWorker, signal });
  const firsts = Array.from({ length: Math.ceil(elements.length / BLOCK_COUNT) }, (_, block) => block * BLOCK_COUNT);
  try {
    await Promise.all(
      firsts.map((first, worker) =>
        pool.ask(
          { verb: "hold", block: { first, elements: elements.slice(first, first + BLOCK_COUNT) }, isKernelUsed },
          worker,
        ),
      ),
    );
  } catch (reason) {
    pool.close();
    throw reason;
  }
  return {
    close: pool.close,
    async run({
      from,
      stepS,
      stepCount,
      spare,
      onProgress = () => {},
    }: {
      from: Instant;
      stepS: number;
      stepCount: number;
      spare?: States | undefined;
      onProgress?: (doneFraction: number) => void;
    }): Promise<States> {
      const length = elements.length * stepCount * 3;
      const positions = spare?.positions ?? makeArray(length, isShared);
      const velocities = spare?.velocities ?? makeArray(length, isShared);
      if (positions.length !== length || velocities.length !== length)
        throw new Error(`states: got spare arrays of ${positions.length}, expected ${length}`);
      let doneCount = 0;
      const question = { verb: "move", from, stepS, stepCount } as const;
      const shared = isShared ? { positions, velocities } : undefined;
      const answers = await Promise.all(
        firsts.map(async (first, worker) => {
          const { failures, block } = await pool.ask({ ...question, first, shared }, worker);
          if (block !== undefined) {
            positions.set(block.positions, first * stepCount * 3);
            velocities.set(block.velocities, first * stepCount * 3);
          }
          onProgress(++doneCount / firsts.length);
          return failures;
        }),
      );
      return { positions, velocities, failures: answers.flat() };
    },
  };
}
