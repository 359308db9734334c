import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { overGroundKm } from "./globe.ts";

/** Height at which lines lie over the sphere, km: above its facets, below what is seen as height. */
const LINE_HEIGHT_KM = 4;

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
type Point = readonly [number, number, number];

/** Pairs of points, [segmentCount × 2 × 3], Earth-fixed, km. */
export type OutlineSegments = {
  readonly coastlines: Float32Array<ArrayBuffer>;
  readonly borders: Float32Array<ArrayBuffer>;
};

/** Coasts, and borders between countries, of Natural Earth 1:50m. Points nearer than `leastKm` to the last kept one are left out. */
export function outlineSegments({ world, leastKm }: { world: unknown; leastKm: number }): OutlineSegments {
  const topology = world as World;
  const segments = (isWanted: (a: unknown, b: unknown) => boolean) => {
    const points: number[] = [];
    for (const line of mesh(topology, topology.objects.countries, isWanted).coordinates) {
      let kept: Point | undefined;
      let isKeptCut = false;
      line.forEach(([longitudeDeg, latitudeDeg], at) => {
        const point = overGroundKm({
          latitudeDeg: latitudeDeg!,
          longitudeDeg: longitudeDeg!,
          heightKm: LINE_HEIGHT_KM,
        });
        const isCut = Math.abs(longitudeDeg!) > 179.99 || latitudeDeg! < -89.9;
        const isEnd = at === line.length - 1;
        if (kept !== undefined && !isEnd && distanceKm(kept, point) < leastKm) return;
        // Where a flat map was cut open there is no coast.
        if (kept !== undefined && !(isKeptCut && isCut)) points.push(...kept, ...point);
        kept = point;
        isKeptCut = isCut;
      });
    }
    return Float32Array.from(points);
  };
  return { coastlines: segments((a, b) => a === b), borders: segments((a, b) => a !== b) };
}

const distanceKm = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
