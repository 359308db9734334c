/**
 * What the satellite measures unfolded and folded: two solar wings along the span, two radiator wings across it.
 * Stowed: blankets by their published power per volume, radiator panels by the thickness of a folded leaf, the body as it is.
 * Left out: how well it all fits a fairing's round; `packingVolumeFraction` of the launch stands for it.
 */
export function shapeSatellite({
  solarAreaM2,
  arrayPowerW,
  wingspanM,
  bodyWidthM,
  bodyHeightM,
  bodyVolumeM3,
  deployedHeightM,
  radiatorAreaM2,
  stowedArrayWPerM3,
  stowedLeafM,
}: {
  solarAreaM2: number;
  arrayPowerW: number;
  wingspanM: number;
  bodyWidthM: number;
  bodyHeightM: number;
  bodyVolumeM3: number;
  deployedHeightM: number;
  radiatorAreaM2: number;
  stowedArrayWPerM3: number;
  stowedLeafM: number;
}) {
  // A body wider than the span would leave no wing: half of the span is then taken for the wings.
  const wingsM = Math.max(wingspanM - bodyWidthM, wingspanM / 2);
  const radiatorWingsM = Math.max(deployedHeightM - bodyHeightM, deployedHeightM / 2);
  return {
    wingLengthM: wingsM / 2,
    wingChordM: solarAreaM2 / wingsM,
    radiatorWingLengthM: radiatorWingsM / 2,
    radiatorWingChordM: radiatorAreaM2 / radiatorWingsM,
    stowedVolumeM3: bodyVolumeM3 + arrayPowerW / stowedArrayWPerM3 + radiatorAreaM2 * stowedLeafM,
  };
}
