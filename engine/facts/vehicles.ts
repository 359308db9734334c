import type { SourceId } from "./sources.ts";

/** A launch vehicle: payload volume, and payload to low orbit before the 10 to 25 % that a sun-synchronous shell costs. */
export type Vehicle = {
  readonly label: string;
  readonly payloadMassKg: number;
  readonly payloadVolumeM3: number;
  readonly source: SourceId;
  readonly note: string;
};

export const vehicles = {
  "starship-v3": {
    label: "Starship V3",
    payloadMassKg: 100000,
    payloadVolumeM3: 1000,
    source: "vehicles",
    note: "100 t reusable.",
  },
  "starship-v4": {
    label: "Starship V4",
    payloadMassKg: 200000,
    payloadVolumeM3: 1000,
    source: "vehicles",
    note: "A goal.",
  },
  "starship-v2": {
    label: "Starship V2",
    payloadMassKg: 35000,
    payloadVolumeM3: 1000,
    source: "vehicles",
    note: "About 35 t.",
  },
  "falcon-9": {
    label: "Falcon 9",
    payloadMassKg: 17500,
    payloadVolumeM3: 145,
    source: "vehicles",
    note: "Reusable, to a low orbit.",
  },
} as const satisfies Record<string, Vehicle>;

export type VehicleId = keyof typeof vehicles;
