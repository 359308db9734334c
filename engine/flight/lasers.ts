import type { Instant } from "../geometry/instant.ts";
import { type Mesh, makeMesh } from "../network/grid.ts";
import { mostLinkKm } from "../network/limits.ts";
import { type LinkLimits, type LinkSky, linkState } from "../network/links.ts";
import { pairNearest } from "../network/nearest.ts";
import { linkRateBps, type Optics } from "../network/optics.ts";
import { minutesSinceEpoch, type OrbitRecord, propagateInto } from "../orbit/propagate.ts";
import { sunAt } from "../orbit/sun.ts";
import type { FlyingShell } from "./fleet.ts";

/** Lasers of one satellite at one instant: length, the rate that each carries, and why one is down (it carries 0). */
export function lasersOf({
  index,
  neighbours,
  recordOf,
  instant,
  limitsOf,
  optics,
}: {
  index: number;
  neighbours: readonly number[];
  recordOf: (index: number) => OrbitRecord;
  instant: Instant;
  limitsOf: (a: number, b: number) => LinkLimits;
  optics: Optics;
}) {
  const ends = [index, ...neighbours];
  const positionsTemeKm = new Float64Array(ends.length * 3);
  const velocitiesTemeKmPerS = new Float64Array(ends.length * 3);
  ends.forEach((end, row) => {
    const record = recordOf(end);
    const minutes = minutesSinceEpoch(record.epoch, instant);
    propagateInto({ record, minutes, positions: positionsTemeKm, velocities: velocitiesTemeKmPerS, row });
  });
  const sky: LinkSky = { positionsTemeKm, velocitiesTemeKmPerS, sunTemeUnit: sunAt(instant).sunTemeUnit };
  return neighbours.map((b, row) => {
    const state = linkState({ ...sky, a: 0, b: row + 1, limits: limitsOf(index, b) });
    return { a: index, b, ...state, rateBps: state.up ? linkRateBps({ ...optics, lengthKm: state.lengthKm }) : 0 };
  });
}

/** The mesh of nearest neighbours at one instant, over all shells. */
export function nearestMesh({
  shells,
  sky,
  terminalCount,
  limits,
}: {
  shells: readonly FlyingShell[];
  sky: LinkSky;
  terminalCount: number;
  limits: LinkLimits;
}): Mesh {
  const { positionsTemeKm } = sky;
  const pairs = pairNearest({
    positionsTemeKm,
    shellStarts: shells.map(({ firstIndex }) => firstIndex),
    terminalCount,
    mostKm: mostLinkKm({ positionsTemeKm, limits }),
    // Most of the near ones that do not stand counter-rotate: they are told without objects.
    stands: (a, b) =>
      !isAcrossSeam({ velocities: sky.velocitiesTemeKmPerS, limits, a, b }) && linkState({ ...sky, a, b, limits }).up,
  });
  return makeMesh({ satelliteCount: positionsTemeKm.length / 3, pairs });
}

/** Whether linkState would say "polar seam" at the usual limit of 90°: the sign of one product. */
function isAcrossSeam({
  velocities,
  limits: { seamLimitDeg },
  a,
  b,
}: {
  velocities: ArrayLike<number> | undefined;
  limits: LinkLimits;
  a: number;
  b: number;
}): boolean {
  if (velocities === undefined || seamLimitDeg !== 90) return false;
  let product = 0;
  for (let axis = 0; axis < 3; axis++) product += velocities[a * 3 + axis]! * velocities[b * 3 + axis]!;
  return product < 0;
}
