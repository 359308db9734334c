import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Results of a plan, from shells to money. A `formula` uses the plan's own names; a test evaluates it. `method` says in words what no formula can. */
export const fleetWords = {
  // shells
  satelliteCount: {
    label: "Satellites",
    help: "Of a shell, or of the whole fleet.",
    method: "planes × satellites per plane (× satellites per cluster), summed over shells",
  },
  relaySatelliteCount: {
    label: "Relay satellites",
    help: "Satellites of the relay's shells.",
    method: "sum over relay shells of planes × satellites per plane (× satellites per cluster)",
  },
  periodS: { label: "Period", help: "Of a circular orbit, two bodies.", method: "2π √(a³ ÷ μ), WGS 84" },
  speedKmPerS: { label: "Speed", help: "Along the orbit.", method: "√(μ ÷ a), WGS 84" },
  raanRateDegPerDay: {
    label: "Node rate",
    help: "Secular drift of the node by J2.",
    method: "−1.5 n J2 (R ÷ a)² cos i",
  },
  eclipseDaysPerYear: {
    label: "Eclipse season",
    help: "Days of the epoch's year with a shadow in each orbit, at the shell's local time.",
    method:
      "cylinder of 6,378.137 km, true Sun; a shell without a local time: mean over its planes, at most 100 of them",
  },
  longestEclipseS: {
    label: "Longest shadow",
    help: "At the shell's local time.",
    method: "cylinder of 6,378.137 km, true Sun of the epoch's year",
  },
  worstPlaneEclipseS: {
    label: "Longest shadow of the band",
    help: "In the plane of the band that has the longest.",
    method: "the same over the planes of the band, at most 100 of them, evenly chosen",
  },
  sunlitFraction: {
    label: "Sunlit share of the year",
    help: "At the shell's local time.",
    method: "mean over the year of one minus the shadow's share of an orbit",
  },
  shadowlessBetaDeg: {
    label: "Shadowless beta",
    help: "Angle between orbit plane and Sun beyond which there is no shadow.",
    method: "asin(R ÷ a), sphere of 6,378.137 km",
  },
  zenithOneWayMs: {
    label: "Latency at zenith, one way",
    help: "Place straight below the satellite.",
    method: "altitude ÷ c",
  },
  zenithRoundTripMs: {
    label: "Latency at zenith, round trip",
    help: "Up and down again.",
    formula: "2 * zenithOneWayMs",
  },
  minElevationOneWayMs: {
    label: "Latency at least elevation, one way",
    help: "Place at the edge of coverage.",
    method: "slant range at the least elevation, at most the ground range, ÷ c; sphere of 6,378.137 km",
  },
  minElevationRoundTripMs: {
    label: "Latency at least elevation, round trip",
    help: "Up and down again.",
    formula: "2 * minElevationOneWayMs",
  },
  coverageRadiusKm: {
    label: "Coverage radius",
    help: "Along the ground, to the least elevation.",
    method: "central angle of that slant range × 6,378.137 km",
  },
  longestLinkKm: {
    label: "Longest laser link",
    help: "Limited by the grazing height.",
    method: "2 √((R + h)² − (R + grazing)²), at most the laser range",
  },
  inPlaneNeighbourKm: {
    label: "Distance along the plane",
    help: "To the next satellite of the same plane.",
    method: "2 a sin(π ÷ satellites per plane)",
  },
  leastSeparationKm: {
    label: "Least separation",
    help: "Between any two satellites of the shell, ever, as SGP4 flies them without drag.",
    method:
      "pairs with the least 2 a |cos ΔΩ⁄2 sin Δu⁄2 + cos i sin ΔΩ⁄2 cos Δu⁄2| of all plane and slot offsets, each flown round an orbit with J2's and J3's periodic terms; in a cluster its spacing",
  },
  // serving
  machineBalanceRatio: {
    label: "Machine balance",
    help: "Operations that the rack does while it reads one parameter, halved.",
    method: "F · bytes a parameter ÷ (2 · bandwidth)",
  },
  batchOptimumCount: {
    label: "Batch optimum",
    help: "Sequences at which compute catches up with reading the weights.",
    method: "F · bytes ÷ (2 · bandwidth) × total ÷ active parameters",
  },
  batchCapacityCount: {
    label: "Batch that fits",
    help: "Sequences whose keys and values fit beside the weights.",
    method: "(memory − weights) ÷ (KV bytes a token × context)",
  },
  batchCount: {
    label: "Batch served",
    help: "The smaller of optimum and capacity.",
    formula: "min(batchOptimumCount, batchCapacityCount)",
  },
  computeS: {
    label: "Compute in a step",
    help: "Two operations for each active parameter and sequence.",
    method: "2 · batch · active ÷ F",
  },
  weightsS: { label: "Weights in a step", help: "All weights read once.", method: "weight bytes ÷ bandwidth" },
  kvS: {
    label: "Keys and values in a step",
    help: "Each sequence's context read once.",
    method: "batch · context · KV bytes ÷ bandwidth",
  },
  stepS: { label: "Step", help: "One token for each sequence.", formula: "max(computeS, weightsS + kvS)" },
  trainS: {
    label: "Memory sweep",
    help: "Time to read all of the rack's memory once: the slowest useful step.",
    method: "memory ÷ bandwidth",
  },
  idealTokensPerS: { label: "Roofline rate", help: "Of one rack, before losses.", formula: "batchCount / stepS" },
  rackTokensPerS: {
    label: "Rack rate",
    help: "Of the whole payload at its own sustained power.",
    formula: "idealTokensPerS * achievedFraction",
  },
  satelliteTokensPerS: {
    label: "Satellite rate",
    help: "Yearly mean of the part of the payload that is fed, under the power that the orbit allows.",
    formula: "rackTokensPerS * fedRackFraction * deliveredPowerW / sustainedPowerW",
  },
  fleetTokensPerS: {
    label: "Fleet rate",
    help: "Yearly mean over all satellites.",
    formula: "satelliteTokensPerS * satelliteCount",
  },
  energyJPerToken: {
    label: "Energy a token",
    help: "Sustained load over the rate of what it feeds.",
    formula: "sustainedPowerW / (rackTokensPerS * fedRackFraction)",
  },
  // fleet and campaign
  fleetPeakW: { label: "Fleet power at peak", help: "All racks.", formula: "peakPowerW * satelliteCount" },
  fleetSustainedW: { label: "Fleet power, sustained", help: "All racks.", formula: "sustainedPowerW * satelliteCount" },
  fleetDeliveredW: {
    label: "Fleet power, delivered",
    help: "Yearly mean under the shadows.",
    formula: "deliveredPowerW * satelliteCount",
  },
  fleetMassKg: { label: "Fleet mass", help: "At launch.", formula: "massKg * satelliteCount" },
  fleetSolarAreaM2: { label: "Fleet array area", help: "All wings.", formula: "solarAreaM2 * satelliteCount" },
  satellitesPerLaunchCount: {
    label: "Satellites a launch",
    help: "The lesser of mass and volume.",
    formula: "min(massSatellitesPerLaunchCount, volumeSatellitesPerLaunchCount)",
  },
  launchCount: {
    label: "Launches",
    help: "For the whole fleet.",
    formula: "ceil(satelliteCount / satellitesPerLaunchCount)",
  },
  satellitesPerGwCount: {
    label: "Satellites per gigawatt",
    help: "Of sustained load.",
    formula: "ceil(1e9 / sustainedPowerW - 1e-9)",
  },
  kardashevIndex: {
    label: "Kardashev scale",
    help: "Place of the fleet's sustained power: 1 at 1e16 W.",
    formula: "(log10(fleetSustainedW) - 6) / 10",
  },
  // economics
  capitalUsd: {
    label: "Satellites' capital",
    help: "Racks and satellites.",
    formula: "satelliteCount * (rackUsd + satelliteUsdPerW * peakPowerW)",
  },
  launchUsd: { label: "Launch", help: "By mass.", formula: "satelliteCount * massKg * launchUsdPerKg" },
  capitalUsdPerW: {
    label: "Capital per delivered watt",
    help: "Satellites and racks.",
    formula: "capitalUsd / fleetDeliveredW",
  },
  launchUsdPerW: { label: "Launch per delivered watt", help: "By mass.", formula: "launchUsd / fleetDeliveredW" },
  recoveryFraction: {
    label: "Capital recovery",
    help: "Share of the capital paid each year over the design life.",
    method: "i ÷ (1 − (1 + i)^−n)",
  },
  yearlyUsd: {
    label: "Yearly cost",
    help: "Capital and launch recovered, and operations.",
    formula: "(capitalUsd + launchUsd) * recoveryFraction + capitalUsd * operationsFraction",
  },
  deliveredUsdPerWYear: {
    label: "Cost of a delivered watt-year",
    help: "Yearly cost over delivered power.",
    formula: "yearlyUsd / fleetDeliveredW",
  },
  priceUsdPerMTokens: {
    label: "Cost of a million tokens",
    help: "Yearly cost over the year's tokens; no profit, full demand.",
    formula: "yearlyUsd / (fleetTokensPerS * 31557600) * 1e6",
  },
  // light verb
  penumbraFraction: {
    label: "Share in the penumbra",
    help: "Of the fleet's satellites, at one moment.",
    method: "cone of a sphere of 6,378.137 km before a Sun of 695,700 km",
  },
  umbraFraction: {
    label: "Share in the umbra",
    help: "Of the fleet's satellites, at one moment.",
    method: "cone of a sphere of 6,378.137 km before a Sun of 695,700 km",
  },
  shellSunlitFraction: {
    label: "Sunlit share by shell",
    help: "Of each shell's satellites, at one moment, outside the penumbra.",
    method: "cone of a sphere of 6,378.137 km before a Sun of 695,700 km",
  },
  coneSunlitFraction: {
    label: "Sunlit share of the year, cone",
    help: "Outside the penumbra; the plan's own share is the cylinder's.",
    method: "mean over year and planes, circles, cone of the penumbra",
  },
  umbraDaysPerYear: {
    label: "Umbra season",
    help: "Days with an umbra in each orbit, at the local time; the plan's season is the cylinder's.",
    method: "circles, cone of the umbra",
  },
  longestUmbraS: {
    label: "Longest umbra",
    help: "At the local time, or in the worst plane of a shell without one.",
    method: "circles, cone of the umbra",
  },
  dailySunlitFraction: {
    label: "Sunlit share through the year",
    help: "Of a shell, outside the penumbra, at 00:00 UTC of each day.",
    method: "mean over planes, circles, cone of the penumbra",
  },
  // orbit verb
  dailyBetaDeg: {
    label: "Beta through the year",
    help: "Angle between orbit plane and Sun at 00:00 UTC of each day.",
    method: "asin(normal · Sun), true Sun",
  },
  dailyEclipseS: {
    label: "Shadow through the year",
    help: "Shadow in one orbit at 00:00 UTC of each day.",
    method: "cylinder of 6,378.137 km, true Sun",
  },
  dragDeltaVMPerSPerYear: {
    label: "Drag make-up",
    help: "Velocity to hold the height for a year.",
    method: "½ ρ v² ÷ (m ÷ C_D A), Vallado's mean density",
  },
  lifetimeYears: {
    label: "Passive life",
    help: "Until it falls to 180 km by itself.",
    method: "∫ da ÷ (ρ √(μ a) ÷ (m ÷ C_D A)), Vallado's mean density",
  },
} as const satisfies Partial<Record<UnitName, Word>>;
