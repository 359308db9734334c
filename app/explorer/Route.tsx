import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { greatCircleKm, LIGHT_SPEED_KM_PER_S } from "#engine";
import { clockStore } from "../state/clock.ts";
import type { PlaceQuestion } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { fibreMs } from "./fibre.ts";
import { greatCirclePoints, overGroundKm, turnToTeme } from "./globe.ts";
import { order } from "./order.ts";
import { createRibbon, NO_PULSE_KM } from "./ribbon.ts";
import { routeStore } from "./routeStore.ts";
import { sky } from "./sky.ts";

/** Light on the route is shown this much slower than it is. */
export const LIGHT_SLOWED_RATIO = 60;
/** Rest between two pulses, seconds. */
const REST_S = 0.8;
const FIBRE_POINT_COUNT = 96;
const FIBRE_HEIGHT_KM = 8;
const MOST_HOP_COUNT = 200;

type Point = [number, number, number];
const here: Point = [0, 0, 0];
const next: Point = [0, 0, 0];
const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const distanceKm = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);

/** The route as a bright thread from place to place, a pulse running along it, and the fibre below for comparison. */
export function Route({ from, to, colours }: { from: PlaceQuestion; to: PlaceQuestion; colours: SceneColours }) {
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const startedMs = useRef(0);
  const ends = useMemo(() => ({ from: overGroundKm(from), to: overGroundKm(to) }), [from, to]);
  const fibre = useMemo(() => {
    const points = greatCirclePoints({ from, to, heightKm: FIBRE_HEIGHT_KM, pointCount: FIBRE_POINT_COUNT });
    return { points, lengthKm: greatCircleKm({ from, to }) };
  }, [from, to]);
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
  useEffect(() => () => thread.dispose(), [thread]);
  useEffect(() => () => ground.dispose(), [ground]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined) return;
    const { answer } = routeStore.getState();
    const { gmstRad } = shown;
    const routeMs = answer?.oneWayMs ?? 0;
    const groundMs = fibreMs(fibre.lengthKm);
    const roundS = (Math.max(routeMs, groundMs) / 1000) * LIGHT_SLOWED_RATIO + REST_S;
    const elapsedS = ((performance.now() - startedMs.current) / 1000) % roundS;
    const isRunning = !clockStore.getState().paused && !isCalm();
    const lightKm = (elapsedS / LIGHT_SLOWED_RATIO) * LIGHT_SPEED_KM_PER_S;

    thread.uniforms.uSizePx.value.set(size.width, size.height);
    thread.uniforms.uPulseKm.value = isRunning ? lightKm : NO_PULSE_KM;
    thread.begin();
    if (answer?.reachable) {
      let alongKm = 0;
      turnToTeme(ends.from, gmstRad, here);
      for (let row = 0; row <= answer.satellites.length; row++) {
        const index = answer.satellites[row];
        if (index === undefined) turnToTeme(ends.to, gmstRad, next);
        else if (sky.positionInto(index, next) === undefined) break;
        const lengthKm = distanceKm(here, next);
        thread.write(here, next, { fromKm: alongKm, toKm: alongKm + lengthKm });
        alongKm += lengthKm;
        here[0] = next[0];
        here[1] = next[1];
        here[2] = next[2];
      }
    }
    thread.finish();

    // The fibre's pulse runs over the same ground by its own, slower light.
    const shareOfGround = groundMs === 0 ? 0 : (elapsedS * 1000) / LIGHT_SLOWED_RATIO / groundMs;
    ground.uniforms.uSizePx.value.set(size.width, size.height);
    ground.uniforms.uPulseKm.value = isRunning ? shareOfGround * fibre.lengthKm : NO_PULSE_KM;
    ground.begin();
    for (let row = 0; row + 1 < FIBRE_POINT_COUNT; row++) {
      turnToTeme(pointAt(fibre.points, row), gmstRad, here);
      turnToTeme(pointAt(fibre.points, row + 1), gmstRad, next);
      const perSegmentKm = fibre.lengthKm / (FIBRE_POINT_COUNT - 1);
      ground.write(here, next, { fromKm: row * perSegmentKm, toKm: (row + 1) * perSegmentKm });
    }
    ground.finish();
  }, order.scene);

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
