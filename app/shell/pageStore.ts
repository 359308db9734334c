import { createStore } from "zustand/vanilla";

/** A page that lies over the windows: what is new, or all keys. */
export type Page = "news" | "keys";
export const pageStore = createStore<{ page: Page | undefined; open(page: Page): void; close(): void }>()((update) => ({
  page: undefined,
  open: (page) => update({ page }),
  close: () => update({ page: undefined }),
}));
