import type { SourceId } from "./sources.ts";

/** A served language model. `weightBytes` is of all parameters; `kvBytes` is per token of one sequence. */
export type ServedModel = {
  readonly label: string;
  readonly totalParameterCount: number;
  readonly activeParameterCount: number;
  readonly weightBytes: number;
  readonly kvBytes: number;
  readonly source: SourceId;
  readonly note: string;
};

export const models = {
  "deepseek-r1": {
    label: "DeepSeek-R1",
    totalParameterCount: 671e9,
    activeParameterCount: 37e9,
    weightBytes: 671e9 * 0.5,
    kvBytes: (512 + 64) * 61 * 2,
    source: "deepseek-v3",
    note: "FP4 weights, half a byte each; latent attention kept at two bytes a value.",
  },
  "llama-3.1-405b": {
    label: "Llama 3.1 405B",
    totalParameterCount: 405e9,
    activeParameterCount: 405e9,
    weightBytes: 405e9 * 0.5,
    kvBytes: 126 * 8 * 128 * 2 * 2,
    source: "llama-31",
    note: "FP4 weights; keys and values at two bytes.",
  },
  "llama-3.1-70b": {
    label: "Llama 3.1 70B",
    totalParameterCount: 70e9,
    activeParameterCount: 70e9,
    weightBytes: 70e9 * 0.5,
    kvBytes: 80 * 8 * 128 * 2 * 2,
    source: "llama-31",
    note: "FP4 weights; keys and values at two bytes.",
  },
} as const satisfies Record<string, ServedModel>;

export type ModelId = keyof typeof models;
