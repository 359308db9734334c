/** What a report tells of a mission's network: a window of round trips, the ways and the map at the epoch, and what is carried then. */

import { greatCircleKm } from "../geometry/greatCircle.ts";
import { formatInstant } from "../geometry/instant.ts";
import type { Mission } from "../mission/mission.ts";
import { resolveMission } from "../mission/resolve.ts";
import { quantilesOf } from "../network/distribution.ts";
import { fibreReachKm, fibreRoundTripMs } from "../network/fibre.ts";
import type { Flight } from "./flight.ts";
import { sampleLatency, summarizePlaces } from "./latencyStudy.ts";
import { runNetwork } from "./networkRun.ts";
import { networkFault, trafficAt } from "./traffic.ts";

const DAY_S = 86_400;
/** Steps of the window, the first that costs no more than the limit, else the last. */
const STEPS_S = [300, 900, 3600] as const;
/** Satellites looked at in all moments together: some three seconds. */
const MOST_LOOKS = 15_000_000;
/** A mesh of nearest neighbours, or hand-overs to a relay, are chosen anew at each moment: so many looks a satellite. */
const NEAREST_LOOKS = 50;
const HANDOVER_LOOKS = 20;
/** Places whose window is studied, and places that are joined pair by pair, in the mission's order. */
export const MAX_STUDIED_PLACE_COUNT = 24;
export const MAX_JOINED_PLACE_COUNT = 9;
/** Seed of what failures take, the default of `dawnline network`. */
const FAILURE_SEED = 1;

/** What is being done, how much of it is done, and of how much. */
export type StudyProgress = {
  readonly what: "moments" | "rounds";
  readonly doneCount: number;
  readonly totalCount: number;
};

/** Step of a day's window, s: the finer, the fewer satellites there are to look at. */
export function studyStepS({
  servingCount,
  relaySatelliteCount,
  topology,
}: Pick<Flight, "servingCount" | "relaySatelliteCount" | "topology">): number {
  const looks = servingCount * (topology === "nearest" ? NEAREST_LOOKS : relaySatelliteCount > 0 ? HANDOVER_LOOKS : 1);
  return STEPS_S.find((stepS) => (DAY_S / stepS + 1) * looks <= MOST_LOOKS) ?? STEPS_S.at(-1)!;
}

/**
 * All parts of the report's network, from the mission's epoch: a day of round trips to the nearest satellite in sunlight, the ways
 * and the map at the epoch itself, and the traffic then with its failures. Yields how far it is; the caller may stop there.
 */
export function* studyNetwork({
  flight,
  mission,
  satelliteOutputBps,
}: {
  flight: Flight;
  mission: Mission;
  /** Of the plan's network. */
  satelliteOutputBps: number;
}): Generator<StudyProgress, NetworkStudy> {
  const { cableStretchRatio } = resolveMission(mission).assumptions;
  const allPlaces = mission.places ?? [];
  const places = allPlaces.slice(0, MAX_STUDIED_PLACE_COUNT);
  const others = [...allPlaces, ...(mission.sites ?? [])];
  const stepS = studyStepS(flight);
  const count = DAY_S / stepS + 1;
  const window = { fromTS: 0, stepS, count };

  const map = mapAtEpoch(flight);
  const routes = routesAtEpoch({ flight, places: places.slice(0, MAX_JOINED_PLACE_COUNT) });
  const computeRoutes = places.map((from) => ({
    from: from.name,
    ...described(flight, flight.routeToCompute({ tS: 0, from })),
  }));

  let samples = { samplesMs: [] as readonly Float64Array[], overhead: [] as readonly Int32Array[] };
  if (places.length > 0) {
    const sampling = sampleLatency({ flight, places, ...window });
    for (;;) {
      const step = sampling.next();
      if (step.done) {
        samples = step.value;
        break;
      }
      yield { what: "moments", doneCount: step.value, totalCount: count };
    }
  }
  const latencies = summarizePlaces({ samples, places, others, stepS, cableStretchRatio }).map((latency, row) => ({
    ...latency,
    quantilesMs: quantilesOf(samples.samplesMs[row]!),
  }));
  return {
    at: formatInstant(flight.epoch),
    windowS: DAY_S,
    stepS,
    sampleCount: count,
    placeCount: allPlaces.length,
    joinedCount: Math.min(places.length, MAX_JOINED_PLACE_COUNT),
    places: places.map(({ name, latitudeDeg, longitudeDeg }) => ({ label: name, latitudeDeg, longitudeDeg })),
    cableStretchRatio,
    hopDelayMs: flight.hopDelayMs,
    latencies,
    computeRoutes,
    routes,
    map,
    load: yield* loadAtEpoch({ flight, mission, satelliteOutputBps }),
  };
}

type Found = Pick<
  ReturnType<Flight["routeToCompute"]>,
  "reachable" | "oneWayMs" | "pathKm" | "hopCount" | "satellites" | "reason"
>;

/** A way in numbers: with `fibreReachKm`, how far light in fibre comes in the same time; or the reason why there is none. */
function described(flight: Flight, { reachable, oneWayMs = 0, pathKm = 0, hopCount = 0, satellites, reason }: Found) {
  if (!reachable) return { reachable: false as const, reason: reason ?? "" };
  const roundTripMs = 2 * oneWayMs;
  return {
    reachable: true as const,
    lastId: flight.idOf(satellites.at(-1)!),
    hopCount,
    pathKm,
    oneWayMs,
    roundTripMs,
    fibreReachKm: fibreReachKm({ roundTripMs }),
  };
}

function routesAtEpoch({ flight, places }: { flight: Flight; places: NonNullable<Mission["places"]> }) {
  return places.flatMap((from, row) =>
    places.slice(row + 1).map((to) => {
      const groundKm = greatCircleKm({ from, to });
      return {
        from: from.name,
        to: to.name,
        fibreKm: groundKm,
        fibreMs: fibreRoundTripMs({ groundKm }),
        ...described(flight, flight.route({ tS: 0, from, to })),
      };
    }),
  );
}

function mapAtEpoch(flight: Flight) {
  const { satellites: _, tS: __, ...map } = flight.latencyMap({ tS: 0 });
  return map;
}

/** Traffic and failures at the epoch, or why they are not worked out. */
function* loadAtEpoch({
  flight,
  mission,
  satelliteOutputBps,
}: {
  flight: Flight;
  mission: Mission;
  satelliteOutputBps: number;
}) {
  const { satelliteCount: fleetCount, relaySatelliteCount: relayCount } = flight;
  const fault = networkFault({ mission, fleetCount, relayCount });
  if (fault !== undefined) return { fault: `${fault.given}; loads are worked out for ${fault.allowed}.` };
  const traffic = trafficAt({ flight, mission, tS: 0, satelliteOutputBps });
  const running = runNetwork({ traffic, flight, mission, seed: FAILURE_SEED });
  for (;;) {
    const step = running.next();
    if (step.done) {
      const { routed: _, ...run } = step.value;
      return { ...run, fault: undefined, seed: FAILURE_SEED, demandsAreDefault: traffic.isDefault };
    }
    yield { what: "rounds" as const, ...step.value };
  }
}

type Result<Work> = Work extends Generator<unknown, infer Value> ? Value : never;

export type NetworkStudy = {
  /** The epoch. */
  readonly at: string;
  readonly windowS: number;
  readonly stepS: number;
  readonly sampleCount: number;
  /** Of the mission; the first of them are studied. */
  readonly placeCount: number;
  /** Of the studied, the first that are joined pair by pair. */
  readonly joinedCount: number;
  readonly places: readonly { readonly label: string; readonly latitudeDeg: number; readonly longitudeDeg: number }[];
  readonly cableStretchRatio: number;
  readonly hopDelayMs: number;
  /** `quantilesMs`: percent 0 … 100 by nearest rank, 0 the least; empty where nothing was reached. */
  readonly latencies: readonly (ReturnType<typeof summarizePlaces>[number] & {
    readonly quantilesMs: readonly number[];
  })[];
  readonly computeRoutes: readonly ({ readonly from: string } & ReturnType<typeof described>)[];
  readonly routes: ReturnType<typeof routesAtEpoch>;
  readonly map: ReturnType<typeof mapAtEpoch>;
  readonly load: Result<ReturnType<typeof loadAtEpoch>>;
};
