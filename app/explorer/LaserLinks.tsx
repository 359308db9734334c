import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { NormalBlending } from "three";
import { engineClient } from "../worker/client.ts";
import type { NearbyLinks } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { networkStore } from "./networkStore.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
import { cameraTemeKm } from "./projection.ts";
import { createRibbon } from "./ribbon.ts";
import { sky } from "./sky.ts";

/** Links up to this many hops away: 4 × the square of it in a +Grid. */
const HOP_COUNT = 6;
const MOST_SEGMENT_COUNT = 160;
/** Which links stand is asked again after so much time in the sky, and not more often than every so many milliseconds here. */
const STALE_S = 30;
const LEAST_MS = 500;

const a: [number, number, number] = [0, 0, 0];
const b: [number, number, number] = [0, 0, 0];
const eye: [number, number, number] = [0, 0, 0];

/** Dashes of a broken link, whatever its length. */
const DASH_COUNT = 9;

/** Lasers round the selected satellite; those that are down are dashes, and the inspector says why. */
export function LaserLinks({
  index,
  colours,
  flightNumber,
  areUpsShown,
}: {
  index: number;
  colours: SceneColours;
  flightNumber: number;
  /** Not where another layer colours those that stand. */
  areUpsShown: boolean;
}) {
  const links = useRef<NearbyLinks>(undefined);
  const camera = useThree(({ camera }) => camera);
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const ribbon = useMemo(
    () => createRibbon({ segmentCount: MOST_SEGMENT_COUNT, colour: colours.beam, widthPx: 1.3, base: 0.9 }),
    [colours],
  );
  const broken = useMemo(
    () =>
      createRibbon({
        segmentCount: MOST_SEGMENT_COUNT,
        colour: colours.bad,
        widthPx: 1.1,
        base: 0.75,
        isDashed: true,
        blending: NormalBlending,
      }),
    [colours],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new flight has new links, even for the same index
  const poll = useMemo(
    () =>
      createPoll({
        leastMs: LEAST_MS,
        ask: () => engineClient.linksNear({ index, tS: sky.shown()!.tS, hopCount: HOP_COUNT }),
        take(answer) {
          links.current = answer;
          networkStore.setState({ nearby: answer });
          invalidate();
        },
      }),
    [index, flightNumber, invalidate],
  );
  useEffect(() => {
    links.current = undefined;
    return () => {
      poll.stop();
      networkStore.setState({ nearby: undefined });
    };
  }, [poll]);
  useEffect(() => () => ribbon.dispose(), [ribbon]);
  useEffect(() => () => broken.dispose(), [broken]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined) return;
    const { current } = links;
    if (current === undefined || Math.abs(current.tS - shown.tS) > STALE_S) poll.tick(performance.now());
    cameraTemeKm(camera, eye);
    for (const each of [ribbon, broken]) {
      each.uniforms.uSizePx.value.set(size.width, size.height);
      each.begin(eye);
    }
    for (let link = 0; current !== undefined && shown.bandShare === 0 && link < current.ups.length; link++) {
      const isUp = current.ups[link] === 1;
      if (isUp && !areUpsShown) continue;
      const [first, second] = [current.pairs[link * 2]!, current.pairs[link * 2 + 1]!];
      if (sky.positionInto(first, a) === undefined || sky.positionInto(second, b) === undefined) continue;
      // Fainter with each hop: links come nearest first.
      const strength = first === index || second === index ? 1 : 0.5 * (1 - link / current.ups.length);
      if (isUp) ribbon.write(a, b, { strength });
      else broken.write(a, b, { toKm: DASH_COUNT, strength: 0.35 + 0.65 * strength });
    }
    ribbon.finish();
    broken.finish();
  }, order.scene);

  return (
    <>
      <primitive object={ribbon.object} />
      <primitive object={broken.object} />
    </>
  );
}
