import { acos, asin, TURN_RAD } from "../geometry/angles.ts";
import type { Vector3 } from "../geometry/vectors.ts";
import type { AnalyticShell } from "./analytic.ts";
import { momentOf } from "./analyticMoment.ts";

/**
 * No satellite of a designed shell stands farther than this from where its mean angles have it: twice the eccentricity vector,
 * which the closed form keeps under 2e-3, and J2's short-period turns, under 2e-3 together; then half as much again.
 */
const WAVE_RAD = 0.009;

/**
 * Runs of satellites of a designed shell that may stand within `capRad` of a direction, as seen from the Earth's centre: all
 * that do, and a few beside them. Planes that pass by are left out whole, so the price is that of the planes and of what is found.
 */
export function visitCap({
  shell,
  minutes,
  towardTemeUnit: [x, y, z],
  capRad,
  visit,
}: {
  shell: AnalyticShell;
  minutes: number;
  towardTemeUnit: Vector3;
  capRad: number;
  /** Satellites `first` to `end` − 1 of the shell, plane by plane. */
  visit: (first: number, end: number) => void;
}): void {
  const { longitudeRad, nodeTurnRad, cosI, sinI } = momentOf(shell.constants, minutes);
  const slotCount = shell.slotCosines.length;
  const stepRad = TURN_RAD / slotCount;
  const reachRad = capRad + WAVE_RAD;
  const cosReach = reachRad >= Math.PI ? -1 : Math.cos(reachRad);
  for (let plane = 0; plane < shell.nodesRad.length; plane++) {
    const nodeRad = shell.nodesRad[plane]! + nodeTurnRad;
    const [cosNode, sinNode] = [Math.cos(nodeRad), Math.sin(nodeRad)];
    const alongNode = cosNode * x + sinNode * y;
    const aroundNode = cosNode * y - sinNode * x;
    const cosAside = Math.cos(asin(cosI * z - sinI * aroundNode));
    if (cosReach > cosAside) continue;
    const firstOfPlane = plane * slotCount;
    const halfRad = cosAside > 1e-9 ? acos(cosReach / cosAside) : Math.PI;
    if (halfRad >= Math.PI - stepRad) {
      visit(firstOfPlane, firstOfPlane + slotCount);
      continue;
    }
    // The argument of latitude nearest the direction, counted from slot 0.
    const middleRad = Math.atan2(cosI * aroundNode + sinI * z, alongNode) - longitudeRad - shell.anomaliesRad[plane]!;
    const first = Math.ceil((middleRad - halfRad) / stepRad);
    const count = Math.floor((middleRad + halfRad) / stepRad) - first + 1;
    if (count <= 0) continue;
    const start = ((first % slotCount) + slotCount) % slotCount;
    const beforeWrap = Math.min(count, slotCount - start);
    visit(firstOfPlane + start, firstOfPlane + start + beforeWrap);
    if (beforeWrap < count) visit(firstOfPlane, firstOfPlane + count - beforeWrap);
  }
}
