/**
 * What is near the camera in the frame that is being drawn: worked out once, after the camera has moved, and read by whoever draws,
 * labels or tells it. Distances are differences of 64-bit positions.
 */
import type { PerspectiveCamera } from "three";
import { type BodyAxes, EARTH_RADIUS_WGS84_KM } from "#engine";
import { axesOf, type Design, designNow } from "./design.ts";
import { isBehindEarth } from "./globe.ts";
import { layerStore } from "./layers.ts";
import { type ModelScale, modelScaleOf, nearerScale, pxPerRad, smoothStep } from "./modelScale.ts";
import { createNearSet, MOST_NEAR, type Near } from "./nearSet.ts";
import { cameraTemeKm } from "./projection.ts";
import { litShareAt } from "./shadowCones.ts";
import { sky } from "./sky.ts";

export type NearSatellite = Near & {
  /** Undefined where there is no sized shape: relay, catalogue. */
  readonly axes: BodyAxes | undefined;
  /** How much of the shape and of the mark shows, 0 to 1. */
  readonly shape: number;
  readonly mark: number;
  readonly lit: number;
};
export type NearFrame = {
  /** Nearest first. */
  readonly satellites: readonly NearSatellite[];
  readonly design: Design | undefined;
  readonly scale: ModelScale | undefined;
  /** Where the picture of near things ends and that of far ones begins, km from the camera along its view. */
  readonly splitKm: number;
  /** Nothing near is drawn nearer than this, km. */
  readonly nearestKm: number;
  readonly hasNear: boolean;
  /** Distance of the satellite that the camera goes with, km; undefined where it goes with the Earth. */
  readonly chasedKm: number | undefined;
};

/** Above this height over the ground, km, nobody but a followed satellite is near enough for a shape. */
const HIGHEST_SEARCH_KM = 4_000;
/** The far picture begins at this share of the height, and not nearer: depth keeps its digits. */
const SPLIT_RATIO = 0.15;
const LEAST_SPLIT_KM = 20;
/** And with a satellite: at half its distance, or where its shape has long been whole. */
const CHASE_SPLIT_RATIO = 0.5;
const LEAST_CHASE_SPLIT_KM = 4;
/** Nearest that anything is drawn, km: half a metre. */
const LEAST_NEAR_KM = 5e-4;

const nothing: NearFrame = {
  satellites: [],
  design: undefined,
  scale: undefined,
  splitKm: LEAST_SPLIT_KM,
  nearestKm: LEAST_NEAR_KM,
  hasNear: false,
  chasedKm: undefined,
};
const set = createNearSet();
const eye: [number, number, number] = [0, 0, 0];
const position: [number, number, number] = [0, 0, 0];
let frame = nothing;

export const nearFrame = {
  current: (): NearFrame => frame,
  update({
    camera,
    heightPx,
    chasedKm,
  }: {
    camera: PerspectiveCamera;
    heightPx: number;
    chasedKm: number | undefined;
  }): void {
    const shown = sky.shown();
    cameraTemeKm(camera, eye);
    const heightKm = Math.hypot(...eye) - EARTH_RADIUS_WGS84_KM;
    const farSplitKm = Math.max(LEAST_SPLIT_KM, heightKm * SPLIT_RATIO);
    frame = { ...nothing, splitKm: farSplitKm };
    if (shown === undefined || (chasedKm === undefined && heightKm > HIGHEST_SEARCH_KM)) return;
    const design = designNow();
    const { fov: fieldDeg } = camera;
    const whole = design && modelScaleOf({ wingspanM: design.sizes.wingspanM, heightPx, fieldDeg });
    const chaseSplitKm = Math.min(
      LEAST_SPLIT_KM,
      Math.max(LEAST_CHASE_SPLIT_KM, whole?.pointKm.none ?? 0, CHASE_SPLIT_RATIO * (chasedKm ?? 0)),
    );
    const splitKm = chasedKm === undefined ? farSplitKm : Math.min(farSplitKm, chaseSplitKm);
    const shapeReachKm = whole?.shapeKm.none ?? 0;
    const reachKm = chasedKm === undefined ? shapeReachKm : Math.max(splitKm * 1.5, shapeReachKm);
    const isCatalogueShown = layerStore.getState().catalogue;
    const found = set.find({ shown, eye, reachKm, isCatalogueShown });
    const scale = whole && found.length === MOST_NEAR ? nearerScale(whole, found[MOST_NEAR - 1]!.distanceKm) : whole;
    const satellites = found.flatMap((near): NearSatellite[] => {
      for (const axis of [0, 1, 2] as const) position[axis] = eye[axis] + near.offsetKm[axis];
      if (isBehindEarth(eye, position)) return [];
      const axes = design && near.layer === "fleet" ? axesOf(near.index, design) : undefined;
      const { distanceKm } = near;
      const shape = axes && scale ? smoothStep(scale.shapeKm.none, scale.shapeKm.whole, distanceKm) : 0;
      const mark = axes && scale ? smoothStep(scale.pointKm.none, scale.pointKm.whole, distanceKm) : 1;
      const lit = litShareAt({ positionTemeKm: position, sunTemeUnit: shown.sunTemeUnit });
      return [{ ...near, axes, shape, mark, lit }];
    });
    const spanKm = (design?.sizes.wingspanM ?? 0) / 1000;
    const nearestKm = Math.max(
      LEAST_NEAR_KM,
      Math.min(splitKm / 2, ((satellites[0]?.distanceKm ?? splitKm) - spanKm / 2) * 0.5),
    );
    const hasNear = chasedKm !== undefined || satellites.some(({ distanceKm }) => distanceKm < splitKm + spanKm);
    frame = { satellites, design, scale, splitKm, nearestKm, hasNear, chasedKm };
  },
  /** How wide the span of a satellite is in the picture, face on, pixels; undefined where it has no shape here. */
  spanPx(index: number, heightPx: number, fieldDeg: number): number | undefined {
    const satellite = frame.satellites.find((each) => each.index === index);
    if (satellite?.axes === undefined || frame.design === undefined) return undefined;
    return (frame.design.sizes.wingspanM / 1000 / satellite.distanceKm) * pxPerRad(heightPx, fieldDeg);
  },
};
