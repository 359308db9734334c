import { createStore } from "zustand/vanilla";
import { type ColourMode, colourStore } from "../state/colour.ts";
import { missionStore } from "../state/mission.ts";
import { engineClient } from "../worker/client.ts";
import type { CycleTablesAnswer } from "../worker/messages.ts";

export type CycleStoreState = {
  /** Of the mission shown; undefined while nobody colours by it, or on the way. */
  readonly cycles: CycleTablesAnswer | undefined;
  readonly doneFraction: number;
  readonly issue: string | undefined;
};
const none: CycleStoreState = { cycles: undefined, doneFraction: 0, issue: undefined };

/** The time-stepped orbits that points are coloured by. */
export const cycleStore = createStore<CycleStoreState>()(() => none);

/** Pause after the last edit, milliseconds. */
const EDIT_PAUSE_MS = 250;
export const isCycleMode = (mode: ColourMode) => mode === "power" || mode === "temperature";

/** Keeps the orbits in step with the mission while they are a colour. Answers with the way to stop. */
export function followCycles(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  let askedFor: unknown;
  async function ask(): Promise<void> {
    const { document } = missionStore.getState();
    if (!isCycleMode(colourStore.getState().mode) || askedFor === document) return;
    askedFor = document;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    cycleStore.setState({ doneFraction: 0, issue: undefined });
    try {
      const onProgress = (doneFraction: number) => {
        if (!signal.aborted) cycleStore.setState({ doneFraction });
      };
      const { cycles, issue } = await engineClient.cycleTables(document, { signal, onProgress });
      if (!signal.aborted) cycleStore.setState({ cycles, issue, doneFraction: 1 });
    } catch (reason) {
      if (signal.aborted) return;
      askedFor = undefined;
      cycleStore.setState({ cycles: undefined, issue: reason instanceof Error ? reason.message : String(reason) });
    }
  }
  const stopMission = missionStore.subscribe(({ document }, before) => {
    if (document === before.document) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), EDIT_PAUSE_MS);
  });
  const stopColour = colourStore.subscribe(() => void ask());
  void ask();
  return () => {
    clearTimeout(timer);
    stopMission();
    stopColour();
    asking.abort();
    cycleStore.setState(none);
  };
}
