/** Places, sites and demands of a mission as lists that are added to and taken from. Pure: each edit changes a draft of the document. */
import { FLEET_END, GATEWAYS_END, MAX_DEMAND_COUNT, MAX_PLACE_COUNT, type Mission } from "#engine";
import type { City } from "../state/cities.ts";

export type PlaceList = "places" | "sites";
export type ListName = PlaceList | "demands";
type Demand = NonNullable<Mission["demands"]>[number];
type Edit = (document: Mission) => void;

export const mostOf: Readonly<Record<ListName, number>> = {
  places: MAX_PLACE_COUNT,
  sites: MAX_PLACE_COUNT,
  demands: MAX_DEMAND_COUNT,
};
export const nounOf: Readonly<Record<ListName, string>> = { places: "place", sites: "site", demands: "demand" };

export const nameOfDemand = ({ from, to }: Demand) => `${from} → ${to}`;

/** Leaves room for a number below the 200 characters that a name may have. */
const MOST_COPIED_CHARACTERS = 190;

/** The name, or with the first number that makes it one that nobody has. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(wanted)) return wanted;
  const stem = wanted.slice(0, MOST_COPIED_CHARACTERS).replace(/ \d+$/, "");
  let number = 2;
  while (names.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

const endsOf = ({ places = [], sites = [] }: Mission) => [...places, ...sites];
/** Names that a new place or site cannot have: those of the others, and the two that demands keep for themselves. */
export const takenNames = (document: Mission) => [FLEET_END, GATEWAYS_END, ...endsOf(document).map(({ name }) => name)];

/** Adds a place or site at the most populous city that has none of its name yet. */
export function addPlace(list: PlaceList, document: Mission, cities: readonly City[]): { name: string; edit: Edit } {
  const taken = new Set(takenNames(document));
  const { latitudeDeg, longitudeDeg, ...city } = cities.find(({ name }) => !taken.has(name)) ?? cities[0]!;
  const name = freeName(city.name, taken);
  const placed = { name, latitudeDeg, longitudeDeg };
  return {
    name,
    edit(draft) {
      if (list === "sites") draft.sites = [...(draft.sites ?? []), { ...placed, heightKm: 0 }];
      else draft.places = [...(draft.places ?? []), placed];
    },
  };
}

/** A copy right after the one in hand, of a name of its own. */
export function duplicatePlace(list: PlaceList, index: number, document: Mission): { name: string; edit: Edit } {
  const name = freeName(document[list]![index]!.name, takenNames(document));
  return { name, edit: (draft) => void draft[list]!.splice(index + 1, 0, { ...draft[list]![index]!, name } as never) };
}

/** Demands that name this place or site, where no other bears its name. */
export function demandsOf(list: PlaceList, index: number, document: Mission): number {
  const { name } = document[list]![index]!;
  if (endsOf(document).filter((each) => each.name === name).length > 1) return 0;
  return (document.demands ?? []).filter(({ from, to }) => from === name || to === name).length;
}

function leaveOutEmpty(draft: Mission, list: ListName) {
  if (draft[list]?.length === 0) delete draft[list];
}

/** Takes a place or site away, and the demands that nothing else could answer. */
export function removePlace(list: PlaceList, index: number, document: Mission): Edit {
  const { name } = document[list]![index]!;
  const isNamed = demandsOf(list, index, document) > 0;
  return (draft) => {
    draft[list]!.splice(index, 1);
    leaveOutEmpty(draft, list);
    if (!isNamed) return;
    draft.demands = draft.demands!.filter(({ from, to }) => from !== name && to !== name);
    leaveOutEmpty(draft, "demands");
  };
}

/** Another name; the demands that mean this place or site follow. `city`: its position too. */
export function renamePlace(
  list: PlaceList,
  index: number,
  document: Mission,
  { name, ...position }: { name: string; latitudeDeg?: number; longitudeDeg?: number },
): Edit {
  const before = document[list]![index]!.name;
  const follows = demandsOf(list, index, document) > 0;
  return (draft) => {
    Object.assign(draft[list]![index]!, { name, ...position });
    if (!follows) return;
    for (const demand of draft.demands!)
      for (const end of ["from", "to"] as const) if (demand[end] === before) demand[end] = name;
  };
}

/** Adds the demand that holds while none is named: the fleet's own text to any gateway. */
export function addDemand(fleetOutputBps: number): Edit {
  return (draft) => {
    draft.demands = [...(draft.demands ?? []), { from: FLEET_END, to: GATEWAYS_END, rateBps: fleetOutputBps }];
  };
}

export const duplicateDemand =
  (index: number): Edit =>
  (draft) =>
    void draft.demands!.splice(index + 1, 0, { ...draft.demands![index]! });

export const removeDemand =
  (index: number): Edit =>
  (draft) => {
    draft.demands!.splice(index, 1);
    leaveOutEmpty(draft, "demands");
  };

/** One end of a demand; choosing the other end turns the demand round. */
export const chooseEnd =
  (index: number, end: "from" | "to", name: string): Edit =>
  (draft) => {
    const demand = draft.demands![index]!;
    const other = end === "from" ? "to" : "from";
    if (demand[other] === name) demand[other] = demand[end];
    demand[end] = name;
  };

/** What a demand may begin and end at, each name once. */
export function endChoices({ places = [], sites = [] }: Mission): { value: string; label: string }[] {
  const choices = new Map([
    [FLEET_END, "The fleet, each satellite its share"],
    [GATEWAYS_END, "The gateways, the nearest first"],
  ]);
  const add = (names: readonly { readonly name: string }[], noun: string) => {
    for (const { name } of names) if (!choices.has(name)) choices.set(name, `${name}, ${noun}`);
  };
  add(sites, nounOf.sites);
  add(places, nounOf.places);
  return [...choices].map(([value, label]) => ({ value, label }));
}
