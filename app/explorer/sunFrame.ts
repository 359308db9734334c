/**
 * Things that belong to the Sun and the Earth's centre: circles and cones round the line between them. They are made
 * once in a frame whose z points away from the Sun; each moment only turns it into TEME.
 */
import type { Matrix4 } from "three";

type Vector = readonly [number, number, number];

/** Axes of the frame in TEME: x and y across the Sun's line, z away from the Sun. */
export function sunAxes([x, y, z]: Vector): { acrossX: Vector; acrossY: Vector; behind: Vector } {
  // The Sun never stands near the pole, so that the Earth's axis always gives a first direction across.
  const level = Math.hypot(x, y);
  const acrossX: Vector = [-y / level, x / level, 0];
  const behind: Vector = [-x, -y, -z];
  const acrossY: Vector = [
    behind[1] * acrossX[2] - behind[2] * acrossX[1],
    behind[2] * acrossX[0] - behind[0] * acrossX[2],
    behind[0] * acrossX[1] - behind[1] * acrossX[0],
  ];
  return { acrossX, acrossY, behind };
}

/** Sun's frame → TEME. */
export function turnToSun(sunTemeUnit: Vector, out: Matrix4): Matrix4 {
  const { acrossX: a, acrossY: b, behind: c } = sunAxes(sunTemeUnit);
  return out.set(a[0], b[0], c[0], 0, a[1], b[1], c[1], 0, a[2], b[2], c[2], 0, 0, 0, 0, 1);
}
