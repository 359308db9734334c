/**
 * Where the camera stands and how it looks, TEME, km, in 64 bits. Whatever is near is first subtracted from here; only the
 * difference is rounded to the graphics card's 32 bits.
 */
import { Matrix4, Quaternion, Vector3 } from "three";
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import type { View } from "./cameraRig.ts";
import { KM_PER_UNIT } from "./scale.ts";

export type Pose = {
  readonly positionKm: Vector3;
  /** From the camera's axes (x right, y up, looking along −z) to TEME. */
  readonly turn: Quaternion;
  readonly fieldDeg: number;
};
/** Axes at a satellite: up from the Earth, ahead in its orbit, and to the right of that. */
export type LocalAxes = {
  readonly at: Vector3;
  readonly ahead: Vector3;
  readonly up: Vector3;
  readonly right: Vector3;
};
/** How a person has turned a view: round the upward axis, and from the level. */
export type Turned = { readonly turnRad: number; readonly liftRad: number };

type Triple = readonly [number, number, number];

/** The camera keeps so far above the sphere, km: the drawn air is below it only from orbit, the ground always. */
const LOWEST_KM = 80;
/** Points nearer to each other than this have no direction between them, km. */
const LEAST_KM = 1e-4;

const matrix = new Matrix4();

/** Looking along `forward` with `up` as nearly upright as it can be. */
function lookAlong(forward: Vector3, up: Vector3): Quaternion {
  const right = new Vector3().crossVectors(forward, up).normalize();
  const upright = new Vector3().crossVectors(right, forward);
  return new Quaternion().setFromRotationMatrix(matrix.makeBasis(right, upright, forward.clone().negate()));
}

export const forwardOf = ({ turn }: Pose) => new Vector3(0, 0, -1).applyQuaternion(turn);

/** Round the Earth's centre, which stands in the middle. */
export function earthPose({ azimuthRad, elevationRad, distanceUnits }: View, fieldDeg: number): Pose {
  const level = Math.cos(elevationRad);
  const outward = new Vector3(level * Math.cos(azimuthRad), level * Math.sin(azimuthRad), Math.sin(elevationRad));
  return {
    positionKm: outward.clone().multiplyScalar(distanceUnits * KM_PER_UNIT),
    turn: lookAlong(outward.clone().negate(), new Vector3(0, 0, 1)),
    fieldDeg,
  };
}

export function localAxes(positionKm: Triple, velocityKmPerS: Triple): LocalAxes {
  const at = new Vector3(...positionKm);
  const up = at.clone().normalize();
  const velocity = new Vector3(...velocityKmPerS);
  const ahead = velocity.addScaledVector(up, -velocity.dot(up)).normalize();
  return { at, ahead, up, right: new Vector3().crossVectors(ahead, up) };
}

/** The turn at which the camera has the Sun behind it, seen from the satellite. */
export const turnToSun = ({ ahead, right }: LocalAxes, sunUnit: Vector3) =>
  Math.atan2(sunUnit.dot(right), -sunUnit.dot(ahead));

/** Round a satellite, which stands in the middle; the Earth is down. At turn 0 the camera is behind it. */
export function followPose({
  axes: { at, ahead, up, right },
  turned: { turnRad, liftRad },
  distanceKm,
  fieldDeg,
}: {
  axes: LocalAxes;
  turned: Turned;
  distanceKm: number;
  fieldDeg: number;
}): Pose {
  // Low enough to look up at it, and not through the ground.
  const radiusKm = at.length();
  const lowestKm = EARTH_RADIUS_WGS84_KM + LOWEST_KM;
  const leastSine = (lowestKm ** 2 - radiusKm ** 2 - distanceKm ** 2) / (2 * radiusKm * distanceKm);
  const lift = Math.max(liftRad, leastSine > -1 ? Math.asin(Math.min(1, leastSine)) : -Math.PI / 2);
  const outward = ahead
    .clone()
    .multiplyScalar(-Math.cos(lift) * Math.cos(turnRad))
    .addScaledVector(right, Math.cos(lift) * Math.sin(turnRad))
    .addScaledVector(up, Math.sin(lift));
  return {
    positionKm: at.clone().addScaledVector(outward, distanceKm),
    turn: lookAlong(outward.clone().negate(), up),
    fieldDeg,
  };
}

/** From a place beside the satellite: ahead with the Earth below, or down with the flight upwards in the picture. */
export function seatPose({
  axes: { ahead, up, right },
  seatKm,
  isDown,
  turned: { turnRad, liftRad },
  fieldDeg,
}: {
  axes: LocalAxes;
  seatKm: Vector3;
  isDown: boolean;
  turned: Turned;
  fieldDeg: number;
}): Pose {
  const [front, upright] = isDown ? [up.clone().negate(), ahead] : [ahead, up];
  const forward = front
    .clone()
    .multiplyScalar(Math.cos(liftRad) * Math.cos(turnRad))
    .addScaledVector(right, Math.cos(liftRad) * Math.sin(turnRad))
    .addScaledVector(upright, Math.sin(liftRad));
  return { positionKm: seatKm.clone(), turn: lookAlong(forward, upright), fieldDeg };
}

const first = new Vector3();
const second = new Vector3();
const between = new Quaternion();

/** Part of the way from one pose to another as seen from `anchorKm`: the direction turns, the distance shrinks by ratio, so that a flight in from afar slows down. */
export function blendPoses(from: Pose, to: Pose, share: number, anchorKm: Vector3): Pose {
  first.subVectors(from.positionKm, anchorKm);
  second.subVectors(to.positionKm, anchorKm);
  const fromKm = Math.max(LEAST_KM, first.length());
  const toKm = Math.max(LEAST_KM, second.length());
  between.identity().slerp(new Quaternion().setFromUnitVectors(first.normalize(), second.normalize()), share);
  const positionKm = first
    .clone()
    .applyQuaternion(between)
    .multiplyScalar(fromKm * (toKm / fromKm) ** share)
    .add(anchorKm);
  const lowestKm = EARTH_RADIUS_WGS84_KM + LOWEST_KM;
  if (positionKm.length() < lowestKm) positionKm.setLength(lowestKm);
  return {
    positionKm,
    turn: from.turn.clone().slerp(to.turn, share),
    fieldDeg: from.fieldDeg + (to.fieldDeg - from.fieldDeg) * share,
  };
}
