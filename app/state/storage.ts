import { type Mission, type MissionIssue, parseMission } from "#engine";
import type { Step } from "./mission.ts";
import { isView, isWizardStep, type View, type WizardStep } from "./view.ts";

/** What a closed tab comes back with. */
export type KeptState = {
  readonly document: Mission;
  readonly undoSteps: readonly Step[];
  readonly view: View;
  readonly step: WizardStep;
  readonly drafts: Readonly<Record<string, string>>;
  /** Paths of locked inputs. */
  readonly locks: readonly string[];
  /** What the clock showed, UTC, ISO 8601; empty for the epoch. */
  readonly instant: string;
  /** Marks the served mission that was last taken, so that a reload does not bring it back over newer work. */
  readonly servedMark: string;
};
export type ReadKept =
  | { readonly kind: "none" }
  | { readonly kind: "kept"; readonly state: KeptState }
  | { readonly kind: "refused"; readonly issues: readonly MissionIssue[]; readonly text: string };

/** The part of the browser's storage that is used here. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "dawnline-work";
const REFUSED_KEY = "dawnline-work-refused";
const VERSION = 1;
/** Longest kept text that is read, characters: browsers give about five million. */
const MAX_KEPT_CHARACTERS = 12_000_000;
/** Steps of undo that survive the tab. */
const KEPT_STEP_COUNT = 50;
const MAX_DRAFT_CHARACTERS = 200;
const MAX_DRAFT_COUNT = 100;
const MAX_LOCK_COUNT = 1000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const reserved: readonly unknown[] = ["__proto__", "constructor", "prototype"];
const isPatch = (value: unknown) =>
  isRecord(value) &&
  ["add", "remove", "replace"].includes(value["op"] as string) &&
  Array.isArray(value["path"]) &&
  value["path"].every((key) => (typeof key === "string" || typeof key === "number") && !reserved.includes(key));
const isStep = (value: unknown): value is Step =>
  isRecord(value) &&
  typeof value["label"] === "string" &&
  [value["patches"], value["inverse"]].every((patches) => Array.isArray(patches) && patches.every(isPatch));

const refusal = (given: string, allowed: string): MissionIssue => ({
  path: "kept work",
  given,
  allowed,
  message: `kept work: expected ${allowed}, got ${given}`,
});

/** Reads kept text. Never throws: whatever no document can be made of comes back as issues, with the text. */
export function readKept(text: string | null): ReadKept {
  if (text === null) return { kind: "none" };
  const refuse = (issues: readonly MissionIssue[]): ReadKept => ({ kind: "refused", issues, text });
  if (text.length > MAX_KEPT_CHARACTERS)
    return refuse([refusal(`${text.length} characters`, `at most ${MAX_KEPT_CHARACTERS}`)]);
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return refuse([refusal("text that is no JSON", "what this app wrote")]);
  }
  if (!isRecord(kept) || kept["version"] !== VERSION)
    return refuse([refusal("another version", `version ${VERSION} of the kept work`)]);
  const parsed = parseMission(kept["document"]);
  if (parsed.mission === undefined) return refuse(parsed.issues);
  const { undoSteps, view, step, drafts, locks, instant, servedMark } = kept;
  return {
    kind: "kept",
    state: {
      document: parsed.mission,
      undoSteps: Array.isArray(undoSteps) && undoSteps.every(isStep) ? undoSteps.slice(-KEPT_STEP_COUNT) : [],
      view: isView(view) ? view : "explore",
      step: isWizardStep(step) ? step : "load",
      drafts: Object.fromEntries(
        Object.entries(isRecord(drafts) ? drafts : {})
          .filter((pair): pair is [string, string] => typeof pair[1] === "string" && !reserved.includes(pair[0]))
          .slice(0, MAX_DRAFT_COUNT)
          .map(([path, draft]) => [path, draft.slice(0, MAX_DRAFT_CHARACTERS)]),
      ),
      locks: (Array.isArray(locks) ? locks : [])
        .filter((path): path is string => typeof path === "string" && path.length <= MAX_DRAFT_CHARACTERS)
        .slice(0, MAX_LOCK_COUNT),
      instant: typeof instant === "string" ? instant.slice(0, 40) : "",
      servedMark: typeof servedMark === "string" ? servedMark.slice(0, 64) : "",
    },
  };
}

/** Keeps the work; undo goes first when the browser's storage is full. Answers with what could not be kept. */
export function writeKept(store: Store | undefined, state: KeptState): "kept" | "without undo" | "refused" {
  if (store === undefined) return "refused";
  const attempts: KeptState[] = [
    { ...state, undoSteps: state.undoSteps.slice(-KEPT_STEP_COUNT) },
    { ...state, undoSteps: [] },
  ];
  for (const [index, attempt] of attempts.entries()) {
    try {
      store.setItem(KEY, JSON.stringify({ version: VERSION, ...attempt }));
      return index === 0 ? "kept" : "without undo";
    } catch {
      // Full or forbidden: the next attempt is smaller.
    }
  }
  return "refused";
}

/** Reads what was kept. Refused text is set aside under a key of its own, so that the next write does not destroy it. */
export function takeKept(store: Store | undefined): ReadKept {
  if (store === undefined) return { kind: "none" };
  try {
    const read = readKept(store.getItem(KEY));
    if (read.kind === "refused") {
      store.setItem(REFUSED_KEY, read.text);
      store.removeItem(KEY);
    }
    return read;
  } catch {
    return { kind: "none" };
  }
}

/** A short mark of a text (FNV-1a and its length): tells two served missions apart, proves nothing. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

/** The browser's storage, or nothing where a page may not keep anything. */
export function browserStore(): Store | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
