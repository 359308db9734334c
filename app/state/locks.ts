import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type LockState = {
  /** Paths of inputs that presets and goal seeking leave as they are; they cannot be typed into either. */
  readonly paths: readonly string[];
  toggle(path: string): void;
  /** Another document came in: what was held belonged to the last. */
  clear(): void;
};

export const lockStore = createStore<LockState>()((update, get) => ({
  paths: [],
  toggle: (path) => {
    const { paths } = get();
    update({ paths: paths.includes(path) ? paths.filter((each) => each !== path) : [...paths, path] });
  },
  clear: () => update({ paths: [] }),
}));

export const useLock = (path: string) => useStore(lockStore, ({ paths }) => paths.includes(path));
