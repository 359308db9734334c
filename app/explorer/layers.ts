import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export const layerNames = [
  "coastlines",
  "borders",
  "cityLights",
  "terminator",
  "shadow",
  "rings",
  "surfaces",
  "links",
  "labels",
  "sites",
  "ruler",
  "catalogue",
] as const;
/** Layers with a legend, in a panel of their own. */
export const networkLayerNames = ["latency", "gateways", "loads"] as const;
export type LayerName = (typeof layerNames)[number] | (typeof networkLayerNames)[number];
export type Layers = Readonly<Record<LayerName, boolean>>;

export const layerLabels: Readonly<Record<LayerName, string>> = {
  coastlines: "Coastlines",
  borders: "Borders",
  cityLights: "City lights",
  terminator: "Terminator",
  shadow: "Earth's shadow",
  rings: "Orbit planes",
  surfaces: "Shell surfaces",
  links: "Laser links",
  labels: "Places",
  sites: "Site circles",
  ruler: "Ruler",
  latency: "Latency map",
  gateways: "Gateways",
  loads: "Lasers by load",
  catalogue: "Catalogue",
};

/** What the scene shows besides the Earth and the fleet. */
export const layerStore = createStore<Layers>()(() => ({
  coastlines: true,
  borders: false,
  cityLights: true,
  terminator: false,
  shadow: false,
  rings: true,
  surfaces: false,
  links: true,
  labels: true,
  sites: false,
  ruler: true,
  latency: false,
  gateways: false,
  loads: false,
  catalogue: true,
}));
export const useLayers = <Part>(pick: (layers: Layers) => Part) => useStore(layerStore, pick);
