/**
 * Which satellites stand over a place, where in its sky, and in what light. Brightness is not modelled: sunlit says only that
 * the satellite sees the whole Sun.
 *
 * Designed shells by their closed form, and of them only the planes and slots that may be in view; the others by SGP4, each
 * looked at again only when it may have risen.
 */
import { EARTH_RADIUS_WGS72_KM } from "../facts/constants.ts";
import { asin, DEG_PER_RAD, RAD_PER_DEG, wrapDeg } from "../geometry/angles.ts";
import { addSeconds, type Instant } from "../geometry/instant.ts";
import { angleBetween, cross, norm, unit, vectorAt } from "../geometry/vectors.ts";
import { type AnalyticShell, analyticInto } from "../orbit/analytic.ts";
import { visitCap } from "../orbit/analyticCap.ts";
import { minutesSinceEpoch, type OrbitRecord, propagateInto } from "../orbit/propagate.ts";
import { lightOf, SUNLIT } from "../orbit/shadow.ts";
import { sunAt } from "../orbit/sun.ts";
import { viewBounds } from "./accessWindows.ts";
import { type Horizon, makeHorizon, sunDirection } from "./horizon.ts";
import { motionBounds } from "./track.ts";

/** Lower ones are lost in haze and roofs, and are not counted as overhead. */
export const OVERHEAD_DEG = 10;

/** Satellites that move alike, by their place in the whole row. */
export type OverheadShell = {
  readonly firstIndex: number;
  readonly satelliteCount: number;
  /** Left out where SGP4 moves each. */
  readonly analytic?: AnalyticShell | undefined;
  readonly recordOf: (within: number) => OrbitRecord;
};

export type Overhead = {
  readonly index: number;
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
  readonly rangeKm: number;
  /** 0 sunlit, 1 penumbra, 2 umbra. */
  readonly light: 0 | 1 | 2;
};

export type OverheadCount = {
  readonly tS: number;
  readonly sunAltitudeDeg: number;
  /** At least `minElevationDeg` high; and of them, in full sunlight. */
  readonly aboveCount: number;
  readonly sunlitCount: number;
};

type Place = { readonly latitudeDeg: number; readonly longitudeDeg: number; readonly heightKm: number };
type Watch = {
  readonly shells: readonly OverheadShell[];
  readonly site: Place;
  /** The instant that `tS` counts from. */
  readonly from: Instant;
  readonly minElevationDeg?: number | undefined;
  /** None farther than this counts, km. */
  readonly mostRangeKm?: number | undefined;
};

/** Height of a designed orbit over its mean radius, by J2 and J3, and more, km. */
const WAVE_KM = 40;
const CHUNK_COUNT = 2048;

/**
 * Calls `found` for each satellite in view, by its index, position and place in the horizon's frame, all km. `dueTS`, one number
 * for each satellite, remembers when those that SGP4 moves may next rise; it serves calls of rising `tS` alone.
 */
function visitOverhead(
  { shells, from, minElevationDeg = OVERHEAD_DEG, mostRangeKm = Number.POSITIVE_INFINITY }: Omit<Watch, "site">,
  horizon: Horizon,
  tS: number,
  found: (index: number, positionKm: Float64Array, at: number, upKm: number, rangeKm: number) => void,
  dueTS?: Float64Array,
): void {
  const instant = addSeconds(from, tS);
  const [sx, sy, sz] = horizon.positionTemeKm;
  const [ux, uy, uz] = horizon.zenithTemeUnit;
  const siteKm = norm(horizon.positionTemeKm);
  const leastSine = Math.sin(minElevationDeg * RAD_PER_DEG);
  const positions = new Float64Array(CHUNK_COUNT * 3);
  const velocities = new Float64Array(3);
  /** Whether the satellite in row `at` is in view; NaN is not. */
  const look = (index: number, at: number): boolean => {
    const [x, y, z] = [positions[at]! - sx, positions[at + 1]! - sy, positions[at + 2]! - sz];
    const upKm = x * ux + y * uy + z * uz;
    const rangeKm = Math.sqrt(x * x + y * y + z * z);
    if (!(upKm >= leastSine * rangeKm) || rangeKm > mostRangeKm) return false;
    found(index, positions, at, upKm, rangeKm);
    return true;
  };
  for (const { firstIndex, satelliteCount, analytic, recordOf } of shells) {
    if (analytic !== undefined) {
      const apogeeKm = analytic.constants.semiMajorAxisRatio * EARTH_RADIUS_WGS72_KM + WAVE_KM;
      const { viewRad } = viewBounds({ apogeeKm, fastestTurnRadPerS: 0, siteKm, minElevationDeg });
      const minutes = minutesSinceEpoch(analytic.constants.epoch, instant);
      const visit = (first: number, end: number) => {
        for (let row = first; row < end; row += CHUNK_COUNT) {
          const rowEnd = Math.min(end, row + CHUNK_COUNT);
          analyticInto({ shell: analytic, minutes, first: row, end: rowEnd, positions });
          for (let each = row; each < rowEnd; each++) look(firstIndex + each, (each - row) * 3);
        }
      };
      visitCap({ shell: analytic, minutes, towardTemeUnit: unit(horizon.positionTemeKm), capRad: viewRad, visit });
      continue;
    }
    for (let within = 0; within < satelliteCount; within++) {
      const index = firstIndex + within;
      if (dueTS !== undefined && dueTS[index]! > tS) continue;
      const record = recordOf(within);
      const minutes = minutesSinceEpoch(record.epoch, instant);
      const isThere = propagateInto({ record, minutes, positions, velocities, row: 0 });
      if (!isThere || look(index, 0) || dueTS === undefined) continue;
      const { viewRad, closingRadPerS, planeRadPerS } = viewBounds({
        ...motionBounds(record),
        siteKm,
        minElevationDeg,
      });
      const positionKm = vectorAt(positions, 0);
      const asideRad = Math.abs(
        Math.PI / 2 - angleBetween(cross(positionKm, vectorAt(velocities, 0)), horizon.positionTemeKm),
      );
      const apartRad = angleBetween(positionKm, horizon.positionTemeKm);
      dueTS[index] = tS + Math.max((apartRad - viewRad) / closingRadPerS, (asideRad - viewRad) / planeRadPerS);
    }
  }
}

/** All satellites over a place at one time, by index, and the Sun. */
export function findOverhead({ tS, ...watch }: Watch & { readonly tS: number }) {
  const horizon = makeHorizon(watch.site, watch.from)(tS);
  const instant = addSeconds(watch.from, tS);
  const sun = sunAt(instant);
  const [ex, ey, ez] = horizon.eastTemeUnit;
  const [nx, ny, nz] = horizon.northTemeUnit;
  const [sx, sy, sz] = horizon.positionTemeKm;
  const above: Overhead[] = [];
  visitOverhead(watch, horizon, tS, (index, positions, at, upKm, rangeKm) => {
    const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    const eastKm = (x - sx) * ex + (y - sy) * ey + (z - sz) * ez;
    const northKm = (x - sx) * nx + (y - sy) * ny + (z - sz) * nz;
    above.push({
      index,
      azimuthDeg: wrapDeg(Math.atan2(eastKm, northKm) * DEG_PER_RAD),
      elevationDeg: asin(upKm / rangeKm) * DEG_PER_RAD,
      rangeKm,
      light: lightOf({ x, y, z, ...sun }),
    });
  });
  const { altitudeDeg: sunAltitudeDeg, azimuthDeg: sunAzimuthDeg } = sunDirection(horizon, instant);
  return { tS, sunAltitudeDeg, sunAzimuthDeg, above: above.sort((a, b) => a.index - b.index) };
}

/** How many satellites are in view of a place at one time. */
export function countOverhead({ tS, ...watch }: Watch & { readonly tS: number }): number {
  let count = 0;
  visitOverhead(watch, makeHorizon(watch.site, watch.from)(tS), tS, () => {
    count++;
  });
  return count;
}

/** The counts at even steps, `fromTS` to the last step that `toTS` allows: one at a time, so that a caller may pause or stop. */
export function* countOverNight({
  fromTS,
  toTS,
  stepS,
  ...watch
}: Watch & { readonly fromTS: number; readonly toTS: number; readonly stepS: number }): Generator<OverheadCount> {
  const horizonAt = makeHorizon(watch.site, watch.from);
  const endIndex = watch.shells.reduce((most, each) => Math.max(most, each.firstIndex + each.satelliteCount), 0);
  const dueTS = new Float64Array(endIndex).fill(Number.NEGATIVE_INFINITY);
  for (let step = 0; fromTS + step * stepS <= toTS; step++) {
    const tS = fromTS + step * stepS;
    const horizon = horizonAt(tS);
    const instant = addSeconds(watch.from, tS);
    const sun = sunAt(instant);
    let [aboveCount, sunlitCount] = [0, 0];
    const count = (_: number, positions: Float64Array, at: number) => {
      aboveCount++;
      if (lightOf({ x: positions[at]!, y: positions[at + 1]!, z: positions[at + 2]!, ...sun }) === SUNLIT)
        sunlitCount++;
    };
    visitOverhead(watch, horizon, tS, count, dueTS);
    yield { tS, sunAltitudeDeg: sunDirection(horizon, instant).altitudeDeg, aboveCount, sunlitCount };
  }
}
