/** Ends on the ground at one instant: which satellites they hold a beam to, what that carries, and how often clouds shut them. */
import { type GroundLimits, type Station, satellitesInView } from "./ground.ts";
import { joinNearest } from "./relay.ts";
import type { TrafficLink } from "./trafficGraph.ts";

export type GroundEnd = {
  readonly name: string;
  /** A gateway of either kind, or a place with user beams. */
  readonly kind: "radio" | "laser" | "place";
  readonly station: Station;
  /** Of all its beams together, bit/s each way. */
  readonly capacityBps: number;
  readonly beamBps: number;
  /** Beams of one satellite to ends of this kind. */
  readonly satelliteBeamCount: number;
};

const linkKinds = { radio: "radio beam", laser: "laser to ground", place: "radio beam" } as const;

/** Beams that an end needs for its capacity, each on a satellite of its own. */
export const beamCountOf = ({ capacityBps, beamBps }: Pick<GroundEnd, "capacityBps" | "beamBps">) =>
  Math.max(1, Math.ceil(capacityBps / beamBps - 1e-9));

/**
 * Beams between satellites and ends, the nearest joined first; ends of one kind share a satellite's beams. End `e` is the node
 * `doorOf(e)`; a gateway's beams meet at `antennasOf(e)` and reach it through one link of its capacity. Beams stay for the instant:
 * rain and the change of beams are left out.
 */
export function groundLinks({
  positionsTemeKm,
  ends,
  limits,
  mayServe,
  antennasOf,
  doorOf,
}: {
  /** [satelliteCount × 3], NaN without a state. */
  positionsTemeKm: Float64Array;
  ends: readonly GroundEnd[];
  limits: GroundLimits;
  mayServe: (index: number, kind: GroundEnd["kind"]) => boolean;
  antennasOf: (end: number) => number;
  doorOf: (end: number) => number;
}): TrafficLink[] {
  const links: TrafficLink[] = [];
  for (const kind of ["radio", "laser", "place"] as const) {
    const candidates = ends.flatMap((end, b) =>
      end.kind !== kind
        ? []
        : satellitesInView({ positionsTemeKm, station: end.station, limits })
            .filter(({ index }) => mayServe(index, kind))
            .map(({ index, rangeKm }) => ({ a: index, b, lengthKm: rangeKm })),
    );
    const joined = joinNearest({
      candidates,
      mostOfA: () => ends.find((end) => end.kind === kind)!.satelliteBeamCount,
      mostOfB: (b) => beamCountOf(ends[b]!),
    });
    for (const { a, b, lengthKm } of joined)
      links.push({ a, b: antennasOf(b), lengthKm, capacityBps: ends[b]!.beamBps, kind: linkKinds[kind] });
  }
  ends.forEach(({ kind, capacityBps }, end) => {
    if (kind !== "place") links.push({ a: antennasOf(end), b: doorOf(end), lengthKm: 0, capacityBps, kind: "gateway" });
  });
  return links;
}

/**
 * Probability that at least one of the sites is clear if their skies were independent. Clouds of neighbours come together, so
 * this is optimistic unless the sites are some thousand kilometres apart.
 */
export const anyClearFraction = (clearFractions: readonly number[]) =>
  1 - clearFractions.reduce((shut, clear) => shut * (1 - clear), 1);
