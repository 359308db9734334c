import { format, formatNumber } from "../glossary/format.ts";
import type { Finding, Planned } from "./findings.ts";

const bps = (value: number) => format(value, "Bps");

/** What the network asks and takes. */
export const networkFindings: readonly ((chain: Planned) => Finding | undefined)[] = [
  gatewayCapacity,
  networkHeadroom,
  cloudCorrelation,
];

function gatewayCapacity({ network }: Planned): Finding | undefined {
  const { fleetOutputBps, radioSitesBps = 0, laserSitesBps = 0, radioSiteCount, laserSiteCount } = network;
  const takenBps = radioSitesBps + laserSitesBps;
  if (radioSiteCount + laserSiteCount === 0 || fleetOutputBps <= takenBps) return undefined;
  return {
    id: "gateway-capacity",
    severity: "warning",
    text: `The fleet's text is ${bps(fleetOutputBps)}, its sites take ${bps(takenBps)} under clear skies: ${format(takenBps / fleetOutputBps, "Fraction")} of it reaches the ground. Of the assumed beams, ${network.neededGatewayCount === 1 ? "one radio gateway" : `${formatNumber(network.neededGatewayCount)} radio gateways`} would take all.`,
    names: ["fleetOutputBps", "radioSitesBps", "laserSitesBps", "neededGatewayCount"],
  };
}

function networkHeadroom({ network, satellite, assumptions }: Planned): Finding | undefined {
  const { satelliteOutputBps, measuredOutputBps, fleetOutputBps, neededGatewayCount, radioSitesBps, laserSitesBps } =
    network;
  const mostBps = Math.max(satelliteOutputBps, measuredOutputBps ?? 0);
  // The slowest laser on the way home is the relay's.
  const takenBps = (radioSitesBps ?? 0) + (laserSitesBps ?? 0);
  if (mostBps <= 0 || mostBps > assumptions.relayLaserBps) return undefined;
  const measured =
    measuredOutputBps === undefined
      ? ""
      : `, ${bps(measuredOutputBps)} at the fastest rate measured on such a rack (MLPerf v6.0)`;
  // Where the sites are short, `gateway-capacity` says so.
  if (network.radioSiteCount + network.laserSiteCount > 0 && takenBps < fleetOutputBps) return undefined;
  const times = assumptions.relayLaserBps / mostBps;
  const ground =
    takenBps >= fleetOutputBps
      ? `the sites take ${formatNumber(takenBps / fleetOutputBps, 3)} times the whole fleet's ${bps(fleetOutputBps)}`
      : `the whole fleet's ${bps(fleetOutputBps)} ${neededGatewayCount === 1 ? "fits one gateway" : `fit ${formatNumber(neededGatewayCount)} gateways`}`;
  return {
    id: "network-headroom",
    severity: "info",
    text: `The text of one satellite of ${formatNumber(satellite.sustainedPowerW / 1000, 3)} kW is ${bps(satelliteOutputBps)}${measured}: one laser of ${bps(assumptions.relayLaserBps)} carries that of ${formatNumber(Math.floor(times), 3)}, and ${ground}. For text the network is not the constraint; images, video, training and moving models between satellites are another matter.`,
    names: ["satelliteOutputBps", "fleetOutputBps", "relayLaserBps", "neededGatewayCount", "tokenBytes"],
  };
}

function cloudCorrelation({ network }: Planned): Finding | undefined {
  const { laserSiteCount, anyClearFraction, laserSitesBps, meanLaserSitesBps } = network;
  if (laserSiteCount < 2 || anyClearFraction === undefined) return undefined;
  return {
    id: "cloud-correlation",
    severity: "info",
    text: `Some of the ${laserSiteCount} laser stations is clear ${formatNumber(anyClearFraction * 100, 4)} % of the time if their skies are independent. Clouds of neighbours come together, so that is optimistic; in the mean ${bps(meanLaserSitesBps!)} of ${bps(laserSitesBps!)} are there, whatever the skies have in common.`,
    names: ["anyClearFraction", "meanLaserSitesBps", "laserSitesBps"],
  };
}
