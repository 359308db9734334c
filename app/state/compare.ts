import { createStore } from "zustand/vanilla";
import type { Answer } from "./plan.ts";

export type CompareState = {
  /** The design that was set aside to compare with: its mission and what the engine said about it. */
  readonly kept: Answer | undefined;
  keep(answer: Answer): void;
  drop(): void;
};

/** Two designs side by side: one is kept here, the other is the mission in hand. */
export const compareStore = createStore<CompareState>()((update) => ({
  kept: undefined,
  keep: (kept) => update({ kept }),
  drop: () => update({ kept: undefined }),
}));
