import { describe, expect, test } from "vitest";
import { type Mission, parseMission, referenceMission } from "#engine";
import { cityList } from "../../../../app/state/cities.ts";
import { createMissionStore } from "../../../../app/state/mission.ts";
import {
  addDemand,
  addPlace,
  chooseEnd,
  demandsOf,
  duplicateDemand,
  duplicatePlace,
  endChoices,
  freeName,
  removeDemand,
  removePlace,
  renamePlace,
} from "../../../../app/wizard/ends.ts";

const reference = parseMission(referenceMission).mission!;
const at = (name: string) => ({ name, latitudeDeg: 10, longitudeDeg: 20 });
const document = parseMission({
  ...reference,
  places: [at("A"), at("B")],
  sites: [{ ...at("S"), heightKm: 1, kind: "laser", clearFraction: 0.5 }],
  demands: [
    { from: "A", to: "S", rateBps: 1e9 },
    { from: "B", to: "A", rateBps: 2e9 },
    { from: "fleet", to: "gateways", rateBps: 3e9 },
  ],
}).mission!;
type Edit = (draft: Mission) => void;

/** Through the store: a change that the engine refuses, or that undo does not take back whole, fails here. */
function edited(change: Edit, before: Mission = document): Mission {
  const store = createMissionStore({ document: before });
  expect(store.getState().edit("change", change)).toEqual([]);
  const after = store.getState().document;
  expect(store.getState().undoSteps).toHaveLength(1);
  expect(store.getState().undo()).toBe(true);
  expect(store.getState().document).toEqual(before);
  return after;
}
const namesOf = (list: readonly { readonly name: string }[] | undefined) => list?.map(({ name }) => name);

describe("places and sites", () => {
  test("one is added at a city that has none, the first too", () => {
    const { places: _, sites: __, demands: ___, ...bare } = document;
    const first = edited(addPlace("places", bare, cityList).edit, bare);
    expect(first.places).toEqual([
      {
        name: cityList[0]!.name,
        latitudeDeg: cityList[0]!.latitudeDeg,
        longitudeDeg: cityList[0]!.longitudeDeg,
      },
    ]);
    const second = edited(addPlace("sites", first, cityList).edit, first);
    expect(second.sites).toMatchObject([{ name: cityList[1]!.name, heightKm: 0 }]);
  });

  test("a copy stands right behind, under a name of its own", () => {
    const after = edited(duplicatePlace("places", 0, document).edit);
    expect(namesOf(after.places)).toEqual(["A", "A 2", "B"]);
    expect(after.demands).toEqual(document.demands);
    expect(edited(duplicatePlace("sites", 0, document).edit).sites![1]).toEqual({ ...document.sites![0], name: "S 2" });
  });

  test("names are never taken twice, nor longer than a mission allows", () => {
    expect(freeName("A 2", ["A 2", "A 3"])).toBe("A 4");
    const long = "x".repeat(200);
    expect(freeName(long, [long]).length).toBeLessThanOrEqual(200);
  });

  test("the demands that name one go with it, and come back with it", () => {
    expect([demandsOf("places", 0, document), demandsOf("places", 1, document)]).toEqual([2, 1]);
    const after = edited(removePlace("places", 0, document));
    expect(namesOf(after.places)).toEqual(["B"]);
    expect(after.demands).toEqual([document.demands![2]]);
    // A list that holds nothing is left out: an empty list of demands would ask for nothing at all.
    const alone = { ...document, demands: [document.demands![0]!] };
    expect(edited(removePlace("sites", 0, alone), alone)).not.toHaveProperty("demands");
    expect(edited(removePlace("sites", 0, alone), alone)).not.toHaveProperty("sites");
  });

  test("demands stay where another bears the same name", () => {
    const twins = parseMission({ ...document, places: [at("A"), at("B"), at("A")] }).mission!;
    expect(edited(removePlace("places", 0, twins), twins).demands).toEqual(twins.demands);
    expect(edited(renamePlace("places", 0, twins, { name: "C" }), twins).demands).toEqual(twins.demands);
  });

  test("demands follow a new name", () => {
    const after = edited(renamePlace("places", 0, document, { name: "C", latitudeDeg: 1, longitudeDeg: 2 }));
    expect(after.places![0]).toEqual({ name: "C", latitudeDeg: 1, longitudeDeg: 2 });
    expect(after.demands!.map(({ from, to }) => [from, to])).toEqual([
      ["C", "S"],
      ["B", "C"],
      ["fleet", "gateways"],
    ]);
  });

  test("a name that demands keep for themselves is refused and leaves the document as it is", () => {
    const store = createMissionStore({ document });
    const issues = store.getState().edit("name", renamePlace("places", 0, document, { name: "fleet" }), {
      path: "places[0].name",
      text: "fleet",
    });
    expect(issues.map(({ path }) => path)).toContain("places[0].name");
    expect(store.getState().document).toBe(document);
    expect(store.getState().drafts["places[0].name"]?.text).toBe("fleet");
  });

  test("typing a name is one step", () => {
    const store = createMissionStore({ document, nowMs: () => 0 });
    for (const name of ["Ab", "Abc"]) {
      const { document: now, edit } = store.getState();
      edit("name", renamePlace("places", 0, now, { name }), { path: "places[0].name", text: name });
    }
    expect(store.getState().undoSteps).toHaveLength(1);
    expect(store.getState().document.demands![0]!.from).toBe("Abc");
  });
});

describe("demands", () => {
  test("the first is what holds without one", () => {
    const { demands: _, ...bare } = document;
    expect(edited(addDemand(5e9), bare).demands).toEqual([{ from: "fleet", to: "gateways", rateBps: 5e9 }]);
  });

  test("are copied and taken away", () => {
    expect(edited(duplicateDemand(0)).demands!.map(({ rateBps }) => rateBps)).toEqual([1e9, 1e9, 2e9, 3e9]);
    expect(edited(removeDemand(1)).demands!.map(({ rateBps }) => rateBps)).toEqual([1e9, 3e9]);
  });

  test("choosing the other end turns one round, which the engine would refuse half done", () => {
    expect(edited(chooseEnd(0, "from", "S")).demands![0]).toEqual({ from: "S", to: "A", rateBps: 1e9 });
    expect(edited(chooseEnd(0, "to", "gateways")).demands![0]).toEqual({ from: "A", to: "gateways", rateBps: 1e9 });
  });

  test("every end that is offered is one that the engine takes, each once", () => {
    const twins = parseMission({ ...document, places: [at("A"), at("S")], demands: undefined }).mission!;
    const choices = endChoices(twins);
    expect(choices.map(({ value }) => value)).toEqual(["fleet", "gateways", "S", "A"]);
    const begun = edited(addDemand(1), twins);
    for (const { value } of choices.slice(1)) edited(chooseEnd(0, "from", value), begun);
  });
});
