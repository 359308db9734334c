import { cameraModeStore, chaseWays } from "../state/cameraMode.ts";
import { clockStore } from "../state/clock.ts";
import { nextColourMode } from "../state/colour.ts";
import { leaveWhole, screenStore, toggleWhole } from "../state/screen.ts";
import { selectionStore } from "../state/selection.ts";
import { viewStore } from "../state/view.ts";
import { engineClient } from "../worker/client.ts";
import { savePicture } from "./capture/captureStore.ts";
import { moveCamera } from "./moveCamera.ts";
import { ownsKeys } from "./ownsKeys.ts";

const TURN_RAD = 0.09;
const ZOOM_RATIO = 0.85;

/** Keys of the explorer, as they are shown. */
export const globeKeys = [
  { keys: "Space", label: "Pause or play" },
  { keys: "Left, Right", label: "Along the plane, or turn" },
  { keys: "Up, Down", label: "To the next plane, or tilt" },
  { keys: "+, −", label: "Nearer or farther" },
  { keys: "Shift + arrows", label: "Turn or tilt" },
  ...chaseWays.map(({ key, label }) => ({ keys: key.toUpperCase(), label })),
  { keys: "C", label: "Colour by the next" },
  { keys: "P", label: "Save a picture" },
  { keys: "W", label: "Full screen" },
  { keys: "Esc", label: "Back to the Earth, clear the selection" },
];

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
    if (selectedIndex === undefined || event.shiftKey) moveCamera(arrow);
    else void step(arrow, selectedIndex);
    return true;
  }
  const { mode, enter } = cameraModeStore.getState();
  const way = chaseWays.find(({ key }) => key === event.key);
  if (way !== undefined) {
    if (selectedIndex === undefined) return false;
    enter(mode === way.mode ? "earth" : way.mode);
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
      moveCamera({ zoomRatio: ZOOM_RATIO });
      return true;
    case "-":
      moveCamera({ zoomRatio: 1 / ZOOM_RATIO });
      return true;
    case "c":
      nextColourMode();
      return true;
    case "p":
      void savePicture(1);
      return true;
    case "w":
      void toggleWhole();
      return true;
    case "Escape":
      // Where the browser gives no full screen of its own, its key does not leave it either.
      if (screenStore.getState().isWhole) {
        void leaveWhole();
        return true;
      }
      if (selectedIndex === undefined) return false;
      if (mode === "earth") select(undefined);
      else enter("earth");
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
