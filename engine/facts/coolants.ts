import type { SourceId } from "./sources.ts";

/** A liquid of a pumped loop near 40 °C. */
export type Coolant = {
  readonly label: string;
  readonly heatCapacityJPerKgK: number;
  readonly densityKgPerM3: number;
  readonly source: SourceId;
  readonly note: string;
};

export const coolants = {
  glycol: {
    label: "Water and glycol, half each",
    heatCapacityJPerKgK: 3400,
    densityKgPerM3: 1060,
    source: "coolant-tables",
    note: "Does not freeze above −37 °C.",
  },
  water: {
    label: "Water",
    heatCapacityJPerKgK: 4180,
    densityKgPerM3: 992,
    source: "coolant-tables",
    note: "Freezes in a panel that sleeps.",
  },
  ammonia: {
    label: "Ammonia",
    heatCapacityJPerKgK: 4790,
    densityKgPerM3: 580,
    source: "coolant-tables",
    note: "Liquid under about 16 bar at 40 °C; the ISS's external loops use it.",
  },
} as const satisfies Record<string, Coolant>;

export type CoolantId = keyof typeof coolants;
