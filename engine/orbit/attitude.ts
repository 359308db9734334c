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
