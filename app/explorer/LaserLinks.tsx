import { useFrame, useThree } from "@react-three/fiber";
import { useEffect, useMemo, useRef } from "react";
import { engineClient } from "../worker/client.ts";
import type { NearbyLinks } from "../worker/messages.ts";
import type { SceneColours } from "./colours.ts";
import { order } from "./order.ts";
import { createPoll } from "./poll.ts";
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

/** The +Grid's lasers round the selected satellite; those that are down are left out, and the inspector says why. */
export function LaserLinks({
  index,
  colours,
  flightNumber,
}: {
  index: number;
  colours: SceneColours;
  flightNumber: number;
}) {
  const links = useRef<NearbyLinks>(undefined);
  const size = useThree(({ size }) => size);
  const invalidate = useThree(({ invalidate }) => invalidate);
  const ribbon = useMemo(
    () => createRibbon({ segmentCount: MOST_SEGMENT_COUNT, colour: colours.beam, widthPx: 1.3, base: 0.9 }),
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
          invalidate();
        },
      }),
    [index, flightNumber, invalidate],
  );
  useEffect(() => {
    links.current = undefined;
    return () => poll.stop();
  }, [poll]);
  useEffect(() => () => ribbon.dispose(), [ribbon]);

  useFrame(() => {
    const shown = sky.shown();
    if (shown === undefined) return;
    const { current } = links;
    if (current === undefined || Math.abs(current.tS - shown.tS) > STALE_S) poll.tick(performance.now());
    ribbon.uniforms.uSizePx.value.set(size.width, size.height);
    ribbon.begin();
    for (let link = 0; current !== undefined && shown.bandShare === 0 && link < current.ups.length; link++) {
      if (current.ups[link] !== 1) continue;
      const [first, second] = [current.pairs[link * 2]!, current.pairs[link * 2 + 1]!];
      if (sky.positionInto(first, a) === undefined || sky.positionInto(second, b) === undefined) continue;
      // Fainter with each hop: links come nearest first.
      const strength = first === index || second === index ? 1 : 0.5 * (1 - link / current.ups.length);
      ribbon.write(a, b, { strength });
    }
    ribbon.finish();
  }, order.scene);

  return <primitive object={ribbon.object} />;
}
