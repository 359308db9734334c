import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** What the points of the globe are coloured by. */
export const colourModes = ["light", "power", "temperature", "shell", "plane", "load"] as const;
export type ColourMode = (typeof colourModes)[number];

export const colourModeLabels: Readonly<Record<ColourMode, string>> = {
  light: "Light",
  power: "Rack power",
  temperature: "Panel temperature",
  shell: "Shell",
  plane: "Plane",
  load: "Network load",
};

export const isColourMode = (value: unknown): value is ColourMode => colourModes.includes(value as ColourMode);

export const colourStore = createStore<{ readonly mode: ColourMode }>()(() => ({ mode: "light" }));
export const useColourMode = () => useStore(colourStore, ({ mode }) => mode);
export const setColourMode = (mode: ColourMode) => colourStore.setState({ mode });

/** The mode after the present one, round and round. */
export function nextColourMode(): void {
  const at = colourModes.indexOf(colourStore.getState().mode);
  setColourMode(colourModes[(at + 1) % colourModes.length]!);
}
