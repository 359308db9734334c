import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  CustomBlending,
  DynamicDrawUsage,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  Points,
  RawShaderMaterial,
  ShaderMaterial,
  Vector3,
} from "three";
import type { Sizes } from "../closeup/blocks.ts";
import { materialColours } from "../closeup/paint.ts";
import { selectionStore } from "../state/selection.ts";
import { colourBy } from "./colourShader.ts";
import type { SceneColours } from "./colours.ts";
import { designNow } from "./design.ts";
import { materialNames, modelGeometryOf } from "./modelGeometry.ts";
import { type NearSatellite, nearFrame } from "./nearFrame.ts";
import { MOST_NEAR } from "./nearSet.ts";
import { nearFragment, nearMarkVertex, nearVertex } from "./nearShader.ts";
import { order } from "./order.ts";
import { passes } from "./passes.ts";
import { cameraTemeKm } from "./projection.ts";
import { quantityRgb } from "./quantityColour.ts";
import { satelliteFragment } from "./satelliteShader.ts";
import { sky } from "./sky.ts";

const instanceFields = [
  ["offsetKm", 3],
  ["spanAxis", 3],
  ["upAxis", 3],
  ["sunAxis", 3],
  ["look", 2],
  ["tint", 4],
] as const;

/** How much of a shape's colour is that of its point, where points are coloured by a quantity. */
const TINT_SHARE = 0.8;
const hue = new Color();
/** Linear red, green and blue, and the share; by light a shape keeps its materials. */
function tintOf(index: number): readonly [number, number, number, number] {
  const rgb = quantityRgb(index);
  if (rgb === undefined) return [0, 0, 0, 0];
  const [red, green, blue] = rgb;
  hue.setRGB(red / 255, green / 255, blue / 255).convertSRGBToLinear();
  return [hue.r, hue.g, hue.b, TINT_SHARE];
}

/** The sized satellites as one draw call, each placed from the camera. */
function createShapes(colours: SceneColours) {
  const linear = (colour: Color) => colour.clone().convertSRGBToLinear();
  const { beam, dawn, dusk } = colours;
  const paint = materialColours({ beam: linear(beam), dawn: linear(dawn), dusk: linear(dusk) }, true);
  const uniforms = {
    uColours: { value: materialNames.map((name) => paint[name]) },
    uSheen: { value: paint.sheen },
    uWarm: { value: paint.warm },
    uSunUnit: { value: new Vector3(1, 0, 0) },
    uUpUnit: { value: new Vector3(1, 0, 0) },
    uEarthDay: { value: 0 },
  };
  const material = new ShaderMaterial({
    vertexShader: nearVertex,
    fragmentShader: nearFragment,
    uniforms,
    transparent: true,
  });
  let geometry = new InstancedBufferGeometry();
  let attributes: InstancedBufferAttribute[] = [];
  let sizes: Sizes | undefined;
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = 11;
  passes.inBoth(object);

  function rebuild(next: Sizes) {
    sizes = next;
    const model = modelGeometryOf(next);
    const made = new InstancedBufferGeometry();
    made.setIndex(model.getIndex());
    for (const name of ["position", "normal", "material"]) made.setAttribute(name, model.getAttribute(name));
    attributes = instanceFields.map(([name, width]) => {
      const attribute = new InstancedBufferAttribute(new Float32Array(MOST_NEAR * width), width);
      attribute.setUsage(DynamicDrawUsage);
      made.setAttribute(name, attribute);
      return attribute;
    });
    geometry.dispose();
    geometry = made;
    object.geometry = made;
  }
  return {
    object,
    uniforms,
    write(satellites: readonly NearSatellite[]) {
      const design = designNow();
      const shaped = satellites.filter(({ shape, axes }) => shape > 0 && axes !== undefined);
      object.visible = design !== undefined && shaped.length > 0;
      if (design === undefined || shaped.length === 0) return;
      if (design.sizes !== sizes) rebuild(design.sizes);
      shaped.forEach(({ index, offsetKm, axes, shape, lit }, row) => {
        const fields = [offsetKm, axes!.spanUnit, axes!.upUnit, axes!.sunUnit, [shape, lit], tintOf(index)];
        fields.forEach((values, field) => void attributes[field]!.array.set(values, row * values.length));
      });
      for (const attribute of attributes) attribute.needsUpdate = true;
      geometry.instanceCount = shaped.length;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

/** Marks of what is nearer than the far picture begins, where points are cut off. */
function createMarks(colours: SceneColours) {
  const geometry = new BufferGeometry();
  const put = (name: string, width: number) => {
    const attribute = new BufferAttribute(new Float32Array(MOST_NEAR * width), width);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
    return attribute;
  };
  const [position, tint, weight] = [put("position", 3), put("tint", 3), put("weight", 1)];
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: nearMarkVertex,
    fragmentShader: satelliteFragment,
    uniforms: { uPixelRatio: { value: 1 }, uColourBy: { value: colourBy.light } },
    transparent: true,
    depthWrite: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
  const object = new Points(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = 12;
  passes.inNear(object);
  const lights = { fleet: colours.dawn, relay: colours.beam, catalogue: colours.rose };
  const colour = new Color();
  return {
    object,
    write(satellites: readonly NearSatellite[], pixelRatio: number) {
      const marked = satellites.filter(({ mark }) => mark > 0);
      marked.forEach(({ index, offsetKm, layer, lit, mark }, row) => {
        position.array.set(offsetKm, row * 3);
        const rgb = quantityRgb(index);
        if (rgb === undefined) colour.copy(colours.dusk).lerp(lights[layer], lit);
        else colour.setRGB(rgb[0] / 255, rgb[1] / 255, rgb[2] / 255);
        colour.toArray(tint.array, row * 3);
        weight.array[row] = mark;
      });
      for (const attribute of [position, tint, weight]) attribute.needsUpdate = true;
      geometry.setDrawRange(0, marked.length);
      object.visible = marked.length > 0;
      material.uniforms["uPixelRatio"]!.value = pixelRatio;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

const eye: [number, number, number] = [0, 0, 0];
/** How far into the night the ground below still gives light, sine of the Sun's height. */
const DUSK_SINE = 0.15;

/** Satellites near the camera as the mission sizes them, and marks of those without a shape. */
export function NearSatellites({ colours }: { colours: SceneColours }) {
  const camera = useThree(({ camera }) => camera);
  const pixelRatio = useThree(({ viewport }) => viewport.dpr);
  const shapes = useMemo(() => createShapes(colours), [colours]);
  const marks = useMemo(() => createMarks(colours), [colours]);
  useEffect(() => () => shapes.dispose(), [shapes]);
  useEffect(() => () => marks.dispose(), [marks]);

  useFrame(() => {
    const shown = sky.shown();
    const { satellites: near } = nearFrame.current();
    // Where frames leap over orbits, neighbours would be others in each of them.
    const { selectedIndex } = selectionStore.getState();
    const isLeaping = shown !== undefined && shown.bandShare > 0;
    const satellites = isLeaping ? near.filter(({ index }) => index === selectedIndex) : near;
    shapes.write(satellites);
    marks.write(satellites, pixelRatio);
    if (shown === undefined || satellites.length === 0) return;
    cameraTemeKm(camera, eye);
    shapes.object.position.set(...eye);
    marks.object.position.set(...eye);
    const { uSunUnit, uUpUnit, uEarthDay } = shapes.uniforms;
    uSunUnit.value.set(...shown.sunTemeUnit);
    uUpUnit.value.set(...eye).normalize();
    uEarthDay.value = Math.min(1, Math.max(0, uUpUnit.value.dot(uSunUnit.value) + DUSK_SINE));
  }, order.scene);

  return (
    <>
      <primitive object={shapes.object} />
      <primitive object={marks.object} />
    </>
  );
}
