import { createStore } from "zustand/vanilla";

/** Whether the globe has the whole screen: bars and panels are put away until a person comes back. */
export const screenStore = createStore<{ readonly isWhole: boolean }>()(() => ({ isWhole: false }));

const setWhole = (isWhole: boolean) => {
  document.documentElement.dataset["whole"] = String(isWhole);
  screenStore.setState({ isWhole });
};

/** The whole screen where the browser gives it, else the whole page. */
export async function enterWhole(): Promise<void> {
  setWhole(true);
  const root = document.documentElement;
  if (document.fullscreenEnabled && document.fullscreenElement === null) await root.requestFullscreen().catch(() => {});
}

export async function leaveWhole(): Promise<void> {
  setWhole(false);
  if (document.fullscreenElement !== null) await document.exitFullscreen().catch(() => {});
}

export const toggleWhole = (): Promise<void> => (screenStore.getState().isWhole ? leaveWhole() : enterWhole());

/** Follows the browser, whose own Esc leaves the whole screen. Answers with the way to stop. */
export function followScreen(): () => void {
  const follow = () => {
    if (document.fullscreenElement === null) setWhole(false);
  };
  document.addEventListener("fullscreenchange", follow);
  return () => document.removeEventListener("fullscreenchange", follow);
}
