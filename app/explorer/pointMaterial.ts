import {
  BufferAttribute,
  type BufferGeometry,
  CustomBlending,
  GLSL3,
  type IUniform,
  OneFactor,
  OneMinusSrcAlphaFactor,
  RawShaderMaterial,
  Vector2,
} from "three";
import type { Layer } from "#engine";
import type { SceneColours } from "./colours.ts";
import { colourUniforms } from "./colourUniforms.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { nearFrame } from "./nearFrame.ts";
import { type PaintSource, paintRows, paintSource } from "./paint.ts";
import { satelliteFragment } from "./satelliteShader.ts";
import { shadowUniforms } from "./shadowShader.ts";

/** Above this many points each is drawn fainter, so that a crowd stays amber and does not burn out. */
const FULL_STRENGTH_COUNT = 20_000;
const FAINTEST = 0.15;

export function makePointMaterial({
  vertexShader,
  colours,
  uniforms,
}: {
  vertexShader: string;
  colours: SceneColours;
  uniforms: Readonly<Record<string, IUniform>>;
}): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader: satelliteFragment,
    uniforms: {
      ...shadowUniforms,
      ...colourUniforms,
      uSelectedRow: { value: -1 },
      uFirstRelayRow: { value: 0 },
      uFirstCatalogueRow: { value: 0 },
      uPixelRatio: { value: 1 },
      uPointKm: { value: new Vector2(-1, 0) },
      uDim: { value: 1 },
      uFade: { value: 1 },
      uDawn: { value: colours.dawn },
      uDusk: { value: colours.dusk },
      uBeam: { value: colours.beam },
      uRose: { value: colours.rose },
      ...uniforms,
    },
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
}

/** Rows of the satellites that move one way: where the relay's and a catalogue's begin, and which is selected (−1 for none). */
export function rowsOf(flight: OpenFlight, kind: "designed" | "listed", selectedIndex: number | undefined) {
  const shells = flight.shells.filter(({ designed }) => (designed !== undefined) === (kind === "designed"));
  const count = kind === "designed" ? flight.designedCount : flight.listedCount;
  const holder =
    selectedIndex === undefined ? undefined : flight.shells.findLast(({ firstIndex }) => firstIndex <= selectedIndex);
  const firstOf = (...layers: readonly Layer[]) =>
    shells.find(({ layer }) => layers.includes(layer))?.firstRow ?? count;
  return {
    firstRelayRow: firstOf("relay", "catalogue"),
    firstCatalogueRow: firstOf("catalogue"),
    selectedRow:
      holder !== undefined && shells.includes(holder) ? holder.firstRow + selectedIndex! - holder.firstIndex : -1,
  };
}

/** What changes from frame to frame for either kind. */
export function dressMaterial({
  material,
  flight,
  kind,
  selectedIndex,
  pixelRatio,
  fade,
}: {
  material: RawShaderMaterial;
  flight: OpenFlight;
  kind: "designed" | "listed";
  selectedIndex: number | undefined;
  pixelRatio: number;
  /** Strength of all but the selected one, 0 to 1. */
  fade: number;
}): void {
  const { uniforms } = material;
  const { firstRelayRow, firstCatalogueRow, selectedRow } = rowsOf(flight, kind, selectedIndex);
  uniforms["uSelectedRow"]!.value = selectedRow;
  uniforms["uFirstRelayRow"]!.value = firstRelayRow;
  uniforms["uFirstCatalogueRow"]!.value = firstCatalogueRow;
  uniforms["uPixelRatio"]!.value = pixelRatio;
  // Nearer than this the fleet's points give way to the satellites' own shape.
  const pointKm = nearFrame.current().scale?.pointKm ?? { none: -1, whole: 0 };
  (uniforms["uPointKm"]!.value as Vector2).set(pointKm.none, pointKm.whole);
  uniforms["uFade"]!.value = fade;
  uniforms["uDim"]!.value = Math.max(FAINTEST, Math.min(1, Math.sqrt(FULL_STRENGTH_COUNT / flight.totalCount)));
}

/** Gives the rows of a geometry their colours' numbers, and keeps them in step: the answer is called once a frame. */
export function makePainter({
  geometry,
  flight,
  kind,
}: {
  geometry: BufferGeometry;
  flight: OpenFlight;
  kind: "designed" | "listed";
}): () => void {
  const rows = new Float32Array(kind === "designed" ? flight.designedCount : flight.listedCount);
  const attribute = new BufferAttribute(rows, 1);
  geometry.setAttribute("paint", attribute);
  let painted: PaintSource | undefined;
  return () => {
    const source = paintSource();
    if (source === painted) return;
    painted = source;
    if (source.mode === "light") return;
    paintRows({ flight, kind, source, rows });
    attribute.needsUpdate = true;
  };
}
