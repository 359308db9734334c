import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export const layerNames = ["coastlines", "borders", "cityLights", "rings", "links", "labels", "catalogue"] as const;
export type LayerName = (typeof layerNames)[number];
export type Layers = Readonly<Record<LayerName, boolean>>;

export const layerLabels: Readonly<Record<LayerName, string>> = {
  coastlines: "Coastlines",
  borders: "Borders",
  cityLights: "City lights",
  rings: "Orbit planes",
  links: "Laser links",
  labels: "Places",
  catalogue: "Catalogue",
};

/** What the scene shows besides the Earth and the fleet. */
export const layerStore = createStore<Layers>()(() => ({
  coastlines: true,
  borders: false,
  cityLights: true,
  rings: true,
  links: true,
  labels: true,
  catalogue: true,
}));
export const useLayers = <Part>(pick: (layers: Layers) => Part) => useStore(layerStore, pick);
