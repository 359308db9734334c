import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { overGroundKm } from "./globe.ts";

/** Height at which lines lie over the sphere, km: above its facets, below what is seen as height. */
const LINE_HEIGHT_KM = 4;

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Pairs of points, [segmentCount × 2 × 3], Earth-fixed, km: coasts, and borders between countries. Natural Earth 1:50m. */
export function outlineSegments(world: unknown): { coastlines: Float32Array; borders: Float32Array } {
  const topology = world as World;
  const segments = (isWanted: (a: unknown, b: unknown) => boolean) => {
    const points: number[] = [];
    for (const line of mesh(topology, topology.objects.countries, isWanted).coordinates) {
      for (let at = 0; at + 1 < line.length; at++) {
        const [a, b] = [line[at]!, line[at + 1]!];
        if (isCut(a) && isCut(b)) continue;
        for (const [longitudeDeg, latitudeDeg] of [a, b] as [number, number][])
          points.push(...overGroundKm({ latitudeDeg, longitudeDeg, heightKm: LINE_HEIGHT_KM }));
      }
    }
    return Float32Array.from(points);
  };
  return { coastlines: segments((a, b) => a === b), borders: segments((a, b) => a !== b) };
}

/** Where a flat map was cut open there is no coast. */
const isCut = ([longitudeDeg, latitudeDeg]: number[]) => Math.abs(longitudeDeg!) > 179.99 || latitudeDeg! < -89.9;
