import { dirname, resolve } from "node:path";
import {
  type ElementSet,
  type ElementsRecord,
  type Flight,
  faultsOf,
  flyMission,
  formatInstant,
  type Instant,
  type Mission,
  type MissionIssue,
  makeRecord,
  noFiling,
  parseInstant,
  type RefusedRecord,
  readElements,
  rosterMission,
  satelliteCountOf,
} from "#engine";
import { decodeLeniently, decodeStrictly, readBytes } from "./files.ts";
import { printable } from "./printable.ts";
import { badInput, makeIssue } from "./stop.ts";
import { type Call, finishMission, loadMission, type Options } from "./verb.ts";

/** Something that SGP4 can move. */
export type Flyer = ElementSet & {
  readonly index: number;
  /** What to know before the states are trusted. */
  readonly warnings: readonly string[];
  /** Made when asked for, anew each time. */
  readonly record: ReturnType<typeof makeRecord>;
};

/** What a call is to propagate, record by record, so that a million need no more memory than one. */
export type Flyers = {
  readonly count: number;
  /** Where the satellites come from: a mission with its elements files, or the records of a file. */
  readonly source?: { readonly mission: Mission; readonly elementsTexts: Readonly<Record<string, string>> };
  readonly records?: readonly ElementsRecord[];
  readonly epoch: Instant;
  readonly refused: readonly RefusedRecord[];
  readonly all: () => Iterable<Flyer>;
  /** Epochs of satellites that come from records, of all or of those asked for. */
  readonly listedEpochs: (indices?: readonly number[]) => Iterable<Instant>;
  /** The mission that flies, and its flight, assembled when it is asked for; left out for a file of records. */
  readonly mission?: Mission;
  readonly flight?: Flight;
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
  const roster = rosterMission(mission, { elementsTexts });
  if ("issues" in roster) throw badInput(roster.issues);
  let flight: Flight | undefined;
  const fly = () => {
    const flown = flyMission(mission, { elementsTexts });
    if ("issues" in flown) throw badInput(flown.issues);
    return flown;
  };
  return {
    count: roster.totalCount,
    source: { mission, elementsTexts },
    epoch: roster.epoch,
    refused: [],
    *all() {
      for (let index = 0; index < roster.totalCount; index++) {
        const { shellName, plane, slot } = roster.whereOf(index);
        const name = `${shellName} ${plane + 1}-${slot + 1}`;
        const elements = roster.elementsOf(index);
        yield {
          index,
          id: roster.idOf(index),
          name,
          objectId: "",
          filing: noFiling,
          warnings: [],
          elements,
          get record() {
            return makeRecord(elements);
          },
        };
      }
    },
    listedEpochs: roster.listedEpochs,
    mission,
    get flight() {
      flight ??= fly();
      return flight;
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
    const issues: MissionIssue[] = refused
      .slice(0, MAX_TOLD_COUNT)
      .flatMap(faultsOf)
      .map(({ line, column, reason }) => ({
        ...makeIssue(`line ${line}, column ${column}`, printable(reason), "a mission, or a TLE or OMM record"),
        message: `line ${line}, column ${column}: ${printable(reason)}`,
      }));
    throw badInput(issues);
  }
  limit(records.length);
  return {
    count: records.length,
    records,
    // To the millisecond, as it will be printed.
    epoch: parseInstant(formatInstant(first.elements.epoch)) ?? first.elements.epoch,
    refused,
    listedEpochs(indices) {
      const wanted = indices && new Set(indices);
      return records.filter(({ index }) => wanted?.has(index) ?? true).map(({ elements }) => elements.epoch);
    },
    *all() {
      for (const { line: _, ...each } of records)
        yield {
          ...each,
          get record() {
            return makeRecord(each.elements);
          },
        };
    },
  };
}
