import { BufferAttribute, BufferGeometry, type Color } from "three";
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import type { ShellSurface } from "../worker/messages.ts";
import { tintsOf } from "./surfaceMaterial.ts";

const LATITUDE_COUNT = 48;
const LONGITUDE_COUNT = 96;

/** Cells of a grid of rows × columns as triangles; `isClosed`: the last column meets the first. */
function gridIndex(rowCount: number, columnCount: number, isClosed: boolean): Uint32Array {
  const cellCount = isClosed ? columnCount : columnCount - 1;
  const index = new Uint32Array((rowCount - 1) * cellCount * 6);
  let at = 0;
  for (let row = 0; row + 1 < rowCount; row++)
    for (let column = 0; column < cellCount; column++) {
      const a = row * columnCount + column;
      const b = row * columnCount + ((column + 1) % columnCount);
      index.set([a, b, a + columnCount, b, b + columnCount, a + columnCount], at);
      at += 6;
    }
  return index;
}

/** A shell's zone or strip, TEME, km. */
export function surfaceGeometry(surface: ShellSurface, colour: Color): BufferGeometry {
  const { points, rowCount, columnCount } =
    surface.kind === "zone"
      ? zonePoints(surface)
      : { points: surface.pointsTemeKm, rowCount: surface.ringCount, columnCount: surface.pointCount };
  return geometryOf(points, gridIndex(rowCount, columnCount, true), colour);
}

function zonePoints({ radiusKm, mostLatitudeRad }: { radiusKm: number; mostLatitudeRad: number }) {
  const points = new Float32Array(LATITUDE_COUNT * LONGITUDE_COUNT * 3);
  for (let row = 0; row < LATITUDE_COUNT; row++) {
    const latitude = mostLatitudeRad * ((2 * row) / (LATITUDE_COUNT - 1) - 1);
    for (let column = 0; column < LONGITUDE_COUNT; column++) {
      const longitude = (2 * Math.PI * column) / LONGITUDE_COUNT;
      const axisKm = radiusKm * Math.cos(latitude);
      points.set(
        [axisKm * Math.cos(longitude), axisKm * Math.sin(longitude), radiusKm * Math.sin(latitude)],
        (row * LONGITUDE_COUNT + column) * 3,
      );
    }
  }
  return { points, rowCount: LATITUDE_COUNT, columnCount: LONGITUDE_COUNT };
}

/** The part of a plane between the ground and the path of a satellite in it. */
export function planeGeometry(path: Float32Array, colour: Color): BufferGeometry {
  const pointCount = path.length / 3;
  const points = new Float32Array(path.length * 2);
  points.set(path);
  for (let at = 0; at < path.length; at += 3) {
    const [x, y, z] = [path[at]!, path[at + 1]!, path[at + 2]!];
    const share = EARTH_RADIUS_WGS84_KM / Math.hypot(x, y, z);
    points.set([x * share, y * share, z * share], path.length + at);
  }
  return geometryOf(points, gridIndex(2, pointCount, true), colour);
}

function geometryOf(points: Float32Array, index: Uint32Array, colour: Color): BufferGeometry {
  return new BufferGeometry()
    .setAttribute("position", new BufferAttribute(points, 3))
    .setAttribute("tint", new BufferAttribute(tintsOf(colour, points.length / 3), 3))
    .setIndex(new BufferAttribute(index, 1));
}
