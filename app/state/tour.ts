import { createStore } from "zustand/vanilla";
import { browserStore, type Store } from "./storage.ts";

/** The browser's key for whoever has seen the first minute, or has put it away. */
const TOUR_KEY = "dawnline-tour";
export const TOUR_STEP_COUNT = 6;

export type TourState = {
  /** From 0; undefined while there is no tour. */
  readonly step: number | undefined;
  /** Whether a person asked for it: then it takes the focus. */
  readonly isAsked: boolean;
  start(how: { isAsked: boolean }): void;
  /** To another step; past the last one ends it. */
  go(step: number): void;
  end(): void;
};

export function createTourStore(store: () => Store | undefined) {
  return createStore<TourState>()((update, get) => ({
    step: undefined,
    isAsked: false,
    start: ({ isAsked }) => update({ step: 0, isAsked }),
    go(step) {
      if (step >= TOUR_STEP_COUNT) get().end();
      else update({ step: Math.max(0, step) });
    },
    end() {
      update({ step: undefined });
      try {
        store()?.setItem(TOUR_KEY, "seen");
      } catch {
        // A browser that keeps nothing shows it again the next time.
      }
    },
  }));
}

export const tourStore = createTourStore(browserStore);

/** Whether the tour should come by itself: on a first visit, with nothing else asked for, to a person. */
export function isFirstVisit({
  store,
  hasWork,
  hasLink,
  isDriven,
}: {
  store: Store | undefined;
  hasWork: boolean;
  hasLink: boolean;
  /** A script drives the browser. */
  isDriven: boolean;
}): boolean {
  if (store === undefined || hasWork || hasLink || isDriven) return false;
  try {
    return store.getItem(TOUR_KEY) === null;
  } catch {
    return false;
  }
}
