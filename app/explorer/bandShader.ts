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
uniform float uPixelRad;
uniform float uSinInclination;
uniform float uCosInclination;
uniform float uNodeRad;
uniform float uHalfSpanRad;
uniform float uStrength;
uniform float uBandShare;
varying vec3 vUnit;
const float PI = 3.14159265358979;
/** A belt is averaged over at least this much of the sine of latitude, a third of a degree, and over what a pixel covers. */
const float LEAST_HALF_BELT = 0.003;
/** Softness of a band's edge, rad: at least, and at most where a pixel covers much of it. */
const float EDGE_RAD = 0.015;
const float SOFTEST_EDGE_RAD = 0.2;
const float LEAST_FACING = 0.3;

float below(float sine) {
  return asin(clamp(sine / uSinInclination, -1.0, 1.0)) / PI;
}
float spread(float nodeRad, float edgeRad) {
  float away = abs(nodeRad - 2.0 * PI * floor(nodeRad / (2.0 * PI) + 0.5));
  return 1.0 - smoothstep(uHalfSpanRad - edgeRad, uHalfSpanRad + edgeRad, away);
}

void main() {
  vec3 unit = normalize(vUnit);
  vec3 positionKm = unit * uRadiusKm;
  float facing = max(LEAST_FACING, abs(dot(unit, normalize(uEyeKm - positionKm))));
  float pixelRad = length(uEyeKm - positionKm) * uPixelRad / (uRadiusKm * facing);
  float sine = unit.z;
  float cosine = max(1e-3, sqrt(1.0 - sine * sine));
  float halfBelt = max(LEAST_HALF_BELT, pixelRad * cosine);
  float density = (below(sine + halfBelt) - below(sine - halfBelt)) / halfBelt;
  if (uHalfSpanRad < PI) {
    float sineFromNode = clamp(sine * uCosInclination / (cosine * uSinInclination), -1.0, 1.0);
    float fromNode = asin(sineFromNode);
    float here = atan(unit.y, unit.x) - uNodeRad;
    // An edge is no sharper than a pixel, which near the turning latitude covers many nodes.
    float slope = abs(uCosInclination / uSinInclination) / (cosine * cosine * sqrt(max(1e-3, 1.0 - sineFromNode * sineFromNode)));
    float edgeRad = min(SOFTEST_EDGE_RAD, EDGE_RAD + pixelRad * (1.0 / cosine + slope));
    density *= 0.5 * PI / uHalfSpanRad * (spread(here - fromNode, edgeRad) + spread(here - PI + fromNode, edgeRad));
  }
  float cover = (1.0 - exp(-uStrength * density / facing)) * uBandShare;
  // A density is of many satellites: by any quantity but light it has no colour.
  vec3 colour = uColourBy == 0 ? mix(uDusk, uLight, litShare(positionKm)) : uNeutral;
  gl_FragColor = vec4(colour * cover, cover);
}
`;
