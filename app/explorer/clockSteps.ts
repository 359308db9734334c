import { createStore } from "zustand/vanilla";
import { clockStore } from "../state/clock.ts";
import { selectionStore } from "../state/selection.ts";
import { orbitPeriodS } from "./orbitPeriod.ts";
import { sky } from "./sky.ts";

/** What the clock steps by, with the key that does it: later, and with Shift earlier. A frame back has a key of its own. */
export const clockSteps = [
  { id: "frame", label: "Frame", key: "." },
  { id: "second", label: "1 s", key: "s" },
  { id: "minute", label: "1 min", key: "m" },
  { id: "orbit", label: "1 orbit", key: "o" },
  { id: "day", label: "1 day", key: "d" },
] as const;
export type ClockStepId = (typeof clockSteps)[number]["id"];

/** The step that the buttons take. */
export const clockStepStore = createStore<{ readonly id: ClockStepId }>()(() => ({ id: "minute" }));

const spansS = { second: 1, minute: 60, day: 86_400 } as const;

/** One orbit: of the selected satellite, or of the fleet's first shell. */
function orbitS(): number {
  const shown = sky.shown();
  const { selectedIndex } = selectionStore.getState();
  return shown === undefined ? 0 : orbitPeriodS(shown.flight, shown.listed?.a, selectedIndex);
}

/** Steps the clock once, later or earlier; as many steps back end where it began. A frame also stops it. */
export function stepClock(id: ClockStepId, isLater: boolean): void {
  const { stepBy, stepFrames } = clockStore.getState();
  const sign = isLater ? 1 : -1;
  if (id === "frame") stepFrames(sign);
  else stepBy(sign * (id === "orbit" ? orbitS() : spansS[id]));
}
