/**
 * States as text, a piece at a time: what the terminal prints, made in this thread or in others. A piece is whole satellites, or
 * one satellite's part of the time.
 */
import {
  formatInstant,
  type Instant,
  type MeanElements,
  type Mission,
  type Mover,
  makeBulk,
  makeRecord,
  makeTimeGrid,
  type PropagationMethod,
  rosterMission,
  type TimeGrid,
} from "#engine";
import { csvCell, toJsonText } from "./printable.ts";

/** A record of a file, as far as its states need it. */
export type ListedFlyer = {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly warnings: readonly string[];
  readonly elements: MeanElements;
};

export type TextJob = {
  readonly method: PropagationMethod;
  readonly isCsv: boolean;
  readonly from: Instant;
  readonly stepS: number;
  /** Left out for records, which come with their pieces. */
  readonly source?: { readonly mission: Mission; readonly elementsTexts: Readonly<Record<string, string>> } | undefined;
};

/** Satellites `first` to `end` − 1 of the mission, or records; all of their steps, or one's `part` without what stands before and after. */
export type TextPiece = {
  readonly satellites: { readonly first: number; readonly end: number } | { readonly records: readonly ListedFlyer[] };
  readonly isPart: boolean;
  readonly firstStep: number;
  readonly stepCount: number;
};

export type TextFailure = { readonly id: string; readonly tS: number; readonly reason: string };
export type TextAnswer = {
  readonly satelliteCount: number;
  /** JSON: satellites or states with commas between. CSV: lines. */
  readonly text: string;
  /** What stands before the states of a part. */
  readonly head: string;
  readonly failures: readonly TextFailure[];
  /** A part's satellite ends here. */
  readonly isEnded: boolean;
};

type Named = Omit<ListedFlyer, "elements">;

const needsNoEscape = /^[ !#-[\]-~]*$/;
/** JSON of text, quickly where nothing is to be escaped. */
const quote = (text: string) => (needsNoEscape.test(text) ? `"${text}"` : toJsonText(text));

/** A satellite's JSON up to its states, and from their end. */
const headOf = ({ index, id, name, warnings }: Named) =>
  `{"index":${index},"id":${quote(id)},"name":${quote(name)}${
    warnings.length === 0 ? "" : `,"warnings":${toJsonText(warnings)}`
  },"states":[`;
export const tailOf = (failure: TextFailure | undefined) =>
  failure === undefined ? "]}" : `],"error":${toJsonText({ tS: failure.tS, reason: failure.reason })}}`;

/** What stands before and after the satellites. */
export const documentHead = (about: { from: Instant; method: PropagationMethod; workerCount: number }) =>
  `{"frame":"TEME","from":${toJsonText(formatInstant(about.from))},"method":"${about.method}","workerCount":${about.workerCount},"satellites":[\n`;
export const CSV_HEAD = "index,id,name,tS,xTemeKm,yTemeKm,zTemeKm,vxTemeKmPerS,vyTemeKmPerS,vzTemeKmPerS\n";

function openSource({ mission, elementsTexts }: NonNullable<TextJob["source"]>) {
  const roster = rosterMission(mission, { elementsTexts });
  if ("issues" in roster)
    throw new Error(`makeWriter: got a mission with issues, expected a checked one: ${roster.issues[0]?.message}`);
  return roster;
}

/** Something that writes pieces. It keeps what pieces share, so that a mission's million needs no more memory than one piece. */
export function makeWriter({ method, isCsv, from, stepS, source }: TextJob): (piece: TextPiece) => TextAnswer {
  const roster = source && openSource(source);
  let positions = new Float64Array(0);
  let velocities = new Float64Array(0);
  let latest: { readonly firstStep: number; readonly grid: TimeGrid } | undefined;

  /** The satellites of a piece: who they are, when their epoch is, and what moves them. */
  function* members({ satellites }: TextPiece): Generator<{ flyer: Named; epoch: Instant; move: Mover; at: number }> {
    if ("records" in satellites) {
      const records = satellites.records.map(({ elements }) => makeRecord(elements));
      const { runInto } = makeBulk({
        satelliteCount: records.length,
        recordOf: (at) => records[at]!,
        isKernelUsed: method === "bulk",
      });
      for (const [at, flyer] of satellites.records.entries())
        yield { flyer, epoch: flyer.elements.epoch, move: runInto, at };
      return;
    }
    if (roster === undefined) throw new Error("makeWriter: got satellites of a mission, expected records");
    const move = roster.moverOf({ method, ...satellites });
    for (let index = satellites.first; index < satellites.end; index++) {
      const { shellName, plane, slot } = roster.whereOf(index);
      const flyer = { index, id: roster.idOf(index), name: `${shellName} ${plane + 1}-${slot + 1}`, warnings: [] };
      yield { flyer, epoch: roster.epochOf(index), move, at: index };
    }
  }

  return (piece) => {
    const { isPart, firstStep, stepCount } = piece;
    if (latest?.firstStep !== firstStep || latest.grid.stepCount !== stepCount)
      latest = { firstStep, grid: makeTimeGrid({ from, stepS, firstStep, stepCount }) };
    if (positions.length < stepCount * 3) {
      positions = new Float64Array(stepCount * 3);
      velocities = new Float64Array(stepCount * 3);
    }
    const texts: string[] = [];
    const failures: TextFailure[] = [];
    let satelliteCount = 0;
    let partHead = "";
    let isEnded = false;
    for (const { flyer, epoch, move, at } of members(piece)) {
      satelliteCount++;
      const { endStep, failure: first } = move({
        index: at,
        minutes: latest.grid.minutesAfter(epoch),
        positions,
        velocities,
      });
      isEnded = endStep < stepCount;
      const failure = first && { id: flyer.id, tS: (firstStep + first.step) * stepS, reason: first.reason };
      if (failure !== undefined) failures.push(failure);
      const head = isCsv ? `${flyer.index},${csvCell(flyer.id)},${csvCell(flyer.name)},` : "[";
      const foot = isCsv ? "\n" : "]";
      const rows: string[] = [];
      for (let step = 0; step < endStep; step++) {
        const p = step * 3;
        if (Number.isNaN(positions[p])) continue;
        const tS = (firstStep + step) * stepS;
        rows.push(
          `${head}${tS},${positions[p]},${positions[p + 1]},${positions[p + 2]},${velocities[p]},${velocities[p + 1]},${velocities[p + 2]}${foot}`,
        );
      }
      if (isCsv) texts.push(rows.join(""));
      else if (isPart) {
        partHead = headOf(flyer);
        texts.push(rows.join(","));
      } else texts.push(`${headOf(flyer)}${rows.join(",")}${tailOf(failure)}`);
    }
    return { satelliteCount, text: texts.join(isCsv ? "" : ",\n"), head: partHead, failures, isEnded };
  };
}
