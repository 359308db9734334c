import { cross, dot, norm, scale, subtract, unit, type Vector3 } from "../geometry/vectors.ts";

/**
 * Mean of |normal · velocity| over an orbit and the year, for what a satellite carries through the air.
 *
 * A Sun-pointing array's normal makes cos β with the orbit plane: its mean is 2 ÷ π · cos β, so a dawn-dusk array is not edge-on
 * (β runs from 58.8° to 86.9°: 105 of 600 m² at 600 km, 381 at noon).
 * A radiator edge-on to the Sun keeps its normal across the Sun's direction; `radiatorNadirDeg` turns it from the velocity towards nadir.
 * The mean of √(1 − (s · v)²) is taken by its root mean square, √(1 − cos² β ÷ 2): exact at β = 90°, 10 % high at 0.
 */
export function meanDragAreas({
  solarAreaM2,
  radiatorAreaM2,
  radiatorNadirDeg,
  meanBetaCosine,
  meanBetaCosineSquared,
}: {
  solarAreaM2: number;
  radiatorAreaM2: number;
  radiatorNadirDeg: number;
  meanBetaCosine: number;
  meanBetaCosineSquared: number;
}) {
  return {
    meanArrayDragAreaM2: (solarAreaM2 * 2 * meanBetaCosine) / Math.PI,
    meanRadiatorDragAreaM2:
      radiatorAreaM2 *
      Math.abs(Math.cos((radiatorNadirDeg * Math.PI) / 180)) *
      Math.sqrt(1 - meanBetaCosineSquared / 2),
  };
}

/** Where the wanted direction points at the Sun to within this, the attitude round the Sun's direction is free, rad. */
const FREE_RAD = 1e-9;

export type BodyAxes = {
  /** Along the span, which is the radiator's normal too. */
  readonly spanUnit: Vector3;
  /** Away from the Earth in a dawn-dusk orbit. */
  readonly upUnit: Vector3;
  /** The array's normal, towards the Sun. */
  readonly sunUnit: Vector3;
};

/**
 * Axes of a satellite whose array faces the Sun and whose radiator stands edge-on to it, in the frame of the arguments. The radiator's
 * normal is the velocity turned by `radiatorNadirDeg` towards nadir, as nearly as it can be across the Sun; of its two ways round, the one
 * that keeps the terminals on the Earth's side. Where that direction is the Sun's own, north takes its place.
 */
export function sunPointingAxes({
  positionKm,
  velocityKmPerS,
  sunUnit,
  radiatorNadirDeg,
}: {
  positionKm: Vector3;
  velocityKmPerS: Vector3;
  sunUnit: Vector3;
  radiatorNadirDeg: number;
}): BodyAxes {
  const angleRad = (radiatorNadirDeg * Math.PI) / 180;
  const wanted = subtract(scale(unit(velocityKmPerS), Math.cos(angleRad)), scale(unit(positionKm), Math.sin(angleRad)));
  const acrossSun = (direction: Vector3) => subtract(direction, scale(sunUnit, dot(direction, sunUnit)));
  const across = acrossSun(wanted);
  const isSunOnNormalSide = dot(sunUnit, cross(positionKm, velocityKmPerS)) > 0;
  const spanUnit = scale(unit(norm(across) > FREE_RAD ? across : acrossSun([0, 0, 1])), isSunOnNormalSide ? -1 : 1);
  return { spanUnit, upUnit: cross(sunUnit, spanUnit), sunUnit };
}
