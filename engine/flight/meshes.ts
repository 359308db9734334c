/**
 * Who holds lasers to whom at one instant, over fleet and relay, and how long they are: one rule for routes, maps, traffic and
 * drawings. Beside what the topology joins, fleet and relay meet over hand-overs, unless nearest neighbours already join them.
 */
import type { Instant } from "../geometry/instant.ts";
import { type Mesh, makeMesh } from "../network/grid.ts";
import { type LinkLimits, type LinkReason, type LinkSky, linkLengthsKm, linkState } from "../network/links.ts";
import { type Candidate, handoverLinks } from "../network/relay.ts";
import { isStar, pairAcross, SEAM_DEG } from "../network/seam.ts";
import { minutesSinceEpoch, propagateInto } from "../orbit/propagate.ts";
import type { Fleet, FlyingShell } from "./fleet.ts";
import { nearestMesh } from "./lasers.ts";
import type { MeshDesign } from "./shellMesh.ts";

/** How many lasers of the whole mesh stand at one instant, and why the others do not, the commonest reason first. */
export type LinkCensus = {
  readonly linkCount: number;
  readonly upCount: number;
  readonly downs: readonly { readonly reason: LinkReason; readonly count: number }[];
};

type Joined = { readonly tS: number; readonly mesh: Mesh; readonly handovers: readonly Candidate[] };

export function makeMeshes({
  fleet: { shells, fleetCount, servingCount, mesh: lasting },
  design,
  handoverTerminalCount,
  limits,
  instantAt,
  skyAt,
}: {
  fleet: Fleet;
  design: MeshDesign;
  handoverTerminalCount: number;
  limits: LinkLimits;
  instantAt: (tS: number) => Instant;
  skyAt: (tS: number) => LinkSky;
}) {
  const serving = shells.filter(({ layer }) => layer !== "catalogue");
  const isNearest = design.topology === "nearest";
  const hasRelay = servingCount > fleetCount && handoverTerminalCount > 0;
  const stars = design.topology === "grid" || design.topology === "short-grid" ? serving.filter(isStarShell) : [];
  const isHandover = (a: number, b: number) => !isNearest && a < fleetCount !== b < fleetCount;
  /** Fleet and relay cross: no seam parts them. */
  const crossing: LinkLimits = { ...limits, seamLimitDeg: undefined };
  /** What holds over a seam; what comes after the seam is not asked. */
  const seamLimits: LinkLimits = {
    ...limits,
    seamLimitDeg: SEAM_DEG,
    slewLimitDegPerS: undefined,
    sunExclusionDeg: undefined,
  };
  const limitsOf = (a: number, b: number) => (isHandover(a, b) ? crossing : limits);

  /** The mesh of the moment that was asked for last. */
  let latest: Joined | undefined;
  function joinedAt(tS: number): Joined {
    if (latest?.tS !== tS) latest = { tS, ...join(tS) };
    return latest;
  }
  function join(tS: number): Omit<Joined, "tS"> {
    if (!isNearest && !hasRelay) return { mesh: lasting, handovers: [] };
    const sky = skyAt(tS);
    const mesh = isNearest
      ? nearestMesh({ shells: serving, sky, terminalCount: design.terminalCount, limits })
      : lasting;
    const joins = (row: number) => mesh.pairs[row]! < fleetCount !== mesh.pairs[row + 1]! < fleetCount;
    if (!hasRelay || (isNearest && someRow(mesh.pairs, joins))) return { mesh, handovers: [] };
    const handovers = handoverLinks({ sky, fleetCount, limits, handoverTerminalCount });
    const pairs = new Uint32Array(mesh.pairs.length + handovers.length * 2);
    pairs.set(mesh.pairs);
    handovers.forEach(({ a, b }, row) => {
      pairs.set([a, b], mesh.pairs.length + row * 2);
    });
    return { mesh: makeMesh({ satelliteCount: servingCount, pairs }), handovers };
  }

  const meshAt = (tS: number): Mesh => joinedAt(tS).mesh;

  /** Of the mesh's pairs, km: Infinity where a link is down. */
  function lengthsAt(tS: number): Float64Array {
    const { mesh, handovers } = joinedAt(tS);
    const ownCount = mesh.pairs.length - handovers.length * 2;
    const lengthsKm = new Float64Array(mesh.pairs.length / 2);
    lengthsKm.set(linkLengthsKm({ ...skyAt(tS), pairs: mesh.pairs.subarray(0, ownCount), limits }));
    // Hand-overs are chosen among those that stand.
    handovers.forEach(({ lengthKm }, row) => {
      lengthsKm[ownCount / 2 + row] = lengthKm;
    });
    return lengthsKm;
  }

  let across: { tS: number; pairs: readonly (readonly [number, number])[] } | undefined;
  /**
   * Neighbours that a +Grid leaves apart, since they counter-rotate over the seam of a star. They carry nothing, whatever the limits,
   * and are no part of the mesh.
   */
  function seamPairsAt(tS: number): readonly (readonly [number, number])[] {
    if (across?.tS !== tS) across = { tS, pairs: stars.flatMap((shell) => seamOf(shell, instantAt(tS), seamLimits)) };
    return across.pairs;
  }

  /** All lasers at one instant, those over seams with them. */
  function countLinks(tS: number): LinkCensus {
    const { pairs } = meshAt(tS);
    const lengthsKm = lengthsAt(tS);
    const sky = skyAt(tS);
    const counts = new Map<LinkReason, number>();
    const note = (reason: LinkReason) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
    lengthsKm.forEach((lengthKm, link) => {
      if (lengthKm < Number.POSITIVE_INFINITY) return;
      const [a, b] = [pairs[link * 2]!, pairs[link * 2 + 1]!];
      note(linkState({ ...sky, a, b, limits: limitsOf(a, b) }).reason!);
    });
    const downCount = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const _ of seamPairsAt(tS)) note("polar seam");
    const linkCount = lengthsKm.length + seamPairsAt(tS).length;
    const downs = [...counts].map(([reason, count]) => ({ reason, count })).sort((x, y) => y.count - x.count);
    return { linkCount, upCount: lengthsKm.length - downCount, downs };
  }

  return { meshAt, lengthsAt, seamPairsAt, countLinks, limitsOf, seamLimits };
}

function someRow(pairs: Uint32Array, holds: (row: number) => boolean): boolean {
  for (let row = 0; row < pairs.length; row += 2) if (holds(row)) return true;
  return false;
}

const isStarShell = ({ design }: FlyingShell) => design !== undefined && isStar(design.raanDeg);

/** Pairs of a star's first and last plane at one instant that only the seam keeps apart, by their indices in the flight. */
function seamOf(
  { squadron, firstIndex, planeCount, slotCount }: FlyingShell,
  instant: Instant,
  limits: LinkLimits,
): (readonly [number, number])[] {
  const lastPlaneAt = (planeCount - 1) * slotCount;
  const within = (row: number) => (row < slotCount ? row : lastPlaneAt + row - slotCount);
  const positions = new Float64Array(slotCount * 6);
  const velocities = new Float64Array(slotCount * 6);
  for (let row = 0; row < slotCount * 2; row++) {
    const record = squadron.recordOf(within(row));
    propagateInto({ record, minutes: minutesSinceEpoch(record.epoch, instant), positions, velocities, row });
  }
  const sky: LinkSky = { positionsTemeKm: positions, velocitiesTemeKmPerS: velocities };
  return pairAcross(positions)
    .filter(({ a, b }) => linkState({ ...sky, a, b, limits }).reason === "polar seam")
    .map(({ a, b }) => [firstIndex + within(a), firstIndex + within(b)]);
}

export type Meshes = ReturnType<typeof makeMeshes>;
