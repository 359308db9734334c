import { createStore } from "zustand/vanilla";
import { type Instant, type MissionIssue, parseInstant } from "#engine";
import { catalogueStore } from "../state/catalogue.ts";
import { missionStore } from "../state/mission.ts";
import { selectionStore } from "../state/selection.ts";
import { engineClient } from "../worker/client.ts";
import type { FlightSummary } from "../worker/messages.ts";

export type OpenFlight = FlightSummary & {
  readonly epoch: Instant;
  readonly number: number;
  /** Of the catalogue that flies along; undefined without one. */
  readonly catalogueKey: number | undefined;
  /** What it was made of. */
  readonly parts: string;
};
export type FleetState = {
  readonly flight: OpenFlight | undefined;
  readonly issues: readonly MissionIssue[];
  /** What stopped the engine, until it is started again. */
  readonly failure: string | undefined;
};

/** Pause after the last edit before the fleet is flown anew, milliseconds. */
const EDIT_PAUSE_MS = 150;

/** The flight of the mission that is shown. */
export const fleetStore = createStore<FleetState>()(() => ({ flight: undefined, issues: [], failure: undefined }));

let number = 0;
/** What a flight is made of: the catalogue, and parts of the document; editing a battery moves no satellite. */
const flownParts = () => {
  const { shells, relay, epoch, links } = missionStore.getState().document;
  return JSON.stringify([shells, relay, epoch, links, catalogueStore.getState().catalogue?.key]);
};
let flown = "";

/** Where the selected satellite stands in another flight: an object of the same catalogue is found again, an index beyond the end is none. */
function selectedIn(next: OpenFlight, before: OpenFlight | undefined, selectedIndex: number): number | undefined {
  const firstObject = (flight: OpenFlight) => flight.totalCount - flight.catalogueCount;
  if (before === undefined || selectedIndex < firstObject(before))
    return selectedIndex < firstObject(next) ? selectedIndex : undefined;
  return next.catalogueKey === before.catalogueKey
    ? selectedIndex - firstObject(before) + firstObject(next)
    : undefined;
}

/** Whether a flight is of the mission as it is now. */
export const isCurrent = (flight: OpenFlight) => flight.parts === flownParts();

async function fly(): Promise<void> {
  const { document } = missionStore.getState();
  const parts = flownParts();
  if (parts === flown) return;
  flown = parts;
  try {
    const { catalogue } = catalogueStore.getState();
    const answer = await engineClient.openFlight(document, catalogue);
    if (answer === undefined) return;
    if (answer.totalCount === undefined) {
      fleetStore.setState({ issues: answer.issues });
      return;
    }
    const { selectedIndex, select } = selectionStore.getState();
    const flight = {
      ...answer,
      epoch: parseInstant(answer.epochText)!,
      number: ++number,
      catalogueKey: catalogue?.key,
      parts,
    };
    if (selectedIndex !== undefined) select(selectedIn(flight, fleetStore.getState().flight, selectedIndex));
    fleetStore.setState({ flight, issues: [], failure: undefined });
  } catch (reason) {
    flown = "";
    fleetStore.setState({ failure: reason instanceof Error ? reason.message : String(reason) });
  }
}

/** Starts the workers anew after a failure. The mission is put in again, so that whoever follows it asks again. */
export function restartFleet(): void {
  engineClient.restart();
  flown = "";
  fleetStore.setState({ failure: undefined });
  missionStore.setState(({ document }) => ({ document: { ...document } }));
  void fly();
}

/** Keeps the flight in step with the mission and the catalogue. Answers with the way to stop. */
export function followMission(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopMission = missionStore.subscribe((state, before) => {
    if (state.document === before.document) return;
    clearTimeout(timer);
    timer = setTimeout(() => void fly(), EDIT_PAUSE_MS);
  });
  const stopCatalogue = catalogueStore.subscribe((state, before) => {
    if (state.catalogue !== before.catalogue) void fly();
  });
  const stopFailure = engineClient.onFailure(({ who, message }) => {
    flown = "";
    fleetStore.setState({ failure: `The engine's ${who} stopped: ${message}` });
  });
  void fly();
  return () => {
    clearTimeout(timer);
    stopMission();
    stopCatalogue();
    stopFailure();
  };
}
