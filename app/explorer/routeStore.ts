import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { PlaceQuestion, RouteAnswer } from "../worker/messages.ts";

export type RouteState = {
  readonly from: PlaceQuestion | undefined;
  readonly to: PlaceQuestion | undefined;
  /** The newest answer for these two places. */
  readonly answer: RouteAnswer | undefined;
  choose(ends: { from?: PlaceQuestion | undefined; to?: PlaceQuestion | undefined }): void;
  take(answer: RouteAnswer | undefined): void;
};

/** The two places between which the fleet carries light. */
export const routeStore = createStore<RouteState>()((update) => ({
  from: undefined,
  to: undefined,
  answer: undefined,
  choose: (ends) => update({ ...ends, answer: undefined }),
  take: (answer) => update({ answer }),
}));
export const useRoute = <Part>(pick: (state: RouteState) => Part) => useStore(routeStore, pick);
