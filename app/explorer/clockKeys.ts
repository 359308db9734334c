import { clockRatios, clockStore } from "../state/clock.ts";
import { viewStore } from "../state/view.ts";
import { clockSteps, stepClock } from "./clockSteps.ts";
import { ownsKeys } from "./ownsKeys.ts";

/** Keys of the clock, as they are shown. */
export const clockKeys = [
  { keys: "J, K, L", label: "Backward, pause, forward" },
  { keys: "<, >", label: "Slower, faster" },
  { keys: "Comma, dot", label: "A frame earlier, later" },
  { keys: "S, M, O, D", label: "1 s, 1 min, 1 orbit, 1 day later; with Shift earlier" },
  { keys: "N", label: "Next event; with Shift the one before" },
] as const;

function run(sign: 1 | -1): void {
  const { clockRatio, setClockRatio, setPaused } = clockStore.getState();
  setClockRatio(sign * Math.abs(clockRatio));
  setPaused(false);
}

function changeSpeed(isFaster: boolean): void {
  const { clockRatio, setClockRatio } = clockStore.getState();
  const speed = Math.abs(clockRatio);
  const next = isFaster ? clockRatios.find((ratio) => ratio > speed) : clockRatios.findLast((ratio) => ratio < speed);
  if (next !== undefined) setClockRatio(Math.sign(clockRatio) * next);
}

/** Whether the key was one of the clock's. */
function answer(event: KeyboardEvent, goToEvent: (isLater: boolean) => void): boolean {
  const key = event.key.toLowerCase();
  switch (key) {
    case "j":
      run(-1);
      return true;
    case "k":
      clockStore.getState().setPaused(true);
      return true;
    case "l":
      run(1);
      return true;
    case "<":
    case ">":
      changeSpeed(key === ">");
      return true;
    case ",":
    case ".":
      stepClock("frame", key === ".");
      return true;
    case "n":
      goToEvent(!event.shiftKey);
      return true;
    default: {
      const step = clockSteps.find((each) => each.key === key);
      if (step === undefined) return false;
      stepClock(step.id, !event.shiftKey);
      return true;
    }
  }
}

/** Binds the clock's keys while the explorer is in front. Answers with the way to unbind. */
export function bindClockKeys(target: Window, goToEvent: (isLater: boolean) => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (viewStore.getState().view !== "explore" || ownsKeys(event.target, event.key)) return;
    if (answer(event, goToEvent)) event.preventDefault();
  };
  target.addEventListener("keydown", listen);
  return () => target.removeEventListener("keydown", listen);
}
