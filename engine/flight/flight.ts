/**
 * Everything with a clock. `flyMission` builds the SGP4 records once; the functions of the Flight answer for any time.
 * Times are `tS`, seconds after the mission's epoch. Indices run over the fleet's shells, then the relay's, then the catalogue's
 * objects; the mission's own come to `servingCount`, and only they have lasers, serve places and are counted.
 */
import { geodeticToEcef, zenithEcefUnit } from "../geometry/geodesy.ts";
import { addSeconds, formatInstant, type Instant, parseInstant } from "../geometry/instant.ts";
import { norm } from "../geometry/vectors.ts";
import type { Mission } from "../mission/mission.ts";
import type { MissionIssue } from "../mission/parse.ts";
import { resolveMission } from "../mission/resolve.ts";
import { type Station, satellitesInView } from "../network/ground.ts";
import { linkLimitsOf } from "../network/limits.ts";
import { type LinkSky, limitsMotion } from "../network/links.ts";
import { ecefToTeme, siderealAngleRad, temeToGeodetic } from "../orbit/frames.ts";
import { minutesSinceEpoch, propagateState } from "../orbit/propagate.ts";
import { lightOf, lightsOf } from "../orbit/shadow.ts";
import { sunAt } from "../orbit/sun.ts";
import type { Catalogue } from "./catalogue.ts";
import { findNextContact } from "./contacts.ts";
import { assembleFleet, shellOf } from "./fleet.ts";
import { lasersOf } from "./lasers.ts";
import { makeLatencies } from "./latencies.ts";
import { listElements } from "./listed.ts";
import { makeMeshes } from "./meshes.ts";
import { drawRing } from "./ring.ts";
import { openRoster } from "./roster.ts";
import { makeStates } from "./states.ts";
import { sunlightOf } from "./sunlight.ts";
import { makeSurroundings } from "./surroundings.ts";

/** A place on the ground; height above the ellipsoid is 0 when it is left out. */
export type GroundPlace = {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly heightKm?: number | undefined;
};

export type Flight = Exclude<ReturnType<typeof flyMission>, { issues: readonly MissionIssue[] }>;

export function flyMission(
  mission: Mission,
  {
    elementsTexts = {},
    catalogue,
  }: { elementsTexts?: Readonly<Record<string, string>>; catalogue?: Catalogue | undefined } = {},
) {
  const epoch = parseInstant(mission.epoch);
  if (epoch === undefined) throw new Error(`mission epoch: got ${mission.epoch}, expected a UTC instant`);
  const { links, optics, assumptions } = resolveMission(mission);
  const listedOf = (path: string) => listElements(elementsTexts, path);
  const fleet = assembleFleet({ mission, epoch, design: links, listedOf, catalogue });
  if ("issues" in fleet) return { issues: fleet.issues };
  const { shells, fleetCount, servingCount, totalCount, mesh } = fleet;
  const limits = linkLimitsOf({ links, optics });

  const instantAt = (tS: number): Instant => addSeconds(epoch, tS);
  const doors = openRoster(fleet);
  const { recordOf } = doors;

  const statesInto = makeStates({ shells, doors, instantAt });

  /** The serving satellites at the moment that was asked for last, so that several questions about it cost one propagation. */
  const latest = { tS: Number.NaN, positions: new Float64Array(0), velocities: new Float64Array(0) };
  function positionsAt(tS: number): Float64Array {
    if (latest.tS !== tS) {
      if (latest.positions.length === 0) latest.positions = new Float64Array(servingCount * 3);
      if (limitsMotion(limits) && latest.velocities.length === 0)
        latest.velocities = new Float64Array(servingCount * 3);
      latest.tS = Number.NaN;
      const velocities = limitsMotion(limits) ? latest.velocities : undefined;
      statesInto({ tS, positions: latest.positions, velocities, isServingOnly: true });
      latest.tS = tS;
    }
    return latest.positions;
  }
  /** What links are judged by: states and Sun. */
  const skyAt = (tS: number): LinkSky => ({
    positionsTemeKm: positionsAt(tS),
    velocitiesTemeKmPerS: latest.velocities,
    sunTemeUnit: sunAt(instantAt(tS)).sunTemeUnit,
  });

  const { handoverTerminalCount } = assumptions;
  const meshes = makeMeshes({ fleet, design: links, handoverTerminalCount, limits, instantAt, skyAt });
  const { meshAt, lengthsAt, seamPairsAt } = meshes;

  /** Where the turning Earth carries a place: its fixed part is worked out once. */
  function stationOf(place: GroundPlace): (tS: number) => Station {
    const ecefKm = geodeticToEcef({ ...place, heightKm: place.heightKm ?? 0 });
    const zenithUnit = zenithEcefUnit(place);
    return (tS) => {
      const siderealRad = siderealAngleRad(instantAt(tS));
      return {
        positionTemeKm: ecefToTeme(ecefKm, siderealRad),
        zenithTemeUnit: ecefToTeme(zenithUnit, siderealRad),
      };
    };
  }

  const neighboursOf = (index: number, tS = 0): number[] => {
    shellOf(shells, index);
    if (index >= servingCount) return [];
    const { neighbours, starts } = meshAt(tS);
    return Array.from(neighbours.subarray(starts[index], starts[index + 1]));
  };

  const inView = (place: GroundPlace, tS: number) =>
    satellitesInView({ positionsTemeKm: positionsAt(tS), station: stationOf(place)(tS), limits });

  const latencies = makeLatencies({
    fleetCount,
    limits,
    hopDelayMs: links.hopDelayMs,
    instantAt,
    meshAt,
    lengthsAt,
    skyAt,
    stationOf,
  });

  return {
    ...latencies,
    epoch,
    satelliteCount: fleetCount,
    relaySatelliteCount: servingCount - fleetCount,
    servingCount,
    catalogueCount: totalCount - servingCount,
    totalCount,
    linkLimits: limits,
    /** The terminals; with a length, what `linkRateBps` takes. */
    optics,
    /** Time in each satellite that passes data on to another, ms. */
    hopDelayMs: links.hopDelayMs,
    topology: links.topology,
    /** Pairs that hold at all times: no nearest neighbours and no hand-overs, see `meshAt`. */
    mesh,
    /** Who holds lasers to whom: the same at all times but for nearest neighbours, and hand-overs to a relay. */
    meshAt,
    /** Of the pairs of `meshAt`, km: Infinity where a link is down. */
    lengthsAt,
    /** How many lasers stand, and why the others do not. */
    countLinks: meshes.countLinks,
    shells: shells.map(({ name, layer, firstIndex, planeCount, slotCount }) => ({
      name,
      layer,
      firstIndex,
      planeCount,
      slotCount,
    })),
    ...doors,
    ...makeSurroundings({ shells, doors, epoch, limits }),
    statesInto,
    /** The whole fleet at one time, in fresh arrays: [totalCount × 3]; `lights` 0 sunlit, 1 penumbra, 2 umbra, 255 no state. */
    at(tS: number) {
      const instant = instantAt(tS);
      const positionsTemeKm = new Float64Array(totalCount * 3);
      const velocitiesTemeKmPerS = new Float64Array(totalCount * 3);
      const decayedCount = statesInto({ tS, positions: positionsTemeKm, velocities: velocitiesTemeKmPerS });
      const sun = sunAt(instant);
      return {
        tS,
        instant: formatInstant(instant),
        positionsTemeKm,
        velocitiesTemeKmPerS,
        lights: lightsOf({ positionsTemeKm, ...sun }),
        sunTemeUnit: sun.sunTemeUnit,
        gmstRad: siderealAngleRad(instant),
        decayedCount,
      };
    },
    /** Of the mission's satellites, [servingCount]: 0 sunlit, 1 penumbra, 2 umbra, 255 no state. */
    lightsAt(tS: number) {
      const positionsTemeKm = new Float64Array(servingCount * 3);
      const decayedCount = statesInto({ tS, positions: positionsTemeKm, isServingOnly: true });
      return { lights: lightsOf({ positionsTemeKm, ...sunAt(instantAt(tS)) }), decayedCount };
    },
    /** Shares of the fleet in the sun and in the cone's shadow at one time. */
    sunlight: (tS: number) => ({
      tS,
      ...sunlightOf({
        shells: shells.filter(({ layer }) => layer !== "catalogue"),
        positionsTemeKm: positionsAt(tS),
        instant: instantAt(tS),
      }),
    }),
    /** One satellite at one time, or the reason why it has no state. */
    stateOf(index: number, tS: number) {
      const instant = instantAt(tS);
      const record = recordOf(index);
      const state = propagateState(record, minutesSinceEpoch(record.epoch, instant));
      if ("reason" in state) return { reason: state.reason };
      const [x, y, z] = state.positionTemeKm;
      return {
        ...state,
        ...temeToGeodetic(state.positionTemeKm, siderealAngleRad(instant)),
        light: lightOf({ x, y, z, ...sunAt(instant) }),
        speedKmPerS: norm(state.velocityTemeKmPerS),
      };
    },
    /** Indices that the mesh gives this satellite a laser to, whether it is up or not; of nearest neighbours and hand-overs at `tS`. */
    neighboursOf,
    /** Lasers of one satellite: length, the rate that it carries, and why one is down (it carries 0). Those over a seam are the last. */
    linksOf(index: number, tS: number) {
      const common = { index, recordOf, instant: instantAt(tS), optics };
      const held = lasersOf({ ...common, neighbours: neighboursOf(index, tS), limitsOf: meshes.limitsOf });
      const beyond = seamPairsAt(tS).flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : []));
      return [...held, ...lasersOf({ ...common, neighbours: beyond, limitsOf: () => meshes.seamLimits })];
    },
    /** Satellites that a place may use at one time, the highest first. */
    visibleFrom({ tS, place }: { tS: number; place: GroundPlace }) {
      return inView(place, tS).sort((a, b) => b.elevationDeg - a.elevationDeg || a.index - b.index);
    },
    /** When a fleet satellite next stands above a place, to 1 s. Undefined: not within `horizonS`, or cancelled. */
    nextContact({
      fromTS,
      place,
      horizonS,
      isCancelled,
    }: {
      fromTS: number;
      place: GroundPlace;
      horizonS: number;
      isCancelled?: (() => boolean) | undefined;
    }) {
      return findNextContact({
        satelliteCount: fleetCount,
        recordOf,
        stationAt: stationOf(place),
        limits,
        epoch,
        fromTS,
        horizonS,
        isCancelled,
      });
    },
    /** The path of a plane, for drawing: [pointCount × 3], TEME, km, closed (the last point is one step before the first). */
    planeRing({
      shellIndex,
      plane,
      tS,
      pointCount,
    }: {
      shellIndex: number;
      plane: number;
      tS: number;
      pointCount: number;
    }): Float32Array {
      const shell = shells[shellIndex];
      if (shell === undefined || !(plane >= 0 && plane < shell.planeCount))
        throw new Error(`no plane ${plane} in shell ${shellIndex}`);
      return drawRing({ shell, plane, instant: instantAt(tS), pointCount });
    },
  };
}
