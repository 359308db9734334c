import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { feedsOf } from "./ladder.ts";

/** Names that feed the number somebody points at. */
const litStore = createStore<{ names: ReadonlySet<string> }>()(() => ({ names: new Set() }));

export const light = (names: readonly string[]) => litStore.setState({ names: feedsOf(names) });
export const unlight = () => litStore.setState({ names: new Set() });
export const useLitNames = () => useStore(litStore, ({ names }) => names);
export const useLit = (name: string) => useStore(litStore, ({ names }) => names.has(name));
export const useLitAny = (all: readonly string[]) =>
  useStore(litStore, ({ names }) => all.some((name) => names.has(name)));

/** Handlers for whatever lights its feeds while it is pointed at or holds the focus. */
export const lights = (names: readonly string[]) => ({
  onMouseEnter: () => light(names),
  onMouseLeave: unlight,
  onFocus: () => light(names),
  onBlur: unlight,
});
