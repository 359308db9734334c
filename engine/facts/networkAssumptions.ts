import type { networkAssumptionWords } from "../glossary/networkWords.ts";
import type { Assumption } from "./assumptions.ts";

/** Defaults of the network that a mission may override by name. */
export const networkAssumptions = {
  tokenBytes: {
    value: 4,
    source: "token-text",
    note: "About four characters of English, one byte each; code less, images and video far more.",
  },
  relayLaserBps: {
    value: 100e9,
    source: "starlink-lasers",
    note: "100 Gb/s a link in service, up to 200.",
  },
  handoverTerminalCount: {
    value: 1,
    source: "engineering-estimate",
    note: "A laser more than the mesh asks, on fleet and relay satellites alike.",
  },
  gatewayBeamBps: {
    value: 20e9,
    source: "starlink-bandwidth",
    note: "All of a Gen1 satellite: 2 GHz in two polarisations at 5.11 bit/s a hertz. A V2 mini has about 96 Gb/s.",
  },
  gatewayBeamCount: {
    value: 8,
    source: "starlink-gateways",
    note: "8 Gen1 satellites at once, 32 of Gen2; what one site carries is not published.",
  },
  userBeamBps: {
    value: 240e6 * 5.11,
    source: "starlink-bandwidth",
    note: "One channel of 240 MHz at the best modulation, 5.11 bit/s a hertz; usual is less.",
  },
  userBeamCount: { value: 16, source: "starlink-bandwidth", note: "Eight channels in two polarisations." },
  placeBeamCount: {
    value: 8,
    source: "starlink-bandwidth",
    note: "Eight channels in the one polarisation that terminals receive.",
  },
  laserSiteBps: { value: 200e9, source: "tbird", note: "Shown from low orbit: 4.8 TB in one pass." },
  siteClearFraction: {
    value: 0.69,
    source: "optical-sites",
    note: "Mean of eight Australasian sites; 0.3 in central Europe, 0.8 at the best.",
  },
  lostLaserFraction: {
    value: 0.01,
    source: "starlink-lasers",
    note: "Links are said to be up more than 99 % of the time.",
  },
} as const satisfies Record<keyof typeof networkAssumptionWords, Assumption>;
