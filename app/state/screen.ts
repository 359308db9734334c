import { createStore } from "zustand/vanilla";

/** Whether the globe has the whole screen: bars and panels are put away until a person comes back. */
export const screenStore = createStore<{ readonly isWhole: boolean }>()(() => ({ isWhole: false }));

const setWhole = (isWhole: boolean) => {
  document.documentElement.dataset["whole"] = String(isWhole);
  screenStore.setState({ isWhole });
};

/** Requests under way: what the browser tells meanwhile is their answer, or that of one since taken back. */
let settlingCount = 0;
let settled = Promise.resolve();

/** Brings the browser to what is wanted by then, one request after the other: it refuses, or crosses, those that overlap. */
function settle(): Promise<void> {
  settlingCount++;
  settled = settled
    .then(async () => {
      const { isWhole } = screenStore.getState();
      if (isWhole === (document.fullscreenElement !== null)) return;
      if (!isWhole) await document.exitFullscreen();
      else if (document.fullscreenEnabled) await document.documentElement.requestFullscreen();
    })
    .catch(() => {})
    .finally(() => {
      settlingCount--;
    });
  return settled;
}

/** The whole screen where the browser gives it, else the whole page. */
export function enterWhole(): Promise<void> {
  setWhole(true);
  return settle();
}

export function leaveWhole(): Promise<void> {
  setWhole(false);
  return settle();
}

export const toggleWhole = (): Promise<void> => (screenStore.getState().isWhole ? leaveWhole() : enterWhole());

/** Follows the browser, whose own Esc leaves the whole screen. Answers with the way to stop. */
export function followScreen(): () => void {
  const follow = () => {
    if (settlingCount === 0 && document.fullscreenElement === null) setWhole(false);
  };
  document.addEventListener("fullscreenchange", follow);
  return () => document.removeEventListener("fullscreenchange", follow);
}
