import { format, formatNumber } from "../glossary/format.ts";
import type { Finding, Planned } from "./findings.ts";

const km = (value: number) => format(value, "Km");
const bps = (value: number) => format(value, "Bps");
const ms = (value: number) => format(value, "Ms");

/** What the laser links leave open. */
export const linkFindings: readonly ((chain: Planned) => Finding | undefined)[] = [
  laserRate,
  laserRange,
  laserTerminals,
  hopDelay,
];

/** The announced rate, checked: how far one link carries it, how far all together, and what the mesh asks. */
function laserRate({ links, satellite }: Planned): Finding | undefined {
  const { terminalCount, announcedLinkRateBps, meshLinkKm, satelliteLinkRateBps, linkRateBps } = links;
  const isClaimed = satellite.closure.claims.some(({ name }) => name === "linkRateBps");
  if (terminalCount === 0 || (meshLinkKm === undefined && !isClaimed)) return undefined;
  const reach =
    links.linkRangeKm === undefined
      ? `carries ${bps(links.channelsRateBps)} at the most, not the announced ${bps(announcedLinkRateBps)}`
      : `carries the announced ${bps(announcedLinkRateBps)} to ${km(links.linkRangeKm)}`;
  const together =
    terminalCount === 1 || links.sharedRangeKm === undefined
      ? ""
      : `, ${formatNumber(terminalCount)} together to ${km(links.sharedRangeKm)}`;
  const mesh =
    meshLinkKm === undefined || linkRateBps === undefined || satelliteLinkRateBps === undefined
      ? ""
      : ` Over the longest link of this mesh, ${km(meshLinkKm)}, one carries ${bps(linkRateBps)}${links.channelsRateBps <= linkRateBps ? `, all that its ${formatNumber(links.channelCount)} channels take` : ""}, a satellite ${bps(satelliteLinkRateBps)}.`;
  const isShort = satelliteLinkRateBps !== undefined && satelliteLinkRateBps < announcedLinkRateBps * (1 - 1e-9);
  return {
    id: "laser-rate",
    severity: isShort ? "warning" : "info",
    text: `At ${format(links.laserPowerW, "W")}, ${format(links.laserApertureM * 100, undefined)} cm and ${formatNumber(links.photonsPerBitCount)} photons a bit one link ${reach}${together}.${mesh}`,
    names: [
      "linkRangeKm",
      "sharedRangeKm",
      "meshLinkKm",
      "linkRateBps",
      "satelliteLinkRateBps",
      "announcedLinkRateBps",
    ],
  };
}

/** Neighbours that no laser can join. */
function laserRange({ links, shells }: Planned): Finding | undefined {
  if (links.topology === "none" || links.topology === "nearest") return undefined;
  const shell = shells.find(({ inPlaneNeighbourKm, longestLinkKm }) => (inPlaneNeighbourKm ?? 0) > longestLinkKm);
  if (shell === undefined) return undefined;
  return {
    id: "laser-range",
    severity: "warning",
    text: `Neighbours along a plane of ${shell.name} are ${km(shell.inPlaneNeighbourKm!)} apart, beyond the ${km(shell.longestLinkKm)} that height and range allow: no laser stands along its planes.`,
    names: ["inPlaneNeighbourKm", "longestLinkKm", "grazingAltitudeKm", "rangeKm"],
  };
}

function laserTerminals({ links, assumptions, shells }: Planned): Finding | undefined {
  const { terminalCount, neededTerminalCount = 0 } = links;
  const isCarried = terminalCount <= assumptions.laserTerminalCount;
  if (neededTerminalCount <= terminalCount && isCarried) return undefined;
  return {
    id: "laser-terminals",
    severity: "warning",
    text: isCarried
      ? `The mesh asks ${neededTerminalCount} terminals of a satellite, ${formatNumber(terminalCount)} are there: ${shells.some(({ clusterSatelliteCount = 1 }) => clusterSatelliteCount > 1) ? "a cluster's lattice is joined all the same" : "links across planes are left out first"}.`
      : `The mesh uses ${formatNumber(terminalCount)} terminals, the mass counts ${formatNumber(assumptions.laserTerminalCount)}.`,
    names: ["terminalCount", "neededTerminalCount", "laserTerminalCount"],
  };
}

/** A delay a hop that is worth a sentence, ms, and the sum from which it is. */
const TELLING_HOP_DELAY_MS = 0.1;
const TELLING_DELAY_MS = 5;

function hopDelay({ links: { halfRingHopCount, hopDelayMs, halfRingDelayMs } }: Planned): Finding | undefined {
  const mostMs = halfRingHopCount * Math.max(hopDelayMs, TELLING_HOP_DELAY_MS);
  if (mostMs < TELLING_DELAY_MS) return undefined;
  return {
    id: "hop-delay",
    severity: "info",
    text:
      hopDelayMs === 0
        ? `Routes count the light's time alone. Half a ring is ${formatNumber(halfRingHopCount)} hops: ${ms(TELLING_HOP_DELAY_MS)} of switching in each would add ${ms(mostMs)}.`
        : `Half a ring is ${formatNumber(halfRingHopCount)} hops: at ${ms(hopDelayMs)} in each, switching adds ${ms(halfRingDelayMs)} to the light's time.`,
    names: ["hopDelayMs", "halfRingHopCount", "halfRingDelayMs"],
  };
}
