import { parseOmm, unitFault } from "./omm.ts";
import { quote, type Reading } from "./record.ts";

const FIRST_FIELD = "CCSDS_OMM_VERS";

/** OMMs in lines of KEY = VALUE, one behind the other: a new one begins with its version line or where a key comes again. */
export function* readOmmKvn(text: string): Generator<Reading> {
  let fields = new Map<string, string>();
  let start = 1;
  let fault: string | undefined;
  const finish = (): Reading => ({
    line: start,
    ...(fault === undefined ? parseOmm((name) => fields.get(name)) : { reason: fault }),
  });
  const lines = text.split(/\r\n|\r|\n/);
  for (let row = 0; row < lines.length; row++) {
    const content = lines[row]!.trim();
    if (content === "" || content.startsWith("COMMENT") || content.startsWith("#")) continue;
    const match = /^([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(content);
    const key = match?.[1];
    if (fields.size > 0 && key !== undefined && (key === FIRST_FIELD || fields.has(key))) {
      yield finish();
      fields = new Map();
      fault = undefined;
    }
    if (fields.size === 0) start = row + 1;
    if (match === null || key === undefined) {
      fault ??= `line ${row + 1}: ${quote(content)} is not KEY = VALUE`;
      continue;
    }
    const [, value = "", unit] = /^(.*?)(?:\s*\[([^\]]*)\])?$/.exec(match[2]!) ?? [];
    fields.set(key, value.trim());
    if (unit !== undefined) fault ??= unitFault(key, unit);
  }
  if (fields.size > 0 || fault !== undefined) yield finish();
}
