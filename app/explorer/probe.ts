/** What the graphics card works out for satellites of designed shells, read back through the very function that places their points. */
import {
  BufferAttribute,
  BufferGeometry,
  FloatType,
  GLSL3,
  NearestFilter,
  NoBlending,
  OrthographicCamera,
  Points,
  RawShaderMaterial,
  RGBAFormat,
  Scene,
  Sphere,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import type { DesignedFleet } from "./designedFleet.ts";
import { probeFragment, probeVertex } from "./satelliteShader.ts";

/** Rows read at a time: the narrowest texture that every WebGL 2 card has. */
const MOST_AT_ONCE = 2048;

/** Positions of the rows, [n × 3], TEME, km; undefined where the card cannot write floats. The fleet's moments are the last drawn ones. */
export function probePositionsKm({
  renderer,
  fleet,
  rows,
}: {
  renderer: WebGLRenderer;
  fleet: DesignedFleet;
  rows: readonly number[];
}): Float32Array | undefined {
  if (!renderer.getContext().getExtension("EXT_color_buffer_float")) return undefined;
  const positions = new Float32Array(rows.length * 3);
  for (let first = 0; first < rows.length; first += MOST_AT_ONCE)
    positions.set(probeSome({ renderer, fleet, rows: rows.slice(first, first + MOST_AT_ONCE) }), first * 3);
  return positions;
}

function probeSome({
  renderer,
  fleet,
  rows,
}: {
  renderer: WebGLRenderer;
  fleet: DesignedFleet;
  rows: readonly number[];
}): Float32Array {
  const count = rows.length;
  const geometry = new BufferGeometry();
  const phases = Uint32Array.from(rows.flatMap((row) => [fleet.phases[row * 2]!, fleet.phases[row * 2 + 1]!]));
  const shellRows = Uint16Array.from(rows, (row) => fleet.shellRows[row]!);
  geometry.setAttribute("position", new BufferAttribute(phases, 2));
  geometry.setAttribute("shellRow", new BufferAttribute(shellRows, 1));
  geometry.boundingSphere = new Sphere();
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: probeVertex,
    fragmentShader: probeFragment,
    uniforms: { uMoments: { value: fleet.moments }, uCount: { value: count } },
    depthTest: false,
    depthWrite: false,
    blending: NoBlending,
  });
  const target = new WebGLRenderTarget(count, 1, {
    format: RGBAFormat,
    type: FloatType,
    minFilter: NearestFilter,
    magFilter: NearestFilter,
    depthBuffer: false,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  const scene = new Scene();
  scene.add(points);
  const read = new Float32Array(count * 4);
  const before = renderer.getRenderTarget();
  try {
    renderer.setRenderTarget(target);
    renderer.render(scene, new OrthographicCamera());
    renderer.readRenderTargetPixels(target, 0, 0, count, 1, read);
  } finally {
    renderer.setRenderTarget(before);
    target.dispose();
    geometry.dispose();
    material.dispose();
  }
  return Float32Array.from({ length: count * 3 }, (_, at) => read[Math.floor(at / 3) * 4 + (at % 3)]!);
}
