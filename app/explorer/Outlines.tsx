import { useThree } from "@react-three/fiber";
import { useEffect, useState } from "react";
import { BufferAttribute, BufferGeometry } from "three";
import worldUrl from "world-atlas/countries-50m.json?url";
import { useLayers } from "./layers.ts";

type Outlines = { readonly coastlines: BufferGeometry; readonly borders: BufferGeometry };

async function load(): Promise<Outlines> {
  const [world, { outlineSegments }] = await Promise.all([
    fetch(worldUrl).then((answer) => answer.json() as Promise<unknown>),
    import("./outlineLines.ts"),
  ]);
  const make = (points: Float32Array) => new BufferGeometry().setAttribute("position", new BufferAttribute(points, 3));
  const { coastlines, borders } = outlineSegments(world);
  return { coastlines: make(coastlines), borders: make(borders) };
}

/** Coasts and borders as hairlines on the turning Earth; read once, when first wanted. */
export function Outlines() {
  const coastlines = useLayers((layers) => layers.coastlines);
  const borders = useLayers((layers) => layers.borders);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const [outlines, setOutlines] = useState<Outlines>();
  const isWanted = coastlines || borders;
  useEffect(() => {
    if (!isWanted || outlines !== undefined) return;
    let isHere = true;
    load().then(
      (made) => isHere && setOutlines(made),
      () => console.warn("outlines: the map could not be read"),
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, outlines]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes or goes is drawn even while time stands still
  useEffect(() => invalidate(), [invalidate, outlines, coastlines, borders]);
  if (outlines === undefined) return null;
  return (
    <>
      {coastlines && (
        <lineSegments geometry={outlines.coastlines} renderOrder={1}>
          <lineBasicMaterial color="#ffffff" transparent opacity={0.16} depthWrite={false} />
        </lineSegments>
      )}
      {borders && (
        <lineSegments geometry={outlines.borders} renderOrder={1}>
          <lineBasicMaterial color="#ffffff" transparent opacity={0.13} depthWrite={false} />
        </lineSegments>
      )}
    </>
  );
}
