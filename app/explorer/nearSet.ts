/**
 * Who is near the camera. Of a designed plane only the slots round the one that stands nearest are worked out; satellites from element files are
 * looked through some thousands a frame, and those found are kept while they stay.
 */
import { analyticInto, type Layer, secondsBetween } from "#engine";
import type { FlightShell } from "../worker/messages.ts";
import { type Shown, sky } from "./sky.ts";

export type Near = {
  readonly index: number;
  readonly layer: Layer;
  /** From the camera, TEME, km. */
  readonly offsetKm: [number, number, number];
  readonly distanceKm: number;
};
type Point = readonly [number, number, number];

/** Nobody wants more of them, km and count. */
export const MOST_NEAR = 256;
/** J2's and J3's waves carry satellites so far from their plane's even circle, km. */
const WAVE_KM = 30;
/** Planes with fewer slots are looked through whole. */
const FEW_SLOTS = 8;
/** Listed satellites that one frame looks at. */
const LISTED_PER_FRAME = 8192;

const positions = new Float64Array(6);
const point: [number, number, number] = [0, 0, 0];

/** Indices of a designed shell that may be within reach. */
function* candidatesOf(shell: FlightShell, minutes: number, eye: Point, reachKm: number): Generator<number> {
  const { designed, planeCount, slotCount, firstIndex } = shell;
  if (designed === undefined) return;
  const quarter = Math.floor(slotCount / 4);
  const eyeKm = Math.hypot(...eye);
  for (let plane = 0; plane < planeCount; plane++) {
    const first = plane * slotCount;
    if (slotCount < FEW_SLOTS) {
      for (let slot = 0; slot < slotCount; slot++) yield firstIndex + first + slot;
      continue;
    }
    analyticInto({ shell: designed, minutes, first, end: first + 1, positions });
    analyticInto({ shell: designed, minutes, first: first + quarter, end: first + quarter + 1, positions, row: 1 });
    const [x0, y0, z0, x1, y1, z1] = positions as unknown as [number, number, number, number, number, number];
    const radiusKm = Math.hypot(x0, y0, z0);
    if (Math.abs(eyeKm - radiusKm) > reachKm + WAVE_KM) return;
    // The plane by its slot 0 and the one about a quarter turn ahead.
    const along = (x0 * x1 + y0 * y1 + z0 * z1) / (radiusKm * radiusKm);
    const [qx, qy, qz] = [x1 - along * x0, y1 - along * y0, z1 - along * z0];
    const qKm = Math.hypot(qx, qy, qz);
    const ahead = (eye[0] * qx + eye[1] * qy + eye[2] * qz) / qKm;
    const out = (eye[0] * x0 + eye[1] * y0 + eye[2] * z0) / radiusKm;
    const asideKm = Math.sqrt(Math.max(0, eyeKm * eyeKm - ahead * ahead - out * out));
    if (asideKm > reachKm + WAVE_KM) continue;
    const slotRad = (2 * Math.PI) / slotCount;
    const middle = Math.round(Math.atan2(ahead, out) / slotRad);
    const aside = Math.min(Math.ceil((reachKm + WAVE_KM) / (slotRad * radiusKm)) + 1, Math.floor((slotCount - 1) / 2));
    for (let slot = middle - aside; slot <= middle + aside; slot++)
      yield firstIndex + first + (((slot % slotCount) + slotCount) % slotCount);
  }
}

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
      eye: Point;
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
        for (const index of candidatesOf(shell, minutes, eye, reachKm)) consider(index, shell.layer);
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
