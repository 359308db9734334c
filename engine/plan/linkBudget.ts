import { SECONDS_PER_DAY } from "../facts/constants.ts";
import type { ResolvedMission } from "../mission/resolve.ts";
import {
  captureFraction,
  linkRangeKm,
  linkRateBps,
  photonRateBps,
  pointingFraction,
  receivedPowerW,
} from "../network/optics.ts";
import { gridTerminalCount } from "../network/topology.ts";
import type { PlannedShell } from "./shells.ts";

const decibels = (ratio: number) => 10 * Math.log10(ratio);
/** Power over a milliwatt. */
const dbm = (powerW: number) => decibels(powerW * 1000);
/** Lattice neighbours are at most so many spacings apart, along the track. */
const CLUSTER_SPACINGS = 2;
/** Neighbours in a cluster's lattice. */
const LATTICE_NEIGHBOURS = 6;

/**
 * The laser links without a clock: the budget at the mesh's longest link, and how far the announced rate reaches. What asks for
 * a mesh is left out where there is none, and where no link is short enough.
 */
export function budgetLinks({ resolved, shells }: { resolved: ResolvedMission; shells: readonly PlannedShell[] }) {
  const { optics, links, assumptions } = resolved;
  const { topology, terminalCount, hopDelayMs } = links;
  const { announcedLinkRateBps, acquisitionS, acquisitionsPerDayCount } = assumptions;
  const lengthsKm = topology === "none" ? [] : shells.flatMap(meshLengthsKm);
  const meshLinkKm = lengthsKm.length === 0 ? undefined : Math.max(...lengthsKm);
  const rangeKm = linkRangeKm({ ...optics, rateBps: announcedLinkRateBps });
  const sharedRangeKm =
    terminalCount === 0 ? undefined : linkRangeKm({ ...optics, rateBps: announcedLinkRateBps / terminalCount });
  const halfRingHopCount =
    topology === "none" ? 0 : Math.max(...shells.map((shell) => Math.floor(shell.satellitesPerPlaneCount / 2)));
  return {
    topology,
    terminalCount,
    ...(topology === "none"
      ? {}
      : { neededTerminalCount: Math.max(...shells.map((shell) => neededTerminals(shell, topology, terminalCount))) }),
    ...optics,
    sentPowerDbm: dbm(optics.laserPowerW),
    opticsLossDb: decibels(optics.laserLossRatio),
    pointingLossDb: -decibels(pointingFraction(optics)),
    channelsRateBps: optics.channelCount * optics.channelRateBps,
    ...(meshLinkKm === undefined ? {} : budgetAt({ optics, terminalCount, lengthKm: meshLinkKm })),
    announcedLinkRateBps,
    ...(rangeKm === undefined ? {} : { linkRangeKm: rangeKm }),
    ...(sharedRangeKm === undefined ? {} : { sharedRangeKm }),
    linkUptimeFraction: 1 - (acquisitionsPerDayCount * acquisitionS) / SECONDS_PER_DAY,
    hopDelayMs,
    halfRingHopCount,
    halfRingDelayMs: halfRingHopCount * hopDelayMs,
  };
}

/** The budget of one link of `lengthKm`, from spreading on; what stands before it is the same at all lengths. */
export function budgetAt({
  optics,
  terminalCount,
  lengthKm,
}: {
  optics: ResolvedMission["optics"];
  terminalCount: number;
  lengthKm: number;
}) {
  const link = { ...optics, lengthKm };
  return {
    meshLinkKm: lengthKm,
    spaceLossDb: -decibels(captureFraction(link)),
    receivedPowerDbm: dbm(receivedPowerW(link)),
    photonRateBps: photonRateBps(link),
    linkRateBps: linkRateBps(link),
    satelliteLinkRateBps: terminalCount * linkRateBps(link),
  };
}

/** Links of a shell that the Earth does not cut, km. */
export function meshLengthsKm({
  spacingM,
  inPlaneNeighbourKm,
  crossPlaneNeighbourKm,
  longestLinkKm,
}: PlannedShell): number[] {
  return [
    spacingM === undefined ? undefined : (CLUSTER_SPACINGS * spacingM) / 1000,
    inPlaneNeighbourKm,
    crossPlaneNeighbourKm,
  ].filter((lengthKm) => lengthKm !== undefined && lengthKm <= longestLinkKm) as number[];
}

/** Terminals that the mesh asks of a satellite of the shell; nearest neighbours take what there is. */
function neededTerminals(
  { planeCount, satellitesPerPlaneCount, clusterSatelliteCount = 1, isClosed }: PlannedShell,
  topology: ResolvedMission["links"]["topology"],
  terminalCount: number,
): number {
  if (topology === "nearest")
    return Math.min(terminalCount, planeCount * satellitesPerPlaneCount * clusterSatelliteCount - 1);
  const grid = { planeCount: topology === "ring" ? 1 : planeCount, slotCount: satellitesPerPlaneCount, isClosed };
  return gridTerminalCount(grid) + Math.min(LATTICE_NEIGHBOURS, clusterSatelliteCount - 1);
}

export type LinkBudget = ReturnType<typeof budgetLinks>;
