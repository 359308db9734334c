import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMission, referenceMission } from "#engine";
import { createMissionStore } from "../../../../app/state/mission.ts";
import { type KeptState, markOf, readKept, type Store, takeKept, writeKept } from "../../../../app/state/storage.ts";
import { hostileTexts, isUnpolluted } from "./hostile.ts";

const reference = parseMission(referenceMission).mission!;
const state: KeptState = {
  document: reference,
  undoSteps: [],
  view: "size",
  step: "heat",
  locks: ["satellite.peakPowerW"],
  drafts: { "shells[0].altitudeKm": "12000" },
  instant: "2027-03-01T00:00:00Z",
  servedMark: "1-a",
};

/** The browser's storage with room for `roomCharacters`. */
function makeStore(roomCharacters = Number.POSITIVE_INFINITY): Store & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > roomCharacters) throw new DOMException("full", "QuotaExceededError");
      held.set(key, value);
    },
  };
}

test("what was kept comes back", () => {
  const store = makeStore();
  expect(writeKept(store, state)).toBe("kept");
  expect(takeKept(store)).toEqual({ kind: "kept", state });
});

test("undo works on in the next visit", () => {
  const first = createMissionStore({ document: reference });
  first.getState().set("shells[0].altitudeKm", 700, "Altitude");
  const store = makeStore();
  const { document, undoSteps } = first.getState();
  writeKept(store, { ...state, document, undoSteps });
  const kept = takeKept(store);
  if (kept.kind !== "kept") throw new Error(`kept work: got ${kept.kind}`);
  const second = createMissionStore({ document: kept.state.document });
  second.setState({ undoSteps: kept.state.undoSteps });
  expect(second.getState().undo()).toBe(true);
  expect(second.getState().document).toEqual(reference);
});

test("a full storage loses undo first, and says so when nothing fits", () => {
  const label = "x".repeat(20_000);
  const undoSteps = [{ label, patches: [], inverse: [] }];
  expect(writeKept(makeStore(10_000), { ...state, undoSteps })).toBe("without undo");
  expect(writeKept(makeStore(100), state)).toBe("refused");
  expect(writeKept(undefined, state)).toBe("refused");
});

test("a storage that may not be read is none", () => {
  const forbidden: Store = {
    getItem() {
      throw new DOMException("no", "SecurityError");
    },
    setItem() {},
    removeItem() {},
  };
  expect(takeKept(forbidden)).toEqual({ kind: "none" });
  expect(takeKept(undefined)).toEqual({ kind: "none" });
});

test("corrupted and hostile storage is refused with issues, set aside, and never throws or pollutes", () => {
  for (const text of [...hostileTexts, `{"version":1,"document":{"format":"x"}}`, `{"version":2}`]) {
    for (const kept of [text, `{"version":1,"document":${text}}`]) {
      const store = makeStore();
      store.setItem("dawnline-work", kept);
      const read = takeKept(store);
      expect(read.kind).toBe("refused");
      if (read.kind === "refused") expect(read.issues.length).toBeGreaterThan(0);
      expect(store.getItem("dawnline-work")).toBeNull();
      expect(store.getItem("dawnline-work-refused")).toBe(kept);
    }
  }
  expect(isUnpolluted()).toBe(true);
});

test("odd neighbours of a good document fall back one by one", () => {
  const read = readKept(
    JSON.stringify({
      version: 1,
      document: reference,
      view: "constructor",
      step: 7,
      undoSteps: [{ label: "x", patches: [{ op: "add", path: ["__proto__", "polluted"], value: 1 }], inverse: [] }],
      drafts: { a: "1".repeat(1000), b: 5 },
      locks: ["satellite.rack", 7, "x".repeat(1000)],
      instant: 5,
      servedMark: {},
    }),
  );
  expect(read).toEqual({
    kind: "kept",
    state: {
      document: reference,
      view: "explore",
      step: "load",
      undoSteps: [],
      drafts: { a: "1".repeat(200) },
      locks: ["satellite.rack"],
      instant: "",
      servedMark: "",
    },
  });
});

test("any text is read without a throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(["kept", "refused"]).toContain(readKept(text).kind);
    }),
  );
});

test("marks tell texts apart", () => {
  const marks = new Set(["", "a", "b", "ab", "ba", JSON.stringify(reference)].map(markOf));
  expect(marks.size).toBe(6);
});
