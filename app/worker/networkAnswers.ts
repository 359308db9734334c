/** What the network knows, in the shapes that cross to the page. Pure: a worker holds the flight. */
import {
  cloudsOf,
  type Flight,
  findHandovers,
  format,
  gatewayLoads,
  linkLoadsAt,
  MAX_NETWORK_SATELLITE_COUNT,
  type Mission,
  routeTraffic,
  satelliteLoads,
  trafficAt,
} from "#engine";
import { linksAround } from "./flightAnswers.ts";
import type { RouteAnswer, RouteQuestion } from "./messages.ts";
import type {
  HandoverAnswer,
  HandoverQuestion,
  LatencyAnswer,
  MapQuestion,
  NearbyLoads,
  ServedEnd,
  TrafficAnswer,
  TrafficQuestion,
} from "./networkMessages.ts";

/** How far back a hand-over is looked for, in which steps, and how exactly it is then found, seconds. */
const LOOK_BACK_S = 600;
const LOOK_STEP_S = 20;
const HANDOVER_RESOLUTION_S = 1;
/** Of skies that are drawn, where the stations are too many to weigh each: the command line's own. */
const SKY_SEED = 1;

export const findRouteAt = (flight: Flight, { from, to, tS }: RouteQuestion): RouteAnswer =>
  to === undefined ? flight.routeToCompute({ from, tS }) : flight.route({ from, to, tS });

export function readLatencyMap(flight: Flight, { tS, to }: Pick<MapQuestion, "tS" | "to">): LatencyAnswer {
  const { satellites: _, roundTripMs, ...map } = flight.latencyMap({ tS, to });
  return { ...map, roundTripMs: roundTripMs as Float32Array<ArrayBuffer> };
}

/** What the mesh carries at `tS`, its gateways, and the loads of lasers near a satellite. */
export function readTraffic({
  flight,
  mission,
  satelliteOutputBps,
  tS,
  around,
  isEach = false,
}: Pick<TrafficQuestion, "tS" | "around" | "isEach"> & {
  flight: Flight;
  mission: Mission;
  satelliteOutputBps: number;
}): TrafficAnswer {
  if (flight.servingCount > MAX_NETWORK_SATELLITE_COUNT)
    return {
      tS,
      issue: `Loads are worked out for up to ${format(MAX_NETWORK_SATELLITE_COUNT, "Count")} satellites; this flight has ${format(flight.servingCount, "Count")}.`,
    };
  const traffic = trafficAt({ flight, mission, tS, satelliteOutputBps });
  const routed = routeTraffic(traffic);
  const clouds = cloudsOf({ traffic, routed, seed: SKY_SEED });
  const places = new Map((mission.sites ?? []).map((site) => [site.name, site]));
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  return {
    tS,
    offeredBps: sum(traffic.named.map(({ rateBps }) => rateBps)),
    carriedBps: sum(routed.carriedBps),
    ...(clouds === undefined ? {} : { clouds }),
    gateways: gatewayLoads(traffic, routed).map((gateway) => {
      const { latitudeDeg, longitudeDeg } = places.get(gateway.name)!;
      return { ...gateway, latitudeDeg, longitudeDeg };
    }),
    ...(isEach ? { loadFractions: satelliteLoads(traffic, routed) } : {}),
    ...(around === undefined || around.index >= flight.servingCount ? {} : { nearby: loadsAround(around) }),
  };

  function loadsAround({ index, hopCount }: { index: number; hopCount: number }): NearbyLoads {
    const { pairs } = linksAround({ flight, index, tS, hopCount });
    const near = [...new Set([index, ...pairs])];
    const loads = linkLoadsAt(traffic, routed, near).filter(
      ({ a, b, capacityBps }) => typeof a === "number" && typeof b === "number" && capacityBps > 0,
    );
    return {
      pairs: Uint32Array.from(loads.flatMap(({ a, b }) => [a as number, b as number])),
      loadsBps: Float64Array.from(loads, ({ loadBps }) => loadBps),
      capacitiesBps: Float64Array.from(loads, ({ capacityBps }) => capacityBps),
    };
  }
}

/** Who serves the two ends of a route at `tS`, and since when. Looks back step by step, so a satellite that left between two steps and came again is not seen. */
export function readHandovers({
  flight,
  from,
  to,
  tS,
}: Omit<HandoverQuestion, "document"> & { flight: Flight }): HandoverAnswer {
  const known = new Map<number, readonly number[]>();
  const pathAt = (atTS: number) => {
    const path = known.get(atTS) ?? findRouteAt(flight, { from, to, tS: atTS }).satellites;
    known.set(atTS, path);
    return path;
  };
  const endOf = (satelliteAt: (atTS: number) => number | undefined): ServedEnd | undefined => {
    const index = satelliteAt(tS);
    if (index === undefined) return undefined;
    const served = { index, id: flight.idOf(index) };
    // Of a very large fleet a single route takes long.
    if (flight.servingCount > MAX_NETWORK_SATELLITE_COUNT) return served;
    for (let toTS = tS; toTS > tS - LOOK_BACK_S; toTS -= LOOK_STEP_S) {
      const fromTS = toTS - LOOK_STEP_S;
      const before = satelliteAt(fromTS);
      if (before === index) continue;
      const last = findHandovers({
        satelliteAt,
        fromTS,
        toTS,
        before,
        after: index,
        resolutionS: HANDOVER_RESOLUTION_S,
      }).at(-1)!;
      return {
        ...served,
        sinceTS: last.tS,
        ...(last.before === undefined ? {} : { beforeId: flight.idOf(last.before) }),
      };
    }
    return served;
  };
  const [first, last] = [endOf((atTS) => pathAt(atTS)[0]), endOf((atTS) => pathAt(atTS).at(-1))];
  return {
    tS,
    lookedBackS: LOOK_BACK_S,
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
  };
}
