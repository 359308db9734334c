type Star = readonly [rightAscensionDeg: number, declinationDeg: number, magnitude: number, colourIndex: number];

/** Magnitude at which a star is drawn at its faintest. */
const FAINTEST_MAGNITUDE = 5;

/**
 * Directions [starCount × 3] and, for each star, red, green, blue and width in pixels [starCount × 4]. Brightness follows
 * the square root of the light, so that faint ones are seen at all; the tint leans from blue to orange with B−V.
 */
export function starPoints(stars: readonly Star[]): { directions: Float32Array; tints: Float32Array } {
  const directions = new Float32Array(stars.length * 3);
  const tints = new Float32Array(stars.length * 4);
  stars.forEach(([rightAscensionDeg, declinationDeg, magnitude, colourIndex], row) => {
    const right = (rightAscensionDeg * Math.PI) / 180;
    const up = (declinationDeg * Math.PI) / 180;
    directions.set([Math.cos(up) * Math.cos(right), Math.cos(up) * Math.sin(right), Math.sin(up)], row * 3);
    const light = Math.min(1, 0.3 + 0.7 * 10 ** (-0.16 * (magnitude + 0.5)));
    const warm = Math.min(1, Math.max(0, (colourIndex + 0.2) / 1.8));
    tints.set([light * (0.78 + 0.22 * warm), light * (0.86 + 0.04 * warm), light * (1 - 0.3 * warm)], row * 4);
    tints[row * 4 + 3] = 1.9 + 0.5 * Math.max(0, FAINTEST_MAGNITUDE - magnitude);
  });
  return { directions, tints };
}
