import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import { BufferAttribute, BufferGeometry, Sphere } from "three";
import { selectionStore } from "../state/selection.ts";
import type { SceneColours } from "./colours.ts";
import { designedFleetOf } from "./designedFleet.ts";
import type { OpenFlight } from "./fleetStore.ts";
import { order } from "./order.ts";
import { dressMaterial, makePainter, makePointMaterial, rowsOf } from "./pointMaterial.ts";
import { designedVertex } from "./satelliteShader.ts";
import { sky } from "./sky.ts";

/** All satellites of designed shells in one draw call, moved by the graphics card: a frame costs the page a few numbers a shell. */
export function DesignedSatellites({ flight, colours }: { flight: OpenFlight; colours: SceneColours }) {
  const pixelRatio = useThree(({ viewport }) => viewport.dpr);
  const fleet = useMemo(() => designedFleetOf(flight), [flight]);
  const geometry = useMemo(() => {
    const made = new BufferGeometry();
    made.setAttribute("position", new BufferAttribute(fleet.phases, 2));
    made.setAttribute("shellRow", new BufferAttribute(fleet.shellRows, 1));
    // Phases are no coordinates: without a sphere of its own three.js would look for one in them, every frame.
    made.boundingSphere = new Sphere();
    return made;
  }, [fleet]);
  const material = useMemo(
    () =>
      makePointMaterial({ vertexShader: designedVertex, colours, uniforms: { uMoments: { value: fleet.moments } } }),
    [colours, fleet],
  );
  const paint = useMemo(() => makePainter({ geometry, flight, kind: "designed" }), [geometry, flight]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => material.dispose(), [material]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || shown.flight.number !== flight.number) return;
    fleet.moveTo(shown.instant);
    const { selectedIndex } = selectionStore.getState();
    paint();
    const fade = 1 - shown.bandShare;
    dressMaterial({ material, flight, kind: "designed", selectedIndex, pixelRatio, fade });
    // Behind bands the selected one alone is drawn.
    const { selectedRow } = rowsOf(flight, "designed", selectedIndex);
    if (fade > 0) geometry.setDrawRange(0, flight.designedCount);
    else geometry.setDrawRange(Math.max(0, selectedRow), selectedRow < 0 ? 0 : 1);
  }, order.scene);

  return <points geometry={geometry} material={material} frustumCulled={false} renderOrder={10} />;
}
