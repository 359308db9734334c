export const RAD_PER_DEG = Math.PI / 180;
export const DEG_PER_RAD = 180 / Math.PI;
export const TURN_RAD = 2 * Math.PI;

/** Arc cosine that clamps, so that rounding never makes a NaN of 1.0000000000000002. */
export const acos = (cosine: number) => Math.acos(Math.min(1, Math.max(-1, cosine)));

/** Arc sine that clamps, as `acos`. */
export const asin = (sine: number) => Math.asin(Math.min(1, Math.max(-1, sine)));

/** 0 (included) to 360 (left out). */
export const wrapDeg = (angleDeg: number) => {
  const wrapped = angleDeg % 360;
  return wrapped < 0 ? (wrapped + 360) % 360 : wrapped;
};

/** 0 (included) to one turn (left out). */
export const wrapRad = (angleRad: number) => {
  const wrapped = angleRad % TURN_RAD;
  return wrapped < 0 ? (wrapped + TURN_RAD) % TURN_RAD : wrapped;
};
