import { useEffect } from "react";
import { useStore } from "zustand";
import { missionStore } from "../state/mission.ts";
import { engineClient } from "../worker/client.ts";
import type { PlaceQuestion, RouteAnswer } from "../worker/messages.ts";
import { networkClient } from "../worker/networkClient.ts";
import { fleetStore } from "./fleetStore.ts";
import { lookAtRoute } from "./lookAt.ts";
import { isRouteChosen, routeStore, useRoute } from "./routeStore.ts";
import { sky } from "./sky.ts";
import { useFollowed } from "./useFollowed.ts";

const EVERY_MS = 350;
const nameOf = ({ name, latitudeDeg, longitudeDeg }: PlaceQuestion) => `${name} ${latitudeDeg} ${longitudeDeg}`;

/** Who serves is asked again after so much time in the sky, even if nobody changed: the clock may have been set. */
const RENEW_S = 1800;

/** Asks who serves the ends, and since when, as often as one of them changes. */
function useHandovers(answer: RouteAnswer | undefined, from: PlaceQuestion | undefined, to: PlaceQuestion | undefined) {
  const servers = answer?.reachable
    ? [answer.satellites[0], answer.satellites.at(-1), Math.floor(answer.tS / RENEW_S)].join(" ")
    : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when a server changes, not with every answer
  useEffect(() => {
    if (servers === undefined || answer === undefined || from === undefined) {
      routeStore.getState().takeHandovers(undefined);
      return;
    }
    let isHere = true;
    const { document } = missionStore.getState();
    networkClient
      .handovers({ document, from, to, tS: answer.tS })
      .then((handovers) => {
        if (!isHere || handovers === undefined) return;
        routeStore.getState().takeHandovers(handovers);
        sky.wake();
      })
      // A worker that stopped is told by the network's panel.
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, [servers, from, to]);
}

/** The path that is asked for now; also kept where the scene finds it. */
export function useRouteAnswer(): RouteAnswer | undefined {
  const goal = useRoute((state) => state.goal);
  const from = useRoute((state) => state.from);
  const to = useRoute((state) => state.to);
  const end = goal === "place" ? to : undefined;
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  const isAsked = isRouteChosen({ goal, from, to });
  const answer = useFollowed({
    key: isAsked ? `${goal} ${nameOf(from!)} ${end === undefined ? "" : nameOf(end)}` : undefined,
    flightNumber,
    everyMs: EVERY_MS,
    ask: async (tS) => (isAsked ? engineClient.route({ from: from!, to: end, tS }) : undefined),
  });
  useEffect(() => routeStore.getState().take(answer), [answer]);
  useHandovers(answer, from, end);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fleet is looked at anew
  useEffect(() => {
    if (isAsked && !routeStore.getState().keepsCamera) lookAtRoute(from!, end ?? from!);
  }, [isAsked, from, end, flightNumber]);
  return answer;
}
