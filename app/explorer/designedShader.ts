/**
 * Where a satellite of a designed shell stands: the twin of engine/orbit/analytic.ts in 32 bits, within a few metres of it at any date.
 * Needs `uMoments`: four texels a shell, as engine/orbit/phases.ts writes them. `phases`: mean longitude and node, parts of a turn.
 * Sine and cosine are our own: a driver's may be wrong by 2⁻¹¹, 3 km of an orbit.
 */
export const designedGlsl = /* glsl */ `
uniform highp sampler2D uMoments;
const float RAD_PER_PART = 1.4629180792671596e-9;

/** Cosine and sine of a phase: the nearest quarter turn exactly, the rest by Taylor's series to 3e-9. */
vec2 turnOf(uint phase) {
  uint quarter = (phase + 0x20000000u) >> 30;
  float x = float(int(phase - (quarter << 30))) * RAD_PER_PART;
  float q = x * x;
  float s = x * (1.0 + q * (-1.6666667e-1 + q * (8.3333333e-3 + q * (-1.9841270e-4 + q * 2.7557319e-6))));
  float c = 1.0 + q * (-0.5 + q * (4.1666667e-2 + q * (-1.3888889e-3 + q * 2.4801587e-5)));
  uint turn = quarter & 3u;
  return turn == 0u ? vec2(c, s) : turn == 1u ? vec2(-s, c) : turn == 2u ? vec2(-c, -s) : vec2(s, -c);
}
/** A turn by a small angle. */
vec2 turnBy(vec2 t, float angle) {
  float s = angle * (1.0 - angle * angle / 6.0);
  float c = 1.0 - angle * angle * 0.5 + angle * angle * angle * angle / 24.0;
  return vec2(t.x * c - t.y * s, t.y * c + t.x * s);
}
uint phaseOf(vec2 halves) {
  return (uint(halves.x) << 16) + uint(halves.y);
}

/** TEME, km; \`normal\`: of the orbit, unit length. */
vec3 designedPositionKm(uvec2 phases, int shell, out vec3 normal) {
  vec4 turns = texelFetch(uMoments, ivec2(0, shell), 0);
  vec4 shape = texelFetch(uMoments, ivec2(1, shell), 0);
  vec4 waves = texelFetch(uMoments, ivec2(2, shell), 0);
  vec4 tilt = texelFetch(uMoments, ivec2(3, shell), 0);
  vec2 mean = turnOf(phases.x + phaseOf(turns.xy));
  vec2 node = turnOf(phases.y + phaseOf(turns.zw));
  float ex = shape.x;
  float ey = shape.y;
  // Kepler: one step of Halley.
  float esin0 = ex * mean.y - ey * mean.x;
  float slope = 1.0 - ex * mean.x - ey * mean.y;
  vec2 e = turnBy(mean, 2.0 * esin0 * slope / (2.0 * slope * slope + esin0 * esin0));
  float ecos = ex * e.x + ey * e.y;
  float esin = ex * e.y - ey * e.x;
  float nearer = 1.0 / (1.0 - ecos);
  vec2 u = nearer * vec2(e.x - ex + ey * esin * shape.w, e.y - ey - ex * esin * shape.w);
  // J2's short-period terms.
  float sin2U = 2.0 * u.x * u.y;
  float cos2U = 1.0 - 2.0 * u.y * u.y;
  float radiusKm = shape.z * (1.0 - ecos) * waves.x + waves.y * cos2U;
  vec2 along = turnBy(u, waves.z * sin2U);
  vec2 wavedNode = turnBy(node, waves.w * sin2U);
  vec2 tilted = turnBy(tilt.xy, tilt.z * cos2U);
  vec3 unit = vec3(
    wavedNode.x * along.x - wavedNode.y * tilted.x * along.y,
    wavedNode.y * along.x + wavedNode.x * tilted.x * along.y,
    tilted.y * along.y
  );
  normal = vec3(tilted.y * wavedNode.y, -tilted.y * wavedNode.x, tilted.x);
  return radiusKm * unit;
}
`;
