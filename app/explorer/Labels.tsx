import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo } from "react";
import type { PerspectiveCamera } from "three";
import { useStore } from "zustand";
import { EARTH_RADIUS_WGS84_KM, moonLitFraction } from "#engine";
import { cityList } from "../state/cities.ts";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { chaseRig } from "./chaseRig.ts";
import { covered } from "./covered.ts";
import { gatewayLabels } from "./gatewayLabels.ts";
import { isBehindEarth, overGroundKm, turnToTeme } from "./globe.ts";
import { useGround } from "./groundStore.ts";
import { type LabelWish, layOutLabels, type Side } from "./labelLayout.ts";
import { createLabelPool } from "./labelPool.ts";
import { useLayers } from "./layers.ts";
import { nearFrame } from "./nearFrame.ts";
import { networkStore } from "./networkStore.ts";
import { order } from "./order.ts";
import { pace } from "./pace.ts";
import { cameraTemeKm, projectPx } from "./projection.ts";
import { useRoute } from "./routeStore.ts";
import { siteLabels } from "./siteLabels.ts";
import { type Shown, sky } from "./sky.ts";

/** Cities that may get a label besides the mission's places. */
const CITY_COUNT = 60;
/** Camera distance, km, within which cities are named. */
const CITY_DISTANCE_KM = 24_000;
/** Least rise of the line of sight over the ground, sine: nearer the limb names crowd. */
const LEAST_FACING = 0.16;

/** A satellite that spans more than this needs no ring, pixels. */
const MARK_PX = 20;

type Wish = LabelWish & { readonly text: string; readonly kind: string };
/** Who gets a label before whom; cities come last. */
const fixedRanks: Readonly<Record<string, number>> = {
  end: 0,
  gateway: 1,
  "laser-gateway": 1,
  site: 1,
  moon: 2,
  place: 2,
};

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
  const areGatewaysOn = useLayers(({ gateways }) => gateways);
  const sites = useMission(({ document }) => document.sites);
  const traffic = useStore(networkStore, (state) => state.traffic);
  const areSitesOn = useLayers((layers) => layers.sites);
  const siteCounts = useGround((state) => state.siteCounts);

  const candidates = useMemo(() => {
    const ends = [from, to].filter((place) => place !== undefined);
    const cities = cityList.slice(0, CITY_COUNT);
    const seen = new Set<string>();
    return [
      ...ends.map((place) => ({ ...place, text: place.name, kind: "end" })),
      ...(areGatewaysOn ? gatewayLabels(sites ?? [], traffic) : []),
      ...(areSitesOn ? siteLabels(sites ?? [], siteCounts) : []),
      ...(isOn ? (missionPlaces ?? []).map((place) => ({ ...place, text: place.name, kind: "place" })) : []),
      ...(isOn ? cities.map((place) => ({ ...place, text: place.name, kind: "city" })) : []),
    ]
      .filter(({ name }) => !seen.has(name) && seen.add(name))
      .map((place) => ({ ...place, ecefKm: overGroundKm(place) }));
  }, [from, to, isOn, missionPlaces, areGatewaysOn, sites, traffic, areSitesOn, siteCounts]);

  const pool = useMemo(() => createLabelPool(layer), [layer]);
  useEffect(() => () => pool.clear(), [pool]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new candidates are drawn even while time stands still
  useEffect(() => invalidate(), [invalidate, candidates]);
  const choice = useMemo(() => ({ keys: new Map() as ReadonlyMap<string, Side> }), []);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined || pace.isLeftOut()) return;
    const box = { camera, widthPx: size.width, heightPx: size.height };
    cameraTemeKm(camera, eye);
    const areCitiesNamed = Math.hypot(...eye) < CITY_DISTANCE_KM;
    const seen: Wish[] = [];
    // Where a frame leaps over orbits the Earth turns by a large part too: names would jump about.
    for (const { name, text, kind, ecefKm } of shown.bandShare === 1 ? [] : candidates) {
      if (kind === "city" && !areCitiesNamed) break;
      turnToTeme(ecefKm, shown.gmstRad, at);
      if (facing(at, eye) < LEAST_FACING) continue;
      const px = projectPx({ positionTemeKm: at, ...box });
      if (px !== undefined) seen.push({ key: name, text, kind, ...px, widthPx: pool.widthPx(text) });
    }
    if (isOn && !isBehindEarth(eye, shown.moonTemeKm)) {
      const px = projectPx({ positionTemeKm: shown.moonTemeKm, ...box });
      const text = moonText(shown);
      if (px !== undefined) seen.push({ key: "the Moon", text, kind: "moon", ...px, widthPx: pool.widthPx(text) });
    }
    // A city that has its label keeps it before others get theirs: labels do not flicker.
    const rank = ({ kind, key }: Wish) => fixedRanks[kind] ?? (choice.keys.has(key) ? 4 : 5);
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
    const spanPx = selectedIndex === undefined ? undefined : nearFrame.spanPx(selectedIndex, size.height, camera.fov);
    // A ring round something that is larger than it says nothing.
    const isOutgrown = (spanPx ?? 0) > MARK_PX || chaseRig.isSeated();
    pool.mark(px && !isOutgrown ? { ...px, isHidden: isBehindEarth(eye, at) } : undefined);
  }, order.labels);
  return null;
}

/** The Moon's name and how much of its disc is lit, whole per cent. */
function moonText({ moonTemeKm, sunTemeUnit: [x, y, z], sunDistanceKm }: Shown): string {
  const sunTemeKm = [x * sunDistanceKm, y * sunDistanceKm, z * sunDistanceKm] as const;
  return `Moon, ${Math.round(100 * moonLitFraction({ moonTemeKm, sunTemeKm }))} % lit`;
}

/** Sine of the height at which the eye stands over a point of the ground. */
function facing(ground: Point, from: Point): number {
  const x = from[0] - ground[0];
  const y = from[1] - ground[1];
  const z = from[2] - ground[2];
  return (x * ground[0] + y * ground[1] + z * ground[2]) / (Math.hypot(x, y, z) * EARTH_RADIUS_WGS84_KM);
}
