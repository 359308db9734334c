import { applyPatches, type Draft, enablePatches, type Patch, produceWithPatches } from "immer";
import { createStore } from "zustand/vanilla";
import {
  exampleMissions,
  type Mission,
  type MissionIssue,
  parseMission,
  presetDocument,
  presetNames,
  referenceMission,
  splitPath,
} from "#engine";

enablePatches();

/** One step of undo: what a person did, forward and back. */
export type Step = { readonly label: string; readonly patches: readonly Patch[]; readonly inverse: readonly Patch[] };
/** What was typed and refused. It stays in its field, and the document stays the last good one. */
export type RefusedText = { readonly text: string; readonly issues: readonly MissionIssue[] };

/** Steps that undo remembers. */
export const MAX_STEP_COUNT = 200;
/** A pause longer than this ends a burst of typing, milliseconds. */
const BURST_PAUSE_MS = 1500;

export type MissionState = {
  /** Always a document that `parseMission` accepts. */
  readonly document: Mission;
  readonly undoSteps: readonly Step[];
  readonly redoSteps: readonly Step[];
  /** Counts changes as a person does: a drag or a burst of typing is one. */
  readonly editNumber: number;
  /** Refused texts by path (`shells[0].altitudeKm`). */
  readonly drafts: Readonly<Record<string, RefusedText>>;
  /** Path of a text that was refused just now: undo takes it back first. */
  readonly freshDraft: string | undefined;
  /** Takes a whole document as one labelled step, or answers with its issues and keeps what is there. */
  loadDocument(document: unknown, label: string): readonly MissionIssue[];
  /** Begins with an example as one step of undo; values at `keptPaths` stay as they are. */
  loadExample(id: string, keptPaths?: readonly string[]): readonly MissionIssue[];
  /** Sets one field (`shells[0].altitudeKm`), or leaves it out (`undefined`). A refused value becomes a draft; its issues are the answer. */
  set(path: string, value: unknown, label: string): readonly MissionIssue[];
  /**
   * Changes more than one field as one step, or answers with the issues and keeps what is there. With `as`, changes in a row at that
   * path join, and a refused one stays there as a draft.
   */
  edit(
    label: string,
    change: (document: Draft<Mission>) => void,
    as?: { readonly path: string; readonly text: string },
  ): readonly MissionIssue[];
  /** Keeps text that is no value at all beside its field. */
  keepDraft(path: string, draft: RefusedText): void;
  dropDraft(path: string): void;
  /** Ends the running drag or burst of typing: the next change is a step of its own. */
  endBurst(): void;
  /** Takes back the newest change: a text refused just now, else a step. False when a kept step no longer applies. */
  undo(): boolean;
  redo(): boolean;
};

type Holder = Record<string | number, unknown>;

/** Writes into an immer draft; objects on the way are made, and removed again when they hold nothing. */
function write(document: Holder, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length > 0) {
    if (!Object.hasOwn(document, key)) {
      if (value === undefined) return;
      document[key] = typeof rest[0] === "number" ? [] : {};
    }
    const inner = document[key] as Holder;
    write(inner, rest, value);
    if (value === undefined && !Array.isArray(inner) && Object.keys(inner).length === 0) delete document[key];
  } else if (value === undefined) delete document[key];
  else document[key] = value;
}

/** Makes a document another one, its equal parts kept: undo then holds what differs, not two documents a step. */
function become(document: Holder, next: Holder): void {
  for (const key of Object.keys(document)) if (!Object.hasOwn(next, key)) delete document[key];
  for (const [key, value] of Object.entries(next))
    if (!Object.hasOwn(document, key) || JSON.stringify(value) !== JSON.stringify(document[key])) document[key] = value;
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key)) as Record<string, Value>;

/** The mission, its undo and what was typed beside it. `nowMs` measures pauses between keystrokes only. */
export function createMissionStore({
  document,
  nowMs = () => performance.now(),
}: {
  document: Mission;
  nowMs?: () => number;
}) {
  let burst: { path: string; untilMs: number } | undefined;

  return createStore<MissionState>()((update, get) => {
    const commit = (next: Mission, step: Step, path: string | undefined) => {
      const { undoSteps, drafts } = get();
      const last = undoSteps.at(-1);
      const joins = path !== undefined && last !== undefined && burst?.path === path && nowMs() <= burst.untilMs;
      const steps = joins
        ? [
            ...undoSteps.slice(0, -1),
            {
              label: step.label,
              patches: [...last.patches, ...step.patches],
              inverse: [...step.inverse, ...last.inverse],
            },
          ]
        : [...undoSteps, step].slice(-MAX_STEP_COUNT);
      burst = path === undefined ? undefined : { path, untilMs: nowMs() + BURST_PAUSE_MS };
      update({
        document: next,
        undoSteps: steps,
        redoSteps: [],
        editNumber: get().editNumber + (joins ? 0 : 1),
        freshDraft: undefined,
        drafts: path === undefined ? {} : without(drafts, path),
      });
    };
    const refuse = (path: string, draft: RefusedText) =>
      update({ drafts: { ...get().drafts, [path]: draft }, freshDraft: path });
    const forgive = (path: string) =>
      update({
        drafts: without(get().drafts, path),
        freshDraft: get().freshDraft === path ? undefined : get().freshDraft,
      });
    /** Applies stored patches. They may come from storage, so the outcome is read like any document. */
    const travel = (patches: readonly Patch[], steps: Pick<MissionState, "undoSteps" | "redoSteps">): boolean => {
      burst = undefined;
      let next: Mission | undefined;
      try {
        next = parseMission(applyPatches(get().document, patches as Patch[])).mission;
      } catch {
        next = undefined;
      }
      if (next === undefined) return false;
      update({ document: next, ...steps, editNumber: get().editNumber + 1, drafts: {}, freshDraft: undefined });
      return true;
    };

    return {
      document,
      undoSteps: [],
      redoSteps: [],
      editNumber: 0,
      freshDraft: undefined,
      drafts: {},
      loadDocument(candidate, label) {
        const parsed = parseMission(candidate);
        if (parsed.mission === undefined) return parsed.issues;
        const [next, patches, inverse] = produceWithPatches(get().document, (document) => {
          become(document as Holder, parsed.mission as Holder);
        });
        commit(next, { label, patches, inverse }, undefined);
        return [];
      },
      loadExample(id, keptPaths = []) {
        const example = exampleMissions.find((each) => each.id === id);
        const isPreset = example === undefined && presetNames.includes(id);
        if (example === undefined && !isPreset)
          throw new Error(`example mission: got ${id}, expected one of exampleMissions or presetNames`);
        const next = structuredClone(example?.document ?? presetDocument(id)) as Holder;
        for (const path of keptPaths) {
          const keys = splitPath(path);
          // A shell that the example does not have cannot keep its numbers.
          if (keys === undefined || (keys[0] === "shells" && readField(next, `shells[${keys[1]}]`) === undefined))
            continue;
          write(next, keys, readField(get().document, path));
        }
        return get().loadDocument(next, `Begin with ${String(next["name"])}`);
      },
      set(path, value, label) {
        const keys = splitPath(path);
        if (keys === undefined)
          throw new Error(`mission field: got ${path}, expected a path such as shells[0].altitudeKm`);
        return get().edit(label, (document) => write(document as Holder, keys, value), { path, text: String(value) });
      },
      edit(label, change, as) {
        const [next, patches, inverse] = produceWithPatches(get().document, (document) => {
          change(document);
        });
        const parsed = parseMission(next);
        if (parsed.mission === undefined) {
          if (as !== undefined) refuse(as.path, { text: as.text, issues: parsed.issues });
          return parsed.issues;
        }
        if (patches.length > 0) commit(parsed.mission, { label, patches, inverse }, as?.path);
        else if (as !== undefined) forgive(as.path);
        return [];
      },
      keepDraft(path, draft) {
        refuse(path, draft);
      },
      dropDraft(path) {
        forgive(path);
      },
      endBurst() {
        burst = undefined;
      },
      undo() {
        const { undoSteps, redoSteps, freshDraft } = get();
        if (freshDraft !== undefined) {
          update({ drafts: without(get().drafts, freshDraft), freshDraft: undefined });
          return true;
        }
        const step = undoSteps.at(-1);
        if (step === undefined) return true;
        const done = travel(step.inverse, { undoSteps: undoSteps.slice(0, -1), redoSteps: [...redoSteps, step] });
        if (!done) update({ undoSteps: [] });
        return done;
      },
      redo() {
        const { undoSteps, redoSteps } = get();
        const step = redoSteps.at(-1);
        if (step === undefined) return true;
        const done = travel(step.patches, { undoSteps: [...undoSteps, step], redoSteps: redoSteps.slice(0, -1) });
        if (!done) update({ redoSteps: [] });
        return done;
      },
    };
  });
}
export type MissionStore = ReturnType<typeof createMissionStore>;

const reference = parseMission(referenceMission).mission;
if (reference === undefined) throw new Error("reference mission: the engine refuses its own document");
export const referenceDocument: Mission = reference;

/** The one mission that every window shows. */
export const missionStore = createMissionStore({ document: referenceDocument });

/** The value at a path of a document (`shells[0].altitudeKm`), undefined where nothing is given. */
export function readField(document: unknown, path: string): unknown {
  return splitPath(path)?.reduce<unknown>(
    (holder, key) =>
      typeof holder === "object" && holder !== null && Object.hasOwn(holder, key) ? (holder as Holder)[key] : undefined,
    document,
  );
}
