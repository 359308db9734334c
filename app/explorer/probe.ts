/** What the graphics card works out for satellites of designed shells, read back through the very functions that place and colour their points. */
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
import { colourUniforms } from "./colourUniforms.ts";
import type { DesignedFleet } from "./designedFleet.ts";
import { probeAsks, probeFragment, probeVertex } from "./satelliteShader.ts";
import { shadowUniforms } from "./shadowShader.ts";

/** Rows read at a time: the narrowest texture that every WebGL 2 card has. */
const MOST_AT_ONCE = 2048;

const materials = new WeakMap<WebGLRenderer, RawShaderMaterial>();
/** Compiled once a renderer: compiling costs more than asking. */
function materialOf(renderer: WebGLRenderer): RawShaderMaterial {
  const made =
    materials.get(renderer) ??
    new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: probeVertex,
      fragmentShader: probeFragment,
      uniforms: {
        ...shadowUniforms,
        ...colourUniforms,
        uMoments: { value: null },
        uCount: { value: 0 },
        uAsked: { value: probeAsks.position },
      },
      depthTest: false,
      depthWrite: false,
      blending: NoBlending,
    });
  materials.set(renderer, made);
  return made;
}

type Probe = { renderer: WebGLRenderer; fleet: DesignedFleet; rows: readonly number[] };

/** Positions of the rows, [n × 3], TEME, km; undefined where the card cannot write floats. The fleet's moments are the last drawn ones. */
export function probePositionsKm({ renderer, fleet, rows }: Probe): Float32Array | undefined {
  if (!renderer.getContext().getExtension("EXT_color_buffer_float")) return undefined;
  const positions = new Float32Array(rows.length * 3);
  for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
    const some = rows.slice(first, first + MOST_AT_ONCE);
    const read = probeSome({ renderer, fleet, rows: some, asked: "position" });
    some.forEach((_, row) => {
      positions.set(read.subarray(row * 4, row * 4 + 3), (first + row) * 3);
    });
  }
  return positions;
}

/** The quantity's colour of a row whose paint is `paint`, 0 to 1 each; undefined where it has none, or the card cannot write floats. */
export function probeColour({
  row,
  paint,
  ...probe
}: Omit<Probe, "rows"> & { row: number; paint: number }): [number, number, number] | undefined {
  if (!probe.renderer.getContext().getExtension("EXT_color_buffer_float")) return undefined;
  const [red, green, blue, hasValue] = probeSome({ ...probe, rows: [row], paints: [paint], asked: "colour" });
  return hasValue === 0 ? undefined : [red!, green!, blue!];
}

function probeSome({
  renderer,
  fleet,
  rows,
  paints = [],
  asked,
}: Probe & { paints?: readonly number[]; asked: keyof typeof probeAsks }): Float32Array {
  const count = rows.length;
  const geometry = new BufferGeometry();
  const phases = Uint32Array.from(rows.flatMap((row) => [fleet.phases[row * 2]!, fleet.phases[row * 2 + 1]!]));
  const shellRows = Uint16Array.from(rows, (row) => fleet.shellRows[row]!);
  geometry.setAttribute("position", new BufferAttribute(phases, 2));
  geometry.setAttribute("shellRow", new BufferAttribute(shellRows, 1));
  geometry.setAttribute(
    "paint",
    new BufferAttribute(
      Float32Array.from(rows, (_, row) => paints[row] ?? -1),
      1,
    ),
  );
  geometry.boundingSphere = new Sphere();
  const material = materialOf(renderer);
  material.uniforms["uMoments"]!.value = fleet.moments;
  material.uniforms["uCount"]!.value = count;
  material.uniforms["uAsked"]!.value = probeAsks[asked];
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
  }
  return read;
}
