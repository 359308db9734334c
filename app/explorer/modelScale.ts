/** Where a satellite is a point and where its own shape, by how large its span would be in the picture. */

/** Span at which the shape begins to show and shows wholly, and at which the point begins to go and is gone, pixels. */
const SHAPE_PX = { begins: 2, whole: 5 } as const;
const POINT_PX = { begins: 5, gone: 14 } as const;

export type ModelScale = {
  /** Nearest distance without a shape, and farthest with the whole of it, km. */
  readonly shapeKm: { readonly none: number; readonly whole: number };
  /** Farthest distance without a point, and nearest with all of it, km. */
  readonly pointKm: { readonly none: number; readonly whole: number };
};

/** Pixels of something of one radian's width. */
export const pxPerRad = (heightPx: number, fieldDeg: number) => heightPx / 2 / Math.tan((fieldDeg * Math.PI) / 360);

export function modelScaleOf({
  wingspanM,
  heightPx,
  fieldDeg,
}: {
  wingspanM: number;
  heightPx: number;
  fieldDeg: number;
}): ModelScale {
  const distanceKm = (spanPx: number) => ((wingspanM / 1000) * pxPerRad(heightPx, fieldDeg)) / spanPx;
  return {
    shapeKm: { none: distanceKm(SHAPE_PX.begins), whole: distanceKm(SHAPE_PX.whole) },
    pointKm: { none: distanceKm(POINT_PX.gone), whole: distanceKm(POINT_PX.begins) },
  };
}

/** The same handing over with everything nearer: where there are more satellites than are shaped at once. */
export function nearerScale(scale: ModelScale, reachKm: number): ModelScale {
  const share = Math.min(1, reachKm / scale.shapeKm.none);
  const shrink = ({ none, whole }: { none: number; whole: number }) => ({ none: none * share, whole: whole * share });
  return { shapeKm: shrink(scale.shapeKm), pointKm: shrink(scale.pointKm) };
}

/** 0 below `from`, 1 above `to`, smooth between; `from` may be the larger. */
export function smoothStep(from: number, to: number, at: number): number {
  const share = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
