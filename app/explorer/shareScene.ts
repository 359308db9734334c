/** The explorer's half of a shared link: says what is shown, and shows what a link asks for. */
import { cameraModeStore } from "../state/cameraMode.ts";
import { clockStore } from "../state/clock.ts";
import { colourStore, setColourMode } from "../state/colour.ts";
import { missionStore } from "../state/mission.ts";
import { noticeStore } from "../state/notice.ts";
import { sceneStore, type WantedScene } from "../state/scene.ts";
import { selectionStore } from "../state/selection.ts";
import type { SharedChase, SharedScene } from "../state/sharedScene.ts";
import { cameraRig } from "./cameraRig.ts";
import { chaseRig } from "./chaseRig.ts";
import { fleetStore, isCurrent, type OpenFlight } from "./fleetStore.ts";
import { type LayerName, type Layers, layerStore } from "./layers.ts";
import { isRouteChosen, routeStore } from "./routeStore.ts";
import { KM_PER_UNIT } from "./scale.ts";

const RAD = Math.PI / 180;
/** 0.0001° of the camera's turn is a tenth of a pixel at its nearest. */
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
const wrapped = (deg: number) => deg - 360 * Math.round(deg / 360);

function readCamera() {
  const { azimuthRad, elevationRad, distanceUnits } = cameraRig.goal();
  return {
    azimuthDeg: rounded(wrapped(azimuthRad / RAD), 4),
    elevationDeg: rounded(elevationRad / RAD, 4),
    distanceKm: rounded(distanceUnits * KM_PER_UNIT, 1),
  };
}

function readChase(): SharedChase | undefined {
  const { mode } = cameraModeStore.getState();
  if (mode === "earth") return undefined;
  const { turnRad, liftRad, distanceKm, fieldDeg } = chaseRig.goal();
  return {
    mode,
    turnDeg: rounded(wrapped(turnRad / RAD), 4),
    liftDeg: rounded(liftRad / RAD, 4),
    distanceKm: Number(distanceKm.toPrecision(7)),
    fieldDeg: rounded(fieldDeg, 3),
  };
}

function changedLayers(): Partial<Layers> {
  const first = layerStore.getInitialState();
  const now = layerStore.getState();
  return Object.fromEntries(
    (Object.keys(first) as LayerName[]).filter((name) => now[name] !== first[name]).map((name) => [name, now[name]]),
  );
}

/** What a link needs to bring this view back; a catalogue's object is left out, since no link carries a catalogue. */
function readScene(): SharedScene {
  const { selectedIndex } = selectionStore.getState();
  const { flight } = fleetStore.getState();
  const servingCount = flight === undefined ? 0 : flight.totalCount - flight.catalogueCount;
  const layers = changedLayers();
  const { goal, from, to } = routeStore.getState();
  const isSelected = selectedIndex !== undefined && selectedIndex < servingCount;
  const chase = isSelected ? readChase() : undefined;
  const { mode: colour } = colourStore.getState();
  const nameEnd = (end: typeof from) =>
    end && { name: end.name, latitudeDeg: end.latitudeDeg, longitudeDeg: end.longitudeDeg };
  return {
    ...(cameraRig.hasArrived() ? { camera: readCamera() } : {}),
    ...(isSelected ? { selectedIndex } : {}),
    ...(chase === undefined ? {} : { chase }),
    ...(colour === "light" ? {} : { colour }),
    ...(Object.keys(layers).length > 0 ? { layers: layers as Record<string, boolean> } : {}),
    ...(isRouteChosen({ goal, from, to }) ? { route: { goal, from: nameEnd(from), to: nameEnd(to) } } : {}),
  };
}

function takeScene({ scene, clock }: WantedScene, flight: OpenFlight): void {
  const { camera, chase, selectedIndex, colour = "light", layers = {}, route } = scene;
  const first = layerStore.getInitialState();
  // A layer that this version does not know is left out.
  const known = Object.entries(layers).filter(([name]) => Object.hasOwn(first, name));
  layerStore.setState({ ...first, ...Object.fromEntries(known) });
  setColourMode(colour);
  routeStore.getState().choose({ goal: "place", from: undefined, to: undefined, keepsCamera: true, ...route });
  const isThere = selectedIndex !== undefined && selectedIndex < flight.totalCount;
  selectionStore.getState().select(isThere ? selectedIndex : undefined);
  if (selectedIndex !== undefined && !isThere)
    noticeStore.getState().say({
      tone: "warning",
      title: "The link's satellite is not in this fleet",
      text: `It names index ${selectedIndex}; the fleet has 0 to ${flight.totalCount - 1}.`,
    });
  if (chase !== undefined && isThere) {
    const { turnDeg, liftDeg, distanceKm, fieldDeg } = chase;
    chaseRig.ask(chase.mode, { turnRad: turnDeg * RAD, liftRad: liftDeg * RAD, distanceKm, fieldDeg });
    cameraModeStore.getState().enter(chase.mode);
  } else cameraModeStore.getState().enter("earth");
  if (camera !== undefined) {
    const view = {
      azimuthRad: camera.azimuthDeg * RAD,
      elevationRad: camera.elevationDeg * RAD,
      distanceUnits: camera.distanceKm / KM_PER_UNIT,
    };
    if (cameraRig.hasArrived()) cameraRig.lookFrom(view);
    else cameraRig.arrive(view);
  }
  clockStore.getState().setPaused(clock.paused);
}

/** Keeps links and explorer in step. Answers with the way to stop. */
export function shareScene(): () => void {
  sceneStore.setState({ read: readScene });
  const take = () => {
    const { wanted } = sceneStore.getState();
    const { flight } = fleetStore.getState();
    if (wanted === undefined) return;
    const isOver = wanted.document !== missionStore.getState().document;
    // What is selected belongs to the link's own mission: its flight is waited for.
    if (!isOver && (flight === undefined || !isCurrent(flight))) return;
    sceneStore.setState({ wanted: undefined });
    if (!isOver && flight !== undefined) takeScene(wanted, flight);
  };
  const stops = [sceneStore.subscribe(take), fleetStore.subscribe(take)];
  take();
  return () => {
    for (const stop of stops) stop();
    sceneStore.setState({ read: undefined });
  };
}
