import type { SourceId } from "./sources.ts";

/** One compute rack. Rates are dense. `hbm…` is the sum over its chips. */
export type Rack = {
  readonly label: string;
  readonly chipCount: number;
  readonly fp4Flops: number;
  readonly hbmBytes: number;
  readonly hbmBytesPerS: number;
  readonly rackMassKg: number;
  readonly source: SourceId;
  readonly massSource: SourceId;
  readonly note: string;
};

export const racks = {
  "gb300-nvl72": {
    label: "NVIDIA GB300 NVL72",
    chipCount: 72,
    fp4Flops: 1.08e18,
    hbmBytes: 72 * 288e9,
    hbmBytesPerS: 576e12,
    rackMassKg: 1360,
    source: "gb300-sheet",
    massSource: "gb300-mass",
    note: "72 × 288 GB at 8 TB/s each; 120 to 142 kW.",
  },
  "gb200-nvl72": {
    label: "NVIDIA GB200 NVL72",
    chipCount: 72,
    fp4Flops: 7.2e17,
    hbmBytes: 13.8e12,
    hbmBytesPerS: 576e12,
    rackMassKg: 1360,
    source: "gb200-sheet",
    massSource: "gb300-mass",
    note: "120 to 132 kW; mass as the GB300's, which shares its rack.",
  },
} as const satisfies Record<string, Rack>;

export type RackId = keyof typeof racks;
