import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import type { PerspectiveCamera } from "three";
import { addSeconds, greatCircleKm } from "#engine";
import { clockStore } from "../state/clock.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { fibreMs } from "./fibre.ts";
import { greatCirclePoints, isBehindEarth, overGroundKm, turnToTeme } from "./globe.ts";
import { writeInstant } from "./instants.ts";
import { order } from "./order.ts";
import { pace } from "./pace.ts";
import { cameraTemeKm, projectPx } from "./projection.ts";
import { createRibbon, NO_PULSE_KM } from "./ribbon.ts";
import { createRouteMarks, NEW_S, writeServed } from "./routeMarks.ts";
import { routeStore } from "./routeStore.ts";
import { type Shown, sky } from "./sky.ts";

/** Light on the route is shown this much slower than it is. */
export const LIGHT_SLOWED_RATIO = 60;
/** Rest between two pulses, seconds. */
const REST_S = 0.8;
const FIBRE_POINT_COUNT = 96;
const FIBRE_HEIGHT_KM = 8;
/** Room for the words at a satellite. */
const SERVED_WIDTH_PX = 150;
/** Segments of the thread. */
const MOST_HOP_COUNT = 200;

type Point = [number, number, number];
const here: Point = [0, 0, 0];
const next: Point = [0, 0, 0];
const head: Point = [0, 0, 0];
const eye: Point = [0, 0, 0];
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const distanceKm = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);

/** The point `share` of the way from `a` to `b`. */
function between(a: Point, b: Point, share: number, out: Point): Point {
  for (let axis = 0; axis < 3; axis++) out[axis] = a[axis]! + share * (b[axis]! - a[axis]!);
  return out;
}

/**
 * The route as a bright thread from place to place, or to the satellite that computes, a pulse running along it with a count of
 * its milliseconds, and the fibre between the two places below for comparison.
 */
export function Route({
  from,
  to,
  endsAtPlace,
  colours,
  labels,
}: {
  from: PlaceQuestion;
  to: PlaceQuestion | undefined;
  endsAtPlace: boolean;
  colours: SceneColours;
  labels: HTMLElement;
}) {
  const camera = useThree(({ camera }) => camera) as PerspectiveCamera;
  const get = useThree(({ get }) => get);
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const startedMs = useRef(0);
  const ends = useMemo(() => ({ from: overGroundKm(from), to: to && overGroundKm(to) }), [from, to]);
  const fibre = useMemo(
    () =>
      to && {
        points: greatCirclePoints({ from, to, heightKm: FIBRE_HEIGHT_KM, pointCount: FIBRE_POINT_COUNT }),
        lengthKm: greatCircleKm({ from, to }),
      },
    [from, to],
  );
  const thread = useMemo(
    () => createRibbon({ segmentCount: MOST_HOP_COUNT, colour: colours.beam, widthPx: 2.4, base: 0.85, tailKm: 900 }),
    [colours],
  );
  const ground = useMemo(
    () =>
      createRibbon({ segmentCount: FIBRE_POINT_COUNT, colour: colours.good, widthPx: 1.4, base: 0.32, tailKm: 500 }),
    [colours],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pair of places starts another pulse
  useEffect(() => {
    startedMs.current = performance.now();
    return routeStore.subscribe(() => invalidate());
  }, [from, to, invalidate]);
  const marks = useMemo(() => createRouteMarks(labels, () => get().size.width - SERVED_WIDTH_PX), [labels, get]);
  useEffect(() => () => marks.clear(), [marks]);
  useEffect(() => () => thread.dispose(), [thread]);
  useEffect(() => () => ground.dispose(), [ground]);

  useFrame(() => {
    if (pace.isLeftOut()) return;
    const shown = sky.shown();
    if (shown === undefined) return;
    const { answer } = routeStore.getState();
    const { gmstRad } = shown;
    const routeMs = answer?.oneWayMs ?? 0;
    const groundMs = fibre === undefined ? 0 : fibreMs(fibre.lengthKm);
    const roundS = (Math.max(routeMs, groundMs) / 1000) * LIGHT_SLOWED_RATIO + REST_S;
    const elapsedS = ((performance.now() - startedMs.current) / 1000) % roundS;
    const ranMs = (elapsedS * 1000) / LIGHT_SLOWED_RATIO;
    const isRunning = !clockStore.getState().paused && !isCalm();
    // Where nothing runs, the whole time stands at the middle.
    const shareOf = (wholeMs: number) => (isRunning ? Math.min(1, ranMs / wholeMs) : 0.5);
    const countOf = (wholeMs: number) => (isRunning ? Math.min(ranMs, wholeMs) : wholeMs);
    cameraTemeKm(camera, eye);
    const pxOf = (at: Point) =>
      isBehindEarth(eye, at)
        ? undefined
        : projectPx({ positionTemeKm: at, camera, widthPx: size.width, heightPx: size.height });

    // Where frames leap over orbits, no way stands long enough to be drawn.
    const path = answer?.reachable && shown.bandShare === 0 ? pathOf(answer.satellites, gmstRad) : [];
    const lengthsKm = path.slice(1).map((point, row) => distanceKm(path[row]!, point));
    const pathKm = lengthsKm.reduce((sum, each) => sum + each, 0);
    const headKm = pathKm * shareOf(routeMs);
    thread.uniforms.uSizePx.value.set(size.width, size.height);
    thread.uniforms.uPulseKm.value = isRunning ? (ranMs / routeMs) * pathKm : NO_PULSE_KM;
    thread.begin(eye);
    let alongKm = 0;
    for (const [row, lengthKm] of lengthsKm.entries()) {
      thread.write(path[row]!, path[row + 1]!, { fromKm: alongKm, toKm: alongKm + lengthKm });
      if (headKm >= alongKm) between(path[row]!, path[row + 1]!, Math.min(1, (headKm - alongKm) / lengthKm), head);
      alongKm += lengthKm;
    }
    thread.finish();
    marks.count("laser", path.length > 1 ? pxOf(head) : undefined, countOf(routeMs));
    markServers(shown, pxOf);

    // The fibre's pulse runs over the same ground by its own, slower light.
    ground.uniforms.uSizePx.value.set(size.width, size.height);
    ground.uniforms.uPulseKm.value = isRunning && fibre ? (ranMs / groundMs) * fibre.lengthKm : NO_PULSE_KM;
    ground.begin(eye);
    if (fibre !== undefined) {
      const segmentCount = FIBRE_POINT_COUNT - 1;
      const perSegmentKm = fibre.lengthKm / segmentCount;
      const headRow = Math.round(segmentCount * shareOf(groundMs));
      for (let row = 0; row < segmentCount; row++) {
        turnToTeme(pointAt(fibre.points, row), gmstRad, here);
        turnToTeme(pointAt(fibre.points, row + 1), gmstRad, next);
        ground.write(here, next, { fromKm: row * perSegmentKm, toKm: (row + 1) * perSegmentKm });
      }
      marks.count("fibre", pxOf(turnToTeme(pointAt(fibre.points, headRow), gmstRad, head)), countOf(groundMs));
    } else marks.count("fibre", undefined, 0);
    ground.finish();
  }, order.scene);

  /** Place, satellites and place in TEME, km, up to the first without a state. */
  function pathOf(satellites: readonly number[], gmstRad: number): Point[] {
    const path: Point[] = [turnToTeme(ends.from, gmstRad, [0, 0, 0])];
    for (const index of satellites) {
      const at = sky.positionInto(index, [0, 0, 0]);
      if (at === undefined) return path;
      path.push([...at]);
    }
    if (endsAtPlace && ends.to !== undefined) path.push(turnToTeme(ends.to, gmstRad, [0, 0, 0]));
    return path;
  }

  function markServers(shown: Shown, pxOf: (at: Point) => { xPx: number; yPx: number } | undefined) {
    const { handovers, answer } = routeStore.getState();
    const servers = answer?.reachable && shown.bandShare === 0 ? [answer.satellites[0], answer.satellites.at(-1)] : [];
    for (const end of [0, 1] as const) {
      const server = end === 0 ? handovers?.from : handovers?.to;
      const isTold = server !== undefined && server.index === servers[end] && (end === 0 || servers[0] !== servers[1]);
      const at = isTold ? sky.positionInto(server.index, head) : undefined;
      if (server === undefined || at === undefined) {
        marks.serve(end, undefined, "", false);
        continue;
      }
      const { sinceTS } = server;
      const forS = sinceTS === undefined ? undefined : shown.tS - sinceTS;
      const sinceText =
        sinceTS === undefined ? undefined : writeInstant(addSeconds(shown.flight.epoch, sinceTS)).slice(11);
      marks.serve(end, pxOf(head), writeServed(server.id, sinceText, forS), forS !== undefined && forS < NEW_S);
    }
  }

  return (
    <>
      <primitive object={thread.object} />
      <primitive object={ground.object} />
    </>
  );
}

const pointAt = (points: Float32Array, row: number): Point => [
  points[row * 3]!,
  points[row * 3 + 1]!,
  points[row * 3 + 2]!,
];
