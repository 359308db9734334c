/** Who is near the camera. Satellites from element files are looked through some thousands a frame, and those found are kept while they stay. */
import { type Layer, secondsBetween } from "#engine";
import { candidatesNear } from "./planeSearch.ts";
import { type Shown, sky } from "./sky.ts";

export type Near = {
  readonly index: number;
  readonly layer: Layer;
  /** From the camera, TEME, km. */
  readonly offsetKm: [number, number, number];
  readonly distanceKm: number;
};

/** More of them are never told. */
export const MOST_NEAR = 256;
/** Listed satellites that one frame looks at. */
const LISTED_PER_FRAME = 8192;

const point: [number, number, number] = [0, 0, 0];

export function createNearSet() {
  let flightNumber = 0;
  let listedNext = 0;
  let kept = new Set<number>();

  return {
    /** The nearest within reach, nearest first, at most `mostCount`. */
    find({
      shown,
      eye,
      reachKm,
      isCatalogueShown,
      mostCount = MOST_NEAR,
    }: {
      shown: Shown;
      /** TEME, km. */
      eye: readonly [number, number, number];
      reachKm: number;
      isCatalogueShown: boolean;
      mostCount?: number;
    }): Near[] {
      const { flight } = shown;
      if (flight.number !== flightNumber) {
        flightNumber = flight.number;
        listedNext = 0;
        kept = new Set();
      }
      const found: Near[] = [];
      const consider = (index: number, layer: Layer): boolean => {
        if (sky.positionInto(index, point) === undefined) return false;
        const offsetKm: [number, number, number] = [point[0] - eye[0], point[1] - eye[1], point[2] - eye[2]];
        const distanceKm = Math.hypot(...offsetKm);
        if (distanceKm > reachKm) return false;
        found.push({ index, layer, offsetKm, distanceKm });
        return true;
      };
      for (const shell of flight.shells) {
        if (shell.designed === undefined || (shell.layer === "catalogue" && !isCatalogueShown)) continue;
        const minutes = secondsBetween(shell.designed.constants.epoch, shown.instant) / 60;
        const { designed, firstIndex } = shell;
        for (const within of candidatesNear({ shell: designed, minutes, eye, reachKm }))
          consider(firstIndex + within, shell.layer);
      }
      const listedShells = flight.shells.filter(({ designed }) => designed === undefined);
      const layerOf = (index: number) =>
        listedShells.findLast(({ firstIndex }) => firstIndex <= index)?.layer ?? "catalogue";
      const isWanted = (layer: Layer) => layer !== "catalogue" || isCatalogueShown;
      const next = new Set<number>();
      for (const index of kept) if (isWanted(layerOf(index)) && consider(index, layerOf(index))) next.add(index);
      let left = Math.min(LISTED_PER_FRAME, flight.listedCount);
      for (const shell of listedShells) {
        const count = shell.planeCount * shell.slotCount;
        const begin = Math.max(0, listedNext - shell.firstRow);
        const end = Math.min(count, begin + left);
        for (let within = begin; within < end; within++) {
          const index = shell.firstIndex + within;
          if (!next.has(index) && isWanted(shell.layer) && consider(index, shell.layer)) next.add(index);
        }
        const lookedCount = Math.max(0, end - begin);
        left -= lookedCount;
        listedNext += lookedCount;
      }
      if (listedNext >= flight.listedCount) listedNext = 0;
      kept = next;
      found.sort((a, b) => a.distanceKm - b.distanceKm);
      return found.slice(0, mostCount);
    },
  };
}
export type NearSet = ReturnType<typeof createNearSet>;
