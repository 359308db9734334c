import { AdditiveBlending, type Color, DoubleSide, ShaderMaterial } from "three";

const vertex = /* glsl */ `
varying vec3 vSeen;
varying vec3 vUp;
attribute vec3 tint;
varying vec3 vTint;
void main() {
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  vSeen = seen.xyz;
  vUp = mat3(modelViewMatrix) * position;
  vTint = tint;
  gl_Position = projectionMatrix * seen;
}
`;
/** Brighter where it is looked at along its face, as a shell of glass is. */
const fragment = /* glsl */ `
uniform float uStrength;
varying vec3 vSeen;
varying vec3 vUp;
varying vec3 vTint;
void main() {
  float across = 1.0 - abs(dot(normalize(vUp), normalize(vSeen)));
  gl_FragColor = vec4(vTint * uStrength * (0.35 + 1.3 * across * across * across), 1.0);
}
`;

/** Light that a surface adds; `tint` is an attribute of the vertices, in the display's own values. */
export const makeSurfaceMaterial = () =>
  new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms: { uStrength: { value: 0.1 } },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    blending: AdditiveBlending,
  });

/** The same tint for all vertices. */
export const tintsOf = ({ r, g, b }: Color, vertexCount: number) =>
  Float32Array.from({ length: vertexCount * 3 }, (_, at) => [r, g, b][at % 3]!);
