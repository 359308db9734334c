import {
  AdditiveBlending,
  BufferAttribute,
  type Color,
  DoubleSide,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type NormalBlending,
  ShaderMaterial,
  Vector2,
} from "three";
import { passes } from "./passes.ts";

const vertex = /* glsl */ `
attribute vec3 segmentStart;
attribute vec3 segmentEnd;
attribute vec3 segmentData;
uniform vec2 uSizePx;
uniform float uWidthPx;
varying float vAlong;
varying float vAside;
varying float vStrength;
void main() {
  vec4 start = projectionMatrix * modelViewMatrix * vec4(segmentStart, 1.0);
  vec4 end = projectionMatrix * modelViewMatrix * vec4(segmentEnd, 1.0);
  // What passes the camera is cut at the picture's near plane: the direction to a point behind it would turn round.
  float nearest = projectionMatrix[3][2] / (projectionMatrix[2][2] - 1.0);
  if (start.w <= nearest && end.w <= nearest) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  float along0 = start.w < nearest ? (nearest - start.w) / (end.w - start.w) : 0.0;
  float along1 = end.w < nearest ? (nearest - start.w) / (end.w - start.w) : 1.0;
  vec4 whole = end - start;
  end = start + whole * along1;
  start += whole * along0;
  vec2 along = (end.xy / end.w - start.xy / start.w) * uSizePx;
  float lengthPx = length(along);
  vec2 ahead = lengthPx > 0.001 ? along / lengthPx : vec2(1.0, 0.0);
  vec2 aside = vec2(-ahead.y, ahead.x);
  vec4 here = position.x < 0.5 ? start : end;
  here.xy += aside * position.y * (uWidthPx + 2.0) / uSizePx * here.w;
  gl_Position = here;
  vAlong = mix(segmentData.x, segmentData.y, position.x < 0.5 ? along0 : along1);
  vAside = position.y;
  vStrength = segmentData.z;
}
`;
const fragment = /* glsl */ `
uniform vec3 uColour;
uniform float uWidthPx;
uniform float uBase;
uniform float uPulseKm;
uniform float uTailKm;
uniform float uDashed;
varying float vAlong;
varying float vAside;
varying float vStrength;
void main() {
  if (uDashed > 0.5 && fract(vAlong) > 0.5) discard;
  float edge = uWidthPx / (uWidthPx + 2.0);
  float body = 1.0 - smoothstep(edge * 0.35, 1.0, abs(vAside));
  float behindKm = uPulseKm - vAlong;
  float pulse = behindKm < 0.0 ? exp(behindKm * 8.0 / uTailKm) : exp(-behindKm / uTailKm);
  vec3 colour = uColour * (uBase + pulse * 1.1) + vec3(1.0) * pulse * pulse * 0.55;
  gl_FragColor = vec4(colour, 1.0) * body * vStrength;
}
`;

/** A place for the pulse that no path reaches. */
export const NO_PULSE_KM = -1e9;

/**
 * Straight segments as ribbons of constant width on the screen, one draw call, TEME, km. `write` is called for
 * every segment in turn with its ends, the km along the path where they lie, and how strong it is.
 */
export function createRibbon({
  segmentCount,
  colour,
  widthPx,
  base,
  tailKm = 1,
  isDashed = false,
  blending = AdditiveBlending,
}: {
  segmentCount: number;
  colour: Color;
  widthPx: number;
  /** Brightness without a pulse. */
  base: number;
  tailKm?: number;
  /** Half of each kilometre along the path is left out. */
  isDashed?: boolean;
  /** Light adds up; where a colour stands for a number it must not. */
  blending?: typeof AdditiveBlending | typeof NormalBlending;
}) {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([0, -1, 0, 1, -1, 0, 0, 1, 0, 1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  const add = (name: string) => {
    const attribute = new InstancedBufferAttribute(new Float32Array(segmentCount * 3), 3);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
    return attribute;
  };
  const starts = add("segmentStart");
  const ends = add("segmentEnd");
  const data = add("segmentData");
  const uniforms = {
    uSizePx: { value: new Vector2(1, 1) },
    uWidthPx: { value: widthPx },
    uColour: { value: colour },
    uBase: { value: base },
    uPulseKm: { value: NO_PULSE_KM },
    uTailKm: { value: tailKm },
    uDashed: { value: isDashed ? 1 : 0 },
  };
  const material = new ShaderMaterial({
    vertexShader: vertex,
    fragmentShader: fragment,
    uniforms,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    blending,
    premultipliedAlpha: true,
  });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = 12;
  passes.inBoth(object);
  let written = 0;
  const origin = new Float64Array(3);
  return {
    object,
    uniforms,
    /** Begins anew; what is written is rounded to 32 bits as a difference from `originKm`, the camera's place. */
    begin(originKm: readonly [number, number, number]) {
      written = 0;
      origin.set(originKm);
      object.position.set(...originKm);
    },
    write(
      start: readonly [number, number, number],
      end: readonly [number, number, number],
      { fromKm = 0, toKm = 0, strength = 1 }: { fromKm?: number; toKm?: number; strength?: number } = {},
    ) {
      if (written >= segmentCount) return;
      for (let axis = 0; axis < 3; axis++) {
        starts.array[written * 3 + axis] = start[axis]! - origin[axis]!;
        ends.array[written * 3 + axis] = end[axis]! - origin[axis]!;
      }
      data.array.set([fromKm, toKm, strength], written * 3);
      written++;
    },
    finish() {
      geometry.instanceCount = written;
      object.visible = written > 0;
      for (const attribute of [starts, ends, data]) attribute.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
export type Ribbon = ReturnType<typeof createRibbon>;
