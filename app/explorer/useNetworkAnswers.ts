import { useEffect } from "react";
import { useStore } from "zustand";
import { useColourMode } from "../state/colour.ts";
import { missionStore } from "../state/mission.ts";
import { selectionStore } from "../state/selection.ts";
import { useMission } from "../state/use.ts";
import { networkClient } from "../worker/networkClient.ts";
import { documentNumber } from "./documentNumber.ts";
import { fleetStore } from "./fleetStore.ts";
import { useLayers } from "./layers.ts";
import { networkStore } from "./networkStore.ts";
import { sky } from "./sky.ts";
import { useFollowed } from "./useFollowed.ts";

/** Pauses between questions here: a map takes a tenth of a second, the traffic of a large fleet over a relay one. */
const MAP_EVERY_MS = 400;
const TRAFFIC_EVERY_MS = 1500;
/** Lasers up to so many away from the selection are coloured by load. */
const HOP_COUNT = 6;

/** Keeps the answers that the layers want in step with the clock, off the main thread; a layer that is off asks nothing. */
export function useNetworkAnswers(): void {
  const document = useMission((state) => state.document);
  const flightNumber = useStore(fleetStore, ({ flight }) => flight?.number);
  const isMapOn = useLayers(({ latency }) => latency);
  const areGatewaysOn = useLayers(({ gateways }) => gateways);
  const areLoadsOn = useLayers(({ loads }) => loads);
  const selectedIndex = useStore(selectionStore, (state) => state.selectedIndex);
  const loadIndex = areLoadsOn ? selectedIndex : undefined;
  const number = documentNumber(document);
  const isEach = useColourMode() === "load";
  const to = useStore(networkStore, ({ mapGoal }) => mapGoal);

  const latency = useFollowed({
    key: isMapOn
      ? `map ${number} ${to === undefined ? "" : [to.name, to.latitudeDeg, to.longitudeDeg].join(" ")}`
      : undefined,
    flightNumber,
    everyMs: MAP_EVERY_MS,
    ask: (tS) => networkClient.latencyMap({ document: missionStore.getState().document, tS, to }),
  });
  const traffic = useFollowed({
    key: areGatewaysOn || areLoadsOn || isEach ? `traffic ${number} ${loadIndex} ${isEach}` : undefined,
    flightNumber,
    everyMs: TRAFFIC_EVERY_MS,
    ask: (tS) =>
      networkClient.traffic({
        document: missionStore.getState().document,
        tS,
        isEach,
        around: loadIndex === undefined ? undefined : { index: loadIndex, hopCount: HOP_COUNT },
      }),
  });
  useEffect(() => {
    networkStore.setState({ latency });
    sky.wake();
  }, [latency]);
  useEffect(() => {
    networkStore.setState({ traffic });
    sky.wake();
  }, [traffic]);
}
