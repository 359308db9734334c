import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useLayoutEffect, useState } from "react";
import { Matrix4, type PerspectiveCamera } from "three";
import { useStore } from "zustand";
import { clockStore } from "../state/clock.ts";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { CameraRig } from "./CameraRig.tsx";
import type { SceneColours } from "./colours.ts";
import { DensityBands } from "./DensityBands.tsx";
import { DesignedSatellites } from "./DesignedSatellites.tsx";
import { Earth } from "./Earth.tsx";
import { fleetStore } from "./fleetStore.ts";
import { frameMeter } from "./frames.ts";
import { Labels } from "./Labels.tsx";
import { LaserLinks } from "./LaserLinks.tsx";
import { ListedSatellites } from "./ListedSatellites.tsx";
import { LoadedLinks } from "./LoadedLinks.tsx";
import { layerStore, useLayers } from "./layers.ts";
import { Moon } from "./Moon.tsx";
import { NearSatellites } from "./NearSatellites.tsx";
import { order } from "./order.ts";
import { pace } from "./pace.ts";
import { Route } from "./Route.tsx";
import { useRoute } from "./routeStore.ts";
import { SelectedPlane } from "./SelectedPlane.tsx";
import { ShadowCones } from "./ShadowCones.tsx";
import { ShellSurfaces } from "./ShellSurfaces.tsx";
import { Shells } from "./Shells.tsx";
import { SiteCircles } from "./SiteCircles.tsx";
import { Stars } from "./Stars.tsx";
import { Sun } from "./Sun.tsx";
import { sceneFromTemeKm } from "./scale.ts";
import { shadowUniforms } from "./shadowShader.ts";
import { type Shown, sky } from "./sky.ts";
import { stage } from "./stage.ts";
import { Terminator } from "./Terminator.tsx";

const temeMatrix = new Matrix4().copy(sceneFromTemeKm as Matrix4);

/** Brackets the frame's work and brings the sky up to date before anything reads it. */
function Driver({ onFlight }: { onFlight: (shown: Shown) => void }) {
  const camera = useThree(({ camera }) => camera) as PerspectiveCamera;
  const renderer = useThree(({ gl }) => gl);
  const canvas = renderer.domElement;
  const invalidate = useThree(({ invalidate }) => invalidate);
  const setPixelRatio = useThree(({ setDpr }) => setDpr);
  const [flightNumber, setFlightNumber] = useState(0);

  useLayoutEffect(
    () => stage.enter({ camera, canvas, renderer, invalidate, setPixelRatio }),
    [camera, canvas, renderer, invalidate, setPixelRatio],
  );
  useEffect(() => {
    const stops = [
      sky.onWake,
      clockStore.subscribe,
      selectionStore.subscribe,
      fleetStore.subscribe,
      layerStore.subscribe,
    ].map((listen) => listen(() => invalidate()));
    return () => {
      for (const stop of stops) stop();
    };
  }, [invalidate]);

  useFrame(({ gl }) => {
    const nowMs = performance.now();
    pace.begin(gl.getContext() as WebGL2RenderingContext, nowMs);
    frameMeter.begin(nowMs);
  }, order.begin);
  useFrame(() => {
    if (pace.isLeftOut()) return;
    sky.update();
    const shown = sky.shown();
    if (shown === undefined) return;
    shadowUniforms.uSun.value.set(...shown.sunTemeUnit);
    if (shown.flight.number !== flightNumber) {
      setFlightNumber(shown.flight.number);
      onFlight(shown);
    }
  }, order.sky);
  useFrame(() => {
    if (pace.isLeftOut()) return;
    frameMeter.end(performance.now());
    stage.expectDrawn();
  }, order.end);
  return null;
}

/** Everything that is seen. Lengths inside the TEME group are km. */
export function Scene({ colours, labels }: { colours: SceneColours; labels: HTMLElement }) {
  const [first, setFirst] = useState<Shown | undefined>(() => sky.shown());
  const rings = useLayers((layers) => layers.rings);
  const surfaces = useLayers((layers) => layers.surfaces);
  const links = useLayers((layers) => layers.links);
  const loads = useLayers((layers) => layers.loads);
  const terminator = useLayers((layers) => layers.terminator);
  const shadow = useLayers((layers) => layers.shadow);
  const selectedIndex = useStore(selectionStore, (state) => state.selectedIndex);
  const goal = useRoute((state) => state.goal);
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const flightNumber = first?.flight.number ?? 0;
  const areSitesOn = useLayers((layers) => layers.sites);
  const sites = useMission(({ document }) => document.sites);
  return (
    <>
      <Driver onFlight={setFirst} />
      <CameraRig />
      <Stars />
      <Sun />
      <group matrixAutoUpdate={false} matrix={temeMatrix}>
        <Earth />
        <Moon />
        {terminator && <Terminator colours={colours} />}
        {shadow && <ShadowCones colours={colours} />}
        {first !== undefined && (
          <>
            {first.flight.designedCount > 0 && (
              <DesignedSatellites key={`designed ${flightNumber}`} flight={first.flight} colours={colours} />
            )}
            <DensityBands key={`bands ${flightNumber}`} flight={first.flight} colours={colours} />
            {first.listed !== undefined && (
              <ListedSatellites
                key={`listed ${flightNumber}`}
                first={first.listed}
                flight={first.flight}
                colours={colours}
              />
            )}
            <NearSatellites colours={colours} />
            {rings && <Shells colours={colours} flightNumber={flightNumber} />}
            {rings && selectedIndex !== undefined && (
              <SelectedPlane index={selectedIndex} colours={colours} flightNumber={flightNumber} />
            )}
            {surfaces && <ShellSurfaces colours={colours} flightNumber={flightNumber} />}
            {areSitesOn && sites !== undefined && <SiteCircles sites={sites} flight={first.flight} colours={colours} />}
            {loads && <LoadedLinks />}
            {(links || loads) && selectedIndex !== undefined && (
              <LaserLinks index={selectedIndex} colours={colours} flightNumber={flightNumber} areUpsShown={!loads} />
            )}
            {from !== undefined && (goal === "compute" || to !== undefined) && (
              <Route from={from} to={to} endsAtPlace={goal === "place"} colours={colours} labels={labels} />
            )}
          </>
        )}
      </group>
      <Labels layer={labels} />
    </>
  );
}
