/** Place on Kardashev's scale after Sagan's interpolation K = (log₁₀ P − 6) ÷ 10: 1 at 1e16 W, 2 at 1e26 W. */
export const kardashevIndex = (powerW: number) => (Math.log10(powerW) - 6) / 10;

/** Satellites whose sustained loads make one gigawatt, whole. */
export const satellitesPerGw = (sustainedPowerW: number) => Math.ceil(1e9 / sustainedPowerW - 1e-9);
