import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleMissions, parseMission, referenceMission } from "#engine";
import { createMissionStore, MAX_STEP_COUNT, readField } from "../../../../app/state/mission.ts";
import { hostileNames, hostileNumbers, isUnpolluted } from "./hostile.ts";

const reference = parseMission(referenceMission).mission!;
const altitude = "shells[0].altitudeKm";

function openStore() {
  let now = 0;
  const store = createMissionStore({ document: reference, nowMs: () => now });
  return { store, state: store.getState, wait: (ms: number) => (now += ms) };
}

test("a change is one labelled step, undone and done again", () => {
  const { state } = openStore();
  expect(state().set(altitude, 650, "Altitude")).toEqual([]);
  expect(readField(state().document, altitude)).toBe(650);
  expect(state().undoSteps.map(({ label }) => label)).toEqual(["Altitude"]);
  expect(state().undo()).toBe(true);
  expect(state().document).toEqual(reference);
  expect(state().redo()).toBe(true);
  expect(readField(state().document, altitude)).toBe(650);
});

test("a drag is one step, however many values it passes", () => {
  const { state, wait } = openStore();
  for (let km = 601; km <= 700; km++) {
    state().set(altitude, km, "Altitude");
    wait(10);
  }
  expect(state().undoSteps).toHaveLength(1);
  expect(state().editNumber).toBe(1);
  state().undo();
  expect(state().document).toEqual(reference);
});

test("a pause, another field or the end of a drag begins a step of its own", () => {
  const { state, wait } = openStore();
  state().set(altitude, 610, "Altitude");
  wait(5000);
  state().set(altitude, 620, "Altitude");
  state().endBurst();
  state().set(altitude, 630, "Altitude");
  state().set("satellite.wingspanM", 80, "Wingspan");
  expect(state().undoSteps).toHaveLength(4);
  state().undo();
  state().undo();
  expect(readField(state().document, altitude)).toBe(620);
});

test("a refused value leaves the document alone and stays as a draft with its issue", () => {
  const { state } = openStore();
  const issues = state().set(altitude, 100, "Altitude");
  expect(issues[0]?.path).toBe(altitude);
  expect(issues[0]?.message).toContain("300");
  expect(state().document).toBe(reference);
  expect(state().drafts[altitude]?.text).toBe("100");
  expect(state().undoSteps).toHaveLength(0);
});

test("undo takes back a refused text before it takes back a step", () => {
  const { state } = openStore();
  state().set(altitude, 1200, "Altitude");
  state().set(altitude, 12000, "Altitude");
  state().undo();
  expect(state().drafts).toEqual({});
  expect(readField(state().document, altitude)).toBe(1200);
  state().undo();
  expect(readField(state().document, altitude)).toBe(600);
});

test("leaving a field out removes it and the section that it empties", () => {
  const { state } = openStore();
  state().set("assumptions.coolantLimitK", 330, "Coolant limit");
  expect(readField(state().document, "assumptions.coolantLimitK")).toBe(330);
  state().set("assumptions.coolantLimitK", undefined, "Coolant limit");
  expect(state().document).toEqual(reference);
  expect(Object.hasOwn(state().document, "assumptions")).toBe(false);
});

test("setting what is there already is no step", () => {
  const { state } = openStore();
  state().set(altitude, 600, "Altitude");
  expect(state().undoSteps).toHaveLength(0);
});

test("a whole document is one step, and a bad one changes nothing", () => {
  const { state } = openStore();
  expect(state().loadDocument({ format: "dawnline-mission/1" }, "Open").length).toBeGreaterThan(2);
  expect(state().document).toBe(reference);
  for (const { id, title } of exampleMissions) {
    expect(state().loadExample(id)).toEqual([]);
    expect(state().undoSteps.at(-1)?.label).toContain(title);
  }
  while (state().undoSteps.length > 0) state().undo();
  expect(state().document).toEqual(reference);
});

test("a new change ends what could be done again", () => {
  const { state } = openStore();
  state().set(altitude, 650, "Altitude");
  state().undo();
  state().set("name", "Another", "Mission name");
  expect(state().redoSteps).toHaveLength(0);
});

test("steps that no longer fit are dropped, never applied and never thrown", () => {
  const { store, state } = openStore();
  const broken = {
    label: "Kept",
    patches: [],
    inverse: [{ op: "replace" as const, path: ["shells", 9, "altitudeKm"], value: 1 }],
  };
  const polluting = {
    label: "Kept",
    patches: [],
    inverse: [{ op: "add" as const, path: ["__proto__", "polluted"], value: 1 }],
  };
  for (const step of [broken, polluting]) {
    store.setState({ undoSteps: [step] });
    expect(state().undo()).toBe(false);
    expect(state().document).toBe(reference);
    expect(state().undoSteps).toHaveLength(0);
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("the history ends at its limit", () => {
  const { state } = openStore();
  for (let i = 0; i < MAX_STEP_COUNT + 20; i++) {
    state().set(altitude, 600 + ((i % 2) + 1), "Altitude");
    state().endBurst();
  }
  expect(state().undoSteps).toHaveLength(MAX_STEP_COUNT);
});

test("hostile names and numbers are taken as they are or refused with an issue, never thrown", () => {
  const { state } = openStore();
  for (const text of hostileNumbers) {
    const readings: unknown[] = [text, Number(text)];
    try {
      readings.push(JSON.parse(text));
    } catch {
      // No JSON: the text and the number are all that a door can make of it.
    }
    for (const value of readings) {
      for (const path of [altitude, "shells[0].planeCount", "assumptions.lifeYears", "shells", "satellite"]) {
        const issues = state().set(path, value, path);
        expect(issues.length > 0).toBe(state().drafts[path] !== undefined);
        expect(parseMission(state().document).issues).toEqual([]);
      }
    }
  }
  for (const name of hostileNames) {
    const issues = state().set("name", name, "Mission name");
    if (issues.length === 0) expect(state().document.name).toBe(name);
    expect(parseMission(state().document).issues).toEqual([]);
  }
  expect(isUnpolluted()).toBe(true);
});

const edits = fc.array(
  fc.oneof(
    fc.record({ path: fc.constant(altitude), value: fc.integer({ min: 100, max: 2500 }) }),
    fc.record({
      path: fc.constant("satellite.wingspanM"),
      value: fc.option(fc.double({ min: 0, max: 200, noNaN: true }), { nil: undefined }),
    }),
    fc.record({
      path: fc.constant("assumptions.lifeYears"),
      value: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    }),
    fc.record({ path: fc.constant("name"), value: fc.string({ maxLength: 8 }) }),
  ),
  { maxLength: 25 },
);

test("whatever was edited, undo leads back to the start and redo to the end, and every document on the way is valid", () => {
  fc.assert(
    fc.property(edits, fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 25 }), (all, pauses) => {
      const { state, wait } = openStore();
      all.forEach(({ path, value }, index) => {
        state().set(path, value, path);
        wait(pauses[index] ?? 0);
      });
      const end = state().document;
      for (let i = 0; i < 2 * all.length + 1; i++) {
        state().undo();
        expect(parseMission(state().document).issues).toEqual([]);
      }
      expect(state().document).toEqual(reference);
      while (state().redoSteps.length > 0) state().redo();
      expect(state().document).toEqual(end);
    }),
    { numRuns: 100 },
  );
});
