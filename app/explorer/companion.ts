import { Vector3 } from "three";
import type { CameraMode } from "../state/cameraMode.ts";
import type { Companion } from "./chaseRig.ts";
import { axesOf, designNow } from "./design.ts";
import { type LocalAxes, localAxes } from "./pose.ts";
import { sky } from "./sky.ts";

/** A first look from so many spans away: 200 m from AI1's 70 m. */
const FIRST_SPANS = 20 / 7;
const LEAST_FIRST_KM = 0.06;
/** And from here where there is no shape, only a mark, km. */
const FIRST_OF_MARK_KM = 200;
/** Where a rider sits over a mark, km. */
const OVER_MARK_KM = 0.005;
/** Room between a rider and what is built, metres. */
const SEAT_ROOM_M = 2.5;

const position: [number, number, number] = [0, 0, 0];
const velocity: [number, number, number] = [0, 0, 0];

/** A rider's place in the satellite's own axes, metres: above the wing that goes first and on its sunlit side, or below everything. */
function seatM(mode: CameraMode, isSpanAhead: boolean): [number, number, number] | undefined {
  const sizes = designNow()?.sizes;
  if (sizes === undefined) return undefined;
  const { bodyWidthM, bodyHeightM, wingChordM, deployedHeightM } = sizes;
  if (mode === "back") return [0, -Math.max(deployedHeightM, wingChordM, bodyHeightM) / 2 - SEAT_ROOM_M, 0];
  return [
    (isSpanAhead ? 1 : -1) * (bodyWidthM / 2 + SEAT_ROOM_M),
    Math.max(wingChordM, bodyHeightM) / 2 + SEAT_ROOM_M,
    wingChordM * 0.3 + SEAT_ROOM_M,
  ];
}

function seatKm(index: number, local: LocalAxes, mode: CameraMode): Vector3 {
  const design = isShaped(index) ? designNow() : undefined;
  const axes = design && axesOf(index, design);
  if (axes === undefined)
    return local.at.clone().addScaledVector(local.up, mode === "back" ? -OVER_MARK_KM : OVER_MARK_KM);
  const span = new Vector3(...axes.spanUnit);
  const [x, y, z] = seatM(mode, span.dot(local.ahead) > 0)!;
  return local.at
    .clone()
    .addScaledVector(span, x / 1000)
    .addScaledVector(new Vector3(...axes.upUnit), y / 1000)
    .addScaledVector(new Vector3(...axes.sunUnit), z / 1000);
}

/** Whether the mission sizes it: relay and catalogue are marks. */
export function isShaped(index: number): boolean {
  const shells = sky.shown()?.flight.shells;
  return shells?.findLast(({ firstIndex }) => firstIndex <= index)?.layer === "fleet";
}

/** A satellite to go with, at the shown instant; undefined when it has no state. */
export function companionOf(index: number): Companion | undefined {
  const shown = sky.shown();
  if (shown === undefined || !sky.positionInto(index, position) || !sky.velocityInto(index, velocity)) return undefined;
  const axes = localAxes(position, velocity);
  const spanKm = (designNow()?.sizes.wingspanM ?? 0) / 1000;
  return {
    index,
    axes,
    sunUnit: new Vector3(...shown.sunTemeUnit),
    seatKm: (mode) => seatKm(index, axes, mode),
    firstKm: isShaped(index) && spanKm > 0 ? Math.max(LEAST_FIRST_KM, spanKm * FIRST_SPANS) : FIRST_OF_MARK_KM,
  };
}
