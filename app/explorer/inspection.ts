/**
 * `window.dawnline`: what the page shows, for tests and scripts.
 *
 * - `state()` → `{ instant, paused, clockRatio, selectedIndex, drawnCount, contextLossCount }`. `instant` is the drawn one,
 *   UTC text; `selectedIndex` is null when nothing is selected; `drawnCount` leaves out satellites without a state and a catalogue that is switched off.
 * - `setInstant(iso)` and `select(index | null)` return promises that resolve once a frame with the new state is drawn, and
 *   reject with an Error for anything else than a UTC instant of 1957 to 2100, or an index of the flight. `setInstant` stops the
 *   clock there, so that all that is read after it belongs to that instant; `select` leaves the clock as it was.
 * - `satellite(index)` returns a promise of `{ id, xPx, yPx, occluded, light, colour, drawnTemeKm, sgp4TemeKm, differenceM, instant }`,
 *   all for the frame that was drawn last when it was called. `xPx yPx`: CSS pixels of the page (null behind the camera);
 *   `drawnTemeKm`: what the graphics card draws, in its own 32-bit arithmetic; `sgp4TemeKm`: the engine's SGP4; `occluded`: whether
 *   the Earth hides it; `light`: "sunlit", "penumbra" or "umbra", as drawn; `colour`: `{ by, rgb }`, the quantity that points are coloured
 *   by and its colour, 0 to 255 each, read back through the function that draws it (null without a value, by light, and for satellites from an element file).
 * - `positions(indices)` returns a promise of [n][3], TEME, km: where the graphics card places those satellites, read back through the function
 *   that draws them; null for one without a state.
 * - `camera()` → `{ clipFromTemeKm, leftPx, topPx, widthPx, heightPx }`: [16] column by column, TEME km → clip space, and the
 *   canvas in the page.
 * - `resources()` → `{ geometryCount, textureCount, programCount }`: what the graphics card holds for the page; a leak shows here first.
 * - `near()` → `{ mode, splitKm, wingspanM, satellites }`: the satellites near the camera in the frame drawn last, nearest first, as the graphics card got
 *   them, in 32 bits from the camera: `{ index, distanceM, spanPx, endsPx, endsTemeKm, arrayNormalTeme, radiatorNormalTeme, shape, lit }`. `spanPx` is between the
 *   span's two ends in the picture, `endsPx` in the page (null behind the camera); axes are null where there is no sized shape (relay, catalogue); `shape`
 *   and `lit`: how much of it shows and of the Sun it sees, 0 to 1. `mode`: "earth", "follow", "ride" or "back".
 * - `frames()` → `{ frameCount, mainP50Ms, mainP99Ms }`: main-thread milliseconds of our own work in a frame, the last 600.
 */
import { formatInstant, parseInstant } from "#engine";
import { clockStore } from "../state/clock.ts";
import { colourStore } from "../state/colour.ts";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import { designedFleetOf } from "./designedFleet.ts";
import { fleetStore } from "./fleetStore.ts";
import { frameMeter } from "./frames.ts";
import { isBehindEarth } from "./globe.ts";
import { drawnPositionTemeKm } from "./hermite.ts";
import { layerStore } from "./layers.ts";
import { tellNear } from "./nearTold.ts";
import { paintOf, paintSource } from "./paint.ts";
import { probeColour, probePositionsKm } from "./probe.ts";
import { cameraTemeKm, clipFromTemeKm, projectPx } from "./projection.ts";
import { drawnLight } from "./shadowCones.ts";
import { type Shown, sky } from "./sky.ts";
import { stage } from "./stage.ts";

/** A promise that nothing was drawn for in this time rejects. */
const DRAW_WAIT_MS = 30_000;
/** Satellites that one call reads back. */
const MOST_POSITIONS = 100_000;

type Point = [number, number, number];

/** Resolves after a frame that shows the clock's own instant; asks for one. */
function nextDrawn(): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = stage.onDrawn(() => {
      if (!sky.isSettled()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
    const timer = setTimeout(() => {
      stop();
      const { failure } = fleetStore.getState();
      reject(new Error(`dawnline: nothing was drawn within ${DRAW_WAIT_MS / 1000} s${failure ? `: ${failure}` : ""}`));
    }, DRAW_WAIT_MS);
    sky.wake();
  });
}

function shownOrThrow() {
  const shown = sky.shown();
  const here = stage.current();
  if (shown === undefined || here === undefined) throw new Error("dawnline: nothing is drawn yet");
  return { shown, ...here };
}

function checkIndex(index: unknown, totalCount: number): asserts index is number {
  if (!Number.isInteger(index) || (index as number) < 0 || (index as number) >= totalCount)
    throw new Error(`dawnline: index: expected a whole number from 0 to ${totalCount - 1}, got ${String(index)}`);
}

/** Positions as the graphics card has them: read back for designed shells, by its arithmetic between keyframes. Null without a state. */
function drawnPositions({ flight, listed }: Shown, indices: readonly number[]): (Point | null)[] {
  const { renderer } = shownOrThrow();
  const rowOf = (index: number) => {
    const shell = flight.shells.findLast(({ firstIndex }) => firstIndex <= index)!;
    return shell.designed === undefined ? undefined : shell.firstRow + index - shell.firstIndex;
  };
  const rows = indices.flatMap((index) => rowOf(index) ?? []);
  const probed = rows.length === 0 ? undefined : probePositionsKm({ renderer, fleet: designedFleetOf(flight), rows });
  let at = 0;
  return indices.map((index) => {
    if (rowOf(index) !== undefined && probed !== undefined) {
      const [x, y, z] = probed.subarray(at, at + 3);
      at += 3;
      return [x!, y!, z!];
    }
    const shell = flight.shells.findLast(({ firstIndex }) => firstIndex <= index)!;
    const row = shell.firstRow + index - shell.firstIndex;
    if (shell.designed === undefined && listed !== undefined)
      return drawnPositionTemeKm({ ...listed, index: row, out: [0, 0, 0] }) ?? null;
    return sky.positionInto(index, [0, 0, 0]) ?? null;
  });
}

/** The quantity's colour of a satellite, as the graphics card has it. */
function drawnColour({ flight }: Shown, index: number) {
  const { mode: by } = colourStore.getState();
  const shell = flight.shells.findLast(({ firstIndex }) => firstIndex <= index)!;
  if (by === "light" || shell.designed === undefined) return { by, rgb: null };
  const row = shell.firstRow + index - shell.firstIndex;
  const paint = paintOf({ flight, source: paintSource(), index });
  const rgb = probeColour({ renderer: shownOrThrow().renderer, fleet: designedFleetOf(flight), row, paint });
  return { by, rgb: rgb?.map((each) => each * 255) ?? null };
}

/** Points with a state, without a catalogue that is switched off. */
function drawnCountOf({ flight, listed }: Shown): number {
  const allCount = flight.totalCount - (listed?.b.decayedCount ?? 0);
  if (layerStore.getState().catalogue) return allCount;
  return allCount - flight.catalogueCount + (listed?.b.catalogueDecayedCount ?? 0);
}

/** Waits for the first flight, so that a script may call at once. */
async function flightReady() {
  if (sky.shown() === undefined) await nextDrawn();
  return shownOrThrow().shown.flight;
}

export const inspection = {
  state() {
    const { paused, clockRatio, instantAt } = clockStore.getState();
    const shown = sky.shown();
    return {
      instant: formatInstant(shown?.instant ?? instantAt()),
      paused,
      clockRatio,
      selectedIndex: selectionStore.getState().selectedIndex ?? null,
      drawnCount: shown === undefined || stage.current() === undefined ? 0 : drawnCountOf(shown),
      contextLossCount: stage.contextLossCount(),
    };
  },
  async setInstant(iso: string): Promise<void> {
    const instant = typeof iso === "string" ? parseInstant(iso) : undefined;
    if (instant === undefined)
      throw new Error(
        `dawnline: instant: expected UTC text such as 2027-01-01T00:00:00Z, years 1957 to 2100, got ${String(iso)}`,
      );
    clockStore.getState().setPaused(true);
    clockStore.getState().setInstant(instant);
    await nextDrawn();
  },
  async select(index: number | null): Promise<void> {
    const { totalCount } = await flightReady();
    if (index !== null) checkIndex(index, totalCount);
    selectionStore.getState().select(index ?? undefined);
    await nextDrawn();
  },
  async satellite(index: number) {
    await flightReady();
    const { shown, camera, canvas } = shownOrThrow();
    checkIndex(index, shown.flight.totalCount);
    const drawnTemeKm = drawnPositions(shown, [index])[0] ?? undefined;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const px = drawnTemeKm && projectPx({ positionTemeKm: drawnTemeKm, camera, widthPx: width, heightPx: height });
    const occluded = drawnTemeKm !== undefined && isBehindEarth(cameraTemeKm(camera, [0, 0, 0]), drawnTemeKm);
    const { tS, instant, sunTemeUnit } = shown;
    const colour = drawnColour(shown, index);
    const state = await engineClient.stateOf({ index, tS });
    const sgp4TemeKm = state?.positionTemeKm;
    return {
      id: state?.id ?? "",
      xPx: px === undefined ? null : left + px.xPx,
      yPx: px === undefined ? null : top + px.yPx,
      occluded,
      light: drawnTemeKm === undefined ? null : drawnLight({ positionTemeKm: drawnTemeKm, sunTemeUnit }),
      colour,
      drawnTemeKm: drawnTemeKm ?? null,
      sgp4TemeKm: sgp4TemeKm ?? null,
      differenceM:
        drawnTemeKm === undefined || sgp4TemeKm === undefined
          ? null
          : 1000 * Math.hypot(...drawnTemeKm.map((each, axis) => each - sgp4TemeKm[axis]!)),
      instant: formatInstant(instant),
    };
  },
  async positions(indices: readonly number[]) {
    await flightReady();
    const { shown } = shownOrThrow();
    if (!Array.isArray(indices) || indices.length > MOST_POSITIONS)
      throw new Error(
        `dawnline: indices: expected at most ${MOST_POSITIONS} of them, got ${String(indices).slice(0, 40)}`,
      );
    for (const index of indices) checkIndex(index, shown.flight.totalCount);
    return drawnPositions(shown, indices);
  },
  camera() {
    const { camera, canvas } = shownOrThrow();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return {
      clipFromTemeKm: [...clipFromTemeKm(camera).elements],
      leftPx: left,
      topPx: top,
      widthPx: width,
      heightPx: height,
    };
  },
  resources() {
    const { renderer } = shownOrThrow();
    const { memory, programs } = renderer.info;
    return { geometryCount: memory.geometries, textureCount: memory.textures, programCount: programs?.length ?? 0 };
  },
  near() {
    const { camera, canvas } = shownOrThrow();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return tellNear({ camera, leftPx: left, topPx: top, widthPx: width, heightPx: height });
  },
  frames: () => frameMeter.read(),
};
export type Inspection = typeof inspection;

declare global {
  interface Window {
    dawnline?: Inspection;
  }
}

/** Puts the handle on the page. Answers with the way to take it off. */
export function installInspection(): () => void {
  window.dawnline = inspection;
  return () => {
    if (window.dawnline === inspection) delete window.dawnline;
  };
}
