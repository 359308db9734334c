import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { PlaceQuestion } from "../worker/messages.ts";

export type GroundState = {
  /** The place that is stood at; kept while the view is closed. */
  readonly place: PlaceQuestion | undefined;
  readonly isOpen: boolean;
  /** Sites' circles are drawn for this shell, by its place among the flight's. */
  readonly shellIndex: number;
  /** How many satellites each site may use now, by its name. */
  readonly siteCounts: ReadonlyMap<string, number>;
  choose(place: PlaceQuestion | undefined): void;
  /** Opens the sky over a place, or over the one that is chosen. */
  open(place?: PlaceQuestion): void;
  close(): void;
  chooseShell(shellIndex: number): void;
};

/** The place on the ground that a person looks up from. */
export const groundStore = createStore<GroundState>()((update, get) => ({
  place: undefined,
  isOpen: false,
  shellIndex: 0,
  siteCounts: new Map(),
  choose: (place) => update({ place, isOpen: place !== undefined && get().isOpen }),
  open: (place = get().place) => update({ place, isOpen: place !== undefined }),
  close: () => update({ isOpen: false }),
  chooseShell: (shellIndex) => update({ shellIndex }),
}));
export const useGround = <Part>(pick: (state: GroundState) => Part) => useStore(groundStore, pick);
