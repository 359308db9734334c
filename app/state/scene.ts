import { createStore } from "zustand/vanilla";
import type { SharedClock, SharedScene } from "./sharedScene.ts";

export type WantedScene = {
  /** The mission that it belongs to, as the mission's store holds it. */
  readonly document: unknown;
  readonly scene: SharedScene;
  readonly clock: SharedClock;
};
export type SceneState = {
  /** Says what the explorer shows; undefined while it is closed. */
  readonly read: (() => SharedScene) | undefined;
  /** What a link asks to be shown, until the explorer has taken it. */
  readonly wanted: WantedScene | undefined;
};

/** Between links and the explorer, which is loaded later and knows camera and layers. */
export const sceneStore = createStore<SceneState>()(() => ({ read: undefined, wanted: undefined }));
