/**
 * Designed shells: Walker deltas and stars, and bands of local times, as mean elements for SGP4 (WGS 72).
 * Index of a satellite in its shell = plane × satellitesPerPlaneCount + slot, of a cluster's member that × members + member.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { wrapDeg } from "../geometry/angles.ts";
import { daysSinceJ2000, type Instant } from "../geometry/instant.ts";
import { type Cluster, type ClusterMember, clusterMembers } from "./cluster.ts";
import { kozaiMeanMotionRevPerDay, type MeanElements, meanSemiMajorAxisKm } from "./elements.ts";
import { sunSynchronousInclinationDeg } from "./sunSynchronous.ts";

/** What a shell needs to say; the mission's shells do. */
export type WalkerShell = {
  readonly altitudeKm?: number | undefined;
  readonly inclinationDeg?: number | "sun-synchronous" | undefined;
  readonly planeCount: number;
  readonly satellitesPerPlaneCount: number;
  readonly phasingCount?: number | undefined;
  readonly ltanH?: number | undefined;
  readonly ltanSpreadH?: number | undefined;
  readonly raanSpreadDeg?: number | undefined;
  /** Node of the first plane, where no local time gives it. */
  readonly raanDeg?: number | undefined;
  /** A close formation in each slot, in place of one satellite. */
  readonly cluster?: Cluster | undefined;
};

/** Eccentricity of designed satellites: circular for every purpose, and not the 0 that some readers refuse. */
const DESIGNED_ECCENTRICITY_RATIO = 1e-7;
/** Mean longitude of the mean Sun at J2000, and its daily motion. */
const MEAN_SUN_DEG = 280.46;
const MEAN_SUN_DEG_PER_DAY = 0.9856474;

/** All satellites of a shell without an object for each: the planes' nodes and a rule for the slots. */
export type DesignedShell = {
  /** Elements of plane 0, slot 0; the others differ in node and mean anomaly alone. */
  readonly first: MeanElements;
  readonly planeCount: number;
  readonly slotCount: number;
  /** [planeCount] */
  readonly raanDeg: Float64Array;
  readonly phasingCount: number;
  /** Where each slot holds a cluster: its satellites, the centre first. They differ in eccentricity vector alone. */
  readonly members?: readonly ClusterMember[];
};

/** Local-time band of a shell that gives none: the reference mission's. */
export const DEFAULT_LTAN_SPREAD_H = 1;

/** Mean longitude of the mean Sun, degrees, unwrapped; days since J2000. */
export const meanSunDeg = (days: number) => MEAN_SUN_DEG + MEAN_SUN_DEG_PER_DAY * days;

/** Local time of the mean Sun at which plane `plane` of a band crosses the equator northward, hours. */
export function planeLtanH(
  { ltanH, ltanSpreadH = DEFAULT_LTAN_SPREAD_H, planeCount }: WalkerShell & { ltanH: number },
  plane: number,
) {
  return planeCount === 1 ? ltanH : ltanH - ltanSpreadH / 2 + (plane * ltanSpreadH) / (planeCount - 1);
}

/** Right ascension of a node with that mean local time, degrees. */
export const raanOfLtanDeg = ({ ltanH, instant }: { ltanH: number; instant: Instant }) =>
  wrapDeg(meanSunDeg(daysSinceJ2000(instant)) + 15 * (ltanH - 12));

/** Inclination of a designed shell, degrees; undefined where it has none or no sun-synchronous one exists. */
export function shellInclinationDeg({ altitudeKm, inclinationDeg }: WalkerShell): number | undefined {
  if (inclinationDeg !== "sun-synchronous") return inclinationDeg;
  return altitudeKm === undefined ? undefined : sunSynchronousInclinationDeg({ altitudeKm });
}

/**
 * Elements of a designed shell at its epoch. The mean semi-major axis is 6378.135 km + altitude; plane p of a Walker shell
 * has its node p · spread / P after the first plane's and slot s the mean anomaly 360 s/S + 360 F p/T; argument of perigee and drag are 0.
 */
export function designElements(shell: WalkerShell, epoch: Instant): DesignedShell {
  const { altitudeKm, planeCount, satellitesPerPlaneCount, phasingCount = 0, ltanH, raanSpreadDeg, cluster } = shell;
  const { raanDeg: firstRaanDeg = 0 } = shell;
  const inclinationDeg = shellInclinationDeg(shell);
  if (altitudeKm === undefined || inclinationDeg === undefined)
    throw new Error(`designElements: got a shell without height or inclination, expected both`);
  const raanDeg = Float64Array.from({ length: planeCount }, (_, plane) =>
    ltanH === undefined
      ? wrapDeg(firstRaanDeg + (plane * (raanSpreadDeg ?? 360)) / planeCount)
      : raanOfLtanDeg({ ltanH: planeLtanH({ ...shell, ltanH }, plane), instant: epoch }),
  );
  const semiMajorAxisKm = EARTH_RADIUS_WGS72_KM + altitudeKm;
  return {
    first: {
      epoch,
      inclinationDeg,
      raanDeg: raanDeg[0]!,
      eccentricityRatio: DESIGNED_ECCENTRICITY_RATIO,
      argumentOfPerigeeDeg: 0,
      meanAnomalyDeg: 0,
      meanMotionRevPerDay: kozaiMeanMotionRevPerDay({
        semiMajorAxisKm,
        inclinationDeg,
        eccentricityRatio: DESIGNED_ECCENTRICITY_RATIO,
      }),
      bstarPerRadius: 0,
    },
    planeCount,
    slotCount: satellitesPerPlaneCount,
    raanDeg,
    phasingCount,
    ...(cluster === undefined ? {} : { members: clusterMembers({ cluster, semiMajorAxisKm }) }),
  };
}

/** Mean argument of latitude of a slot at the epoch, 0 to 360°: its mean anomaly where the perigee is at the node. */
export function slotAnomalyDeg({
  shell: { planeCount, slotCount, phasingCount },
  plane,
  slot,
}: {
  shell: DesignedShell;
  plane: number;
  slot: number;
}): number {
  return wrapDeg((360 * slot) / slotCount + (360 * phasingCount * plane) / (planeCount * slotCount));
}

/** Perigee of a cluster's member whose slot has that argument of latitude: together with its mean anomaly it stands there. */
export const memberPerigeeDeg = ({ meanAnomalyDeg }: ClusterMember, slotDeg: number) =>
  wrapDeg(slotDeg - meanAnomalyDeg);

/** Elements of one satellite of a designed shell; `member` counts within the cluster of a slot. */
export function elementsOf(shell: DesignedShell, plane: number, slot: number, member = 0): MeanElements {
  const raanDeg = shell.raanDeg[plane]!;
  const slotDeg = slotAnomalyDeg({ shell, plane, slot });
  const flown = shell.members?.[member];
  if (flown === undefined) return { ...shell.first, raanDeg, meanAnomalyDeg: slotDeg };
  const { eccentricityRatio } = flown;
  return {
    ...shell.first,
    raanDeg,
    eccentricityRatio,
    argumentOfPerigeeDeg: memberPerigeeDeg(flown, slotDeg),
    meanAnomalyDeg: wrapDeg(flown.meanAnomalyDeg),
    // Kozai's mean motion of the same semi-major axis depends a little on the eccentricity.
    meanMotionRevPerDay: kozaiMeanMotionRevPerDay({
      semiMajorAxisKm: meanSemiMajorAxisKm(shell.first),
      inclinationDeg: shell.first.inclinationDeg,
      eccentricityRatio,
    }),
  };
}
