import { parseOmm, unitFault } from "./omm.ts";
import { quote, type Reading, type RecordFault, refuseFor } from "./record.ts";

const FIRST_FIELD = "CCSDS_OMM_VERS";

/** OMMs in lines of KEY = VALUE, one behind the other: a new one begins with its version line or where a key comes again. */
export function* readOmmKvn(text: string): Generator<Reading> {
  let fields = new Map<string, { value: string; line: number; column: number }>();
  let start = 1;
  let faults: RecordFault[] = [];
  const finish = (): Reading => {
    const parsed = parseOmm((name) => fields.get(name)?.value);
    for (const { reason, field = "" } of "faults" in parsed ? parsed.faults : []) {
      const { line, column } = fields.get(field) ?? { line: start, column: 1 };
      faults.push({ line, column, reason });
    }
    return faults.length > 0 || "faults" in parsed ? refuseFor(faults) : { line: start, ...parsed };
  };
  const lines = text.split(/\r\n|\r|\n/);
  for (let row = 0; row < lines.length; row++) {
    const content = lines[row]!.trim();
    if (content === "" || content.startsWith("COMMENT") || content.startsWith("#")) continue;
    const match = /^([A-Z][A-Z0-9_]*)(\s*=\s*)(.*)$/.exec(content);
    const key = match?.[1];
    if (fields.size > 0 && key !== undefined && (key === FIRST_FIELD || fields.has(key))) {
      yield finish();
      fields = new Map();
      faults = [];
    }
    if (fields.size === 0) start = row + 1;
    const indent = lines[row]!.length - lines[row]!.trimStart().length;
    if (match === null || key === undefined) {
      faults.push({ reason: `${quote(content)} is not KEY = VALUE`, line: row + 1, column: indent + 1 });
      continue;
    }
    const place = { line: row + 1, column: indent + key.length + match[2]!.length + 1 };
    // A name may end in brackets of its own.
    const [, bare = "", unit] = /^(.*?)(?:\s*\[([^\]]*)\])?$/.exec(match[3]!) ?? [];
    const value = key.startsWith("OBJECT_") ? match[3]! : bare;
    fields.set(key, { value: value.trim(), ...place });
    const wrongUnit = unit === undefined ? undefined : unitFault(key, unit);
    if (wrongUnit !== undefined) faults.push({ reason: wrongUnit, ...place });
  }
  if (fields.size > 0 || faults.length > 0) yield finish();
}
