import { dirname, resolve } from "node:path";
import type { Option } from "commander";
import { type Mission, type MissionIssue, overrideMission, parseMission, referenceMission } from "#engine";
import { decodeStrictly, MAX_MISSION_BYTES, readBytes, readElementsTexts } from "./files.ts";
import type { Io } from "./io.ts";
import { describeText } from "./options.ts";
import type { OutputOptions } from "./output.ts";
import { badInput, type ExitCode, makeIssue } from "./stop.ts";

/** Options as typed; each verb reads its own with their limits. */
export type Options = OutputOptions & {
  readonly set?: readonly string[];
  readonly [name: string]: string | boolean | readonly string[] | undefined;
};

export type Call = { readonly io: Io; readonly file: string | undefined; readonly options: Options };

/** One verb: what it is called with, and what it does. */
export type Verb = {
  readonly name: string;
  readonly summary: string;
  /** The positional argument, always optional; left out, the verb takes none. */
  readonly argument?: { readonly name: string; readonly help: string };
  readonly options?: readonly Option[];
  /** Common options that the verb has no use for. */
  readonly without?: readonly ("set" | "output")[];
  readonly run: (call: Call) => Promise<ExitCode>;
};

export const missionArgument = { name: "mission", help: "mission file; left out, the reference mission" };

export const elementsArgument = {
  name: "file",
  help: "mission, or TLE or OMM file (JSON, XML, KVN, CSV); left out, the reference mission",
};

/** A document from its text, JSON or an issue. */
export function parseDocument(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message.replace(/\s+/g, " ") : "unreadable";
    throw badInput([makeIssue("document", describeText(detail), "JSON text")]);
  }
}

/** The mission of a call: its file or the reference, overridden by `--set`, with the elements files that it names. */
export async function loadMission({ io, file, options }: Call) {
  if (file === undefined) return finishMission({ document: referenceMission, folder: io.folder, options });
  const bytes = await readBytes({ folder: io.folder, path: file, maxBytes: MAX_MISSION_BYTES });
  return finishMission({
    document: parseDocument(decodeStrictly(bytes, file)),
    folder: dirname(resolve(io.folder, file)),
    options,
  });
}

export async function finishMission({
  document: given,
  folder,
  options,
}: {
  document: unknown;
  folder: string;
  options: Options;
}): Promise<{ document: unknown; mission: Mission; elementsTexts: Record<string, string> }> {
  const { document, issues } = overrideMission(given, options.set ?? []);
  const parsed = parseMission(document);
  const all: MissionIssue[] = [...issues, ...parsed.issues];
  if (parsed.mission === undefined || all.length > 0) throw badInput(all);
  return {
    document,
    mission: parsed.mission,
    elementsTexts: await readElementsTexts({ mission: parsed.mission, folder }),
  };
}
