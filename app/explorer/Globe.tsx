import { addAfterEffect, Canvas } from "@react-three/fiber";
import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { canDraw } from "../parts/webgl.ts";
import { clockStore } from "../state/clock.ts";
import { useView } from "../state/use.ts";
import { ChaseBar } from "./ChaseBar.tsx";
import { FIELD_OF_VIEW_DEG } from "./cameraRig.ts";
import { readSceneColours, type SceneColours } from "./colours.ts";
import { useGlobeControls } from "./globeControls.ts";
import { Scene } from "./Scene.tsx";
import { sky } from "./sky.ts";
import { stage } from "./stage.ts";
import "./globe.css";

/** A browser that has not given the context back by then gets a new canvas, as soon as it can draw at all, milliseconds. */
const RESTORE_WAIT_MS = 350;
/** Step of the clock where nothing is drawn, milliseconds. */
const BLIND_STEP_MS = 250;

/** Where nothing can be drawn the panels still follow the clock. */
function keepTimeWithoutDrawing(): () => void {
  const timer = setInterval(() => {
    sky.update();
    stage.expectDrawn();
    stage.tellDrawn();
  }, BLIND_STEP_MS);
  return () => clearInterval(timer);
}

/** The Earth and the fleet. A lost graphics context comes back by itself, or on a new canvas; view and time are kept. */
export function Globe() {
  const [isAble] = useState(canDraw);
  const [canvasNumber, setCanvasNumber] = useState(1);
  const [isLost, setIsLost] = useState(false);
  const [colours, setColours] = useState<SceneColours>();
  const [labels, setLabels] = useState<HTMLElement | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const paused = useStore(clockStore, (state) => state.paused);
  const isFront = useView(({ view }) => view === "explore");
  useGlobeControls(frame);

  useEffect(() => {
    if (frame.current !== null) setColours(readSceneColours(frame.current));
  }, []);
  useEffect(() => addAfterEffect(() => stage.tellDrawn()), []);
  useEffect(() => (isAble || !isFront ? undefined : keepTimeWithoutDrawing()), [isAble, isFront]);

  const watch = useCallback((canvas: HTMLCanvasElement) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      if (!canvas.isConnected) return;
      if (canDraw()) setCanvasNumber((number) => number + 1);
      else timer = setTimeout(renew, RESTORE_WAIT_MS);
    };
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      // A canvas that was replaced loses its context by design.
      if (!canvas.isConnected) return;
      stage.countContextLoss();
      setIsLost(true);
      timer = setTimeout(renew, RESTORE_WAIT_MS);
    });
    canvas.addEventListener("webglcontextrestored", () => {
      clearTimeout(timer);
      setIsLost(false);
      stage.current()?.invalidate();
    });
  }, []);

  return (
    <div className="globe" ref={frame} data-lost={isLost}>
      {isAble && colours !== undefined && labels !== null && (
        <Canvas
          key={canvasNumber}
          linear
          flat
          dpr={[1, 2]}
          frameloop={!paused && isFront ? "always" : "demand"}
          gl={{ antialias: true, alpha: false, powerPreference: "high-performance", stencil: false }}
          camera={{ fov: FIELD_OF_VIEW_DEG, position: [40, 8, 0], near: 1, far: 1200 }}
          onCreated={({ gl }) => {
            gl.setClearColor(colours.ground, 1);
            watch(gl.domElement);
            setIsLost(false);
          }}
        >
          <Scene colours={colours} labels={labels} />
        </Canvas>
      )}
      <div className="globe-labels" ref={setLabels} aria-hidden="true" />
      {isAble && <ChaseBar />}
      {!isAble && (
        <div className="globe-missing" role="alert">
          <h2>This browser does not draw in three dimensions</h2>
          <p>
            WebGL 2 is switched off or not there, so the globe stays dark. Numbers, routes, search and the satellite's
            state work as ever: they come from the engine.
          </p>
        </div>
      )}
      {isLost && (
        <p className="globe-lost" role="status">
          The graphics context was lost. Bringing it back.
        </p>
      )}
    </div>
  );
}
