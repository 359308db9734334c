/** Reads the map and makes lines of it, off the page's thread: it takes a tenth of a second. */
import * as Comlink from "comlink";
import { outlineSegments } from "./outlineLines.ts";

/** Spacing of points for the view from afar, km: a pixel or two. */
const FAR_LEAST_KM = 50;

const door = {
  async read(url: string) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`outlines: got status ${answer.status}, expected the map`);
    const world: unknown = await answer.json();
    const near = outlineSegments({ world, leastKm: 0 });
    const far = outlineSegments({ world, leastKm: FAR_LEAST_KM });
    const buffers = [near, far].flatMap(({ coastlines, borders }) => [coastlines.buffer, borders.buffer]);
    return Comlink.transfer({ near, far }, buffers);
  },
};
export type OutlineDoor = typeof door;

Comlink.expose(door);
