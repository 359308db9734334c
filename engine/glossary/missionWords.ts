import { linkInputWords } from "./linkWords.ts";
import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Inputs of a mission document, section by section. */
export const missionWords = {
  // satellite
  peakPowerW: { label: "Peak load", help: "Electric power of the compute payload at its peak.", min: 1, max: 1e8 },
  sustainedPowerW: {
    label: "Sustained load",
    help: "Electric power of the compute payload held all year.",
    min: 1,
    max: 1e8,
  },
  solarFluxWPerM2: {
    label: "Array power per area",
    help: "Electric power that one square metre of array gives in full sun, cells, packing and temperature included.",
    min: 10,
    max: 1000,
  },
  radiatorFluxWPerM2: {
    label: "Radiator flux",
    help: "Heat that one square metre of panel rejects, both faces together, Sun and Earth already taken off.",
    min: 10,
    max: 10000,
  },
  chipCount: {
    label: "Chips",
    help: "Chips of the payload: part of a rack, or several. Left out, one whole rack.",
    min: 1,
    max: 1e6,
    optional: true,
  },
  fp4Flops: { label: "FP4 rate", help: "Dense, of all chips.", min: 1, max: 1e24, optional: true },
  fp8Flops: { label: "FP8 rate", help: "Dense, of all chips.", min: 1, max: 1e24, optional: true },
  bf16Flops: { label: "BF16 rate", help: "Dense, of all chips.", min: 1, max: 1e24, optional: true },
  hbmBytes: { label: "Memory", help: "High-bandwidth memory of all chips.", min: 1, max: 1e18, optional: true },
  hbmBytesPerS: { label: "Memory bandwidth", help: "Of all chips.", min: 1, max: 1e21, optional: true },
  scaleUpBytesPerS: {
    label: "Scale-up bandwidth",
    help: "Links between the chips of one payload, both ways, sum over the chips.",
    min: 1,
    max: 1e21,
    optional: true,
  },
  rackSustainedPowerW: {
    label: "Payload power, sustained",
    help: "What the chips of the payload draw at steady load.",
    min: 1,
    max: 1e8,
    optional: true,
  },
  rackPeakPowerW: {
    label: "Payload power, peak",
    help: "The most that the chips of the payload draw beyond milliseconds.",
    min: 1,
    max: 1e8,
    optional: true,
  },
  wingspanM: { label: "Wingspan", help: "Tip to tip over both solar wings.", min: 1, max: 10000 },
  announcedSolarAreaM2: {
    label: "Announced array area",
    help: "Array area from a spec sheet. Left out, the array is sized by the peak load.",
    min: 1,
    max: 1e7,
    optional: true,
  },
  announcedBatteryEnergyWh: {
    label: "Announced battery",
    help: "Battery energy from a spec sheet. Left out, none is announced and the battery is sized by the worst shadow.",
    min: 1,
    max: 1e9,
    optional: true,
  },
  toleranceFraction: {
    label: "Tolerance",
    help: "How far a claim may be from what the others give before it contradicts them.",
    min: 0,
    max: 1,
    optional: true,
  },
  // shells
  altitudeKm: { label: "Altitude", help: "Height of the shell above the equatorial radius.", min: 300, max: 2000 },
  inclinationDeg: {
    label: "Inclination",
    help: "Angle between orbit and equator; sun-synchronous follows from the altitude.",
    min: 0,
    max: 180,
  },
  planeCount: { label: "Planes", help: "Orbit planes of the shell.", min: 1, max: 2000000 },
  satellitesPerPlaneCount: {
    label: "Satellites per plane",
    help: "Evenly spaced slots of one plane.",
    min: 1,
    max: 2000000,
  },
  phasingCount: {
    label: "Walker phasing",
    help: "Each plane leads the one before it by this many steps of 360° ÷ satellites of the shell.",
    min: 0,
    max: 2000000,
  },
  ltanH: {
    label: "Local time of the node",
    help: "Mean solar time at which the shell crosses the equator northward, middle of the band.",
    min: 0,
    max: 24,
  },
  ltanSpreadH: {
    label: "Local-time band",
    help: "Hours between the first and the last plane of the band.",
    min: 0,
    max: 24,
  },
  raanDeg: {
    label: "Node of the first plane",
    help: "Right ascension at the epoch, of a shell without a local time. Left out, 0.",
    min: 0,
    max: 360,
    optional: true,
  },
  raanSpreadDeg: { label: "Node spread", help: "360 for a Walker delta, 180 for a Walker star.", min: 0, max: 360 },
  clusterSatelliteCount: {
    label: "Satellites per cluster",
    help: "Members of the close formation that each slot holds: the points of a hexagonal lattice nearest to its centre.",
    min: 1,
    max: 10000,
    optional: true,
  },
  spacingM: {
    label: "Cluster spacing",
    help: "Between lattice neighbours along the radius; along the track they are twice as far apart.",
    min: 20,
    max: 10000,
    optional: true,
  },
  // sites and places
  latitudeDeg: { label: "Latitude", help: "WGS 84 geodetic, north positive.", min: -90, max: 90 },
  longitudeDeg: { label: "Longitude", help: "East positive.", min: -180, max: 180 },
  heightKm: { label: "Height", help: "Above the WGS 84 ellipsoid.", min: -0.5, max: 9 },
  // links
  grazingAltitudeKm: {
    label: "Grazing height",
    help: "A laser may not dip lower than this above the sphere of 6378.137 km.",
    min: 0,
    max: 1000,
  },
  minElevationDeg: {
    label: "Least elevation",
    help: "A place sees a satellite from this angle above its horizon.",
    min: 0,
    max: 90,
  },
  rangeKm: {
    label: "Laser range",
    help: "Longest laser link. Left out, only the grazing height limits it.",
    min: 1,
    max: 100000,
    optional: true,
  },
  groundRangeKm: {
    label: "Ground range",
    help: "Longest link to the ground. Left out, only the elevation limits it.",
    min: 1,
    max: 100000,
    optional: true,
  },
  ...linkInputWords,
  // workload
  contextTokens: {
    label: "Context",
    help: "Tokens that each sequence holds in memory while it is decoded.",
    min: 1,
    max: 10000000,
  },
} as const satisfies Partial<Record<UnitName, Word>>;
