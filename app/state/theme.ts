import { createStore } from "zustand/vanilla";

export type Scheme = "dark" | "light";
/** The browser's key for the theme; index.html reads it before the first paint. */
export const THEME_KEY = "dawnline-theme";

const asked = (): Scheme => (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
function kept(): Scheme | undefined {
  try {
    const value = localStorage.getItem(THEME_KEY);
    return value === "dark" || value === "light" ? value : undefined;
  } catch {
    return undefined;
  }
}

export type ThemeState = { readonly scheme: Scheme; toggle(): void };

/** Follows the system until a person chooses; the choice is kept. */
export const themeStore = createStore<ThemeState>()((update, get) => ({
  scheme: kept() ?? asked(),
  toggle() {
    const scheme: Scheme = get().scheme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(THEME_KEY, scheme);
    } catch {
      // A browser that keeps nothing still shows the theme until the tab closes.
    }
    update({ scheme });
  },
}));

matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => {
  if (kept() === undefined) themeStore.setState({ scheme: asked() });
});
