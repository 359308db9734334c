import { EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import type { Shell } from "../mission/mission.ts";
import { isClosedShell, satelliteCountOf } from "../mission/shellCount.ts";
import { coverageRadiusKm, lightTimeMs, longestLinkKm, slantRangeKm } from "../network/latency.ts";
import { crossPlaneKm, nearestSlotOffset, type PlaneStep, type Topology } from "../network/topology.ts";
import { circularOrbit } from "../orbit/circular.ts";
import { eclipseYear, shadowlessBetaRad, type YearOfSun } from "../orbit/eclipse.ts";
import { nodeStepRad } from "../orbit/lattice.ts";
import { leastSeparationKm } from "../orbit/spacing.ts";
import { DEFAULT_LTAN_SPREAD_H, meanSunDeg, planeLtanH, shellInclinationDeg } from "../orbit/walker.ts";

/** Planes of a shell that are followed through the year, evenly chosen where it has more: 25 µs each. */
const MAX_FOLLOWED_PLANES = 100;
/** Planes of all shells together, so that many shells take no longer; 25 of 125 even planes keep the means. */
const MAX_FOLLOWED_IN_ALL = 1600;
const LEAST_FOLLOWED_PLANES = 20;

/** How many planes of each of `shellCount` shells are followed. */
export const followedPlaneCount = (shellCount: number) =>
  Math.max(LEAST_FOLLOWED_PLANES, Math.min(MAX_FOLLOWED_PLANES, Math.floor(MAX_FOLLOWED_IN_ALL / shellCount)));

/** What a shell flown from records is like, taken from its elements. */
export type FlownShell = {
  readonly altitudeKm: number;
  readonly inclinationDeg: number;
  readonly nodesDeg: readonly number[];
};

/** Even choice of at most `most` indices out of `count`; both ends kept, or round a closed circle. */
function spreadIndices(count: number, most: number, isClosed: boolean): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  if (isClosed) return Array.from({ length: most }, (_, i) => Math.floor((i * count) / most));
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}

/** Node of the shell's planes at any day, followed planes only, and of its middle. */
export function nodesOf({
  shell,
  flown,
  raanRateDegPerDay,
  epoch,
  mostPlanes = MAX_FOLLOWED_PLANES,
}: {
  shell: Shell;
  flown: FlownShell | undefined;
  raanRateDegPerDay: number;
  epoch: Instant;
  mostPlanes?: number;
}) {
  const epochDays = daysSinceJ2000(epoch);
  const drifting = (nodeDeg: number) => (days: number) => nodeDeg + raanRateDegPerDay * (days - epochDays);
  const isClosed = flown === undefined && shell.ltanH === undefined && (shell.raanSpreadDeg ?? 360) === 360;
  const planes = spreadIndices(flown?.nodesDeg.length ?? shell.planeCount, mostPlanes, isClosed);
  if (flown) return { planes: planes.map((plane) => drifting(flown.nodesDeg[plane]!)), middle: undefined };
  if (shell.ltanH === undefined) {
    const stepDeg = (shell.raanSpreadDeg ?? 360) / shell.planeCount;
    return { planes: planes.map((plane) => drifting((shell.raanDeg ?? 0) + plane * stepDeg)), middle: undefined };
  }
  const atLocalTime = (ltanH: number) => {
    const nodeDegAt = (days: number) => meanSunDeg(days) + 15 * (ltanH - 12);
    return shell.inclinationDeg === "sun-synchronous" ? nodeDegAt : drifting(nodeDegAt(epochDays));
  };
  return {
    planes: planes.map((plane) => atLocalTime(planeLtanH({ ...shell, ltanH: shell.ltanH! }, plane))),
    middle: atLocalTime(shell.ltanH),
  };
}

/** Node of a shell at its local time (a Walker shell: of its first plane) at any day, °. */
export function middleNodeDeg({
  shell,
  flown,
  raanRateDegPerDay,
  epoch,
  days,
}: {
  shell: Shell;
  flown: FlownShell | undefined;
  raanRateDegPerDay: number;
  epoch: Instant;
  days: number;
}): number {
  const { planes, middle } = nodesOf({ shell, flown, raanRateDegPerDay, epoch });
  return (middle ?? planes[0]!)(days);
}

/**
 * One shell without a clock: orbit, the year's shadows by the cylinder, latency at zenith and at the least elevation.
 * `eclipseDaysPerYear`, `longestEclipseS` and `sunlitFraction` are at the shell's local time; a shell without one gets the mean over
 * planes of days and sunlit share and the longest shadow of any plane. `worstPlaneEclipseS` is over the whole band.
 */
export function planShell({
  shell,
  flown,
  epoch,
  sunYear,
  grazingAltitudeKm,
  minElevationDeg,
  rangeKm,
  groundRangeKm,
  topology,
  mostPlanes,
}: {
  shell: Shell;
  flown: FlownShell | undefined;
  epoch: Instant;
  sunYear: YearOfSun;
  grazingAltitudeKm: number;
  minElevationDeg: number;
  rangeKm?: number | undefined;
  groundRangeKm?: number | undefined;
  topology: Topology;
  /** Planes that are followed through the year; `followedPlaneCount`. */
  mostPlanes: number;
}) {
  const altitudeKm = flown?.altitudeKm ?? shell.altitudeKm!;
  const radiusKm = EARTH_RADIUS_WGS84_KM + altitudeKm;
  const inclinationDeg = flown?.inclinationDeg ?? shellInclinationDeg(shell)!;
  const orbit = circularOrbit({ radiusKm, inclinationDeg, earthRadiusKm: EARTH_RADIUS_WGS84_KM });
  const { planes, middle } = nodesOf({ shell, flown, raanRateDegPerDay: orbit.raanRateDegPerDay, epoch, mostPlanes });
  const follow = (nodeDegAt: (days: number) => number) =>
    eclipseYear({ radiusKm, inclinationDeg, nodeDegAt, periodS: orbit.periodS, year: sunYear });
  const planeYears = planes.map(follow);
  const mean = (pick: (each: (typeof planeYears)[number]) => number) =>
    planeYears.reduce((sum, each) => sum + pick(each), 0) / planeYears.length;
  const longest = Math.max(...planeYears.map((each) => each.longestEclipseS));
  const centre = middle
    ? follow(middle)
    : {
        sunAngles: {
          leastBetaRad: 0,
          meanBetaCosine: mean((each) => each.sunAngles.meanBetaCosine),
          meanBetaCosineSquared: mean((each) => each.sunAngles.meanBetaCosineSquared),
        },
        eclipseDaysPerYear: mean((each) => each.eclipseDaysPerYear),
        longestEclipseS: longest,
        sunlitFraction: mean((each) => each.sunlitFraction),
      };
  const zenithOneWayMs = lightTimeMs(altitudeKm);
  const edgeKm = Math.min(
    slantRangeKm({ altitudeKm, elevationDeg: minElevationDeg }),
    groundRangeKm ?? Number.POSITIVE_INFINITY,
  );
  const minElevationOneWayMs = lightTimeMs(edgeKm);
  const crossPlaneNeighbourKm =
    flown === undefined ? longestCrossLinkKm({ shell, radiusKm, inclinationDeg, topology }) : undefined;
  const separationKm = flown === undefined ? leastSeparationKm(shell) : undefined;
  return {
    fractions: planeYears.map((each) => each.fractions),
    sunAngles: {
      ...centre.sunAngles,
      leastBetaRad: Math.min(...planeYears.map((each) => each.sunAngles.leastBetaRad)),
    },
    row: {
      name: shell.name,
      altitudeKm,
      inclinationDeg,
      ...(shell.ltanH === undefined || flown !== undefined
        ? {}
        : { ltanH: shell.ltanH, ltanSpreadH: shell.ltanSpreadH ?? DEFAULT_LTAN_SPREAD_H }),
      ...(shell.raanDeg === undefined ? {} : { raanDeg: shell.raanDeg }),
      planesCoincide:
        flown === undefined &&
        (shell.phasingCount ?? 0) === 0 &&
        (shell.ltanH === undefined ? shell.raanSpreadDeg === 0 : shell.ltanSpreadH === 0),
      planeCount: shell.planeCount,
      satellitesPerPlaneCount: shell.satellitesPerPlaneCount,
      ...(shell.cluster === undefined
        ? {}
        : { clusterSatelliteCount: shell.cluster.satelliteCount, spacingM: shell.cluster.spacingM }),
      satelliteCount: satelliteCountOf(shell),
      isClosed: isClosedShell(shell),
      ...orbit,
      eclipseDaysPerYear: centre.eclipseDaysPerYear,
      longestEclipseS: centre.longestEclipseS,
      worstPlaneEclipseS: Math.max(longest, centre.longestEclipseS),
      sunlitFraction: centre.sunlitFraction,
      shadowlessBetaDeg: (shadowlessBetaRad({ radiusKm }) * 180) / Math.PI,
      zenithOneWayMs,
      zenithRoundTripMs: 2 * zenithOneWayMs,
      minElevationOneWayMs,
      minElevationRoundTripMs: 2 * minElevationOneWayMs,
      coverageRadiusKm: coverageRadiusKm({ altitudeKm, slantKm: edgeKm }),
      longestLinkKm: Math.min(longestLinkKm({ altitudeKm, grazingAltitudeKm }), rangeKm ?? Number.POSITIVE_INFINITY),
      ...(shell.satellitesPerPlaneCount > 1
        ? { inPlaneNeighbourKm: 2 * radiusKm * Math.sin(Math.PI / shell.satellitesPerPlaneCount) }
        : {}),
      ...(crossPlaneNeighbourKm === undefined ? {} : { crossPlaneNeighbourKm }),
      ...(separationKm === undefined ? {} : { leastSeparationKm: separationKm }),
    },
  };
}

/** The longest link across planes over an orbit, km, where the mesh has any. */
function longestCrossLinkKm({
  shell,
  radiusKm,
  inclinationDeg,
  topology,
}: {
  shell: Shell;
  radiusKm: number;
  inclinationDeg: number;
  topology: Topology;
}): number | undefined {
  if (shell.planeCount === 1 || (topology !== "grid" && topology !== "short-grid")) return undefined;
  const slotCount = shell.satellitesPerPlaneCount;
  const step: PlaneStep = {
    inclinationDeg,
    raanStepDeg: (nodeStepRad(shell) * 180) / Math.PI,
    phaseStepDeg: (360 * (shell.phasingCount ?? 0)) / (shell.planeCount * slotCount),
  };
  const offsetCount = topology === "grid" ? 0 : nearestSlotOffset({ ...step, slotCount });
  const phaseStepDeg = step.phaseStepDeg + (360 * offsetCount) / slotCount;
  return crossPlaneKm({ ...step, radiusKm, phaseStepDeg }).longestKm;
}

export type PlannedShell = ReturnType<typeof planShell>["row"];
