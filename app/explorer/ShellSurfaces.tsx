import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { Color, Group, Mesh } from "three";
import { useColourMode } from "../state/colour.ts";
import { engineClient } from "../worker/client.ts";
import type { FlightShell, ShellSurface } from "../worker/messages.ts";
import { modeRgb } from "./colouring.ts";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
import { shellPosition } from "./shellScale.ts";
import { sky } from "./sky.ts";
import { surfaceGeometry } from "./surfaceGeometry.ts";
import { makeSurfaceMaterial } from "./surfaceMaterial.ts";

/** More shells than this are drawn as an even choice of them: each is looked through twice. */
const MOST_SURFACE_COUNT = 12;
/** Strips are drawn anew when they are older than this: planes turn by at most 0.1° in it. */
const STALE_S = 1200;
const LEAST_MS = 400;

/** A shell's own colour where shells are coloured, else its layer's. */
function tintOf(
  { layer, shellIndex }: ShellSurface,
  shells: readonly FlightShell[],
  isByShell: boolean,
  colours: SceneColours,
): Color {
  if (!isByShell) return layer === "relay" ? colours.beam : colours.dawn;
  const [red, green, blue] = modeRgb("shell", shells)(shellPosition(shells, shells[shellIndex]!));
  return new Color().setRGB(red / 255, green / 255, blue / 255);
}

/** Where the satellites of each shell move: glassy zones round the Earth, or the strip between the planes of a band. */
export function ShellSurfaces({ colours, flightNumber }: { colours: SceneColours; flightNumber: number }) {
  const isByShell = useColourMode() === "shell";
  const invalidate = useThree(({ invalidate }) => invalidate);
  const drawnTS = useRef(Number.NaN);
  const material = useMemo(makeSurfaceMaterial, []);
  const group = useMemo(() => new Group(), []);
  const { poll, clear } = useMemo(() => {
    drawnTS.current = Number.NaN;
    const clear = () => {
      for (const mesh of group.children) (mesh as Mesh).geometry.dispose();
      group.clear();
    };
    const poll = createPoll({
      leastMs: LEAST_MS,
      ask: () => engineClient.shellSurfaces({ tS: sky.shown()!.tS, mostCount: MOST_SURFACE_COUNT }),
      take(answer) {
        const shown = sky.shown();
        if (answer === undefined || shown?.flight.number !== flightNumber) return;
        clear();
        const { shells } = shown.flight;
        for (const surface of answer.surfaces) {
          const mesh = new Mesh(surfaceGeometry(surface, tintOf(surface, shells, isByShell, colours)), material);
          mesh.frustumCulled = false;
          mesh.renderOrder = 4;
          group.add(mesh);
        }
        material.uniforms["uStrength"]!.value = 0.45 / Math.max(1, Math.sqrt(answer.surfaces.length));
        drawnTS.current = answer.tS;
        invalidate();
      },
    });
    return { poll, clear };
  }, [flightNumber, isByShell, colours, material, group, invalidate]);
  useEffect(
    () => () => {
      poll.stop();
      clear();
    },
    [poll, clear],
  );
  useEffect(() => () => material.dispose(), [material]);
  useEffect(() => () => invalidate(), [invalidate]);
  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || shown.flight.number !== flightNumber) return;
    if (!(Math.abs(drawnTS.current - shown.tS) < STALE_S)) poll.tick(performance.now());
  }, order.scene);
  return <primitive object={group} />;
}
