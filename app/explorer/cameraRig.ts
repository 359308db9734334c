/**
 * The camera turns round the Earth's centre in TEME: azimuth and elevation say from where it looks, distance from how far.
 * A person moves the goal; the camera follows it smoothly, so it eases and never jumps. The rig outlives the canvas: a lost
 * graphics context keeps its view.
 */
import { EARTH_RADIUS_UNITS } from "./scale.ts";

export type View = { readonly azimuthRad: number; readonly elevationRad: number; readonly distanceUnits: number };
/** Pixels at each edge that panels cover: the Earth stands in the middle of the rest. */
export type Insets = {
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
};

const NEAREST_UNITS = EARTH_RADIUS_UNITS + 0.3;
const FARTHEST_UNITS = 150;
const HIGHEST_RAD = Math.PI / 2 - 0.02;
/** Rate at which the camera closes in on its goal, per second. */
const EASE_PER_S = 9;
const STILL = 1e-4;
/** A frame that took longer counts as this long in the first flight, seconds. */
const LONGEST_STEP_S = 0.5;
/** Turn of the first flight: how far aside and away it starts. */
const FIRST_ASIDE_RAD = 0.9;
const FIRST_FARTHER_RATIO = 3.2;
/** Length of the first flight, seconds. */
const FIRST_FLIGHT_S = 1.8;
export const FIELD_OF_VIEW_DEG = 35;
/** Least room that is counted on between the panels, pixels. */
const LEAST_FREE_PX = 160;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const limited = ({ azimuthRad, elevationRad, distanceUnits }: View): View => ({
  azimuthRad,
  elevationRad: clamp(elevationRad, -HIGHEST_RAD, HIGHEST_RAD),
  distanceUnits: clamp(distanceUnits, NEAREST_UNITS, FARTHEST_UNITS),
});

export function createCameraRig({ isCalm = () => false }: { isCalm?: () => boolean } = {}) {
  let view: View = { azimuthRad: 0, elevationRad: 0.2, distanceUnits: 40 };
  let goal = view;
  let insets: Insets = { leftPx: 0, rightPx: 0, topPx: 0, bottomPx: 0 };
  let shownInsets = insets;
  let size = { widthPx: 1, heightPx: 1 };
  let first: { from: View; elapsedS: number } | undefined;
  let hasArrived = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const settle = () => {
    view = goal;
    shownInsets = insets;
  };

  return {
    view: () => view,
    goal: () => goal,
    insets: () => shownInsets,
    hasArrived: () => hasArrived,
    setSize(next: { widthPx: number; heightPx: number }) {
      size = next;
    },
    /** Height of the canvas over what the panels leave free of it, the smaller way. */
    heightPerFreeRatio() {
      const freePx = Math.min(
        size.widthPx - insets.leftPx - insets.rightPx,
        size.heightPx - insets.topPx - insets.bottomPx,
      );
      return size.heightPx / Math.max(LEAST_FREE_PX, freePx);
    },
    onMove(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Turns and zooms the goal. */
    move({ turnRad = 0, liftRad = 0, zoomRatio = 1 }: { turnRad?: number; liftRad?: number; zoomRatio?: number }) {
      first = undefined;
      const height = (goal.distanceUnits - EARTH_RADIUS_UNITS) * zoomRatio;
      goal = limited({
        azimuthRad: goal.azimuthRad + turnRad,
        elevationRad: goal.elevationRad + liftRad,
        distanceUnits: EARTH_RADIUS_UNITS + height,
      });
      if (isCalm()) settle();
      tell();
    },
    /** A new goal, reached by the shorter way round. */
    lookFrom(next: Partial<View>) {
      first = undefined;
      const azimuthRad = next.azimuthRad ?? goal.azimuthRad;
      const turns = Math.round((view.azimuthRad - azimuthRad) / (2 * Math.PI));
      goal = limited({ ...goal, ...next, azimuthRad: azimuthRad + turns * 2 * Math.PI });
      if (isCalm()) settle();
      tell();
    },
    /** The first view: flown to from afar, or simply there for whoever asked for less motion. */
    arrive(at: View) {
      hasArrived = true;
      goal = limited(at);
      const from = limited({
        azimuthRad: goal.azimuthRad - FIRST_ASIDE_RAD,
        elevationRad: goal.elevationRad * 0.4,
        distanceUnits: goal.distanceUnits * FIRST_FARTHER_RATIO,
      });
      if (isCalm()) settle();
      else {
        first = { from, elapsedS: 0 };
        view = from;
      }
      tell();
    },
    setInsets(next: Insets) {
      insets = next;
      if (!hasArrived || isCalm()) shownInsets = insets;
      tell();
    },
    /** One step of time. True while the camera still moves. */
    step(deltaS: number): boolean {
      if (first !== undefined) {
        first.elapsedS += Math.min(deltaS, LONGEST_STEP_S);
        const share = clamp(first.elapsedS / FIRST_FLIGHT_S, 0, 1);
        const eased = 1 - (1 - share) ** 3;
        view = blend(first.from, goal, eased);
        shownInsets = insets;
        if (share < 1) return true;
        first = undefined;
        return false;
      }
      const share = 1 - Math.exp(-EASE_PER_S * Math.min(deltaS, 0.1));
      view = blend(view, goal, share);
      shownInsets = blendInsets(shownInsets, insets, share);
      const isStill =
        Math.abs(view.azimuthRad - goal.azimuthRad) < STILL &&
        Math.abs(view.elevationRad - goal.elevationRad) < STILL &&
        Math.abs(view.distanceUnits / goal.distanceUnits - 1) < STILL &&
        (Object.keys(insets) as (keyof Insets)[]).every((edge) => Math.abs(insets[edge] - shownInsets[edge]) < 0.05);
      if (isStill) settle();
      return !isStill;
    },
  };
}

/** Distance is blended by ratio, so that a flight in from afar slows down as it arrives. */
const blend = (from: View, to: View, share: number): View => ({
  azimuthRad: from.azimuthRad + (to.azimuthRad - from.azimuthRad) * share,
  elevationRad: from.elevationRad + (to.elevationRad - from.elevationRad) * share,
  distanceUnits: from.distanceUnits * (to.distanceUnits / from.distanceUnits) ** share,
});
const blendInsets = (from: Insets, to: Insets, share: number): Insets => ({
  leftPx: from.leftPx + (to.leftPx - from.leftPx) * share,
  rightPx: from.rightPx + (to.rightPx - from.rightPx) * share,
  topPx: from.topPx + (to.topPx - from.topPx) * share,
  bottomPx: from.bottomPx + (to.bottomPx - from.bottomPx) * share,
});

export const cameraRig = createCameraRig({
  isCalm: () => globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false,
});

/** The distance from the centre at which so much of the ground below is seen to either side, in what the panels leave free. */
export const distanceForHalfViewUnits = (halfViewUnits: number) =>
  EARTH_RADIUS_UNITS +
  (halfViewUnits * cameraRig.heightPerFreeRatio()) / Math.tan(((FIELD_OF_VIEW_DEG / 2) * Math.PI) / 180);
