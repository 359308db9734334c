import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  DynamicDrawUsage,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  Vector3,
} from "three";
import { selectionStore } from "../state/selection.ts";
import type { Keyframe } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { satelliteFragment, satelliteVertex } from "./satelliteShader.ts";
import { shadowUniforms } from "./shadowShader.ts";
import { type Shown, sky } from "./sky.ts";

/** Above this many points each is drawn fainter, so that a crowd stays amber and does not burn out. */
const FULL_STRENGTH_COUNT = 20_000;

function makeGeometry({ a, b }: Shown) {
  const geometry = new BufferGeometry();
  const put = (name: string, array: Float32Array) => {
    const attribute = new BufferAttribute(array, 3);
    attribute.setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, attribute);
  };
  put("position", a.positionsTemeKm);
  put("velocity0", a.velocitiesTemeKmPerS);
  put("position1", b.positionsTemeKm);
  put("velocity1", b.velocitiesTemeKmPerS);
  return { geometry, slots: [a, b] as [Keyframe, Keyframe], flightNumber: 0 };
}

/** Puts a keyframe into one half of the attributes: the only upload, once a keyframe. */
function fill(geometry: BufferGeometry, half: 0 | 1, frame: Keyframe) {
  const names = half === 0 ? (["position", "velocity0"] as const) : (["position1", "velocity1"] as const);
  const arrays = [frame.positionsTemeKm, frame.velocitiesTemeKmPerS];
  names.forEach((name, row) => {
    const attribute = geometry.getAttribute(name) as BufferAttribute;
    attribute.array = arrays[row]!;
    attribute.needsUpdate = true;
  });
}

/** All satellites in one draw call. The graphics card moves them between keyframes and colours them by the shadow. */
export function Satellites({ shown: first, colours }: { shown: Shown; colours: SceneColours }) {
  const pixelRatio = useThree(({ viewport }) => viewport.dpr);
  const { geometry, slots } = useMemo(() => makeGeometry(first), [first]);
  const material = useMemo(
    () =>
      new ShaderMaterial({
        vertexShader: satelliteVertex,
        fragmentShader: satelliteFragment,
        uniforms: {
          ...shadowUniforms,
          uSwapped: { value: false },
          uWeights: { value: new Vector3() },
          uFleetCount: { value: 0 },
          uSelected: { value: -1 },
          uPixelRatio: { value: 1 },
          uDim: { value: 1 },
          uDawn: { value: colours.dawn },
          uDusk: { value: colours.dusk },
          uBeam: { value: colours.beam },
        },
        transparent: true,
        depthWrite: false,
        blending: CustomBlending,
        blendSrc: OneFactor,
        blendDst: OneMinusSrcAlphaFactor,
      }),
    [colours],
  );
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => material.dispose(), [material]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || shown.flight.number !== first.flight.number) return;
    const { a, b, weights, flight } = shown;
    // Each keyframe stays in the half where it is; only a new one is uploaded.
    const half = slots.indexOf(a);
    const at = half === -1 ? (slots[0] === b ? 1 : 0) : (half as 0 | 1);
    const other = at === 0 ? 1 : 0;
    if (slots[at] !== a) {
      slots[at] = a;
      fill(geometry, at, a);
    }
    if (slots[other] !== b) {
      slots[other] = b;
      fill(geometry, other, b);
    }
    const { uniforms } = material;
    uniforms["uSwapped"]!.value = at === 1;
    (uniforms["uWeights"]!.value as Vector3).set(weights.step, weights.firstS, weights.secondS);
    uniforms["uFleetCount"]!.value = flight.satelliteCount;
    uniforms["uSelected"]!.value = selectionStore.getState().selectedIndex ?? -1;
    uniforms["uPixelRatio"]!.value = pixelRatio;
    uniforms["uDim"]!.value = Math.max(0.15, Math.min(1, Math.sqrt(FULL_STRENGTH_COUNT / flight.totalCount)));
  }, order.scene);

  return <points geometry={geometry} material={material} frustumCulled={false} renderOrder={10} />;
}
