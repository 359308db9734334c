import type { UnitName } from "./units.ts";
import type { Word } from "./word.ts";

/** Inputs of the network with a default and a source in facts/networkAssumptions.ts. A mission overrides them by name. */
export const networkAssumptionWords = {
  tokenBytes: { label: "Text of a token", help: "Bytes of plain text that one token becomes.", min: 0.1, max: 1e6 },
  relayLaserBps: {
    label: "Relay laser",
    help: "One laser between relay satellites, and the relay's end of a hand-over, each way.",
    min: 1,
    max: 1e15,
  },
  handoverTerminalCount: {
    label: "Hand-over lasers",
    help: "Lasers between fleet and relay on one satellite of either, beside those of the mesh.",
    min: 0,
    max: 100,
  },
  gatewayBeamBps: {
    label: "Gateway beam",
    help: "Radio between one satellite and one gateway, each way; a satellite has one.",
    min: 1,
    max: 1e15,
  },
  gatewayBeamCount: { label: "Gateway beams", help: "Satellites that one gateway serves at once.", min: 1, max: 10000 },
  userBeamBps: { label: "User beam", help: "Radio between one satellite and one place, each way.", min: 1, max: 1e15 },
  userBeamCount: {
    label: "User beams a satellite",
    help: "Beams of one satellite, over all places.",
    min: 1,
    max: 10000,
  },
  placeBeamCount: { label: "User beams a place", help: "Beams on one place, over all satellites.", min: 1, max: 10000 },
  laserSiteBps: {
    label: "Laser to ground",
    help: "One laser between a satellite and a ground station, each way; a satellite has one.",
    min: 1,
    max: 1e15,
  },
  siteClearFraction: {
    label: "Clear sky, where none is given",
    help: "Of a laser site whose own the mission does not give.",
    min: 0,
    max: 1,
  },
  lostLaserFraction: {
    label: "Lasers lost",
    help: "Share of all standing lasers that one case of failure takes, drawn by seed.",
    min: 0,
    max: 1,
  },
} as const satisfies Partial<Record<UnitName, Word>>;

/** Results of the network: without a clock, then at one instant. */
export const networkWords = {
  satelliteOutputBps: {
    label: "Text from one satellite",
    help: "At the sustained load.",
    formula: "rackTokensPerS * fedRackFraction * tokenBytes * 8",
  },
  measuredOutputBps: {
    label: "Text from one satellite, fastest measured",
    help: "A whole rack of GB300 NVL72 at MLPerf v6.0's offline rate of DeepSeek-R1.",
    method: "2,494,310 tokens/s ÷ 4 racks × bytes a token × 8",
  },
  fleetOutputBps: {
    label: "Text from the fleet",
    help: "All satellites at the sustained load.",
    formula: "satelliteOutputBps * satelliteCount",
  },
  radioSiteCount: { label: "Radio gateways", help: "Sites of the mission.", method: "count" },
  laserSiteCount: { label: "Laser ground stations", help: "Sites of the mission.", method: "count" },
  radioSitesBps: {
    label: "Capacity of radio gateways",
    help: "All of them.",
    method: "sum of capacities; where none is given, gateway beams × gateway beam",
  },
  laserSitesBps: {
    label: "Capacity of laser stations",
    help: "All of them, under clear skies.",
    method: "sum of capacities; where none is given, one laser to ground",
  },
  meanLaserSitesBps: {
    label: "Capacity of laser stations, mean",
    help: "Over their skies.",
    method: "sum of capacity × clear share",
  },
  anyClearFraction: {
    label: "Some laser station clear",
    help: "If their skies were independent; neighbours share clouds, so this is optimistic.",
    method: "1 − ∏ (1 − clear share)",
  },
  neededGatewayCount: {
    label: "Gateways that the text needs",
    help: "Of the assumed beams, each full.",
    formula: "ceil(fleetOutputBps / (gatewayBeamCount * gatewayBeamBps) - 1e-9)",
  },
  offeredBps: { label: "Offered", help: "All demands, or one.", method: "sum of demands" },
  carriedBps: {
    label: "Carried",
    help: "What arrives.",
    method: "shortest paths with room, then the next-shortest, up to the paths allowed a source",
  },
  carriedFraction: {
    label: "Carried share",
    help: "Of what is offered without failures.",
    method: "carried ÷ offered",
  },
  expectedCarriedFraction: {
    label: "Carried share, with clouds",
    help: "Expected, each laser station clear for its own share of the time. Skies count as independent; clouds of neighbours come together, so this is optimistic.",
    method: "mean over the skies of the stations, each routed anew; more than six stations by 64 skies drawn",
  },
  sharedSkyCarriedFraction: {
    label: "Carried share, one sky",
    help: "Expected where clouds shut stations together: the least that shared weather leaves.",
    method: "mean over skies in which a station is shut wherever one that is clear more often is",
  },
  loadBps: { label: "Load", help: "Of one link, one way.", method: "sum of the traffic over it" },
  mostBps: {
    label: "Most that fits",
    help: "From all satellites of the fleet to any gateway, whatever the routing.",
    method: "maximum flow (Dinic), each satellite sends what it can",
  },
  pathCount: { label: "Paths of a source", help: "1 is the shortest alone.", min: 1, max: 1000 },
} as const satisfies Partial<Record<UnitName, Word>>;
