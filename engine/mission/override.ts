import { describeGiven, type MissionIssue, makeIssue } from "./parse.ts";

const pathPattern = /^[A-Za-z]\w*(?:\[\d{1,7}\]|\.[A-Za-z]\w*)*$/;
const reserved = new Set(["__proto__", "constructor", "prototype"]);

/** The value of an override: JSON where it parses, else the text itself. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `shells[0].altitudeKm` → `["shells", 0, "altitudeKm"]`, or undefined when it is no path. */
export function splitPath(path: string): (string | number)[] | undefined {
  if (!pathPattern.test(path)) return undefined;
  const keys = [...path.matchAll(/\[(\d+)\]|(\w+)/g)].map(([, index, name]) =>
    index === undefined ? name! : Number(index),
  );
  return keys.some((key) => reserved.has(String(key))) ? undefined : keys;
}

/** A copy of `holder` with `value` at `keys`; missing sections become objects or lists, a list grows by one at most. Undefined: no such place. */
function withValue(holder: unknown, keys: readonly (string | number)[], value: unknown): unknown {
  if (keys.length === 0) return value;
  const [key, ...rest] = keys as [string | number, ...(string | number)[]];
  if (typeof key === "number") {
    const list = holder === undefined ? [] : holder;
    if (!Array.isArray(list) || key > list.length) return undefined;
    const inner = withValue(list[key], rest, value);
    return inner === undefined ? undefined : Object.assign([...list], { [key]: inner });
  }
  const section = holder === undefined ? {} : holder;
  if (typeof section !== "object" || section === null || Array.isArray(section)) return undefined;
  const inner = withValue(
    Object.hasOwn(section, key) ? (section as Record<string, unknown>)[key] : undefined,
    rest,
    value,
  );
  return inner === undefined ? undefined : { ...section, [key]: inner };
}

/** A document with `path=value` overrides in order (split at the first `=`), unchecked: parseMission judges the result. Never throws. */
export function overrideMission(
  document: unknown,
  overrides: readonly string[],
): { document: unknown; issues: MissionIssue[] } {
  const issues: MissionIssue[] = [];
  let current = document;
  for (const override of overrides) {
    const split = override.indexOf("=");
    const path = split < 0 ? override : override.slice(0, split);
    const keys = splitPath(path);
    const shown = describeGiven(path).slice(1, -1) || "override";
    if (split < 0 || keys === undefined) {
      issues.push(makeIssue(shown, describeGiven(override), "path=value, such as shells[0].altitudeKm=650"));
      continue;
    }
    const next = withValue(current, keys, readValue(override.slice(split + 1)));
    if (next === undefined)
      issues.push(makeIssue(shown, "no such place in the document", "a path that the document has or may have"));
    else current = next;
  }
  return { document: current, issues };
}
