import type { Instant } from "../geometry/instant.ts";
import { minutesSinceEpoch, propagateInto } from "../orbit/propagate.ts";
import { designedSquadron } from "../orbit/squadron.ts";
import type { FlyingShell } from "./fleet.ts";

/**
 * Points of a plane's path, [pointCount × 3], TEME, km. A designed plane is drawn through satellites at even phases, all at
 * `instant`; a plane from an element file is the path of its first satellite, half a turn back to half a turn ahead.
 */
export function drawRing({
  shell: { design, squadron, slotCount },
  plane,
  instant,
  pointCount,
}: {
  shell: FlyingShell;
  plane: number;
  instant: Instant;
  pointCount: number;
}): Float32Array {
  const positions = new Float32Array(pointCount * 3);
  if (design !== undefined) {
    const even = { planeCount: 1, slotCount: pointCount, phasingCount: 0 };
    const ring = designedSquadron({ ...design, ...even, raanDeg: design.raanDeg.slice(plane, plane + 1) });
    const minutes = minutesSinceEpoch(design.first.epoch, instant);
    for (let row = 0; row < pointCount; row++) propagateInto({ record: ring.recordOf(row), minutes, positions, row });
    return positions;
  }
  const first = plane * slotCount;
  const record = squadron.recordOf(first);
  const periodMinutes = 1440 / squadron.elementsOf(first).meanMotionRevPerDay;
  const middle = minutesSinceEpoch(record.epoch, instant);
  for (let row = 0; row < pointCount; row++)
    propagateInto({ record, minutes: middle + (row / pointCount - 0.5) * periodMinutes, positions, row });
  return positions;
}
