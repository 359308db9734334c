import { EARTH_RADIUS_MEAN_KM, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../facts/constants.ts";

/**
 * Share of a small plate's view that a sphere fills, exact (Juul's closed form).
 * `offNadirRad` is between the plate's normal and the direction to the sphere's centre; a Monte Carlo run agrees to 0.001.
 */
export function earthViewFactor({
  altitudeKm,
  offNadirRad,
  earthRadiusKm = EARTH_RADIUS_MEAN_KM,
}: {
  altitudeKm: number;
  offNadirRad: number;
  earthRadiusKm?: number;
}): number {
  const h = (earthRadiusKm + altitudeKm) / earthRadiusKm;
  const horizonRad = Math.acos(1 / h);
  if (offNadirRad <= Math.PI / 2 - Math.asin(1 / h)) return Math.cos(offNadirRad) / h ** 2;
  if (offNadirRad >= Math.PI - horizonRad) return 0;
  const root = Math.sqrt(h * h - 1);
  const cosine = Math.cos(offNadirRad);
  const q = Math.sqrt(Math.max(0, 1 - (h * cosine) ** 2));
  const clamped = Math.max(-1, Math.min(1, -root / Math.tan(offNadirRad)));
  return ((cosine / h ** 2) * Math.acos(clamped) - (root * q) / h ** 2 + Math.atan(q / root)) / Math.PI;
}

/** Heat per planform area that a two-faced panel emits beyond what a black sink at `sinkK` returns, W/m². */
export function radiatedFluxWPerM2({
  temperatureK,
  emissivityFraction,
  sideCount,
  sinkK,
  stefanBoltzmann = STEFAN_BOLTZMANN_W_PER_M2_K4,
}: {
  temperatureK: number;
  emissivityFraction: number;
  sideCount: number;
  sinkK: number;
  stefanBoltzmann?: number;
}) {
  return sideCount * emissivityFraction * stefanBoltzmann * (temperatureK ** 4 - sinkK ** 4);
}

/** Mean panel temperature that rejects `fluxWPerM2` of planform net, with `absorbedWPerM2` coming in, K. */
export function panelTemperatureK({
  fluxWPerM2,
  absorbedWPerM2,
  emissivityFraction,
}: {
  fluxWPerM2: number;
  absorbedWPerM2: number;
  emissivityFraction: number;
}) {
  return ((fluxWPerM2 + absorbedWPerM2) / (2 * emissivityFraction * STEFAN_BOLTZMANN_W_PER_M2_K4)) ** 0.25;
}

/**
 * Radiator panels, sized at the peak load, and the mean panel temperatures that the announced flux implies.
 *
 * `radiatorFluxWPerM2` is read as both faces together, per square metre of planform: 150 kW ÷ 1,400 is 107 m², the published 110 m².
 * The other reading, per face, needs half the area and 407 K (134 °C), beyond memory and any liquid loop for GPUs; it is computed and refused.
 * The panel is edge-on to the Sun; its normal stands `radiatorNadirDeg` from the velocity towards nadir, so its faces see the Earth at 90° less
 * and 90° more that angle from nadir. Left out here and counted in heat.ts: albedo, Sun, fins, lost loops, the coolant's ladder: all make it hotter.
 */
export function sizeRadiator({
  peakPowerW,
  sustainedPowerW,
  radiatorFluxWPerM2,
  radiatorEmissivityFraction,
  earthInfraredWPerM2,
  altitudeKm,
  radiatorNadirDeg = 0,
}: {
  peakPowerW: number;
  sustainedPowerW: number;
  radiatorFluxWPerM2: number;
  radiatorEmissivityFraction: number;
  earthInfraredWPerM2: number;
  altitudeKm: number;
  radiatorNadirDeg?: number;
}) {
  const radiatorAreaM2 = peakPowerW / radiatorFluxWPerM2;
  const bothFaces = (nadirDeg: number) =>
    [90 - nadirDeg, 90 + nadirDeg].reduce(
      (sum, degrees) => sum + earthViewFactor({ altitudeKm, offNadirRad: (degrees * Math.PI) / 180 }),
      0,
    );
  const earthViewFraction = bothFaces(radiatorNadirDeg);
  const absorbedWPerM2 = radiatorEmissivityFraction * earthInfraredWPerM2 * earthViewFraction;
  const panel = { emissivityFraction: radiatorEmissivityFraction };
  return {
    radiatorAreaM2,
    sustainedRadiatorAreaM2: sustainedPowerW / radiatorFluxWPerM2,
    earthViewFraction,
    earthHeatWPerM2: absorbedWPerM2,
    coldSinkRadiatorTemperatureK: panelTemperatureK({ fluxWPerM2: radiatorFluxWPerM2, absorbedWPerM2: 0, ...panel }),
    peakRadiatorTemperatureK: panelTemperatureK({ fluxWPerM2: radiatorFluxWPerM2, absorbedWPerM2, ...panel }),
    nadirRadiatorTemperatureK: panelTemperatureK({
      fluxWPerM2: radiatorFluxWPerM2,
      absorbedWPerM2: radiatorEmissivityFraction * earthInfraredWPerM2 * bothFaces(90),
      ...panel,
    }),
    radiatorTemperatureK: panelTemperatureK({ fluxWPerM2: sustainedPowerW / radiatorAreaM2, absorbedWPerM2, ...panel }),
    perFaceRadiatorAreaM2: peakPowerW / (2 * radiatorFluxWPerM2),
    perFaceRadiatorTemperatureK: panelTemperatureK({ fluxWPerM2: 2 * radiatorFluxWPerM2, absorbedWPerM2: 0, ...panel }),
  };
}
