import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Vector3 } from "three";
import { selectionStore } from "../state/selection.ts";
import type { Keyframe } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { layerStore } from "./layers.ts";
import { order } from "./order.ts";
import { dressMaterial, makePainter, makePointMaterial } from "./pointMaterial.ts";
import { listedVertex } from "./satelliteShader.ts";
import { type Listed, sky } from "./sky.ts";

/** Strength of satellites whose moment is another, and of all behind bands. */
const LATE_FADE = 0.3;

function makeGeometry({ a, b }: Listed) {
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
  return { geometry, slots: [a, b] as [Keyframe, Keyframe] };
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

/** All satellites from element files in one draw call; the graphics card moves them between the workers' keyframes. */
export function ListedSatellites({
  first,
  flight,
  colours,
}: {
  first: Listed;
  flight: OpenFlight;
  colours: SceneColours;
}) {
  const pixelRatio = useThree(({ viewport }) => viewport.dpr);
  const { geometry, slots } = useMemo(() => makeGeometry(first), [first]);
  const material = useMemo(
    () =>
      makePointMaterial({
        vertexShader: listedVertex,
        colours,
        uniforms: { uSwapped: { value: false }, uWeights: { value: new Vector3() } },
      }),
    [colours],
  );
  const paint = useMemo(() => makePainter({ geometry, flight, kind: "listed" }), [geometry, flight]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => material.dispose(), [material]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown?.listed === undefined || shown.flight.number !== flight.number) return;
    const { a, b, weights } = shown.listed;
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
    const { selectedIndex } = selectionStore.getState();
    paint();
    // Those that stand where they were are dim, and none of them is the selected one, which is elsewhere.
    const { isListedLate, bandShare } = shown;
    const fade = isListedLate ? LATE_FADE : 1 - (1 - LATE_FADE) * bandShare;
    const lit = isListedLate ? undefined : selectedIndex;
    dressMaterial({ material, flight, kind: "listed", selectedIndex: lit, pixelRatio, fade });
    // The catalogue's rows are the last.
    const hiddenCount = layerStore.getState().catalogue ? 0 : flight.catalogueCount;
    geometry.setDrawRange(0, flight.listedCount - hiddenCount);
  }, order.scene);

  return <points geometry={geometry} material={material} frustumCulled={false} renderOrder={10} />;
}
