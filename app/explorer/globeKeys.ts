import { clockStore } from "../state/clock.ts";
import { selectionStore } from "../state/selection.ts";
import { viewStore } from "../state/view.ts";
import { engineClient } from "../worker/client.ts";
import { cameraRig } from "./cameraRig.ts";
import { ownsKeys } from "./ownsKeys.ts";

const TURN_RAD = 0.09;
const ZOOM_RATIO = 0.85;

/** Keys of the explorer, as they are shown. */
export const globeKeys = [
  { keys: "Space", label: "Pause or play" },
  { keys: "Left, Right", label: "Along the plane, or turn" },
  { keys: "Up, Down", label: "To the next plane, or tilt" },
  { keys: "+, −", label: "Nearer or farther" },
  { keys: "Esc", label: "Clear the selection" },
] as const;

const arrows: Readonly<Record<string, { planeStep: number; slotStep: number; turnRad: number; liftRad: number }>> = {
  ArrowLeft: { planeStep: 0, slotStep: -1, turnRad: -TURN_RAD, liftRad: 0 },
  ArrowRight: { planeStep: 0, slotStep: 1, turnRad: TURN_RAD, liftRad: 0 },
  ArrowUp: { planeStep: 1, slotStep: 0, turnRad: 0, liftRad: TURN_RAD },
  ArrowDown: { planeStep: -1, slotStep: 0, turnRad: 0, liftRad: -TURN_RAD },
};

async function step({ planeStep, slotStep }: { planeStep: number; slotStep: number }, index: number): Promise<void> {
  const next = await engineClient.neighbour({ index, planeStep, slotStep }).catch(() => undefined);
  // The selection may have changed while the engine looked.
  if (next !== undefined && selectionStore.getState().selectedIndex === index) selectionStore.getState().select(next);
}

function answer(event: KeyboardEvent): boolean {
  const { selectedIndex, select } = selectionStore.getState();
  const arrow = arrows[event.key];
  if (arrow !== undefined) {
    if (selectedIndex === undefined) cameraRig.move(arrow);
    else void step(arrow, selectedIndex);
    return true;
  }
  switch (event.key) {
    case " ": {
      const { paused, setPaused } = clockStore.getState();
      setPaused(!paused);
      return true;
    }
    case "+":
    case "=":
      cameraRig.move({ zoomRatio: ZOOM_RATIO });
      return true;
    case "-":
      cameraRig.move({ zoomRatio: 1 / ZOOM_RATIO });
      return true;
    case "Escape":
      if (selectedIndex === undefined) return false;
      select(undefined);
      return true;
    default:
      return false;
  }
}

/** Binds the explorer's keys while it is in front. Answers with the way to unbind. */
export function bindGlobeKeys(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (viewStore.getState().view !== "explore" || ownsKeys(event.target, event.key)) return;
    if (answer(event)) event.preventDefault();
  };
  target.addEventListener("keydown", listen);
  return () => target.removeEventListener("keydown", listen);
}
