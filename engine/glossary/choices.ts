/** Inputs that are one of a few words: label, help, and each word for a person. */
export const choices = {
  solarFluxFrom: {
    label: "Array power comes from",
    help: "As announced, then the efficiency that it implies is shown; or worked out from cells, packing and losses.",
    options: { announced: "the announced figure", cells: "cells, packing and losses" },
  },
  eclipseMode: {
    label: "Way through a shadow",
    help: "What the rack does without the Sun; the battery is sized for it.",
    options: { "ride-through": "ride through at full load", throttle: "throttle to a fraction", sleep: "sleep" },
  },
  kind: {
    label: "Kind of site",
    help: "Radio beams from relay satellites, or from the fleet where there is no relay; or a telescope for the laser of any satellite.",
    options: { radio: "radio gateway", laser: "laser ground station" },
  },
  topology: {
    label: "Laser mesh",
    help: "Which satellites hold lasers to each other.",
    options: {
      grid: "+Grid: two along the plane, one to the same slot of either plane beside",
      "short-grid": "+Grid, shifted to the slot of the next plane that stays nearest",
      ring: "ring: along the plane alone",
      nearest: "nearest neighbours, one of them in another shell",
      none: "none",
    },
  },
} as const satisfies Record<string, { label: string; help: string; options: Readonly<Record<string, string>> }>;
export type ChoiceName = keyof typeof choices;
