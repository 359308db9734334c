import { useFrame } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { BufferAttribute, BufferGeometry, type LineLoop } from "three";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { terminatorPoints } from "./shadowSurface.ts";
import { sky } from "./sky.ts";
import { turnToSun } from "./sunFrame.ts";

const POINT_COUNT = 512;
/** Over the facets of the drawn sphere and the coastlines, below what is seen as height, km. */
const HEIGHT_KM = 6;

/** The line on which the Sun's centre stands on the horizon, without refraction. */
export function Terminator({ colours }: { colours: SceneColours }) {
  const line = useRef<LineLoop>(null);
  const geometry = useMemo(
    () =>
      new BufferGeometry().setAttribute("position", new BufferAttribute(terminatorPoints(HEIGHT_KM, POINT_COUNT), 3)),
    [],
  );
  useEffect(() => () => geometry.dispose(), [geometry]);
  useFrame(() => {
    const shown = sky.shown();
    if (shown !== undefined && line.current !== null) turnToSun(shown.sunTemeUnit, line.current.matrix);
  }, order.scene);
  return (
    <lineLoop ref={line} geometry={geometry} matrixAutoUpdate={false} frustumCulled={false} renderOrder={3}>
      <lineBasicMaterial color={colours.dawn} transparent opacity={0.85} depthWrite={false} />
    </lineLoop>
  );
}
