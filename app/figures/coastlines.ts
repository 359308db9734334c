import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-110m.json";

export type Coast = readonly (readonly [longitudeDeg: number, latitudeDeg: number])[];

let read: readonly Coast[] | undefined;

/** Coasts of Natural Earth 1:110m as lines; where a flat map was cut open there is none. */
export function coastlines(): readonly Coast[] {
  read ??= readCoasts();
  return read;
}

function readCoasts(): readonly Coast[] {
  const topology = land as unknown as Topology<{ land: GeometryCollection }>;
  const isCut = ([longitudeDeg, latitudeDeg]: number[]) => Math.abs(longitudeDeg!) > 179.99 || latitudeDeg! < -89.9;
  return mesh(topology, topology.objects.land).coordinates.flatMap((line) => {
    const parts: [number, number][][] = [[]];
    line.forEach((point, at) => {
      const before = line[at - 1];
      if (before !== undefined && ((isCut(point) && isCut(before)) || Math.abs(point[0]! - before[0]!) > 180))
        parts.push([]);
      parts.at(-1)!.push([point[0]!, point[1]!]);
    });
    return parts.filter((part) => part.length > 1);
  });
}
