import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { formatInstant, type Mission, type MissionIssue, parseInstant, parseMission } from "#engine";
import { makeLinkReader, type SharedClock, type SharedScene } from "./sharedScene.ts";
import { isView, type View } from "./view.ts";

/** What a link carries: the document, the window, the instant shown (UTC, ISO 8601, to the millisecond), and what the explorer shows of it. */
export type SharedState = {
  readonly document: Mission;
  readonly view: View;
  readonly instant?: string;
  readonly clock?: SharedClock;
  readonly scene?: SharedScene;
};
export type ReadLink =
  | { readonly state: SharedState; readonly issues: readonly [] }
  | { readonly state: undefined; readonly issues: readonly MissionIssue[] };

const LINK_VERSION = "1";
const PREFIX = "#m=";
/** Longest link that is read, characters after `#`. Browsers and chat programs cut far earlier. */
export const MAX_LINK_CHARACTERS = 500_000;
/** Most bytes that a link may inflate to. */
export const MAX_INFLATED_BYTES = 4_000_000;
/** Deflate grows a slice at most about a thousandfold, so one slice stays near a megabyte before it is counted. */
const SLICE_BYTES = 1024;

const issue = (given: string, allowed: string): MissionIssue => ({
  path: "link",
  given,
  allowed,
  message: `link: expected ${allowed}, got ${given}`,
});
const refuse = (given: string, allowed: string): ReadLink => ({ state: undefined, issues: [issue(given, allowed)] });

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

/** Inflates slice by slice and stops as soon as the limit is passed. */
function inflateWithin(bytes: Uint8Array): Uint8Array | "too large" | "damaged" {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  try {
    const inflate = new Inflate((part, final) => {
      size += part.length;
      if (part.length > 0) parts.push(part);
      ended = final;
    });
    for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
      inflate.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
      if (size > MAX_INFLATED_BYTES) return "too large";
    }
  } catch {
    return "damaged";
  }
  if (!ended) return "damaged";
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The hash of a link to this state, `#m=1.…`. */
export function writeLink(state: SharedState): string {
  return `${PREFIX}${LINK_VERSION}.${toBase64Url(deflateSync(strToU8(JSON.stringify(state)), { level: 9 }))}`;
}

export const isLink = (hash: string) => hash.startsWith(PREFIX);

/** Reads a link's hash. Never throws; whatever is wrong comes back as issues. */
export function readLink(hash: string): ReadLink {
  if (!isLink(hash)) return refuse(JSON.stringify(hash.slice(0, 20)), `a hash that begins with ${PREFIX}`);
  if (hash.length > MAX_LINK_CHARACTERS) return refuse(`${hash.length} characters`, `at most ${MAX_LINK_CHARACTERS}`);
  const [, version, payload] = /^([^.]{0,20})\.(.*)$/s.exec(hash.slice(PREFIX.length)) ?? [];
  if (version !== LINK_VERSION) return refuse(JSON.stringify(version ?? "no version"), `link version ${LINK_VERSION}`);
  const packed = fromBase64Url(payload ?? "");
  if (packed === undefined) return refuse("other characters, or none", "base64url text");
  const bytes = inflateWithin(packed);
  if (bytes === "too large") return refuse("more", `at most ${MAX_INFLATED_BYTES} bytes once inflated`);
  if (bytes === "damaged") return refuse("a damaged or shortened link", "the whole link");
  let carried: unknown;
  try {
    carried = JSON.parse(strFromU8(bytes));
  } catch {
    return refuse("text that is no JSON", "the whole link");
  }
  if (typeof carried !== "object" || carried === null || Array.isArray(carried))
    return refuse("JSON that is no object", "an object with document and view");
  const fields = carried as Record<string, unknown>;
  const parsed = parseMission(Object.hasOwn(fields, "document") ? fields["document"] : undefined);
  if (parsed.mission === undefined) return { state: undefined, issues: parsed.issues };
  const view = Object.hasOwn(fields, "view") && isView(fields["view"]) ? fields["view"] : "explore";
  const issues: MissionIssue[] = [];
  const { clock, scene, refuse: refuseField } = makeLinkReader(issues);
  const state: { -readonly [Key in keyof SharedState]: SharedState[Key] } = { document: parsed.mission, view };
  const given = (name: string) => Object.hasOwn(fields, name);
  if (given("instant")) {
    const { instant: text } = fields;
    const instant = typeof text === "string" && text.length <= 40 ? parseInstant(text) : undefined;
    if (instant === undefined) refuseField("instant", text, "a UTC date of 1957 to 2100");
    else state.instant = formatInstant(instant);
  }
  const readClock = given("clock") ? clock(fields["clock"]) : undefined;
  if (readClock !== undefined) state.clock = readClock;
  const readScene = given("scene") ? scene(fields["scene"]) : undefined;
  if (readScene !== undefined) state.scene = readScene;
  return issues.length > 0 ? { state: undefined, issues } : { state, issues: [] };
}
