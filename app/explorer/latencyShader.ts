/** The Earth-fixed frame; the mesh is a unit sphere. */
export const latencyVertex = /* glsl */ `
varying vec3 vUnit;
void main() {
  vUnit = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

/** Cells as they are, unblended: a colour stands for a number. Where there is no way the ground is dimmed and hatched on the screen. */
export const latencyFragment = /* glsl */ `
uniform sampler2D uCells;
varying vec3 vUnit;
const float PI = 3.14159265358979;
void main() {
  vec3 up = normalize(vUnit);
  vec2 uv = vec2(atan(up.y, up.x) / (2.0 * PI) + 0.5, asin(clamp(up.z, -1.0, 1.0)) / PI + 0.5);
  vec4 cell = textureLod(uCells, uv, 0.0);
  if (cell.a > 0.5) {
    gl_FragColor = vec4(cell.rgb, 0.78);
    return;
  }
  float line = step(mod(gl_FragCoord.x + gl_FragCoord.y, 9.0), 1.4);
  gl_FragColor = vec4(vec3(0.55 * line), 0.42);
}
`;
