/**
 * Delays of a flight: routes between places, from a place to the nearest satellite that computes, and maps of the Earth.
 *
 * A satellite computes when it belongs to the fleet, stands in full sunlight (outside the cone of the penumbra) and its power is not
 * taken: `taken` [satelliteCount] is 1 where it is, left out for none. What its battery would still give is not counted.
 */
import type { Instant } from "../geometry/instant.ts";
import type { Mesh } from "../network/grid.ts";
import { type GroundLimits, type Station, satellitesInView } from "../network/ground.ts";
import { lightTimeMs } from "../network/latency.ts";
import { type LatencyGrid, type LatencyMap, makeLatencyGrid, mapLatency } from "../network/latencyMap.ts";
import type { LinkSky } from "../network/links.ts";
import {
  type ComputeCause,
  delayLengthsKm,
  findComputeRoute,
  findRoute,
  type Route,
  sourcesOf,
} from "../network/routes.ts";
import { makePathWork, type PathSource, shortestPaths } from "../network/shortestPaths.ts";
import { siderealAngleRad } from "../orbit/frames.ts";
import { lightOf, SUNLIT } from "../orbit/shadow.ts";
import { sunAt } from "../orbit/sun.ts";
import type { GroundPlace } from "./flight.ts";

type Moment = { readonly tS: number };
/** What answers: the place `to`, or, left out, the nearest satellite that computes. */
type Asked = { readonly to?: GroundPlace | undefined; readonly taken?: Uint8Array | undefined };
/** Cells of a map where none is asked for: 2° each way. */
const DEFAULT_MAP_STEP_DEG = 2;

export function makeLatencies({
  fleetCount,
  limits,
  hopDelayMs,
  instantAt,
  meshAt,
  lengthsAt,
  skyAt,
  stationOf,
}: {
  fleetCount: number;
  limits: GroundLimits;
  hopDelayMs: number;
  instantAt: (tS: number) => Instant;
  meshAt: (tS: number) => Mesh;
  /** Of the mesh's pairs, km: Infinity where a link is down. */
  lengthsAt: (tS: number) => Float64Array;
  skyAt: (tS: number) => LinkSky;
  stationOf: (place: GroundPlace) => (tS: number) => Station;
}) {
  const inView = (place: GroundPlace, tS: number) =>
    satellitesInView({ positionsTemeKm: skyAt(tS).positionsTemeKm, station: stationOf(place)(tS), limits });

  /** Buffers of the mesh that was searched last, and the grid that was mapped last. */
  let searched: { mesh: Mesh; work: ReturnType<typeof makePathWork> } | undefined;
  let mapped: { stepDeg: number; grid: LatencyGrid } | undefined;
  function workOf(mesh: Mesh) {
    if (searched?.mesh !== mesh) searched = { mesh, work: makePathWork(mesh) };
    return searched.work;
  }

  function checkTaken(taken: Uint8Array | undefined) {
    if (taken !== undefined && taken.length !== fleetCount)
      throw new Error(`taken: got ${taken.length} satellites, expected the fleet's ${fleetCount}`);
  }

  /** Indices of the satellites that compute at `tS`. */
  function computeAt({ tS, taken }: Moment & Pick<Asked, "taken">): number[] {
    checkTaken(taken);
    const { positionsTemeKm } = skyAt(tS);
    const sun = sunAt(instantAt(tS));
    const indices: number[] = [];
    for (let index = 0, at = 0; index < fleetCount; index++, at += 3) {
      const x = positionsTemeKm[at]!;
      if (Number.isNaN(x) || taken?.[index] === 1) continue;
      if (lightOf({ x, y: positionsTemeKm[at + 1]!, z: positionsTemeKm[at + 2]!, ...sun }) === SUNLIT)
        indices.push(index);
    }
    return indices;
  }

  /** What each satellite is away from the answer, km of light, by one search; good until the next. */
  function distancesAt({ tS, to, taken }: Moment & Asked) {
    const mesh = meshAt(tS);
    const sources: PathSource[] =
      to === undefined ? computeAt({ tS, taken }).map((node) => ({ node, startKm: 0 })) : sourcesOf(inView(to, tS));
    const { distancesKm } = shortestPaths({
      graph: mesh,
      lengthsKm: delayLengthsKm(lengthsAt(tS), hopDelayMs),
      sources,
      distancesOnly: true,
      work: workOf(mesh),
    });
    return { distancesKm, sourceCount: sources.length };
  }

  return {
    computeAt,
    /** Shortest path over lasers between two places; fleet and relay satellites both serve, joined by hand-overs. */
    route({ tS, from, to }: Moment & { from: GroundPlace; to: GroundPlace }): Route & { tS: number } {
      const [fromLinks, toLinks] = [inView(from, tS), inView(to, tS)];
      return {
        tS,
        ...findRoute({ mesh: meshAt(tS), lengthsKm: lengthsAt(tS), hopDelayMs, from: fromLinks, to: toLinks }),
      };
    },
    /** The nearest satellite that computes, by time, and the way there; `computeSatellite` is the last of `satellites`. */
    routeToCompute({
      tS,
      from,
      taken,
    }: Moment & { from: GroundPlace; taken?: Uint8Array | undefined }): Route<ComputeCause> & {
      tS: number;
      computeSatellite?: number;
      roundTripMs?: number;
    } {
      const compute = computeAt({ tS, taken });
      const mesh = meshAt(tS);
      const route = findComputeRoute({
        mesh,
        lengthsKm: lengthsAt(tS),
        hopDelayMs,
        from: inView(from, tS),
        compute,
        work: workOf(mesh),
      });
      if (!route.reachable) return { tS, ...route };
      return { tS, ...route, computeSatellite: route.satellites.at(-1)!, roundTripMs: 2 * route.oneWayMs! };
    },
    /**
     * Round trips from each place by one search: `roundTripMs` [places], NaN where there is no way, and `satellites` [places], the one
     * overhead that is used, −1 for none.
     */
    roundTrips({ tS, places, ...asked }: Moment & Asked & { places: readonly GroundPlace[] }) {
      const { distancesKm } = distancesAt({ tS, ...asked });
      const roundTripMs = new Float64Array(places.length).fill(Number.NaN);
      const satellites = new Int32Array(places.length).fill(-1);
      places.forEach((place, row) => {
        let leastKm = Number.POSITIVE_INFINITY;
        for (const { index, rangeKm } of inView(place, tS)) {
          const pathKm = rangeKm + distancesKm[index]!;
          if (pathKm >= leastKm) continue;
          leastKm = pathKm;
          satellites[row] = index;
        }
        if (leastKm < Number.POSITIVE_INFINITY) roundTripMs[row] = 2 * lightTimeMs(leastKm);
      });
      return { tS, roundTripMs, satellites };
    },
    /**
     * Round trips from the middles of cells of `stepDeg` (an even part of 180°, at least 0.25°): rows from the south pole up, columns
     * from longitude −180° east. `roundTripMs` [latitudeCount × longitudeCount], NaN where there is no way; `satellites` likewise, the
     * one overhead, −1 for none; `sourceCount`: satellites that answer.
     */
    latencyMap({
      tS,
      stepDeg = DEFAULT_MAP_STEP_DEG,
      ...asked
    }: Moment & Asked & { stepDeg?: number | undefined }): LatencyMap & {
      tS: number;
      stepDeg: number;
      sourceCount: number;
    } {
      if (mapped?.stepDeg !== stepDeg) mapped = { stepDeg, grid: makeLatencyGrid(stepDeg) };
      const { distancesKm, sourceCount } = distancesAt({ tS, ...asked });
      const { positionsTemeKm } = skyAt(tS);
      const siderealRad = siderealAngleRad(instantAt(tS));
      const map = mapLatency({ grid: mapped.grid, positionsTemeKm, siderealRad, distancesKm, limits });
      return { tS, stepDeg, sourceCount, ...map };
    },
  };
}
