import { existsSync, readFileSync } from "node:fs";

const file = new URL("../../../../../shared/reference/vectors/hostile_values.json", import.meta.url);

/** Texts that no door may take, throw on, or be changed by. The reference set is added where it lies beside the project. */
export const hostileTexts: readonly string[] = [
  ...[
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"format":"dawnline-mission/1","__proto__":{"polluted":1}}',
    '{"a":1,}',
    "{'a':1}",
    '{"a":NaN}',
    '{"a":1e400}',
    "[1,2",
    "",
    "null",
    "[]",
    '"x"',
    "0",
    '{"a":"\\u0000"}',
    '{"a":1}{"b":2}',
    "[".repeat(100_000),
    `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
  ],
  ...(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { json_documents: string[] }).json_documents : []),
];

/** Names that try to be something else: markup, formulas, paths, reserved devices. */
export const hostileNames: readonly string[] = [
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  '=HYPERLINK("http://x")',
  "../../etc/passwd",
  "..\\..\\x",
  "C:\\x",
  "CON",
  "nul.txt",
  "name\u0000.json",
  ".",
  "~",
  "\u202egnp.exe",
  "x".repeat(300),
  ...(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { names: string[] }).names : []),
];

/** Texts that try to be numbers. */
export const hostileNumbers: readonly string[] = [
  ...[
    "NaN",
    "Infinity",
    "-Infinity",
    "1e309",
    "1e308",
    "5e-324",
    "-0",
    "1e15",
    "0x10",
    "1_000",
    "1,5",
    "",
    "null",
    "true",
    "[]",
    "{}",
  ],
  ...(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { numbers: string[] }).numbers : []),
];

export const isUnpolluted = () =>
  Object.keys(Object.prototype).length === 0 && ({} as { polluted?: unknown }).polluted === undefined;
