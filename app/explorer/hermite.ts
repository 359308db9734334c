/**
 * Motion between two keyframes: the cubic that has both positions and both velocities (Hermite). For a circular orbit it is
 * wrong by r (n h)⁴ ÷ 384 at the middle: 0.3 m for h = 60 s at 600 km, 200 m for h = 300 s. Written around the first
 * position, so that 32-bit arithmetic rounds a difference of some hundred kilometres and not the whole radius.
 */
export type Motion = {
  readonly tS: number;
  /** [n × 3], km */
  readonly positionsTemeKm: Float32Array;
  /** [n × 3], km/s */
  readonly velocitiesTemeKmPerS: Float32Array;
};
/** With what the rounding took from the positions, [n × 3], km. */
export type ExactMotion = Motion & { readonly remaindersTemeKm: Float32Array };
/** p = p0 + step (p1 − p0) + firstS v0 + secondS v1; 32-bit, as the shader gets them. */
export type HermiteWeights = { readonly step: number; readonly firstS: number; readonly secondS: number };

type Span = { startS: number; endS: number; tS: number };

function exactWeights({ startS, endS, tS }: Span): HermiteWeights {
  const lengthS = endS - startS;
  const s = (tS - startS) / lengthS;
  return {
    step: s * s * (3 - 2 * s),
    firstS: s * (1 - s) * (1 - s) * lengthS,
    secondS: s * s * (s - 1) * lengthS,
  };
}

export function hermiteWeights(span: Span): HermiteWeights {
  const { step, firstS, secondS } = exactWeights(span);
  return { step: Math.fround(step), firstS: Math.fround(firstS), secondS: Math.fround(secondS) };
}

const f = Math.fround;

/**
 * Where satellite `index` is drawn, TEME, km: the shader's arithmetic, one 32-bit rounding an operation. A graphics card may
 * fuse a product and a sum, which moves the point by one more rounding (0.5 m). Undefined when it has no state in either keyframe.
 */
export function drawnPositionTemeKm({
  a,
  b,
  weights: { step, firstS, secondS },
  index,
  out,
}: {
  a: Motion;
  b: Motion;
  weights: HermiteWeights;
  index: number;
  out: [number, number, number];
}): [number, number, number] | undefined {
  const at = index * 3;
  if (isAbsent(a, at) || isAbsent(b, at)) return undefined;
  for (let axis = 0; axis < 3; axis++) {
    const p0 = a.positionsTemeKm[at + axis]!;
    const across = f(step * f(b.positionsTemeKm[at + axis]! - p0));
    const first = f(firstS * a.velocitiesTemeKmPerS[at + axis]!);
    const second = f(secondS * b.velocitiesTemeKmPerS[at + axis]!);
    out[axis] = f(f(f(p0 + across) + first) + second);
  }
  return out;
}

/** The same motion in 64 bits, for what is seen from near by: neighbours move past each other without steps. */
export function exactPositionTemeKm({
  a,
  b,
  tS,
  index,
  out,
}: {
  a: ExactMotion;
  b: ExactMotion;
  tS: number;
  index: number;
  out: [number, number, number];
}): [number, number, number] | undefined {
  const at = index * 3;
  if (isAbsent(a, at) || isAbsent(b, at)) return undefined;
  const { step, firstS, secondS } = exactWeights({ startS: a.tS, endS: b.tS, tS });
  for (let axis = 0; axis < 3; axis++) {
    const row = at + axis;
    const p0 = a.positionsTemeKm[row]! + a.remaindersTemeKm[row]!;
    const p1 = b.positionsTemeKm[row]! + b.remaindersTemeKm[row]!;
    out[axis] = p0 + step * (p1 - p0) + firstS * a.velocitiesTemeKmPerS[row]! + secondS * b.velocitiesTemeKmPerS[row]!;
  }
  return out;
}

/** A satellite without a state stands at the Earth's centre. */
const isAbsent = ({ positionsTemeKm }: Motion, at: number) =>
  positionsTemeKm[at] === 0 && positionsTemeKm[at + 1] === 0 && positionsTemeKm[at + 2] === 0;
