import { shadowGlsl } from "./shadowShader.ts";

/**
 * A point between two keyframes (the twin of hermite.ts), its light, its size by distance. `position` and `velocity0` are one
 * keyframe, `position1` and `velocity1` the other; `uSwapped` says that the second is the earlier.
 */
export const satelliteVertex = /* glsl */ `
${shadowGlsl}
attribute vec3 velocity0;
attribute vec3 position1;
attribute vec3 velocity1;
uniform bool uSwapped;
uniform vec3 uWeights;
uniform int uFleetCount;
uniform int uSelected;
uniform float uPixelRatio;
uniform float uDim;
uniform vec3 uDawn;
uniform vec3 uDusk;
uniform vec3 uBeam;
varying vec3 vColour;
varying float vStrength;
varying float vCoreShare;
void main() {
  vec3 p0 = uSwapped ? position1 : position;
  vec3 v0 = uSwapped ? velocity1 : velocity0;
  vec3 p1 = uSwapped ? position : position1;
  vec3 v1 = uSwapped ? velocity0 : velocity1;
  if (dot(p0, p0) < 1.0 || dot(p1, p1) < 1.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  vec3 positionKm = p0 + uWeights.x * (p1 - p0) + uWeights.y * v0 + uWeights.z * v1;
  bool isRelay = gl_VertexID >= uFleetCount;
  bool isSelected = gl_VertexID == uSelected;
  float lit = litShare(positionKm);
  vColour = mix(uDusk, isRelay ? uBeam : uDawn, lit);
  vec4 seen = modelViewMatrix * vec4(positionKm, 1.0);
  float corePx = clamp(1.15 + 17.0 / -seen.z, 1.5, 8.0) * (isRelay ? 0.8 : 1.0) * (isSelected ? 1.6 : 1.0);
  float spritePx = corePx * 2.6 + 2.0;
  vCoreShare = corePx / spritePx;
  vStrength = (isRelay ? 0.62 : 1.0) * (isSelected ? 1.0 : uDim);
  gl_Position = projectionMatrix * seen;
  gl_PointSize = spritePx * uPixelRatio;
}
`;

/** A solid core in the light's colour, so that it reads as amber or violet over anything; the halo mostly covers, so that a crowd keeps its hue. */
export const satelliteFragment = /* glsl */ `
varying vec3 vColour;
varying float vStrength;
varying float vCoreShare;
void main() {
  float away = length(gl_PointCoord * 2.0 - 1.0);
  if (away > 1.0) discard;
  float soft = 0.35 * vCoreShare + 0.05;
  float core = (1.0 - smoothstep(vCoreShare - soft, vCoreShare + soft, away)) * vStrength;
  float halo = pow(1.0 - away, 2.6) * 0.22 * vStrength;
  gl_FragColor = vec4(vColour * (core + halo), core + halo * 0.75);
}
`;
