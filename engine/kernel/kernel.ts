/**
 * The compiled kernel and its memory: constants of satellites go in once, times go in and states come out in tiles.
 * One kernel holds one set of satellites; it has a memory of its own and shares nothing.
 */
import kernelBytes from "./assembly/sgp4.ts?kernel";
import * as layout from "./layout.ts";
import { openWasm, type WasmMemory } from "./wasm.ts";

const { CONSTANT_COUNT, CONSTANTS_AT, MINUTES_AT, POSITIONS_AT, SPREAD_AT, TILE_COUNT, VELOCITIES_AT } = layout;

/** All zero where there is no drag; the others of drag are then multiplied by one of them. */
const dragConstants = [
  layout.NODE_DRAG,
  layout.C1,
  layout.D2,
  layout.D3,
  layout.D4,
  layout.L2,
  layout.L3,
  layout.L4,
  layout.L5,
  layout.PERIGEE_DRAG,
  layout.ANOMALY_DRAG,
  layout.ECCENTRICITY_DRAG,
  layout.ECCENTRICITY_DRAG_SINE,
];

/** Lengths and places in bytes, but for the count of pairs. */
type Move = (
  constants: number,
  stride: number,
  minutes: number,
  positions: number,
  velocities: number,
  pairCount: number,
) => number;
type Exports = WasmMemory & {
  spread(pair: number, lane: number, to: number, count: number): void;
  readonly propagate: Move;
  readonly coast: Move;
};

const PAIR_BYTES = CONSTANT_COUNT * 16;
/** States that are moved together: two vectors of two. */
const GROUP_COUNT = 4;

export type Kernel = {
  readonly roomCount: number;
  /** [satelliteCount × CONSTANT_COUNT] of one satellite, as `layout.ts` orders them. NaN anywhere leaves it without states. */
  readonly setConstants: (satellite: number, constants: ArrayLike<number>) => void;
  /** One satellite at `count` times, at most TILE_COUNT, from `minutes[from]`. True when all have a state. */
  readonly moveOne: (of: { satellite: number; minutes: ArrayLike<number>; from: number; count: number }) => boolean;
  /** `count` satellites from an even one, at most TILE_COUNT, each at its own `minutes[satellite]`. */
  readonly moveMany: (of: { first: number; minutes: ArrayLike<number>; count: number }) => boolean;
  /** States of the last call, [TILE_COUNT × 3]: TEME, km and km/s. x is NaN where there is none; the rest is then void. */
  readonly positions: Float64Array;
  readonly velocities: Float64Array;
};

/** A kernel with room for so many satellites, or undefined where there is no WebAssembly with SIMD, or no memory. */
export function openKernel(satelliteCount: number): Kernel | undefined {
  // The last group is full: its missing members are the constants of nothing, all zero.
  const pairCount = 2 * Math.ceil(satelliteCount / GROUP_COUNT);
  const exports = openWasm<Exports>(kernelBytes, CONSTANTS_AT + pairCount * PAIR_BYTES);
  if (exports === undefined) return undefined;
  const { memory, spread, propagate, coast } = exports;
  const view = (at: number, length: number) => new Float64Array(memory.buffer, at, length);
  const constants = view(CONSTANTS_AT, pairCount * CONSTANT_COUNT * 2);
  const times = view(MINUTES_AT, TILE_COUNT);
  const isDragged = new Uint8Array(satelliteCount);
  const pairAt = (satellite: number) => CONSTANTS_AT + (satellite >> 1) * PAIR_BYTES;

  /** Times of a tile; its last group is filled up. Answers with the number of pairs. */
  function setTimes(minutes: ArrayLike<number>, from: number, count: number): number {
    for (let row = 0; row < count; row++) times[row] = minutes[from + row]!;
    const fullCount = Math.ceil(count / GROUP_COUNT) * GROUP_COUNT;
    times.fill(times[count - 1]!, count, fullCount);
    return fullCount / 2;
  }

  return {
    roomCount: satelliteCount,
    setConstants(satellite, values) {
      const start = (satellite >> 1) * CONSTANT_COUNT * 2 + (satellite & 1);
      for (let index = 0; index < CONSTANT_COUNT; index++) constants[start + index * 2] = values[index]!;
      isDragged[satellite] = dragConstants.some((index) => values[index] !== 0) ? 1 : 0;
    },
    moveOne({ satellite, minutes, from, count }) {
      spread(pairAt(satellite), satellite & 1, SPREAD_AT, CONSTANT_COUNT);
      const pairs = setTimes(minutes, from, count);
      const move = isDragged[satellite] === 1 ? propagate : coast;
      return move(SPREAD_AT, 0, MINUTES_AT, POSITIONS_AT, VELOCITIES_AT, pairs) === 1;
    },
    moveMany({ first, minutes, count }) {
      const pairs = setTimes(minutes, first, count);
      const move = isDragged.subarray(first, first + count).includes(1) ? propagate : coast;
      return move(pairAt(first), PAIR_BYTES, MINUTES_AT, POSITIONS_AT, VELOCITIES_AT, pairs) === 1;
    },
    positions: view(POSITIONS_AT, TILE_COUNT * 3),
    velocities: view(VELOCITIES_AT, TILE_COUNT * 3),
  };
}
