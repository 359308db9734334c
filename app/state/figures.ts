import { createStore } from "zustand/vanilla";
import type { Figure } from "#engine";

/** The time-stepped orbit costs more than the plan, so it comes after it; the other figures stand in the report. */
export type FigureState = {
  /** The newest that has come; it stays while the next is on its way. */
  readonly cycle: Figure | undefined;
  /** A newer mission has been planned since. */
  readonly isStale: boolean;
  /** The newest mission's has been worked out, or could not be. */
  readonly isSettled: boolean;
  await(): void;
  arrive(cycle: Figure | undefined): void;
};

export const figureStore = createStore<FigureState>()((update) => ({
  cycle: undefined,
  isStale: false,
  isSettled: false,
  await: () => update({ isStale: true, isSettled: false }),
  arrive: (cycle) => update({ cycle, isStale: false, isSettled: true }),
}));
