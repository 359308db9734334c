import { type Command, offerCommands } from "../state/commands.ts";
import { layerLabels, layerNames, layerStore } from "./layers.ts";
import { lookAtMoon } from "./lookAt.ts";

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
    { id: "look-moon", label: "Look at the Moon", keywords: ["lunar", "sky"], run: lookAtMoon },
    ...layerCommands,
  ]);
