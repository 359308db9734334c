/** Steps of a laser's load, share of its capacity: text fills a millionth of a laser, a full one is news. */
export const loadEdges = [1e-6, 1e-4, 1e-2, 0.5] as const;

/** Plasma from dark to light: even steps of lightness (S. van der Walt, N. Smith, CC0); the first, grey, is a laser that carries less. */
export const loadColours = ["#5c6675", "#9c179e", "#d8576b", "#f89540", "#f0f921"] as const;
export const loadWidthsPx = [1, 1.4, 1.8, 2.3, 3] as const;

export function loadStep(loadBps: number, capacityBps: number): number {
  const step = loadEdges.findIndex((edge) => loadBps < edge * capacityBps);
  return step === -1 ? loadEdges.length : step;
}

const words = ["a millionth", "0.01 %", "1 %", "half"] as const;

/** "under a millionth", "1 % to half", … */
export const loadStepLabel = (step: number): string =>
  step === 0
    ? `under ${words[0]}`
    : step === loadEdges.length
      ? `over ${words.at(-1)}`
      : `${words[step - 1]} to ${words[step]}`;
