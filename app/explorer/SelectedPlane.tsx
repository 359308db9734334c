import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { BufferAttribute, BufferGeometry, Group, LineBasicMaterial, LineLoop, Mesh } from "three";
import { engineClient } from "../worker/client.ts";
import { chaseRig } from "./chaseRig.ts";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
import { sky } from "./sky.ts";
import { planeGeometry } from "./surfaceGeometry.ts";
import { makeSurfaceMaterial } from "./surfaceMaterial.ts";

const POINT_COUNT = 240;
/** Drawn anew when older than this: a plane turns by 0.02° in it, 3 km. */
const STALE_S = 300;
const LEAST_MS = 250;

/** The plane of the selected satellite: its path as a line, and the plane between ground and path. */
export function SelectedPlane({
  index,
  colours,
  flightNumber,
}: {
  index: number;
  colours: SceneColours;
  flightNumber: number;
}) {
  const invalidate = useThree(({ invalidate }) => invalidate);
  const drawnTS = useRef(Number.NaN);
  const shape = useMemo(() => {
    const line = new LineLoop(
      new BufferGeometry(),
      new LineBasicMaterial({ color: colours.line, transparent: true, opacity: 0.7, depthWrite: false }),
    );
    const plane = new Mesh(new BufferGeometry(), makeSurfaceMaterial());
    plane.material.uniforms["uStrength"]!.value = 0.35;
    const group = new Group();
    group.add(plane, line);
    for (const each of [line, plane]) {
      each.visible = false;
      each.frustumCulled = false;
      each.renderOrder = 6;
    }
    return { group, line, plane };
  }, [colours]);
  const poll = useMemo(() => {
    drawnTS.current = Number.NaN;
    return createPoll({
      leastMs: LEAST_MS,
      ask: () => engineClient.planePath({ index, tS: sky.shown()!.tS, pointCount: POINT_COUNT }),
      take(path) {
        if (path === undefined || sky.shown()?.flight.number !== flightNumber) return;
        const { line, plane } = shape;
        line.geometry.dispose();
        plane.geometry.dispose();
        line.geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(path.pointsTemeKm, 3));
        plane.geometry = planeGeometry(path.pointsTemeKm, colours.line);
        line.visible = true;
        drawnTS.current = path.tS;
        invalidate();
      },
    });
  }, [index, flightNumber, shape, colours, invalidate]);
  useEffect(() => () => poll.stop(), [poll]);
  useEffect(
    () => () => {
      for (const each of [shape.line, shape.plane]) {
        each.geometry.dispose();
        each.material.dispose();
      }
      invalidate();
    },
    [shape, invalidate],
  );
  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || shown.flight.number !== flightNumber) return;
    // From within, a plane is a stripe across the picture that nobody can read.
    shape.plane.visible = shape.line.visible && chaseRig.mode() === "earth";
    if (!(Math.abs(drawnTS.current - shown.tS) < STALE_S)) poll.tick(performance.now());
  }, order.scene);
  return <primitive object={shape.group} />;
}
