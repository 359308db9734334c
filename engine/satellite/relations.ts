import type { ClaimName } from "../facts/claims.ts";
import { LIGHT_SPEED_KM_PER_S, SOLAR_CONSTANT_W_PER_M2, STEFAN_BOLTZMANN_W_PER_M2_K4 } from "../facts/constants.ts";

/** What relations take as given beside the claims. */
export type Given = {
  peakDemandRatio: number;
  peakDemandFixedW: number;
  radiatorEmissivityFraction: number;
  earthHeatWPerM2: number;
  payloadMassKg: number;
  /** Most that one laser link carries over a length, and the longest link that carries a rate, NaN where none does. */
  linkRateAtBps: (lengthKm: number) => number;
  linkRangeAtKm: (rateBps: number) => number;
};

/** Positive solution for one name from the others of its relation, or undefined where there is none. */
type Solve = (known: (name: ClaimName) => number) => number;
/** `least`: the answer is the least that the name may be; `most`: the most. */
export type Bound = "least" | "most";
/** One equation of several names, solved for each; with `bound`, one side of it must only be reached, not met. */
export type Relation = {
  readonly solve: Partial<Record<ClaimName, Solve>>;
  readonly bound?: Partial<Record<ClaimName, Bound>>;
  /** A bound worth telling where nothing else gives the name. */
  readonly isTold?: true;
};

/** product = first × second, each way round. */
const product = (whole: ClaimName, first: ClaimName, second: ClaimName): Relation => ({
  solve: {
    [whole]: (known: (name: ClaimName) => number) => known(first) * known(second),
    [first]: (known: (name: ClaimName) => number) => known(whole) / known(second),
    [second]: (known: (name: ClaimName) => number) => known(whole) / known(first),
  },
});

/** The relations of one satellite, most telling first. */
export function relationsOf(given: Given): readonly Relation[] {
  const emitted = 2 * given.radiatorEmissivityFraction * STEFAN_BOLTZMANN_W_PER_M2_K4;
  return [
    product("arrayPowerW", "solarAreaM2", "solarFluxWPerM2"),
    product("peakPowerW", "radiatorAreaM2", "radiatorFluxWPerM2"),
    product("solarAreaM2", "wingspanM", "chordM"),
    product("sustainedPowerW", "massKg", "specificPowerWPerKg"),
    product("radiatorMassKg", "radiatorAreaM2", "radiatorArealMassKgPerM2"),
    product("arrayMassKg", "solarAreaM2", "arrayArealMassKgPerM2"),
    product("batteryEnergyWh", "batteryMassKg", "batterySpecificEnergyWhPerKg"),
    {
      solve: {
        solarFluxWPerM2: (known) => SOLAR_CONSTANT_W_PER_M2 * known("impliedArrayEfficiencyFraction"),
        impliedArrayEfficiencyFraction: (known) => known("solarFluxWPerM2") / SOLAR_CONSTANT_W_PER_M2,
      },
    },
    {
      solve: {
        radiatorFluxWPerM2: (known) => emitted * known("peakRadiatorTemperatureK") ** 4 - given.earthHeatWPerM2,
        peakRadiatorTemperatureK: (known) => ((known("radiatorFluxWPerM2") + given.earthHeatWPerM2) / emitted) ** 0.25,
      },
    },
    {
      solve: {
        zenithOneWayMs: (known) => (known("altitudeKm") / LIGHT_SPEED_KM_PER_S) * 1000,
        altitudeKm: (known) => (known("zenithOneWayMs") / 1000) * LIGHT_SPEED_KM_PER_S,
      },
    },
    {
      solve: {
        linkRateBps: (known) => given.linkRateAtBps(known("linkRangeKm")),
        linkRangeKm: (known) => given.linkRangeAtKm(known("linkRateBps")),
      },
      bound: { linkRateBps: "most", linkRangeKm: "most" },
      isTold: true,
    },
    // The array carries the peak through its losses and its ageing, or more.
    {
      solve: {
        arrayPowerW: (known) => known("peakPowerW") * given.peakDemandRatio + given.peakDemandFixedW,
        peakPowerW: (known) => (known("arrayPowerW") - given.peakDemandFixedW) / given.peakDemandRatio,
      },
      bound: { arrayPowerW: "least", peakPowerW: "most" },
    },
    {
      solve: { peakPowerW: (known) => known("sustainedPowerW"), sustainedPowerW: (known) => known("peakPowerW") },
      bound: { peakPowerW: "least", sustainedPowerW: "most" },
    },
    {
      solve: {
        massKg: (known) => given.payloadMassKg / known("massSatellitesPerLaunchCount"),
        massSatellitesPerLaunchCount: (known) => given.payloadMassKg / known("massKg"),
      },
      bound: { massKg: "most", massSatellitesPerLaunchCount: "most" },
    },
  ];
}
