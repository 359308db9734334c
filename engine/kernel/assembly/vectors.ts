/** Arithmetic of two doubles at a time, and sines of three ranges. */

export function both(value: f64): v128 {
  return f64x2.splat(value);
}
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}
export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

function times(a: v128, b: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(a, b), f64x2.splat(c));
}

/** x y z of two states, row after row. */
export function storeRows(to: usize, x: v128, y: v128, z: v128): void {
  v128.store(to, v128.shuffle<f64>(x, y, 0, 2));
  v128.store(to, v128.shuffle<f64>(z, x, 0, 3), 16);
  v128.store(to, v128.shuffle<f64>(y, z, 1, 3), 32);
}

/** 1.5 · 2⁵²: a sum with it is rounded to a whole number, which then stands in the lowest bits. */
const ROUNDER: f64 = 6755399441055744;

/** The nearest whole number of half turns, in the lowest bits. */
export function halfTurns(angle: v128): v128 {
  return f64x2.add(angle, f64x2.splat(ROUNDER));
}

/** What an angle in half turns has beyond its whole half turns, ±½: exact. */
export function beyond(angle: v128, turns: v128): v128 {
  return f64x2.sub(angle, f64x2.sub(turns, f64x2.splat(ROUNDER)));
}

function negativeIfOdd(value: v128, turns: v128): v128 {
  return v128.xor(value, i64x2.shl(turns, 63));
}

/**
 * Sine and cosine of half turns, from their whole number and the rest. The polynomials interpolate at Chebyshev's nodes of
 * the square of ±½: within 8e-14 and 2e-15.
 */
export function sine(x: v128, turns: v128): v128 {
  const z = f64x2.mul(x, x);
  let sum = times(f64x2.splat(0.0004474920849077101), z, -0.007364005472115722);
  sum = times(sum, z, 0.08214479467064854);
  sum = times(sum, z, -0.5992644339357286);
  sum = times(sum, z, 2.550164035906745);
  sum = times(sum, z, -5.167712779987959);
  sum = times(sum, z, 3.141592653589635);
  return negativeIfOdd(f64x2.mul(x, sum), turns);
}
export function cosine(x: v128, turns: v128): v128 {
  const z = f64x2.mul(x, x);
  let sum = times(f64x2.splat(-0.0001004164642205389), z, 0.0019278700526981333);
  sum = times(sum, z, -0.025806531975921563);
  sum = times(sum, z, 0.23533058831317874);
  sum = times(sum, z, -1.3352627661817635);
  sum = times(sum, z, 4.058712126333295);
  sum = times(sum, z, -4.934802200543686);
  return negativeIfOdd(times(sum, z, 0.9999999999999981), turns);
}

/** Taylor's series of radians, within 2e-14 and 1e-12 up to ±0.12. */
export function sineOfSmall(x: v128): v128 {
  const z = f64x2.mul(x, x);
  const sum = times(times(f64x2.splat(-1 / 5040.0), z, 1 / 120.0), z, -1 / 6.0);
  return f64x2.add(x, f64x2.mul(f64x2.mul(x, z), sum));
}
export function cosineOfSmall(x: v128): v128 {
  const z = f64x2.mul(x, x);
  return times(times(times(f64x2.splat(-1 / 720.0), z, 1 / 24.0), z, -0.5), z, 1);
}

/** Taylor's series of radians, within 2e-14 up to ±0.0008: the short-period terms. */
export function sineOfTiny(x: v128): v128 {
  return f64x2.mul(x, times(f64x2.splat(-1 / 6.0), f64x2.mul(x, x), 1));
}
export function cosineOfTiny(x: v128): v128 {
  return times(f64x2.splat(-0.5), f64x2.mul(x, x), 1);
}
