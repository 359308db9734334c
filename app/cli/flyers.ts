import { dirname, resolve } from "node:path";
import {
  flyMission,
  formatInstant,
  type Instant,
  type MissionIssue,
  makeRecord,
  parseInstant,
  readElements,
  satelliteCountOf,
} from "#engine";
import { decodeLeniently, decodeStrictly, readBytes } from "./files.ts";
import { printable } from "./printable.ts";
import { badInput, makeIssue } from "./stop.ts";
import { type Call, finishMission, loadMission, type Options } from "./verb.ts";

/** Something that SGP4 can move. */
export type Flyer = {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** What to know before the states are trusted. */
  readonly warnings: readonly string[];
  readonly record: ReturnType<typeof makeRecord>;
};

/** What a call is to propagate, record by record, so that a million need no more memory than one. */
export type Flyers = {
  readonly count: number;
  readonly epoch: Instant;
  readonly refused: readonly { readonly index: number; readonly line: number; readonly reason: string }[];
  readonly all: () => Iterable<Flyer>;
};

const MAX_TOLD_COUNT = 20;
const LONGEST_MISSION_CHARACTERS = 4_000_000;

/** A JSON document that says that it is a mission, in whatever version; all else is records. */
function readMissionDocument(text: string): unknown {
  if (text.length > LONGEST_MISSION_CHARACTERS || !/^\ufeff?\s*\{/.test(text)) return undefined;
  try {
    const document: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    const format =
      typeof document === "object" && document !== null && "format" in document ? document.format : undefined;
    return typeof format === "string" && format.startsWith("dawnline-mission/") ? document : undefined;
  } catch {
    return undefined;
  }
}

/** The satellites of a mission, or the records of a file. `limit` is asked with their number before any is made. */
export async function loadFlyers(call: Call, limit: (count: number) => void): Promise<Flyers> {
  const { io, file, options } = call;
  if (file === undefined) return missionFlyers(await loadMission(call), limit);
  const bytes = await readBytes({ folder: io.folder, path: file });
  const text = decodeLeniently(bytes);
  const document = readMissionDocument(text);
  if (document === undefined) return recordFlyers({ text, file, options, limit });
  decodeStrictly(bytes, file);
  return missionFlyers(await finishMission({ document, folder: dirname(resolve(io.folder, file)), options }), limit);
}

function missionFlyers(
  { mission, elementsTexts }: Awaited<ReturnType<typeof finishMission>>,
  limit: (count: number) => void,
): Flyers {
  const shells = [...mission.shells, ...(mission.relay?.shells ?? [])];
  limit(shells.reduce((sum, shell) => sum + satelliteCountOf(shell), 0));
  const flight = flyMission(mission, { elementsTexts });
  if ("issues" in flight) throw badInput(flight.issues);
  return {
    count: flight.totalCount,
    epoch: flight.epoch,
    refused: [],
    *all() {
      for (let index = 0; index < flight.totalCount; index++) {
        const { shellName, plane, slot } = flight.whereOf(index);
        const name = `${shellName} ${plane + 1}-${slot + 1}`;
        yield { index, id: flight.idOf(index), name, warnings: [], record: makeRecord(flight.elementsOf(index)) };
      }
    },
  };
}

function recordFlyers({
  text,
  file,
  options,
  limit,
}: {
  text: string;
  file: string;
  options: Options;
  limit: (count: number) => void;
}): Flyers {
  if (options.set !== undefined)
    throw badInput([
      makeIssue("--set", `records in ${printable(file)}`, "a mission document, whose fields it overrides"),
    ]);
  const { records, refused } = readElements(text);
  const first = records[0];
  if (first === undefined) {
    const issues: MissionIssue[] = refused.slice(0, MAX_TOLD_COUNT).map(({ line, reason }) => ({
      ...makeIssue(`line ${line}`, printable(reason), "a mission, or a TLE or OMM record"),
      message: `line ${line}: ${printable(reason)}`,
    }));
    throw badInput(issues);
  }
  limit(records.length);
  return {
    count: records.length,
    // To the millisecond, as it will be printed.
    epoch: parseInstant(formatInstant(first.elements.epoch)) ?? first.elements.epoch,
    refused,
    *all() {
      for (const { index, id, name, warnings, elements } of records)
        yield { index, id, name, warnings, record: makeRecord(elements) };
    },
  };
}
