import type { z } from "zod";
import { wordOf } from "../glossary/glossary.ts";
import { unitOf, unitSymbols } from "../glossary/units.ts";
import { MISSION_FORMAT, type Mission, missionSchema } from "./mission.ts";

/** What is wrong with a document, and where. `given` is JSON, cut short. */
export type MissionIssue = {
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
  readonly message: string;
};
export type ParsedMission =
  | { readonly mission: Mission; readonly issues: readonly [] }
  | { readonly mission: undefined; readonly issues: readonly MissionIssue[] };

/** Longest document text, characters. */
export const MAX_DOCUMENT_CHARACTERS = 4_000_000;
const MAX_DEPTH = 32;
const MAX_ISSUES = 200;

const hasOwn = (holder: object, key: PropertyKey) => Object.hasOwn(holder, key);

/** JSON for a message: at most 60 characters, control characters escaped. */
export function describeGiven(value: unknown): string {
  let text: string;
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) text = `a list of ${value.length}`;
  else if (typeof value === "object" && value !== null) text = `an object of ${Object.keys(value).length} fields`;
  else if (typeof value === "string") text = JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  else text = String(value);
  return text.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `["shells", 0, "altitudeKm"]` → `shells[0].altitudeKm`. */
function formatPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += `${text === "" ? "" : "."}${describeGiven(String(key)).slice(1, -1)}`;
  }
  return text === "" ? "document" : text;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** An issue with its sentence. */
export const makeIssue = (path: string, given: string, allowed: string): MissionIssue => ({
  path,
  given,
  allowed,
  message: `${path}: expected ${allowed}, got ${given}`,
});

/** "300 to 2000 km" for an input of the glossary, undefined for any other name. */
function describeLimits(name: string): string | undefined {
  const word = wordOf(name);
  if (word === undefined || !("min" in word)) return undefined;
  const unit = unitOf(name)!;
  const symbol = unitSymbols[unit] === "" ? "" : ` ${unitSymbols[unit]}`;
  return `${unit === "Count" || unit === "Tokens" ? "a whole number, " : ""}${word.min} to ${word.max}${symbol}`;
}

/** What the schema allows where `issue` arose, in words with limits and unit. */
function describeAllowed(issue: z.core.$ZodIssue): string {
  const key = String(issue.path.findLast((each) => typeof each === "string") ?? "");
  // The only field whose word has another name: satelliteCount is also a result.
  const name = issue.path.at(-2) === "cluster" && key === "satelliteCount" ? "clusterSatelliteCount" : key;
  const limits = describeLimits(name);
  switch (issue.code) {
    case "invalid_type":
      if (limits !== undefined) return limits;
      return `${/^[aeio]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "too_small":
    case "too_big": {
      const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      if (issue.origin === "string") return `${limit} characters`;
      if (issue.origin === "array") return `${limit} entries`;
      return limits ?? limit;
    }
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(" or ");
    case "custom":
      return String(issue.params?.["allowed"] ?? "another value");
    default:
      return issue.message;
  }
}

/** One zod issue as ours: a union is described by all that it takes, unknown fields are one issue each. */
function translate(document: unknown, issue: z.core.$ZodIssue): MissionIssue[] {
  const path = formatPath(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const full = formatPath([...issue.path, key]);
      return {
        path: full,
        given: describeGiven(valueAt(document, [...issue.path, key])),
        allowed: "no such field",
        message: `${full}: unknown field`,
      };
    });
  const given = describeGiven(
    issue.code === "custom" && hasOwn(issue.params ?? {}, "given")
      ? issue.params!["given"]
      : valueAt(document, issue.path),
  );
  if (issue.code === "invalid_union") {
    const allowed = issue.errors
      .map((branch) => branch.map((each) => describeAllowed({ ...each, path: issue.path })).join(" and "))
      .join(", or ");
    return [makeIssue(path, given, allowed)];
  }
  return [makeIssue(path, given, describeAllowed(issue))];
}

/** Refuses what JSON can hold and a document must not: too deep a nest, names that reach for prototypes. */
function findTraps(document: unknown): MissionIssue[] {
  const issues: MissionIssue[] = [];
  const stack: { value: unknown; path: PropertyKey[] }[] = [{ value: document, path: [] }];
  while (stack.length > 0 && issues.length < MAX_ISSUES) {
    const { value, path } = stack.pop()!;
    if (typeof value !== "object" || value === null) continue;
    if (path.length > MAX_DEPTH)
      return [makeIssue(formatPath(path.slice(0, 4)), "a deeper nest", `at most ${MAX_DEPTH} levels`)];
    for (const key of Object.keys(value)) {
      if (key === "__proto__" || key === "constructor" || key === "prototype") {
        const full = formatPath([...path, key]);
        issues.push({
          path: full,
          given: "a reserved name",
          allowed: "no such field",
          message: `${full}: unknown field`,
        });
      } else
        stack.push({
          value: (value as Record<string, unknown>)[key],
          path: [...path, Array.isArray(value) ? Number(key) : key],
        });
    }
  }
  return issues;
}

const freezeDeep = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) freezeDeep(each);
  }
  return value;
};

/** A mission from plain data: frozen, or every issue at once. Never throws. */
export function parseMission(document: unknown): ParsedMission {
  if (typeof document !== "object" || document === null || Array.isArray(document))
    return {
      mission: undefined,
      issues: [makeIssue("document", describeGiven(document), `an object with "format": "${MISSION_FORMAT}"`)],
    };
  const traps = findTraps(document);
  if (traps.length > 0) return { mission: undefined, issues: traps };
  const parsed = missionSchema.safeParse(document);
  if (parsed.success) return { mission: freezeDeep(structuredCopy(parsed.data)), issues: [] };
  return {
    mission: undefined,
    issues: parsed.error.issues.flatMap((issue) => translate(document, issue)).slice(0, MAX_ISSUES),
  };
}

const structuredCopy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** A mission from text: a byte-order mark is dropped; what is no JSON is an issue with its place. Never throws. */
export function parseMissionText(documentText: string): ParsedMission {
  if (documentText.length > MAX_DOCUMENT_CHARACTERS)
    return {
      mission: undefined,
      issues: [
        makeIssue("document", `${documentText.length} characters`, `at most ${MAX_DOCUMENT_CHARACTERS} characters`),
      ],
    };
  try {
    return parseMission(JSON.parse(documentText.replace(/^\ufeff/, "")));
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message.replace(/\s+/g, " ").slice(0, 160) : "unreadable";
    return { mission: undefined, issues: [makeIssue("document", describeGiven(detail), "JSON text")] };
  }
}
