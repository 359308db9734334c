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
/** p = p0 + step (p1 − p0) + firstS v0 + secondS v1; 32-bit, as the shader gets them. */
export type HermiteWeights = { readonly step: number; readonly firstS: number; readonly secondS: number };

export function hermiteWeights({ startS, endS, tS }: { startS: number; endS: number; tS: number }): HermiteWeights {
  const lengthS = endS - startS;
  const s = (tS - startS) / lengthS;
  return {
    step: Math.fround(s * s * (3 - 2 * s)),
    firstS: Math.fround(s * (1 - s) * (1 - s) * lengthS),
    secondS: Math.fround(s * s * (s - 1) * lengthS),
  };
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

/** A satellite without a state stands at the Earth's centre. */
const isAbsent = ({ positionsTemeKm }: Motion, at: number) =>
  positionsTemeKm[at] === 0 && positionsTemeKm[at + 1] === 0 && positionsTemeKm[at + 2] === 0;
