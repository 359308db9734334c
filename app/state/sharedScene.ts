/** What a link carries of the explorer besides the mission: clock, camera, selection, layers, route. Read from a hostile text. */
import { MAX_SATELLITE_COUNT, type MissionIssue } from "#engine";
import { chaseWays } from "./cameraMode.ts";
import { FASTEST_CLOCK_RATIO } from "./clock.ts";
import { type ColourMode, colourModes, isColourMode } from "./colour.ts";

export type SharedClock = { readonly paused: boolean; readonly clockRatio: number };
/** Round the Earth's centre in TEME: from where the camera looks, and how far away it is. */
export type SharedCamera = {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
  readonly distanceKm: number;
};
/** With the selected satellite: how it is gone with, and the view from there. */
export type SharedChase = {
  readonly mode: "follow" | "ride" | "back";
  readonly turnDeg: number;
  readonly liftDeg: number;
  readonly distanceKm: number;
  readonly fieldDeg: number;
};
export type SharedPlace = { readonly name: string; readonly latitudeDeg: number; readonly longitudeDeg: number };
export type SharedRoute = {
  readonly goal: "place" | "compute";
  readonly from?: SharedPlace | undefined;
  readonly to?: SharedPlace | undefined;
};
export type SharedScene = {
  readonly camera?: SharedCamera;
  readonly chase?: SharedChase;
  readonly selectedIndex?: number;
  readonly colour?: ColourMode;
  /** Layers that are not as they are at first. */
  readonly layers?: Readonly<Record<string, boolean>>;
  readonly route?: SharedRoute;
};

const MAX_LAYER_COUNT = 40;
const MAX_NAME_CHARACTERS = 200;
/** Fleet and relay each hold as many as a document may. */
const MAX_INDEX = 2 * MAX_SATELLITE_COUNT - 1;
const layerName = /^[a-z][A-Za-z]{0,30}$/;
const reserved: readonly string[] = ["constructor", "prototype", "toString", "valueOf"];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const GIVEN_CHARACTERS = 40;
/** What was given, told without walking into it: it may be nested without end. */
function written(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value ?? "nothing");
  return JSON.stringify(value.length > GIVEN_CHARACTERS ? `${value.slice(0, GIVEN_CHARACTERS)}…` : value);
}

/** Gathers what is wrong, each with its path in the link. */
export function makeLinkReader(issues: MissionIssue[]) {
  const refuse = (path: string, value: unknown, allowed: string): undefined => {
    const given = written(value);
    issues.push({ path: `link.${path}`, given, allowed, message: `link.${path}: expected ${allowed}, got ${given}` });
    return undefined;
  };
  const number = (path: string, value: unknown, least: number, most: number, isWhole = false): number => {
    if (typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value)))
      return value;
    refuse(path, value, `a ${isWhole ? "whole " : ""}number from ${least} to ${most}`);
    return 0;
  };
  const record = (path: string, value: unknown): Record<string, unknown> | undefined =>
    isRecord(value) ? value : refuse(path, value, "an object");

  function clock(value: unknown): SharedClock | undefined {
    const fields = record("clock", value);
    if (fields === undefined) return undefined;
    const { paused, clockRatio } = fields;
    if (typeof paused !== "boolean") refuse("clock.paused", paused, "true or false");
    const ratio = number("clock.clockRatio", clockRatio, -FASTEST_CLOCK_RATIO, FASTEST_CLOCK_RATIO, true);
    if (clockRatio === 0) refuse("clock.clockRatio", clockRatio, "anything but 0");
    return { paused: paused === true, clockRatio: ratio };
  }

  function camera(value: unknown): SharedCamera | undefined {
    const fields = record("scene.camera", value);
    if (fields === undefined) return undefined;
    return {
      azimuthDeg: number("scene.camera.azimuthDeg", fields["azimuthDeg"], -360, 360),
      elevationDeg: number("scene.camera.elevationDeg", fields["elevationDeg"], -90, 90),
      distanceKm: number("scene.camera.distanceKm", fields["distanceKm"], 6000, 1_000_000),
    };
  }

  function chase(value: unknown): SharedChase | undefined {
    const fields = record("scene.chase", value);
    if (fields === undefined) return undefined;
    const way = chaseWays.find(({ mode }) => mode === fields["mode"]);
    if (way === undefined) refuse("scene.chase.mode", fields["mode"], chaseWays.map(({ mode }) => mode).join(", "));
    return {
      mode: way?.mode ?? "follow",
      turnDeg: number("scene.chase.turnDeg", fields["turnDeg"], -360, 360),
      liftDeg: number("scene.chase.liftDeg", fields["liftDeg"], -90, 90),
      distanceKm: number("scene.chase.distanceKm", fields["distanceKm"], 0, 1_000_000),
      fieldDeg: number("scene.chase.fieldDeg", fields["fieldDeg"], 1, 170),
    };
  }

  function colour(value: unknown): ColourMode | undefined {
    return isColourMode(value) ? value : refuse("scene.colour", value, colourModes.join(", "));
  }

  function layers(value: unknown): Readonly<Record<string, boolean>> | undefined {
    const fields = record("scene.layers", value);
    if (fields === undefined) return undefined;
    const entries = Object.entries(fields);
    if (entries.length > MAX_LAYER_COUNT)
      return refuse("scene.layers", `${entries.length} layers`, `at most ${MAX_LAYER_COUNT} layers`);
    for (const [name, isOn] of entries)
      if (!layerName.test(name) || reserved.includes(name) || typeof isOn !== "boolean")
        refuse("scene.layers", name, "names of layers with true or false");
    return Object.fromEntries(entries) as Record<string, boolean>;
  }

  function place(path: string, value: unknown): SharedPlace | undefined {
    if (value === undefined) return undefined;
    const fields = record(path, value);
    if (fields === undefined) return undefined;
    const { name, latitudeDeg, longitudeDeg } = fields;
    const isName = typeof name === "string" && name.length > 0 && name.length <= MAX_NAME_CHARACTERS;
    if (!isName) refuse(`${path}.name`, name, `a text of 1 to ${MAX_NAME_CHARACTERS} characters`);
    return {
      name: isName ? name : "",
      latitudeDeg: number(`${path}.latitudeDeg`, latitudeDeg, -90, 90),
      longitudeDeg: number(`${path}.longitudeDeg`, longitudeDeg, -180, 180),
    };
  }

  function route(value: unknown): SharedRoute | undefined {
    const fields = record("scene.route", value);
    if (fields === undefined) return undefined;
    const { goal } = fields;
    if (goal !== "place" && goal !== "compute") refuse("scene.route.goal", goal, '"place" or "compute"');
    const from = place("scene.route.from", fields["from"]);
    const to = place("scene.route.to", fields["to"]);
    return {
      goal: goal === "compute" ? "compute" : "place",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  }

  function scene(value: unknown): SharedScene | undefined {
    const fields = record("scene", value);
    if (fields === undefined) return undefined;
    const given = (name: string) => Object.hasOwn(fields, name);
    const read: { -readonly [Key in keyof SharedScene]: SharedScene[Key] | undefined } = {};
    if (given("camera")) read.camera = camera(fields["camera"]);
    if (given("chase")) read.chase = chase(fields["chase"]);
    if (given("colour")) read.colour = colour(fields["colour"]);
    if (given("selectedIndex"))
      read.selectedIndex = number("scene.selectedIndex", fields["selectedIndex"], 0, MAX_INDEX, true);
    if (given("layers")) read.layers = layers(fields["layers"]);
    if (given("route")) read.route = route(fields["route"]);
    return read as SharedScene;
  }

  return { clock, scene, refuse };
}
