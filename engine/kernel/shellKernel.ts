/**
 * The kernel of designed shells and its memory: the numbers of a shell's moment, planes and slots go in, states come out in tiles.
 * It keeps nothing between calls; one serves all shells of a thread.
 */
import shellBytes from "./assembly/shell.ts?kernel";
import * as layout from "./shellLayout.ts";
import { openWasm, type WasmMemory } from "./wasm.ts";

const { GROUP_COUNT, MOMENT_COUNT, PLANE_COUNT, SLOT_ROOM_COUNT, TILE_COUNT } = layout;

type Exports = WasmMemory & {
  spread(count: number): void;
  states(slot: number, slotCount: number, count: number): void;
  places(slot: number, slotCount: number, count: number): void;
};
type Numbers = Float64Array | Float32Array;

export type ShellKernel = {
  /**
   * States of satellites `first` to `end` − 1, into [count × 3] arrays from `row`: TEME, km and km/s. `moment`: as shellLayout.ts orders it;
   * `planeTurns`: [planeCount × PLANE_COUNT].
   */
  readonly move: (of: {
    moment: Float64Array;
    planeTurns: Float64Array;
    slotCosines: Float64Array;
    slotSines: Float64Array;
    first: number;
    end: number;
    positions: Numbers;
    velocities?: Numbers | undefined;
    row: number;
  }) => void;
};

/** A kernel, or undefined where there is no WebAssembly with SIMD. */
export function openShellKernel(): ShellKernel | undefined {
  const exports = openWasm<Exports>(shellBytes, layout.END_AT);
  if (exports === undefined) return undefined;
  const view = (at: number, length: number) => new Float64Array(exports.memory.buffer, at, length);
  const momentView = view(layout.MOMENT_AT, MOMENT_COUNT);
  const planes = view(layout.PLANES_AT, (TILE_COUNT + 1) * PLANE_COUNT);
  const cosines = view(layout.SLOT_COSINES_AT, SLOT_ROOM_COUNT + GROUP_COUNT);
  const sines = view(layout.SLOT_SINES_AT, SLOT_ROOM_COUNT + GROUP_COUNT);
  const positionsOut = view(layout.POSITIONS_AT, TILE_COUNT * 3);
  const velocitiesOut = view(layout.VELOCITIES_AT, TILE_COUNT * 3);
  return {
    move({ moment, planeTurns, slotCosines, slotSines, first, end, positions, velocities, row }) {
      const slotCount = slotCosines.length;
      momentView.set(moment);
      exports.spread(MOMENT_COUNT);
      const hasRoom = slotCount <= SLOT_ROOM_COUNT;
      if (hasRoom) {
        cosines.set(slotCosines);
        sines.set(slotSines);
      }
      const advance = velocities === undefined ? exports.places : exports.states;
      let at = row * 3;
      for (let index = first; index < end; ) {
        const plane = Math.floor(index / slotCount);
        const slot = index - plane * slotCount;
        const count = Math.min(TILE_COUNT, end - index, hasRoom ? TILE_COUNT : slotCount - slot);
        if (!hasRoom) {
          cosines.set(slotCosines.subarray(slot, slot + count));
          sines.set(slotSines.subarray(slot, slot + count));
        }
        const planeEnd = plane + Math.ceil((slot + count) / slotCount);
        planes.set(planeTurns.subarray(plane * PLANE_COUNT, planeEnd * PLANE_COUNT));
        advance(hasRoom ? slot : 0, hasRoom ? slotCount : count, count);
        const isFull = count === TILE_COUNT;
        positions.set(isFull ? positionsOut : positionsOut.subarray(0, count * 3), at);
        velocities?.set(isFull ? velocitiesOut : velocitiesOut.subarray(0, count * 3), at);
        index += count;
        at += count * 3;
      }
    },
  };
}
