/** A scale bar: a round length, and how long it is on the screen at one distance from the eye. */

/** What the bar is right for. */
export type RulerAt = "satellite" | "ground" | "limb";
export type Ruler = { readonly lengthKm: number; readonly widthPx: number };

const steps = [1, 2, 5, 10] as const;

/** The longest of 1, 2, 5 times a power of ten that takes at most `mostPx`. */
export function rulerOf({ kmPerPx, mostPx }: { kmPerPx: number; mostPx: number }): Ruler {
  const mostKm = kmPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(mostKm));
  const step = steps.findLast((each) => each * power <= mostKm * (1 + 1e-12)) ?? 1;
  const lengthKm = step * power;
  return { lengthKm, widthPx: lengthKm / kmPerPx };
}

/**
 * Kilometres in one pixel at a depth along the line of sight, for lengths across it. `focal`: half of the canvas's height
 * over the tangent of half of the field of view, in half canvases (the projection matrix's element 5).
 */
export const kmPerPixel = ({ depthKm, focal, heightPx }: { depthKm: number; focal: number; heightPx: number }) =>
  (2 * depthKm) / (focal * heightPx);

/**
 * Depth at which the ruler is right where no satellite is chosen: on the ground under the middle of the view, or, where the
 * whole Earth is in view or not in the middle, at its limb, the circle that is seen as its edge.
 */
export function groundDepthKm({
  eyeKm,
  forwardUnit,
  radiusKm,
  isLimbSeen,
}: {
  eyeKm: readonly [number, number, number];
  forwardUnit: readonly [number, number, number];
  radiusKm: number;
  isLimbSeen: boolean;
}): { depthKm: number; at: RulerAt } {
  const along = -(eyeKm[0] * forwardUnit[0] + eyeKm[1] * forwardUnit[1] + eyeKm[2] * forwardUnit[2]);
  const distanceKm = Math.hypot(...eyeKm);
  const asideKm2 = distanceKm * distanceKm - along * along;
  const isHit = along > 0 && asideKm2 < radiusKm * radiusKm;
  if (isHit && !isLimbSeen) return { depthKm: along - Math.sqrt(radiusKm * radiusKm - asideKm2), at: "ground" };
  // The plane of the limb stands before the centre by R²∕d.
  return { depthKm: Math.max(0, along) * (1 - (radiusKm / distanceKm) ** 2), at: "limb" };
}
