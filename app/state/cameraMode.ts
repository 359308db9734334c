import { createStore } from "zustand/vanilla";

/** What the camera is bound to: the Earth, or the selected satellite. */
export type CameraMode = "earth" | "follow" | "ride" | "back";

/** The ways to go with the selected satellite, as buttons, palette and keys name them. */
export const chaseWays = [
  { mode: "follow", key: "f", label: "Follow", help: "Turn round it while the Earth turns below" },
  { mode: "ride", key: "r", label: "Ride along", help: "Look ahead from the satellite" },
  { mode: "back", key: "b", label: "Look back", help: "Look down at the Earth from the satellite" },
] as const satisfies readonly { mode: CameraMode; key: string; label: string; help: string }[];

export type CameraModeState = {
  readonly mode: CameraMode;
  enter(mode: CameraMode): void;
};

/** Outlives the canvas: a lost graphics context keeps its mode. */
export const cameraModeStore = createStore<CameraModeState>()((update) => ({
  mode: "earth",
  enter: (mode) => update({ mode }),
}));
