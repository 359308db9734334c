import { measuredRack } from "../facts/gateways.ts";
import type { Mission } from "../mission/mission.ts";
import type { ResolvedMission } from "../mission/resolve.ts";
import { anyClearFraction } from "../network/gateways.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What the fleet's text asks of the network, and what the sites of the mission take, without a clock. */
export function planNetwork({
  mission: { sites = [] },
  resolved: { assumptions, satellite, rack },
  rackTokensPerS,
  fedRackFraction,
  satelliteCount,
}: {
  mission: Mission;
  resolved: ResolvedMission;
  rackTokensPerS: number;
  fedRackFraction: number;
  satelliteCount: number;
}) {
  const { tokenBytes, gatewayBeamBps, gatewayBeamCount, laserSiteBps, siteClearFraction } = assumptions;
  const satelliteOutputBps = rackTokensPerS * fedRackFraction * tokenBytes * 8;
  const fleetOutputBps = satelliteOutputBps * satelliteCount;
  const isWhole = satellite.rack === measuredRack.rack && rack.payload.chipCount === measuredRack.chipCount;
  const radio = sites.filter(({ kind }) => kind !== "laser");
  const stations = sites.filter(({ kind }) => kind === "laser");
  const stationBps = stations.map(({ capacityBps }) => capacityBps ?? laserSiteBps);
  const clear = stations.map(({ clearFraction }) => clearFraction ?? siteClearFraction);
  return {
    satelliteOutputBps,
    fleetOutputBps,
    /** Known for a whole rack of the kind that was measured alone. */
    ...(isWhole ? { measuredOutputBps: measuredRack.tokensPerS * tokenBytes * 8 } : {}),
    neededGatewayCount: Math.ceil(fleetOutputBps / (gatewayBeamCount * gatewayBeamBps) - 1e-9),
    radioSiteCount: radio.length,
    ...(radio.length === 0
      ? {}
      : { radioSitesBps: sum(radio.map(({ capacityBps }) => capacityBps ?? gatewayBeamBps * gatewayBeamCount)) }),
    laserSiteCount: stations.length,
    ...(stations.length === 0
      ? {}
      : {
          laserSitesBps: sum(stationBps),
          meanLaserSitesBps: sum(stationBps.map((capacityBps, index) => capacityBps * clear[index]!)),
          anyClearFraction: anyClearFraction(clear),
        }),
  };
}

export type PlannedNetwork = ReturnType<typeof planNetwork>;
