/**
 * Colours of the steps of a latency map. Viridis, fast is light: even steps of lightness that colour-blind eyes keep apart
 * (S. van der Walt, N. Smith, CC0). The last is beyond the last edge.
 */
export const latencyColours = [
  "#fde725",
  "#a0da39",
  "#4ac16d",
  "#1fa187",
  "#277f8e",
  "#365c8d",
  "#46327e",
  "#440154",
] as const;
