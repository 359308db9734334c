import { useEffect, useMemo, useState } from "react";
import { clockStore } from "../state/clock.ts";
import { createFollower } from "./follower.ts";
import { sky } from "./sky.ts";
import { useShownTS } from "./useShownTS.ts";

/** What `ask` says about the shown moment, asked anew as it moves. Another `key` is another question: its answer starts empty. */
export function useFollowed<Answer>({
  key: asked,
  flightNumber,
  everyMs,
  ask,
}: {
  /** Tells the question from any other; undefined when there is none. */
  key: string | undefined;
  /** The flight that it is about: moments of another do not count. */
  flightNumber: number | undefined;
  everyMs: number;
  ask: (tS: number) => Promise<Answer | undefined>;
}): Answer | undefined {
  const key = asked === undefined || flightNumber === undefined ? undefined : `${flightNumber} ${asked}`;
  const tS = useShownTS(everyMs);
  const [held, setHeld] = useState<{ key: string; answer: Answer }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that the question is about
  const follower = useMemo(
    () =>
      key === undefined
        ? undefined
        : createFollower({
            nowTS: () => (sky.shown()?.flight.number === flightNumber ? sky.shown()?.tS : undefined),
            isStanding: () => clockStore.getState().paused,
            ask,
            take: (answer) => setHeld({ key, answer }),
          }),
    [key],
  );
  useEffect(() => () => follower?.stop(), [follower]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the shown moment moves
  useEffect(() => follower?.follow(), [follower, tS]);
  return held !== undefined && held.key === key ? held.answer : undefined;
}
