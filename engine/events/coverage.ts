import { EARTH_FLATTENING_WGS84_RATIO, EARTH_RADIUS_WGS84_KM } from "../facts/constants.ts";
import { acos, RAD_PER_DEG, TURN_RAD } from "../geometry/angles.ts";
import { geodeticToEcef, zenithEcefUnit } from "../geometry/geodesy.ts";
import { viewBounds } from "./accessWindows.ts";

/** Cells of a grid, in rows from the south pole up and from longitude −180° east. Each stands for the point at its middle. */
export type CoverageGrid = {
  readonly latitudeCount: number;
  readonly longitudeCount: number;
  /** [latitudeCount × longitudeCount × 3], Earth-fixed, km and unit vectors. */
  readonly pointsEcefKm: Float64Array;
  readonly zenithsEcefUnit: Float64Array;
  /** [latitudeCount]: share of the sphere that each cell of a row holds. */
  readonly areaFractions: Float64Array;
};

export type Coverage = {
  /** [latitudeCount × longitudeCount]: satellites in view of each cell. */
  readonly inViewCounts: Uint32Array;
  /** Share of the Earth's surface that sees at least one satellite. */
  readonly seenFraction: number;
  /** Mean over the surface of the number in view. */
  readonly meanInViewCount: number;
  /** Fewest and most that a cell sees. */
  readonly leastInViewCount: number;
  readonly mostInViewCount: number;
};

/** Finest grid: 0.25°. */
const MAX_CELL_COUNT = 720 * 1440;
/** Where a cap touches a row at its edge only, rounding must not lose it, rad. */
const EDGE_RAD = 1e-9;

/** A grid of cells of equal angles on the WGS 84 ellipsoid at height 0. Throws where a step is no even part of the turn. */
export function makeCoverageGrid({
  latitudeStepDeg,
  longitudeStepDeg,
}: {
  latitudeStepDeg: number;
  longitudeStepDeg: number;
}): CoverageGrid {
  const latitudeCount = Math.round(180 / latitudeStepDeg);
  const longitudeCount = Math.round(360 / longitudeStepDeg);
  const isEven =
    Math.abs(latitudeCount * latitudeStepDeg - 180) < 1e-9 && Math.abs(longitudeCount * longitudeStepDeg - 360) < 1e-9;
  if (!(isEven && latitudeCount >= 1 && longitudeCount >= 1 && latitudeCount * longitudeCount <= MAX_CELL_COUNT))
    throw new Error(
      `coverage grid: got steps of ${latitudeStepDeg}° and ${longitudeStepDeg}°, expected even parts of 180° and 360°, at most ${MAX_CELL_COUNT} cells`,
    );
  const pointsEcefKm = new Float64Array(latitudeCount * longitudeCount * 3);
  const zenithsEcefUnit = new Float64Array(latitudeCount * longitudeCount * 3);
  const areaFractions = new Float64Array(latitudeCount);
  for (let row = 0; row < latitudeCount; row++) {
    const southDeg = -90 + row * latitudeStepDeg;
    const band = Math.sin((southDeg + latitudeStepDeg) * RAD_PER_DEG) - Math.sin(southDeg * RAD_PER_DEG);
    areaFractions[row] = band / 2 / longitudeCount;
    for (let column = 0; column < longitudeCount; column++) {
      const place = {
        latitudeDeg: southDeg + latitudeStepDeg / 2,
        longitudeDeg: -180 + (column + 0.5) * longitudeStepDeg,
      };
      const at = (row * longitudeCount + column) * 3;
      pointsEcefKm.set(geodeticToEcef({ ...place, heightKm: 0 }), at);
      zenithsEcefUnit.set(zenithEcefUnit(place), at);
    }
  }
  return { latitudeCount, longitudeCount, pointsEcefKm, zenithsEcefUnit, areaFractions };
}

type View = {
  readonly grid: CoverageGrid;
  readonly positionsTemeKm: ArrayLike<number>;
  readonly siderealRad: number;
  readonly minElevationDeg: number;
  readonly groundRangeKm?: number | undefined;
};

/**
 * How many satellites each cell sees at one instant: elevation at the cell's middle at least `minElevationDeg`, and at most
 * `groundRangeKm` away where given. `positionsTemeKm` [satelliteCount × 3]; rows of NaN are not there.
 * Only cells inside the circle that a satellite could reach are asked, so the price is that of the cells seen.
 */
export function coverGrid(view: View): Coverage {
  const inViewCounts = new Uint32Array(view.grid.latitudeCount * view.grid.longitudeCount);
  addInView({ ...view, inViewCounts });
  return sumCoverage(view.grid, inViewCounts);
}

/** Adds the satellites in view of each cell to `inViewCounts`, so that many can be counted in parts. */
export function addInView({
  grid,
  positionsTemeKm,
  siderealRad,
  minElevationDeg,
  groundRangeKm = Number.POSITIVE_INFINITY,
  inViewCounts,
}: View & { readonly inViewCounts: Uint32Array }): void {
  const { latitudeCount, longitudeCount, pointsEcefKm, zenithsEcefUnit } = grid;
  const leastSine = Math.sin(minElevationDeg * RAD_PER_DEG);
  const [cosSidereal, sinSidereal] = [Math.cos(siderealRad), Math.sin(siderealRad)];
  const latitudeStepRad = Math.PI / latitudeCount;
  const longitudeStepRad = TURN_RAD / longitudeCount;
  const polarKm = EARTH_RADIUS_WGS84_KM * (1 - EARTH_FLATTENING_WGS84_RATIO);
  /** Geodetic latitudes of the rows lean at most this far from those at the centre. */
  const leanRad = 0.2 * RAD_PER_DEG;

  for (let at = 0; at < positionsTemeKm.length; at += 3) {
    const [tx, ty, z] = [positionsTemeKm[at]!, positionsTemeKm[at + 1]!, positionsTemeKm[at + 2]!];
    const radiusKm = Math.sqrt(tx * tx + ty * ty + z * z);
    if (!(radiusKm > 0)) continue;
    const x = cosSidereal * tx + sinSidereal * ty;
    const y = cosSidereal * ty - sinSidereal * tx;
    const { viewRad } = viewBounds({ apogeeKm: radiusKm, fastestTurnRadPerS: 0, siteKm: polarKm, minElevationDeg });
    const capRad = Math.min(Math.PI, viewRad + leanRad + EDGE_RAD);
    const latitudeRad = Math.asin(Math.max(-1, Math.min(1, z / radiusKm)));
    const longitudeRad = Math.atan2(y, x);
    const firstRow = Math.max(0, Math.ceil((latitudeRad - capRad + Math.PI / 2) / latitudeStepRad - 0.5));
    const lastRow = Math.min(
      latitudeCount - 1,
      Math.floor((latitudeRad + capRad + Math.PI / 2) / latitudeStepRad - 0.5),
    );
    for (let row = firstRow; row <= lastRow; row++) {
      const rowRad = (row + 0.5) * latitudeStepRad - Math.PI / 2;
      const halfRad = halfWidthRad({ capRad, latitudeRad, rowRad });
      const first = Math.ceil((longitudeRad - halfRad + Math.PI) / longitudeStepRad - 0.5);
      const last = Math.min(
        first + longitudeCount - 1,
        Math.floor((longitudeRad + halfRad + Math.PI) / longitudeStepRad - 0.5),
      );
      for (let step = first; step <= last; step++) {
        const cell = row * longitudeCount + (((step % longitudeCount) + longitudeCount) % longitudeCount);
        const [dx, dy, dz] = [
          x - pointsEcefKm[cell * 3]!,
          y - pointsEcefKm[cell * 3 + 1]!,
          z - pointsEcefKm[cell * 3 + 2]!,
        ];
        const heightKm =
          dx * zenithsEcefUnit[cell * 3]! + dy * zenithsEcefUnit[cell * 3 + 1]! + dz * zenithsEcefUnit[cell * 3 + 2]!;
        const rangeKm = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (heightKm >= leastSine * rangeKm && rangeKm <= groundRangeKm) inViewCounts[cell]!++;
      }
    }
  }
}

/** What the counts of all cells come to, each cell by its area. */
export function sumCoverage({ longitudeCount, areaFractions }: CoverageGrid, inViewCounts: Uint32Array): Coverage {
  let [seenFraction, meanInViewCount, leastInViewCount, mostInViewCount] = [0, 0, Number.POSITIVE_INFINITY, 0];
  inViewCounts.forEach((count, cell) => {
    const area = areaFractions[Math.floor(cell / longitudeCount)]!;
    if (count > 0) seenFraction += area;
    meanInViewCount += area * count;
    leastInViewCount = Math.min(leastInViewCount, count);
    mostInViewCount = Math.max(mostInViewCount, count);
  });
  return { inViewCounts, seenFraction, meanInViewCount, leastInViewCount, mostInViewCount };
}

/** Half the longitudes that a cap of `capRad` round `latitudeRad` takes of a parallel; the cap must reach it, or the answer is more than enough. */
function halfWidthRad({
  capRad,
  latitudeRad,
  rowRad,
}: {
  capRad: number;
  latitudeRad: number;
  rowRad: number;
}): number {
  const cosines = Math.cos(latitudeRad) * Math.cos(rowRad);
  if (cosines < 1e-12) return Math.PI;
  return acos((Math.cos(capRad) - Math.sin(latitudeRad) * Math.sin(rowRad)) / cosines) + EDGE_RAD;
}
