import type { linkAssumptionWords } from "../glossary/linkWords.ts";
import type { Assumption } from "./assumptions.ts";

/** Defaults of the laser links. */
export const linkAssumptions: Readonly<Record<keyof typeof linkAssumptionWords, Assumption>> = {
  laserPowerW: { value: 5, source: "engineering-estimate", note: "Optical, at the aperture." },
  laserApertureM: { value: 0.1, source: "engineering-estimate", note: "10 cm at both ends." },
  laserWavelengthM: { value: 1.55e-6, source: "engineering-estimate", note: "The usual telecommunications band." },
  laserLossRatio: {
    value: 4,
    source: "optical-case",
    note: "6 dB: optics that pass half of the light at either end, as in the published case.",
  },
  laserPointingRad: {
    value: 5.809e-6,
    source: "optical-case",
    note: "The published case loses 3 dB more at either end; these 6 dB are this error at 10 cm and 1,550 nm.",
  },
  photonsPerBitCount: {
    value: 30,
    source: "optical-case",
    note: "51 in the published case at 10 Gb/s; 30 with today's codes.",
  },
  channelCount: { value: 24, source: "suncatcher-links", note: "Wavelengths of one terminal." },
  channelRateBps: {
    value: 4e11,
    source: "suncatcher-links",
    note: "400 Gb/s a wavelength; Starlink's whole terminals carry 100 to 200 Gb/s.",
  },
  announcedLinkRateBps: {
    value: 1e12,
    source: "ai1-announcement",
    note: "About 1 Tb/s of laser links; whether of one link or of all is not said. A claim of linkRateBps takes its place.",
  },
  acquisitionS: { value: 12, source: "starlink-lasers", note: "The fastest reported; the mean is not." },
  acquisitionsPerDayCount: { value: 30, source: "starlink-lasers", note: "266,141 a day over 9,000 lasers." },
  hopDelayMs: {
    value: 0,
    source: "engineering-estimate",
    note: "Light alone, to compare with other planners; switching in a satellite may take 0.01 to 1 ms.",
  },
};
