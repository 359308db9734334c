/**
 * The camera bound to the selected satellite: round it, ahead from it, down from it. A person moves the goal, the camera follows smoothly;
 * from one mode or satellite to the next it flies. Like the Earth's rig it outlives the canvas.
 */
import { type Quaternion, Vector3 } from "three";
import type { CameraMode } from "../state/cameraMode.ts";
import { blendPoses, followPose, type LocalAxes, type Pose, seatPose, turnToSun } from "./pose.ts";

export type Goal = {
  readonly turnRad: number;
  readonly liftRad: number;
  readonly distanceKm: number;
  readonly fieldDeg: number;
};
export type Companion = {
  readonly index: number;
  readonly axes: LocalAxes;
  readonly sunUnit: Vector3;
  /** Where a rider sits, TEME, km. */
  readonly seatKm: (mode: CameraMode) => Vector3;
  /** Distance from which it is first seen, km. */
  readonly firstKm: number;
};

export const NEAREST_KM = 0.06;
export const FARTHEST_KM = 20_000;
const FOLLOW_FIELD_DEG = 35;
const HIGHEST_RAD = Math.PI / 2 - 0.02;
/** How far aside of the Sun, and how far above, the camera first stands: cells in full light, the Earth's limb behind. */
const FIRST_FROM_SUN_RAD = 0.62;
const FIRST_LIFT_RAD = 0.3;
const fields = { ride: { first: 62, least: 15, most: 100 }, back: { first: 120, least: 15, most: 140 } } as const;
const RIDE_LIFT_RAD = -0.3;
/** Rate at which the camera closes in on its goal, per second, and when it is there. */
const EASE_PER_S = 9;
const STILL = 1e-4;
const FLIGHT_S = 1.6;
const LONGEST_STEP_S = 0.1;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function limited({ mode, goal }: { mode: CameraMode; goal: Goal }): Goal {
  const { least, most } =
    mode === "ride" || mode === "back" ? fields[mode] : { least: FOLLOW_FIELD_DEG, most: FOLLOW_FIELD_DEG };
  return {
    turnRad: goal.turnRad,
    liftRad: clamp(goal.liftRad, -HIGHEST_RAD, HIGHEST_RAD),
    distanceKm: clamp(goal.distanceKm, NEAREST_KM, FARTHEST_KM),
    fieldDeg: clamp(goal.fieldDeg, least, most),
  };
}

export function createChaseRig({ isCalm = () => false }: { isCalm?: () => boolean } = {}) {
  let mode: CameraMode = "earth";
  let companion: number | undefined;
  let view: Goal = { turnRad: 0, liftRad: FIRST_LIFT_RAD, distanceKm: 1, fieldDeg: FOLLOW_FIELD_DEG };
  let goal = view;
  /** The pose that a flight left, as an offset from what it flies to, and how long it has flown. */
  let flight:
    | { readonly offsetKm: Vector3; readonly turn: Quaternion; readonly fieldDeg: number; elapsedS: number }
    | undefined;
  let last: Pose | undefined;
  /** What the next mode begins with in place of its own first view. */
  let asked: { readonly mode: CameraMode; readonly goal: Goal } | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function begin(next: CameraMode, here: Companion | undefined) {
    if (here !== undefined && next !== "earth") {
      const isSame = next === mode;
      if (next === "follow" && !isSame)
        goal = {
          turnRad: turnToSun(here.axes, here.sunUnit) + FIRST_FROM_SUN_RAD,
          liftRad: FIRST_LIFT_RAD,
          distanceKm: clamp(here.firstKm, NEAREST_KM, FARTHEST_KM),
          fieldDeg: FOLLOW_FIELD_DEG,
        };
      else if (next !== "follow" && !isSame)
        goal = {
          turnRad: 0,
          liftRad: next === "ride" ? RIDE_LIFT_RAD : 0,
          distanceKm: 1,
          fieldDeg: fields[next].first,
        };
    }
    if (asked !== undefined && asked.mode === next) {
      goal = limited(asked);
      asked = undefined;
    }
    view = goal;
    mode = next;
    companion = here?.index;
  }

  return {
    mode: () => mode,
    goal: () => goal,
    /** The view with which a mode is to begin, or to go on if it is the present one. */
    ask(next: CameraMode, view: Goal) {
      if (next === mode && next !== "earth") goal = limited({ mode: next, goal: view });
      else asked = { mode: next, goal: view };
      tell();
    },
    /** Whether the camera sits on the satellite and looks round. */
    isSeated: () => mode === "ride" || mode === "back",
    fieldRad: () => (goal.fieldDeg * Math.PI) / 180,
    onMove(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move({ turnRad = 0, liftRad = 0, zoomRatio = 1 }: { turnRad?: number; liftRad?: number; zoomRatio?: number }) {
      const lift = clamp(goal.liftRad + liftRad, -HIGHEST_RAD, HIGHEST_RAD);
      const turned = { ...goal, turnRad: goal.turnRad + turnRad, liftRad: lift };
      if (mode === "ride" || mode === "back") {
        const { least, most } = fields[mode];
        goal = { ...turned, fieldDeg: clamp(goal.fieldDeg * zoomRatio, least, most) };
      } else goal = { ...turned, distanceKm: clamp(goal.distanceKm * zoomRatio, NEAREST_KM, FARTHEST_KM) };
      if (isCalm()) view = goal;
      tell();
    },
    /**
     * One step of time: the pose to draw with, and whether it still moves by itself. `earth` is the pose of the Earth's own rig, `here` the
     * satellite to go with; without one the mode is the Earth's.
     */
    step({
      wanted,
      earth,
      here,
      deltaS,
    }: {
      wanted: CameraMode;
      earth: Pose;
      here: Companion | undefined;
      deltaS: number;
    }): { pose: Pose; isMoving: boolean } {
      const next = here === undefined ? "earth" : wanted;
      const isNew = next !== mode || (next !== "earth" && here?.index !== companion);
      const anchorKm = here?.axes.at ?? new Vector3();
      if (isNew) {
        begin(next, here);
        flight =
          isCalm() || last === undefined
            ? undefined
            : {
                offsetKm: last.positionKm.clone().sub(anchorKm),
                turn: last.turn,
                fieldDeg: last.fieldDeg,
                elapsedS: 0,
              };
      }
      const spentS = Math.min(deltaS, LONGEST_STEP_S);
      const share = 1 - Math.exp(-EASE_PER_S * spentS);
      const ease = (from: number, to: number) => from + (to - from) * share;
      view = {
        turnRad: ease(view.turnRad, goal.turnRad),
        liftRad: ease(view.liftRad, goal.liftRad),
        distanceKm: view.distanceKm * (goal.distanceKm / view.distanceKm) ** share,
        fieldDeg: ease(view.fieldDeg, goal.fieldDeg),
      };
      const isStill =
        Math.abs(view.turnRad - goal.turnRad) < STILL &&
        Math.abs(view.liftRad - goal.liftRad) < STILL &&
        Math.abs(view.distanceKm / goal.distanceKm - 1) < STILL &&
        Math.abs(view.fieldDeg - goal.fieldDeg) < STILL;
      if (isStill) view = goal;
      const aim = here === undefined || mode === "earth" ? earth : poseOf(here);
      if (flight === undefined) {
        last = aim;
        return { pose: aim, isMoving: mode !== "earth" && !isStill };
      }
      flight.elapsedS += spentS;
      const flown = clamp(flight.elapsedS / FLIGHT_S, 0, 1);
      const eased = flown < 0.5 ? 4 * flown ** 3 : 1 - (2 - 2 * flown) ** 3 / 2;
      const { offsetKm, turn, fieldDeg } = flight;
      const from = { positionKm: offsetKm.clone().add(anchorKm), turn, fieldDeg };
      last = blendPoses(from, aim, eased, anchorKm);
      if (flown === 1) flight = undefined;
      return { pose: last, isMoving: true };
    },
  };

  function poseOf({ axes, seatKm }: Companion): Pose {
    const { fieldDeg, distanceKm } = view;
    if (mode === "follow") return followPose({ axes, turned: view, distanceKm, fieldDeg });
    return seatPose({ axes, seatKm: seatKm(mode), isDown: mode === "back", turned: view, fieldDeg });
  }
}
export type ChaseRig = ReturnType<typeof createChaseRig>;

export const chaseRig = createChaseRig({
  isCalm: () => globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false,
});
