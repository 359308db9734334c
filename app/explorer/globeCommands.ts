import { type Command, offerCommands } from "../state/commands.ts";
import { toggleWhole } from "../state/screen.ts";
import { savePicture, saveVideo } from "./capture/captureStore.ts";
import { layerLabels, layerNames, layerStore } from "./layers.ts";
import { lookAtMoon } from "./lookAt.ts";
import { pickInView } from "./pickInView.ts";

const layerCommands = layerNames.map(
  (name): Command => ({
    id: `layer-${name}`,
    label: `${layerLabels[name]} on or off`,
    keywords: ["layer", "show", "hide"],
    run: () => layerStore.setState({ [name]: !layerStore.getState()[name] }),
  }),
);

/** What the globe offers the palette. Answers with the way to take it back. */
export const offerGlobeCommands = (): (() => void) =>
  offerCommands([
    { id: "pick-in-view", label: "Pick a satellite in view", keywords: ["select"], run: pickInView },
    { id: "look-moon", label: "Look at the Moon", keywords: ["lunar", "sky"], run: lookAtMoon },
    {
      id: "picture",
      label: "Save a picture of the globe",
      keys: "P",
      keywords: ["png", "screenshot"],
      run: () => void savePicture(1),
    },
    {
      id: "picture-fine",
      label: "Save a picture twice as fine",
      keywords: ["png", "screenshot", "2x"],
      run: () => void savePicture(2),
    },
    {
      id: "video",
      label: "Record a video of 10 s",
      description: "WebM, with caption",
      keywords: ["webm", "film"],
      run: () => void saveVideo(10),
    },
    { id: "whole", label: "Full screen", keys: "W", keywords: ["whole"], run: () => void toggleWhole() },
    ...layerCommands,
  ]);
