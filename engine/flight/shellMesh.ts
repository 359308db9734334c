import type { Instant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { isClosedShell } from "../mission/shellCount.ts";
import { clusterPairs } from "../network/grid.ts";
import { nearestSlotOffset, shellPairs, type Topology } from "../network/topology.ts";
import { clusterNeighbours } from "../orbit/cluster.ts";
import { designElements } from "../orbit/walker.ts";

/** What a mission says of its mesh. */
export type MeshDesign = { readonly topology: Topology; readonly terminalCount: number };

/** Pairs that hold lasers in one shell, whatever the time: [linkCount × 2], counted from `firstIndex`. */
export function pairShell({
  shell,
  epoch,
  design: { topology, terminalCount },
  firstIndex,
}: {
  shell: Shell;
  epoch: Instant;
  design: MeshDesign;
  firstIndex: number;
}): Uint32Array {
  const { planeCount, satellitesPerPlaneCount: slotCount, phasingCount = 0, elementsFile, cluster } = shell;
  const slotOffsetCount = topology === "short-grid" && elementsFile === undefined ? slotOffsetOf(shell, epoch) : 0;
  const grid = { planeCount, slotCount, isClosed: isClosedShell(shell), phasingCount, slotOffsetCount };
  const centrePairs = shellPairs({ topology, terminalCount, grid });
  if (cluster === undefined || topology === "none" || topology === "nearest")
    return centrePairs.map((index) => firstIndex + index);
  const memberCount = cluster.satelliteCount;
  const memberPairs = clusterNeighbours(memberCount);
  return clusterPairs({ centrePairs, placeCount: planeCount * slotCount, memberCount, memberPairs, firstIndex });
}

/** Slots that bring a designed shell's links across planes nearest. */
function slotOffsetOf(shell: Shell, epoch: Instant): number {
  if (shell.planeCount === 1) return 0;
  const { first, raanDeg, phasingCount, planeCount, slotCount } = designElements(shell, epoch);
  return nearestSlotOffset({
    slotCount,
    inclinationDeg: first.inclinationDeg,
    raanStepDeg: raanDeg[1]! - raanDeg[0]!,
    phaseStepDeg: (360 * phasingCount) / (planeCount * slotCount),
  });
}
