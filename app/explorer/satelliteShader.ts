import { colourBy, colourGlsl } from "./colourShader.ts";
import { designedGlsl } from "./designedShader.ts";
import { pointFragmentGlsl, pointVertexGlsl } from "./pointShader.ts";
import { KM_PER_UNIT } from "./scale.ts";
import { shadowGlsl } from "./shadowShader.ts";

const varyings = (direction: "in" | "out") => /* glsl */ `
${direction} vec3 vColour;
${direction} float vStrength;
${direction} float vCoreShare;
`;
const heading = /* glsl */ `
precision highp float;
precision highp int;
`;
const vertexHeading = /* glsl */ `
${heading}
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform int uSelectedRow;
uniform int uFirstRelayRow;
uniform int uFirstCatalogueRow;
uniform vec2 uPointKm;
uniform vec3 uNeutral;
in float paint;
${shadowGlsl}
${colourGlsl}
${pointVertexGlsl}
${varyings("out")}
const float KM_PER_UNIT = ${KM_PER_UNIT.toFixed(1)};
void place(vec3 positionKm, vec3 normal) {
  int layer = gl_VertexID >= uFirstCatalogueRow ? CATALOGUE : gl_VertexID >= uFirstRelayRow ? RELAY : 0;
  bool isSelected = gl_VertexID == uSelectedRow;
  vec4 seen = modelViewMatrix * vec4(positionKm, 1.0);
  float spritePx = dressPoint(litShare(positionKm), layer, isSelected, -seen.z, vColour, vStrength, vCoreShare);
  if (uColourBy != ${colourBy.light}) {
    vec4 quantity = quantityColour(positionKm, normal, paint);
    vColour = mix(uNeutral, quantity.rgb, quantity.a);
    vStrength = scaledStrength(vStrength, isSelected, quantity.a > 0.0);
  }
  if (layer == 0) vStrength *= smoothstep(uPointKm.x, uPointKm.y, length(seen.xyz) * KM_PER_UNIT);
  gl_Position = projectionMatrix * seen;
  gl_PointSize = spritePx * uPixelRatio;
}
`;

/** A satellite of a designed shell. `position`: its phases, parts of a turn. */
export const designedVertex = /* glsl */ `
${vertexHeading}
${designedGlsl}
in uvec2 position;
in float shellRow;
void main() {
  vec3 normal;
  vec3 positionKm = designedPositionKm(position, int(shellRow + 0.5), normal);
  place(positionKm, normal);
}
`;

/**
 * A satellite between two keyframes (the twin of hermite.ts). `position` and `velocity0` are one keyframe, `position1` and `velocity1`
 * the other; `uSwapped` says that the second is the earlier.
 */
export const listedVertex = /* glsl */ `
${vertexHeading}
in vec3 position;
in vec3 velocity0;
in vec3 position1;
in vec3 velocity1;
uniform bool uSwapped;
uniform vec3 uWeights;
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
  // The plane turns by less than 0.1° between keyframes.
  vec3 normal = normalize(mix(cross(p0, v0), cross(p1, v1), uWeights.x));
  place(p0 + uWeights.x * (p1 - p0) + uWeights.y * v0 + uWeights.z * v1, normal);
}
`;

export const satelliteFragment = /* glsl */ `
${heading}
uniform int uColourBy;
${pointFragmentGlsl}
${varyings("in")}
out vec4 painted;
void main() {
  painted = paintPoint(gl_PointCoord, vColour, vStrength, vCoreShare, uColourBy != ${colourBy.light});
}
`;

/** What is asked of the graphics card about satellites: values of `uAsked`. */
export const probeAsks = { position: 0, colour: 1 } as const;

/** Where satellites of designed shells stand (TEME, km) or their quantity's colour, one to a pixel of a row. */
export const probeVertex = /* glsl */ `
${heading}
${shadowGlsl}
${colourGlsl}
${designedGlsl}
in uvec2 position;
in float shellRow;
in float paint;
uniform float uCount;
uniform int uAsked;
out vec4 vAnswer;
void main() {
  vec3 normal;
  vec3 positionKm = designedPositionKm(position, int(shellRow + 0.5), normal);
  vAnswer = uAsked == ${probeAsks.position} ? vec4(positionKm, 1.0) : quantityColour(positionKm, normal, paint);
  gl_Position = vec4((float(gl_VertexID) + 0.5) / uCount * 2.0 - 1.0, 0.0, 0.0, 1.0);
  gl_PointSize = 1.0;
}
`;
export const probeFragment = /* glsl */ `
${heading}
in vec4 vAnswer;
out vec4 read;
void main() {
  read = vAnswer;
}
`;
