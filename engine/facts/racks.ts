import type { SourceId } from "./sources.ts";

/**
 * One compute payload as sold: a rack, a board or a pod. Rates are dense and without sparsity; all figures are sums over its chips.
 * `source` is of rates and memory, `powerSource` and `massSource` of theirs. A figure that nobody has published is left out.
 */
export type Rack = {
  readonly label: string;
  readonly chipCount: number;
  readonly fp4Flops?: number;
  readonly fp8Flops?: number;
  readonly bf16Flops?: number;
  readonly hbmBytes: number;
  readonly hbmBytesPerS: number;
  readonly scaleUpBytesPerS?: number;
  readonly rackSustainedPowerW: number;
  readonly rackPeakPowerW: number;
  readonly rackMassKg: number;
  readonly rackCoolantLimitK?: number;
  readonly source: SourceId;
  readonly powerSource: SourceId;
  readonly massSource: SourceId;
  readonly note: string;
};

/** Mass of a payload whose own is not published: as many kilograms for each watt of peak as a GB300 NVL72. */
const massAsGb300 = (peakPowerW: number) => Math.round((1360 / 142e3) * peakPowerW);

const gb300 = {
  chipCount: 72,
  fp4Flops: 1.08e18,
  fp8Flops: 3.6e17,
  bf16Flops: 1.8e17,
  hbmBytes: 72 * 288e9,
  hbmBytesPerS: 576e12,
  scaleUpBytesPerS: 130e12,
  rackSustainedPowerW: 120e3,
  rackPeakPowerW: 142e3,
  rackMassKg: 1360,
} as const;

const vr200 = {
  chipCount: 72,
  fp4Flops: 3.6e18,
  fp8Flops: 1.2e18,
  hbmBytes: 20.7e12,
  hbmBytesPerS: 72 * 22e12,
  scaleUpBytesPerS: 260e12,
  rackSustainedPowerW: 190e3,
  rackPeakPowerW: 230e3,
  rackMassKg: massAsGb300(230e3),
  rackCoolantLimitK: 318.15,
  source: "vr200-sheet",
  powerSource: "vr200-sheet",
  massSource: "mass-as-gb300",
} as const;

export const racks = {
  "gb300-nvl72": {
    label: "NVIDIA GB300 NVL72",
    ...gb300,
    source: "gb300-sheet",
    powerSource: "gb300-power",
    massSource: "gb300-mass",
    note: "72 × 288 GB at 8 TB/s each; 120 to 142 kW.",
  },
  "gb200-nvl72": {
    label: "NVIDIA GB200 NVL72",
    chipCount: 72,
    fp4Flops: 7.2e17,
    fp8Flops: 3.6e17,
    bf16Flops: 1.8e17,
    hbmBytes: 13.8e12,
    hbmBytesPerS: 576e12,
    scaleUpBytesPerS: 130e12,
    rackSustainedPowerW: 120e3,
    rackPeakPowerW: 132e3,
    rackMassKg: 1360,
    source: "gb200-sheet",
    powerSource: "gb200-sheet",
    massSource: "gb300-mass",
    note: "120 to 132 kW; mass as the GB300's, which shares its rack.",
  },
  "vr200-nvl72": {
    label: "NVIDIA Vera Rubin NVL72",
    ...vr200,
    note: "Inference rate; 72 packages of two dies each; 190 to 230 kW is unofficial.",
  },
  "vr200-nvl144": {
    label: "NVIDIA Vera Rubin NVL144",
    ...vr200,
    note: "The NVL72 by its earlier name, which counts dies; counted here in its 72 packages.",
  },
  "rubin-ultra-nvl576": {
    label: "NVIDIA Rubin Ultra NVL576",
    chipCount: 144,
    fp4Flops: 1.44e19,
    fp8Flops: 5e18,
    hbmBytes: 147e12,
    hbmBytesPerS: 4.608e15,
    rackSustainedPowerW: 600e3,
    rackPeakPowerW: 600e3,
    rackMassKg: massAsGb300(600e3),
    source: "rubin-ultra-sheet",
    powerSource: "rubin-ultra-sheet",
    massSource: "mass-as-gb300",
    note: "144 packages of four dies each; one power figure is public.",
  },
  "h100-board": {
    label: "NVIDIA HGX H100, 8 GPUs",
    chipCount: 8,
    fp8Flops: 8 * 1.979e15,
    bf16Flops: 8 * 9.895e14,
    hbmBytes: 8 * 80e9,
    hbmBytesPerS: 8 * 3.35e12,
    scaleUpBytesPerS: 8 * 0.9e12,
    rackSustainedPowerW: 8 * 700,
    rackPeakPowerW: 8 * 700,
    rackMassKg: massAsGb300(8 * 700),
    source: "hopper-sheet",
    powerSource: "hopper-sheet",
    massSource: "mass-as-gb300",
    note: "The eight GPUs at 700 W; host processors are not counted.",
  },
  "h200-board": {
    label: "NVIDIA HGX H200, 8 GPUs",
    chipCount: 8,
    fp8Flops: 8 * 1.979e15,
    bf16Flops: 8 * 9.895e14,
    hbmBytes: 8 * 141e9,
    hbmBytesPerS: 8 * 4.8e12,
    scaleUpBytesPerS: 8 * 0.9e12,
    rackSustainedPowerW: 8 * 700,
    rackPeakPowerW: 8 * 700,
    rackMassKg: massAsGb300(8 * 700),
    source: "hopper-sheet",
    powerSource: "hopper-sheet",
    massSource: "mass-as-gb300",
    note: "The eight GPUs at 700 W; host processors are not counted.",
  },
  "mi355x-board": {
    label: "AMD MI355X, 8 GPUs",
    chipCount: 8,
    fp4Flops: 8 * 1.01e16,
    fp8Flops: 8 * 5e15,
    bf16Flops: 8 * 2.5e15,
    hbmBytes: 8 * 288e9,
    hbmBytesPerS: 8 * 8e12,
    rackSustainedPowerW: 8 * 1400,
    rackPeakPowerW: 8 * 1400,
    rackMassKg: massAsGb300(8 * 1400),
    source: "mi355x-sheet",
    powerSource: "mi355x-sheet",
    massSource: "mass-as-gb300",
    note: "The eight GPUs at 1.4 kW; host processors are not counted.",
  },
  "mi455x-helios": {
    label: "AMD Helios, 72 × MI455X",
    chipCount: 72,
    fp4Flops: 2.9e18,
    fp8Flops: 1.4e18,
    hbmBytes: 31e12,
    hbmBytesPerS: 1.4e15,
    scaleUpBytesPerS: 260e12,
    rackSustainedPowerW: 190e3,
    rackPeakPowerW: 230e3,
    rackMassKg: 3175,
    source: "helios-sheet",
    powerSource: "power-as-rubin",
    massSource: "helios-sheet",
    note: "7,000 lb; power not published, taken as a Vera Rubin rack's.",
  },
  "tpu-v5e-pod": {
    label: "Google TPU v5e, pod of 256",
    chipCount: 256,
    bf16Flops: 256 * 197e12,
    hbmBytes: 256 * 16e9,
    hbmBytesPerS: 256 * 819e9,
    scaleUpBytesPerS: 256 * 400e9,
    rackSustainedPowerW: 256 * 200,
    rackPeakPowerW: 256 * 250,
    rackMassKg: massAsGb300(256 * 250),
    source: "tpu-sheet",
    powerSource: "tpu-power",
    massSource: "mass-as-gb300",
    note: "Power a chip is not published: 200 to 250 W estimated.",
  },
  "tpu-v6e-pod": {
    label: "Google TPU v6e Trillium, pod of 256",
    chipCount: 256,
    bf16Flops: 256 * 918e12,
    hbmBytes: 256 * 32e9,
    hbmBytesPerS: 256 * 1638e9,
    scaleUpBytesPerS: 256 * 800e9,
    rackSustainedPowerW: 256 * 300,
    rackPeakPowerW: 256 * 380,
    rackMassKg: massAsGb300(256 * 380),
    source: "tpu-sheet",
    powerSource: "tpu-power",
    massSource: "mass-as-gb300",
    note: "Power a chip is not published: 300 to 380 W estimated.",
  },
  "tpu-7x-cube": {
    label: "Google TPU7x Ironwood, cube of 64",
    chipCount: 64,
    fp8Flops: 64 * 4614e12,
    bf16Flops: 64 * 2307e12,
    hbmBytes: 64 * 192 * 2 ** 30,
    hbmBytesPerS: 64 * 7.38e12,
    rackSustainedPowerW: 64 * 850,
    rackPeakPowerW: 64 * 1000,
    rackMassKg: massAsGb300(64 * 1000),
    source: "tpu-sheet",
    powerSource: "tpu-power",
    massSource: "mass-as-gb300",
    note: "Power a chip is not published: 850 to 1,000 W estimated.",
  },
  custom: {
    label: "Custom payload",
    ...gb300,
    source: "engineering-estimate",
    powerSource: "engineering-estimate",
    massSource: "engineering-estimate",
    note: "The GB300 NVL72's figures until the mission's customRack gives its own.",
  },
} as const satisfies Record<string, Rack>;

export type RackId = keyof typeof racks;
