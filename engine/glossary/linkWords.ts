import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Inputs of the laser links with a default and a source in facts/linkAssumptions.ts. A mission overrides them by name. */
export const linkAssumptionWords = {
  laserPowerW: { label: "Laser power", help: "Of one terminal, optical.", min: 0.001, max: 1e5 },
  laserApertureM: { label: "Laser aperture", help: "Diameter at both ends.", min: 0.001, max: 10 },
  laserWavelengthM: { label: "Laser wavelength", help: "In vacuum.", min: 1e-7, max: 1e-4 },
  laserLossRatio: {
    label: "Laser optics",
    help: "Light lost in the optics of both ends; 4 is 6 dB.",
    min: 1,
    max: 1e6,
  },
  laserPointingRad: {
    label: "Laser pointing error",
    help: "Between the beam and the other end; it costs 4.343 (π D ÷ λ)² θ² dB.",
    min: 0,
    max: 0.001,
  },
  photonsPerBitCount: { label: "Photons a bit", help: "That the receiver needs.", min: 1, max: 100000 },
  channelCount: {
    label: "Laser channels",
    help: "Wavelengths that one terminal carries side by side.",
    min: 1,
    max: 10000,
  },
  channelRateBps: { label: "Channel rate", help: "Of one wavelength.", min: 1, max: 1e15 },
  announcedLinkRateBps: {
    label: "Announced link rate",
    help: "That the links are compared with; of one link, or of all terminals together.",
    min: 1,
    max: 1e18,
  },
  acquisitionS: {
    label: "Acquisition",
    help: "Until two terminals that search for each other carry data.",
    min: 0,
    max: 3600,
  },
  acquisitionsPerDayCount: {
    label: "Acquisitions a day",
    help: "How often one terminal turns to another partner or finds a lost one again.",
    min: 0,
    max: 86400,
  },
  hopDelayMs: {
    label: "Delay of a hop",
    help: "Switching and queues in each satellite that passes data on to another, beside the light's own time.",
    min: 0,
    max: 1000,
  },
} as const satisfies Partial<Record<UnitName, Word>>;

/** Inputs of the mission's `links` alone. */
export const linkInputWords = {
  terminalCount: {
    label: "Terminals of the mesh",
    help: "Lasers that one satellite may hold at a time. Left out, all that it carries; given alone, it carries so many.",
    min: 0,
    max: 100,
    optional: true,
  },
  leastLinkRateBps: {
    label: "Least link rate",
    help: "A link too long to carry this is down. Left out, any light is enough.",
    min: 1,
    max: 1e18,
    optional: true,
  },
  slewLimitDegPerS: {
    label: "Slew-rate limit",
    help: "A link whose direction turns faster than this is down. Left out, terminals follow anything.",
    min: 0.0001,
    max: 1000,
    optional: true,
  },
  seamLimitDeg: {
    label: "Seam limit",
    help: "Satellites whose directions of flight differ by more hold no link: counter-rotating planes. Left out, 90° over the seam of a star and for nearest neighbours, elsewhere none. A +Grid never joins the two sides of a seam.",
    min: 0,
    max: 180,
    optional: true,
  },
  sunExclusionDeg: {
    label: "Sun exclusion",
    help: "A receiver that looks nearer than this to the Sun's middle is blind. Left out, the Sun disturbs none.",
    min: 0,
    max: 90,
    optional: true,
  },
} as const satisfies Partial<Record<UnitName, Word>>;

/** Results of the link budget. */
export const linkWords = {
  neededTerminalCount: {
    label: "Terminals that the mesh asks",
    help: "Of the satellite with most neighbours.",
    method: "two along the plane, one for each plane beside, six in a cluster; nearest neighbours take what there is",
  },
  meshLinkKm: {
    label: "Longest link of the mesh",
    help: "At which the budget below is drawn up.",
    method:
      "on circles: along the plane, and over an orbit to the next plane where the mesh crosses planes; in a cluster two spacings; at most the longest laser link",
  },
  sentPowerDbm: { label: "Power sent", help: "Of one terminal.", formula: "10 * log10(laserPowerW * 1000)" },
  opticsLossDb: { label: "Loss in the optics", help: "Both ends.", formula: "10 * log10(laserLossRatio)" },
  pointingLossDb: {
    label: "Loss by pointing",
    help: "Of a beam as narrow as the aperture allows.",
    formula: "10 * LOG10E * (PI * laserApertureM * laserPointingRad / laserWavelengthM) ** 2",
  },
  spaceLossDb: {
    label: "Loss by spreading",
    help: "Light that passes by the other aperture; none near by.",
    formula: "-10 * log10(-expm1(-((PI * laserApertureM ** 2 / 4 / (laserWavelengthM * meshLinkKm * 1000)) ** 2)))",
  },
  receivedPowerDbm: {
    label: "Power received",
    help: "At the detector.",
    formula: "sentPowerDbm - opticsLossDb - pointingLossDb - spaceLossDb",
  },
  photonRateBps: {
    label: "Rate by photons",
    help: "That the received light carries.",
    formula: "10 ** (receivedPowerDbm / 10 - 3) * laserWavelengthM / (6.62607015e-34 * 299792458) / photonsPerBitCount",
  },
  channelsRateBps: { label: "Rate by channels", help: "Of one terminal.", formula: "channelCount * channelRateBps" },
  linkRateBps: {
    label: "Laser link rate",
    help: "Of one link, each way, at its range.",
    formula: "min(photonRateBps, channelsRateBps)",
  },
  satelliteLinkRateBps: {
    label: "Rate of all terminals",
    help: "Each at the longest link of the mesh.",
    formula: "terminalCount * linkRateBps",
  },
  linkRangeKm: {
    label: "Laser link range",
    help: "At which one link carries the announced rate.",
    method: "the link rate solved for the distance",
  },
  sharedRangeKm: {
    label: "Range of all terminals",
    help: "At which all terminals together carry the announced rate.",
    method: "the link rate solved for the distance at which one link carries its share",
  },
  linkUptimeFraction: {
    label: "Uptime of a link",
    help: "Less the acquisitions; published is more than 99 % for Starlink.",
    formula: "1 - acquisitionsPerDayCount * acquisitionS / 86400",
  },
  halfRingHopCount: {
    label: "Hops of half a ring",
    help: "Links from a satellite to the one opposite in its plane, in the shell that has most.",
    method: "half the satellites (or clusters) of a plane, rounded down",
  },
  halfRingDelayMs: {
    label: "Delay of half a ring",
    help: "Switching alone, beside the light's own time.",
    formula: "halfRingHopCount * hopDelayMs",
  },
  crossPlaneNeighbourKm: {
    label: "Distance to the next plane",
    help: "To the satellite that the mesh joins there, at its longest in an orbit.",
    method: "a √(2 − 2 cos γ), γ the greatest angle at the Earth's centre over an orbit of two circles",
  },
} as const satisfies Partial<Record<UnitName, Word>>;
