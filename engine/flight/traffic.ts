/**
 * The network of a flight at one instant: mesh, hand-overs to the relay, beams to the ground, and the mission's demands on
 * them. Indices of satellites are the flight's; ends on the ground have their names.
 */
import { makeStation } from "../events/accessWindows.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { FLEET_END, GATEWAYS_END } from "../mission/traffic.ts";
import { type NamedDemand, resolveDemand } from "../network/demands.ts";
import { type Demand, type Routed, routeDemands } from "../network/flow.ts";
import { type GroundEnd, groundLinks } from "../network/gateways.ts";
import { linkRateBps } from "../network/optics.ts";
import { makeTrafficGraph, type TrafficGraph, type TrafficLink } from "../network/trafficGraph.ts";
import type { Flight } from "./flight.ts";

/** Satellites of fleet and relay that one network may hold: a tree of shortest paths over them takes some 50 ms. */
export const MAX_NETWORK_SATELLITE_COUNT = 200_000;

/** Sources and sinks of all demands together: one whose end is the fleet has as many as the fleet has satellites. */
const MAX_NETWORK_LEAF_COUNT = 2_000_000;

/** Why a mission's network is too large to be run, as path, given and allowed of an issue; undefined where it is not. */
export function networkFault({
  mission: { demands = [] },
  fleetCount,
  relayCount,
}: {
  mission: Pick<Mission, "demands">;
  fleetCount: number;
  relayCount: number;
}): { path: string; given: string; allowed: string } | undefined {
  const totalCount = fleetCount + relayCount;
  if (totalCount > MAX_NETWORK_SATELLITE_COUNT)
    return {
      path: "shells",
      given: `${totalCount} satellites`,
      allowed: `at most ${MAX_NETWORK_SATELLITE_COUNT}, relay included`,
    };
  const ofFleetCount = demands.filter(({ from, to }) => from === FLEET_END || to === FLEET_END).length;
  if (ofFleetCount * fleetCount <= MAX_NETWORK_LEAF_COUNT) return undefined;
  return {
    path: "demands",
    given: `${ofFleetCount} of the fleet's ${fleetCount} satellites`,
    allowed: `at most ${Math.floor(MAX_NETWORK_LEAF_COUNT / fleetCount)} with the fleet at an end`,
  };
}

/** Paths of a source where the caller names no number: enough for spill, and a round costs one tree a demand. */
export const DEFAULT_PATH_COUNT = 16;

export type Traffic = {
  readonly tS: number;
  readonly graph: TrafficGraph;
  readonly named: readonly NamedDemand[];
  /** The mission names no demand: the fleet's text to any gateway is asked. */
  readonly isDefault: boolean;
  readonly demands: readonly Demand[];
  readonly gateways: readonly (GroundEnd & { clearFraction: number; antennas: number; door: number })[];
  /** The name of a node on the ground, the index of a satellite. */
  readonly endOf: (node: number) => number | string;
  readonly idOf: Flight["idOf"];
};

/**
 * `satelliteOutputBps` is what one satellite sends where the mission names no demand: the plan's `network.satelliteOutputBps`.
 * Laser stations are taken as clear. Throws where `networkFault` finds one.
 */
export function trafficAt({
  flight,
  mission,
  tS,
  satelliteOutputBps,
}: {
  flight: Flight;
  mission: Mission;
  tS: number;
  satelliteOutputBps: number;
}): Traffic {
  const { servingCount, satelliteCount: fleetCount, relaySatelliteCount, linkLimits: limits } = flight;
  const fault = networkFault({ mission, fleetCount, relayCount: relaySatelliteCount });
  if (fault !== undefined) throw new Error(`trafficAt: ${fault.path}: got ${fault.given}, expected ${fault.allowed}`);
  const { assumptions } = resolveMission(mission);
  const all = flight.at(tS);
  // A catalogue's objects, last in the row, carry nothing.
  const positionsTemeKm = all.positionsTemeKm.subarray(0, servingCount * 3);
  const mesh = flight.meshAt(tS);
  const laserRateBps = (lengthKm: number) => linkRateBps({ ...flight.optics, lengthKm });
  const isRelay = (index: number) => index >= fleetCount;

  const links: TrafficLink[] = Array.from(flight.lengthsAt(tS), (lengthKm, link) => {
    const [a, b] = [mesh.pairs[link * 2]!, mesh.pairs[link * 2 + 1]!];
    const isRelayed = isRelay(a) && isRelay(b);
    const kind = isRelayed ? "relay laser" : isRelay(a) || isRelay(b) ? "hand-over" : "laser";
    const ownBps = isRelayed || lengthKm === Infinity ? Infinity : laserRateBps(lengthKm);
    const capacityBps = kind === "laser" ? ownBps : Math.min(ownBps, assumptions.relayLaserBps);
    return { a, b, lengthKm, capacityBps: capacityBps < Infinity ? capacityBps : 0, kind };
  });

  const named = mission.demands ?? [{ from: FLEET_END, to: GATEWAYS_END, rateBps: satelliteOutputBps * fleetCount }];
  const ends = groundEnds(mission, named, (place) =>
    makeStation({ ...place, heightKm: place.heightKm ?? 0 }, flight.epoch)(tS),
  );
  // Each end has a node for its antennas and one for its door; a place's two are one.
  let nodeCount = servingCount;
  const nodes = ends.map(({ kind }) => {
    const antennas = nodeCount++;
    return { antennas, door: kind === "place" ? antennas : nodeCount++ };
  });
  links.push(
    ...groundLinks({
      positionsTemeKm,
      ends,
      limits,
      mayServe: (index, kind) => kind === "laser" || relaySatelliteCount === 0 || isRelay(index),
      antennasOf: (end) => nodes[end]!.antennas,
      doorOf: (end) => nodes[end]!.door,
    }),
  );
  const graph = makeTrafficGraph({
    satelliteCount: servingCount,
    groundCount: nodeCount - servingCount,
    hopDelayMs: flight.hopDelayMs,
    links,
  });
  const gateways = ends.flatMap((end, index) => (end.kind === "place" ? [] : [{ ...end, ...nodes[index]! }]));
  const fleetNodes = Array.from({ length: fleetCount }, (_, index) => index);
  return {
    tS,
    graph,
    named,
    isDefault: mission.demands === undefined,
    gateways,
    demands: named.map((demand) =>
      resolveDemand({
        demand,
        fleetNodes,
        gatewayNodes: gateways.map(({ door }) => door),
        nodeOf: (name) => nodes[ends.findIndex((end) => end.name === name)]!.door,
      }),
    ),
    idOf: flight.idOf,
    endOf(node) {
      if (node < servingCount) return node;
      const at = nodes.findIndex(({ antennas, door }) => antennas === node || door === node);
      return nodes[at]!.antennas === node ? ends[at]!.name : `${ends[at]!.name}, fibre`;
    },
  };

  function groundEnds(
    { sites = [], places = [] }: Mission,
    asked: readonly NamedDemand[],
    stationOf: (place: { latitudeDeg: number; longitudeDeg: number; heightKm?: number }) => GroundEnd["station"],
  ) {
    const { gatewayBeamBps, gatewayBeamCount, laserSiteBps, siteClearFraction, userBeamBps } = assumptions;
    const askedNames = new Set(asked.flatMap(({ from, to }) => [from, to]));
    const siteNames = new Set(sites.map(({ name }) => name));
    return [
      ...sites.map((site) => {
        const isLaser = site.kind === "laser";
        return {
          name: site.name,
          kind: isLaser ? ("laser" as const) : ("radio" as const),
          station: stationOf(site),
          beamBps: isLaser ? laserSiteBps : gatewayBeamBps,
          capacityBps: site.capacityBps ?? (isLaser ? laserSiteBps : gatewayBeamBps * gatewayBeamCount),
          satelliteBeamCount: 1,
          clearFraction: isLaser ? (site.clearFraction ?? siteClearFraction) : 1,
        };
      }),
      ...places
        .filter(({ name }) => askedNames.has(name) && !siteNames.has(name))
        .map((place) => ({
          name: place.name,
          kind: "place" as const,
          station: stationOf(place),
          beamBps: userBeamBps,
          capacityBps: userBeamBps * assumptions.placeBeamCount,
          satelliteBeamCount: assumptions.userBeamCount,
          clearFraction: 1,
        })),
    ];
  }
}

/** Routes the traffic of one instant at once, without failures: for a view that follows the clock. */
export function routeTraffic(traffic: Traffic, pathCount: number = DEFAULT_PATH_COUNT): Routed {
  const work = routeDemands({ ...traffic, pathCount });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A link and what it carries the fuller way, `a` to `b`: indices of satellites, with their ids beside, or names of ends on the ground. */
export type LinkLoad = {
  readonly a: number | string;
  readonly b: number | string;
  /** Left out for an end on the ground. */
  readonly aId?: string;
  readonly bId?: string;
  readonly kind: TrafficLink["kind"];
  readonly loadBps: number;
  readonly capacityBps: number;
};

function loadOf(
  { graph: { mesh, capacitiesBps, kinds }, endOf, idOf }: Traffic,
  { loadsBps }: Routed,
  link: number,
): LinkLoad {
  const lane = link * 2 + (loadsBps[link * 2 + 1]! > loadsBps[link * 2]! ? 1 : 0);
  const [a, b] = [endOf(mesh.pairs[lane]!), endOf(mesh.pairs[lane ^ 1]!)];
  return {
    a,
    b,
    ...(typeof a === "number" ? { aId: idOf(a) } : {}),
    ...(typeof b === "number" ? { bId: idOf(b) } : {}),
    kind: kinds[link]!,
    loadBps: loadsBps[lane]!,
    capacityBps: capacitiesBps[link]!,
  };
}

/** The links that are fullest for what they carry, the fullest first, then the most loaded. */
export function hottestLinks(traffic: Traffic, routed: Routed, mostCount: number): LinkLoad[] {
  const { capacitiesBps } = traffic.graph;
  const loadBps = (link: number) => Math.max(routed.loadsBps[link * 2]!, routed.loadsBps[link * 2 + 1]!);
  const loaded = Array.from(capacitiesBps.keys()).filter((link) => loadBps(link) > 0);
  // Full is full: a last digit of rounding must not order links.
  const fullness = (link: number) => Number((loadBps(link) / capacitiesBps[link]!).toPrecision(9));
  return loaded
    .sort((x, y) => fullness(y) - fullness(x) || loadBps(y) - loadBps(x) || x - y)
    .slice(0, mostCount)
    .map((link) => loadOf(traffic, routed, link));
}

/** Loads of all links that end at one of these satellites, each once. For a selection and what is drawn round it. */
export function linkLoadsAt(traffic: Traffic, routed: Routed, satellites: readonly number[]): LinkLoad[] {
  const { starts, linkOf, satelliteCount } = traffic.graph.mesh;
  const links = new Set<number>();
  for (const index of satellites) {
    if (!(index >= 0 && index < satelliteCount)) throw new Error(`linkLoadsAt: no satellite with index ${index}`);
    for (let at = starts[index]!; at < starts[index + 1]!; at++) links.add(linkOf[at]!);
  }
  return [...links].sort((x, y) => x - y).map((link) => loadOf(traffic, routed, link));
}

/** How full each satellite's fullest link is, lasers and beams, the fuller way: [satelliteCount], 0 to 1; −1 for one without a link. */
export function satelliteLoads({ graph }: Traffic, { loadsBps }: Routed) {
  const { mesh, capacitiesBps, groundFrom } = graph;
  const { starts, linkOf } = mesh;
  const fractions = new Float32Array(groundFrom).fill(-1);
  for (let index = 0; index < groundFrom; index++)
    for (let at = starts[index]!; at < starts[index + 1]!; at++) {
      const link = linkOf[at]!;
      if (!(capacitiesBps[link]! > 0)) continue;
      const loadBps = Math.max(loadsBps[link * 2]!, loadsBps[link * 2 + 1]!);
      fractions[index] = Math.max(fractions[index]!, loadBps / capacitiesBps[link]!);
    }
  return fractions;
}

/** Each gateway: beams up, load to and from the fibre, capacity, and how often its sky is clear (1 for radio). */
export function gatewayLoads({ graph, gateways }: Traffic, { loadsBps }: Routed) {
  const { starts, linkOf } = graph.mesh;
  return gateways.map(({ name, kind, capacityBps, clearFraction, antennas, door }) => {
    const lane = linkOf[starts[door]!]! * 2;
    return {
      name,
      kind,
      beamCount: starts[antennas + 1]! - starts[antennas]! - 1,
      downBps: loadsBps[lane]!,
      upBps: loadsBps[lane + 1]!,
      capacityBps,
      clearFraction,
    };
  });
}
