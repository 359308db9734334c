/** Planes and shells as shapes, in the form that crosses to the page. Pure: the worker holds the flight. */
import type { Flight } from "#engine";
import type { PlanePath, PlaneRings, ShellSurface, ShellSurfaces } from "./messages.ts";

/** Rings of at most `mostCount` planes, spread evenly over all of them; a catalogue has none. */
export function readPlaneRings({
  flight,
  tS,
  pointCount,
  mostCount,
}: {
  flight: Flight;
  tS: number;
  pointCount: number;
  mostCount: number;
}): PlaneRings {
  const planes = flight.shells.flatMap(({ planeCount, layer }, shellIndex) =>
    Array.from({ length: layer === "catalogue" ? 0 : planeCount }, (_, plane) => ({ shellIndex, plane, layer })),
  );
  const ringCount = Math.min(mostCount, planes.length);
  const chosen = Array.from({ length: ringCount }, (_, row) => planes[Math.floor((row * planes.length) / ringCount)]!);
  const pointsTemeKm = new Float32Array(ringCount * pointCount * 3);
  chosen.forEach(({ shellIndex, plane }, row) => {
    pointsTemeKm.set(flight.planeRing({ shellIndex, plane, tS, pointCount }), row * pointCount * 3);
  });
  return {
    tS,
    pointCount,
    pointsTemeKm,
    layers: chosen.map(({ layer }) => layer),
    shellIndices: chosen.map(({ shellIndex }) => shellIndex),
  };
}

/** The plane of one satellite. */
export function readPlanePath({
  flight,
  index,
  tS,
  pointCount,
}: {
  flight: Flight;
  index: number;
  tS: number;
  pointCount: number;
}): PlanePath {
  const { shellIndex, plane } = flight.whereOf(index);
  const ring = flight.planeRing({ shellIndex, plane, tS, pointCount });
  return { tS, pointsTemeKm: ring as Float32Array<ArrayBuffer> };
}

/** Rings across a strip, and points along each. */
const STRIP_RING_COUNT = 24;
const POINT_COUNT = 120;
/** Planes whose nodes are looked at, to tell whether a shell goes all round. */
const NODE_COUNT = 72;
/** Nodes with a gap wider than this many of their mean steps leave a part of the turn out. */
const OPEN_STEPS = 2.5;

/** Surfaces of at most `mostCount` shells, spread evenly over all of them; a catalogue and a single plane have none. */
export function readShellSurfaces({
  flight,
  tS,
  mostCount,
}: {
  flight: Flight;
  tS: number;
  mostCount: number;
}): ShellSurfaces {
  const able = flight.shells.flatMap(({ layer, planeCount }, shellIndex) =>
    layer === "catalogue" || planeCount < 2 ? [] : [shellIndex],
  );
  const count = Math.min(mostCount, able.length);
  const chosen = Array.from({ length: count }, (_, row) => able[Math.floor((row * able.length) / count)]!);
  return { tS, surfaces: chosen.map((shellIndex) => surfaceOf(flight, shellIndex, tS)) };
}

/** Even choice of planes, both ends kept. */
function someOf(planeCount: number, mostCount: number): readonly number[] {
  const count = Math.min(planeCount, mostCount);
  return Array.from({ length: count }, (_, row) => Math.round((row * (planeCount - 1)) / (count - 1)));
}

function surfaceOf(flight: Flight, shellIndex: number, tS: number): ShellSurface {
  const { layer, planeCount } = flight.shells[shellIndex]!;
  const ringOf = (plane: number, pointCount: number) => flight.planeRing({ shellIndex, plane, tS, pointCount });
  // Of three points of a ring the first two span its plane.
  const planes = someOf(planeCount, NODE_COUNT).map((plane) => normalOf(ringOf(plane, 3)));
  const nodes = planes.map(([x, y]) => Math.atan2(x, -y)).sort((a, b) => a - b);
  const gaps = nodes.map((node, row) => (nodes[row + 1] ?? nodes[0]! + 2 * Math.PI) - node);
  const isAllRound = Math.max(...gaps) < (OPEN_STEPS * 2 * Math.PI) / nodes.length && nodes.length > 2;
  if (isAllRound) {
    const ring = ringOf(0, POINT_COUNT);
    let radiusKm = 0;
    for (let at = 0; at < ring.length; at += 3) radiusKm += Math.hypot(ring[at]!, ring[at + 1]!, ring[at + 2]!);
    const inclinationRad = Math.acos(planes[0]![2]);
    return {
      shellIndex,
      layer,
      kind: "zone",
      radiusKm: radiusKm / POINT_COUNT,
      mostLatitudeRad: Math.min(inclinationRad, Math.PI - inclinationRad),
    };
  }
  const chosen = someOf(planeCount, STRIP_RING_COUNT);
  const pointsTemeKm = new Float32Array(chosen.length * POINT_COUNT * 3);
  chosen.forEach((plane, row) => {
    pointsTemeKm.set(ringOf(plane, POINT_COUNT), row * POINT_COUNT * 3);
  });
  return { shellIndex, layer, kind: "strip", ringCount: chosen.length, pointCount: POINT_COUNT, pointsTemeKm };
}

function normalOf([ax, ay, az, bx, by, bz]: Float32Array): readonly [number, number, number] {
  const [x, y, z] = [ay! * bz! - az! * by!, az! * bx! - ax! * bz!, ax! * by! - ay! * bx!];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
