import { shadowGlsl } from "./shadowShader.ts";

/** A unit sphere in TEME, scaled by its matrix. */
export const bandVertex = /* glsl */ `
varying vec3 vUnit;
void main() {
  vUnit = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

/**
 * The density of a shell's satellites, the twin of engine/orbit/density.ts, in the fleet's light. A line of sight that grazes the surface
 * meets more of them, as it does of points. Opacity: 1 − exp(−strength × density ÷ that of an even sphere ÷ facing).
 */
export const bandFragment = /* glsl */ `
${shadowGlsl}
uniform vec3 uLight;
uniform vec3 uDusk;
uniform int uColourBy;
uniform vec3 uNeutral;
uniform vec3 uEyeKm;
uniform float uRadiusKm;
uniform float uSinInclination;
uniform float uCosInclination;
uniform float uNodeRad;
uniform float uHalfSpanRad;
uniform float uStrength;
uniform float uBandShare;
varying vec3 vUnit;
const float PI = 3.14159265358979;
/** A belt is averaged over at least this much of the sine of latitude, a third of a degree, and over its pixel. */
const float LEAST_HALF_BELT = 0.003;
/** Softness of a band's edge, rad. */
const float EDGE_RAD = 0.015;
const float LEAST_FACING = 0.25;

float below(float sine) {
  return asin(clamp(sine / uSinInclination, -1.0, 1.0)) / PI;
}
float spread(float nodeRad, float edgeRad) {
  float away = abs(nodeRad - 2.0 * PI * floor(nodeRad / (2.0 * PI) + 0.5));
  return 1.0 - smoothstep(uHalfSpanRad - edgeRad, uHalfSpanRad + edgeRad, away);
}

void main() {
  vec3 unit = normalize(vUnit);
  float sine = unit.z;
  float halfBelt = max(LEAST_HALF_BELT, fwidth(sine));
  float density = (below(sine + halfBelt) - below(sine - halfBelt)) / halfBelt;
  if (uHalfSpanRad < PI) {
    float cosine = max(1e-4, sqrt(1.0 - sine * sine));
    float fromNode = asin(clamp(sine * uCosInclination / (cosine * uSinInclination), -1.0, 1.0));
    float here = atan(unit.y, unit.x) - uNodeRad;
    // An edge is no sharper than a pixel; the right ascension itself jumps at half a turn, so its step is that of the point.
    float edgeRad = EDGE_RAD + fwidth(fromNode) + length(fwidth(unit.xy)) / cosine;
    density *= 0.5 * PI / uHalfSpanRad * (spread(here - fromNode, edgeRad) + spread(here - PI + fromNode, edgeRad));
  }
  vec3 positionKm = unit * uRadiusKm;
  float facing = max(LEAST_FACING, abs(dot(unit, normalize(uEyeKm - positionKm))));
  float cover = (1.0 - exp(-uStrength * density / facing)) * uBandShare;
  // A density is of many satellites: by any quantity but light it has no colour.
  vec3 colour = uColourBy == 0 ? mix(uDusk, uLight, litShare(positionKm)) : uNeutral;
  gl_FragColor = vec4(colour * cover, cover);
}
`;
