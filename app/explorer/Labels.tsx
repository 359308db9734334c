import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import type { PerspectiveCamera } from "three";
import { EARTH_RADIUS_WGS84_KM } from "#engine";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { covered } from "./covered.ts";
import { isBehindEarth, overGroundKm, turnToTeme } from "./globe.ts";
import { type LabelWish, layOutLabels, type Side } from "./labelLayout.ts";
import { createLabelPool } from "./labelPool.ts";
import { useLayers } from "./layers.ts";
import { order } from "./order.ts";
import { cityList } from "./places.ts";
import { cameraTemeKm, projectPx } from "./projection.ts";
import { useRoute } from "./routeStore.ts";
import { sky } from "./sky.ts";

/** Cities that may get a label besides the mission's places. */
const CITY_COUNT = 60;
/** Camera distance, km, within which cities are named. */
const CITY_DISTANCE_KM = 24_000;
/** Least rise of the line of sight over the ground, sine: nearer the limb names crowd. */
const LEAST_FACING = 0.16;

type Point = [number, number, number];
const eye: Point = [0, 0, 0];
const at: Point = [0, 0, 0];

/** Names of places and the mark of the selected satellite, as HTML over the canvas; written once a frame, never through React. */
export function Labels({ layer }: { layer: HTMLElement }) {
  const camera = useThree(({ camera }) => camera) as PerspectiveCamera;
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const missionPlaces = useMission(({ document }) => document.places);
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const isOn = useLayers(({ labels }) => labels);

  const candidates = useMemo(() => {
    const ends = [from, to].filter((place) => place !== undefined);
    const cities = cityList.slice(0, CITY_COUNT);
    const seen = new Set<string>();
    return [
      ...ends.map((place) => ({ ...place, kind: "end" as const })),
      ...(isOn ? (missionPlaces ?? []).map((place) => ({ ...place, kind: "place" as const })) : []),
      ...(isOn ? cities.map((place) => ({ ...place, kind: "city" as const })) : []),
    ]
      .filter(({ name }) => !seen.has(name) && seen.add(name))
      .map((place) => ({ ...place, ecefKm: overGroundKm(place) }));
  }, [from, to, isOn, missionPlaces]);

  const pool = useMemo(() => createLabelPool(layer), [layer]);
  useEffect(() => () => pool.clear(), [pool]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new candidates are drawn even while time stands still
  useEffect(() => invalidate(), [invalidate, candidates]);
  const choice = useMemo(() => ({ keys: new Map() as ReadonlyMap<string, Side> }), []);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined) return;
    const box = { camera, widthPx: size.width, heightPx: size.height };
    cameraTemeKm(camera, eye);
    const areCitiesNamed = Math.hypot(...eye) < CITY_DISTANCE_KM;
    const seen: (LabelWish & { kind: string })[] = [];
    for (const { name, kind, ecefKm } of candidates) {
      if (kind === "city" && !areCitiesNamed) break;
      turnToTeme(ecefKm, shown.gmstRad, at);
      if (facing(at, eye) < LEAST_FACING) continue;
      const px = projectPx({ positionTemeKm: at, ...box });
      if (px !== undefined) seen.push({ key: name, kind, ...px, widthPx: pool.widthPx(name) });
    }
    // A city that has its label keeps it before others get theirs: labels do not flicker.
    const rank = ({ kind, key }: LabelWish & { kind: string }) =>
      kind === "end" ? 0 : kind === "place" ? 1 : choice.keys.has(key) ? 2 : 3;
    choice.keys = layOutLabels({ wishes: seen.sort((a, b) => rank(a) - rank(b)), taken: covered.boxes(), ...box });
    pool.show(
      seen.flatMap((wish) => {
        const side = choice.keys.get(wish.key);
        return side === undefined ? [] : [{ ...wish, side }];
      }),
    );

    const { selectedIndex } = selectionStore.getState();
    const marked = selectedIndex === undefined ? undefined : sky.positionInto(selectedIndex, at);
    const px = marked && projectPx({ positionTemeKm: marked, ...box });
    pool.mark(px && { ...px, isHidden: isBehindEarth(eye, at) });
  }, order.labels);
  return null;
}

/** Sine of the height at which the eye stands over a point of the ground. */
function facing(ground: Point, from: Point): number {
  const x = from[0] - ground[0];
  const y = from[1] - ground[1];
  const z = from[2] - ground[2];
  return (x * ground[0] + y * ground[1] + z * ground[2]) / (Math.hypot(x, y, z) * EARTH_RADIUS_WGS84_KM);
}
