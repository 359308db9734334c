import { createStore } from "zustand/vanilla";

export type SelectionState = {
  /** Index of the chosen satellite, counted over the whole flight. */
  readonly selectedIndex: number | undefined;
  select(index: number | undefined): void;
};

/** The satellite that a person reads about. */
export const selectionStore = createStore<SelectionState>()((update) => ({
  selectedIndex: undefined,
  select: (selectedIndex) => update({ selectedIndex }),
}));
