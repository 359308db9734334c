import { useEffect } from "react";
import { useStore } from "zustand";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import { fleetStore } from "./fleetStore.ts";
import { lookAtRoute } from "./lookAt.ts";
import { routeStore, useRoute } from "./routeStore.ts";
import { useFollowed } from "./useFollowed.ts";

const EVERY_MS = 350;
const nameOf = ({ name, latitudeDeg, longitudeDeg }: PlaceQuestion) => `${name} ${latitudeDeg} ${longitudeDeg}`;

/** The path between the chosen places now; also kept where the scene finds it. */
export function useRouteAnswer(): RouteAnswer | undefined {
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  const isAsked = from !== undefined && to !== undefined;
  const answer = useFollowed({
    key: isAsked ? `${nameOf(from)} ${nameOf(to)}` : undefined,
    flightNumber,
    everyMs: EVERY_MS,
    ask: async (tS) => (isAsked ? engineClient.route({ from, to, tS }) : undefined),
  });
  useEffect(() => routeStore.getState().take(answer), [answer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fleet is looked at anew
  useEffect(() => {
    if (from !== undefined && to !== undefined) lookAtRoute(from, to);
  }, [from, to, flightNumber]);
  return answer;
}
