/**
 * Round trips of the whole Earth at one instant: a grid of cells, each served by the satellite through which what is asked for is
 * nearest. One search from all that may answer reaches every satellite, so that a cell costs no more than a look at those above it.
 */
import { EARTH_FLATTENING_WGS84_RATIO, EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { acos, asin, RAD_PER_DEG, TURN_RAD } from "../geometry/angles.ts";
import { geodeticToEcef, zenithEcefUnit } from "../geometry/geodesy.ts";
import type { GroundLimits } from "./ground.ts";
import { lightTimeMs } from "./latency.ts";

/** Cells in rows from the south pole up and from longitude −180° east. Each stands for the point at its middle, height 0. */
export type LatencyGrid = {
  readonly latitudeCount: number;
  readonly longitudeCount: number;
  /** [latitudeCount × longitudeCount × 6], Earth-fixed: place, km, and upward unit vector. */
  readonly cellsEcef: Float64Array;
  /** [latitudeCount], geocentric: sine and cosine of a row's latitude. */
  readonly sines: Float64Array;
  readonly cosines: Float64Array;
  /** [latitudeCount]: share of the sphere that each cell of a row holds. */
  readonly areaFractions: Float64Array;
};

/** Finest grid: 0.25°. */
const MAX_CELL_COUNT = 720 * 1440;
/** The level of a place leans from the Earth's radius by at most this, with room for rounding, rad: the flattening and 0.1 %. */
const LEAN_RAD = EARTH_FLATTENING_WGS84_RATIO * 1.001;
const POLAR_RADIUS_KM = EARTH_RADIUS_WGS84_KM * (1 - EARTH_FLATTENING_WGS84_RATIO);

/** Cells of `stepDeg` each way; throws where that is no even part of 180°. */
export function makeLatencyGrid(stepDeg: number): LatencyGrid {
  const latitudeCount = Math.round(180 / stepDeg);
  const longitudeCount = 2 * latitudeCount;
  if (
    !(
      latitudeCount >= 1 &&
      Math.abs(latitudeCount * stepDeg - 180) < 1e-9 &&
      latitudeCount * longitudeCount <= MAX_CELL_COUNT
    )
  )
    throw new Error(`latency grid: got a step of ${stepDeg}°, expected an even part of 180°, at least 0.25°`);
  const cellsEcef = new Float64Array(latitudeCount * longitudeCount * 6);
  const sines = new Float64Array(latitudeCount);
  const cosines = new Float64Array(latitudeCount);
  const areaFractions = new Float64Array(latitudeCount);
  for (let row = 0; row < latitudeCount; row++) {
    const southDeg = -90 + row * stepDeg;
    const band = Math.sin((southDeg + stepDeg) * RAD_PER_DEG) - Math.sin(southDeg * RAD_PER_DEG);
    areaFractions[row] = band / 2 / longitudeCount;
    for (let column = 0; column < longitudeCount; column++) {
      const place = { latitudeDeg: southDeg + stepDeg / 2, longitudeDeg: -180 + (column + 0.5) * stepDeg };
      const at = (row * longitudeCount + column) * 6;
      cellsEcef.set(geodeticToEcef({ ...place, heightKm: 0 }), at);
      cellsEcef.set(zenithEcefUnit(place), at + 3);
    }
    const at = row * longitudeCount * 6;
    const axisKm = Math.hypot(cellsEcef[at]!, cellsEcef[at + 1]!);
    const radiusKm = Math.hypot(axisKm, cellsEcef[at + 2]!);
    sines[row] = cellsEcef[at + 2]! / radiusKm;
    cosines[row] = axisKm / radiusKm;
  }
  return { latitudeCount, longitudeCount, cellsEcef, sines, cosines, areaFractions };
}

/**
 * For each cell the least of range + `distancesKm` over the satellites that it may use: `roundTripMs` [cells], NaN where none
 * answers, and `satellites` [cells], the satellite overhead that is used, −1 where none. `distancesKm` [satelliteCount]: from each
 * satellite to what is asked for, Infinity where it leads nowhere. Only cells inside the circle that a satellite could reach are
 * asked, so the price is that of the cells seen.
 */
export function mapLatency({
  grid: { latitudeCount, longitudeCount, cellsEcef, sines, cosines, areaFractions },
  positionsTemeKm,
  siderealRad,
  distancesKm,
  limits: { minElevationDeg, groundRangeKm = Number.POSITIVE_INFINITY },
}: {
  grid: LatencyGrid;
  positionsTemeKm: ArrayLike<number>;
  siderealRad: number;
  distancesKm: Float64Array;
  limits: GroundLimits;
}) {
  const cellCount = latitudeCount * longitudeCount;
  const pathsKm = new Float64Array(cellCount).fill(Number.POSITIVE_INFINITY);
  const satellites = new Int32Array(cellCount).fill(-1);
  const elevationRad = minElevationDeg * RAD_PER_DEG;
  const leastSine = Math.sin(elevationRad);
  const lowestRad = elevationRad - LEAN_RAD;
  const cellsPerRad = longitudeCount / TURN_RAD;
  const cosTurn = Math.cos(siderealRad);
  const sinTurn = Math.sin(siderealRad);
  // Rows by geodetic latitude, which differs from the geocentric one by no more than the level leans.
  const rowOf = (latitudeRad: number) => (latitudeRad / Math.PI + 0.5) * latitudeCount - 0.5;

  for (let index = 0; index < distancesKm.length; index++) {
    const aheadKm = distancesKm[index]!;
    const x = positionsTemeKm[index * 3]!;
    const y = positionsTemeKm[index * 3 + 1]!;
    const z = positionsTemeKm[index * 3 + 2]!;
    const radiusKm = Math.sqrt(x * x + y * y + z * z);
    // Also without a state.
    if (!(aheadKm < Number.POSITIVE_INFINITY && radiusKm > POLAR_RADIUS_KM)) continue;
    const xEcef = cosTurn * x + sinTurn * y;
    const yEcef = cosTurn * y - sinTurn * x;
    const reachRad = acos((POLAR_RADIUS_KM / radiusKm) * Math.cos(lowestRad)) - lowestRad;
    const cosReach = Math.cos(reachRad);
    const sine = z / radiusKm;
    const cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
    const latitudeRad = asin(sine);
    const south = Math.max(0, Math.ceil(rowOf(latitudeRad - reachRad - LEAN_RAD)));
    const north = Math.min(latitudeCount - 1, Math.floor(rowOf(latitudeRad + reachRad + LEAN_RAD)));
    const middle = (Math.atan2(yEcef, xEcef) + Math.PI) * cellsPerRad - 0.5;
    for (let row = south; row <= north; row++) {
      const cosHalf = (cosReach - sine * sines[row]!) / (cosine * cosines[row]!);
      // NaN on the axis: all the way round.
      const half = cosHalf >= 1 ? 0 : cosHalf > -1 ? Math.acos(cosHalf) * cellsPerRad : longitudeCount;
      const first = half >= longitudeCount / 2 ? 0 : Math.ceil(middle - half - 1e-6);
      const last = half >= longitudeCount / 2 ? longitudeCount - 1 : Math.floor(middle + half + 1e-6);
      const start = row * longitudeCount;
      for (let column = first; column <= last; column++) {
        const cell =
          start + (column < 0 ? column + longitudeCount : column >= longitudeCount ? column - longitudeCount : column);
        const at = cell * 6;
        const dx = xEcef - cellsEcef[at]!;
        const dy = yEcef - cellsEcef[at + 1]!;
        const dz = z - cellsEcef[at + 2]!;
        const rangeKm = Math.sqrt(dx * dx + dy * dy + dz * dz);
        const pathKm = rangeKm + aheadKm;
        if (pathKm >= pathsKm[cell]! || rangeKm > groundRangeKm) continue;
        const heightKm = dx * cellsEcef[at + 3]! + dy * cellsEcef[at + 4]! + dz * cellsEcef[at + 5]!;
        if (heightKm < leastSine * rangeKm) continue;
        pathsKm[cell] = pathKm;
        satellites[cell] = index;
      }
    }
  }

  const roundTripMs = new Float32Array(cellCount);
  let reachableFraction = 0;
  let leastMs = Number.POSITIVE_INFINITY;
  let mostMs = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    const tripMs = 2 * lightTimeMs(pathsKm[cell]!);
    roundTripMs[cell] = tripMs < Number.POSITIVE_INFINITY ? tripMs : Number.NaN;
    if (!(tripMs < Number.POSITIVE_INFINITY)) continue;
    reachableFraction += areaFractions[Math.floor(cell / longitudeCount)]!;
    leastMs = Math.min(leastMs, tripMs);
    mostMs = Math.max(mostMs, tripMs);
  }
  return {
    latitudeCount,
    longitudeCount,
    roundTripMs,
    satellites,
    /** Share of the Earth's surface that has a way. */
    reachableFraction: Math.min(1, reachableFraction),
    /** Left out where nothing has. */
    ...(mostMs > 0 ? { leastMs, mostMs } : {}),
  };
}

export type LatencyMap = ReturnType<typeof mapLatency>;
