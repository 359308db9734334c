import {
  findSight,
  flyMission,
  formatInstant,
  type Interval,
  type MissionIssue,
  makeRecord,
  makeTrack,
  resolveMission,
  secondsBetween,
  tableBytes,
  tabulate,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Flyers, loadFlyers } from "../flyers.ts";
import { makeBreath } from "../io.ts";
import { deliverItems, makeFailures, roundIntervals } from "../items.ts";
import { describeLasers } from "../lasers.ts";
import { inputOption, type NumberOption, numberFlag, readNumber } from "../options.ts";
import { checkTarget } from "../output.ts";
import { printable } from "../printable.ts";
import { daysOption, fromOption, readSpan } from "../span.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { elementsArgument, type Verb } from "../verb.ts";
import { tell } from "./propagate.ts";

/** Indices, with their ids beside. */
type Pair = {
  readonly a: number;
  readonly b: number;
  readonly aId: string;
  readonly bId: string;
  readonly intervals: readonly Interval[];
};

/** 124,750 pairs. */
const MAX_OBJECT_COUNT = 500;
/** Tables of all tracks together; more is computed state by state. */
const MAX_TABLES_BYTES = 256 * 1024 * 1024;
/** Grazing height where neither the option nor a mission names one: Hypatia's, above the mesosphere. */
const REFERENCE_GRAZING_ALTITUDE_KM = 80;

const grazingAltitudeKm = inputOption("grazingAltitudeKm");
const rangeKm = inputOption("rangeKm");

export const links: Verb = {
  name: "links",
  summary: "when each pair of satellites sees each other, and which lasers of the mesh stand; at most 500 satellites",
  argument: elementsArgument,
  options: [fromOption(), daysOption(), numberFlag(grazingAltitudeKm), numberFlag(rangeKm)],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const { from: given, spanS } = readSpan(options, issues);
    const typed = (option: NumberOption, name: string) => {
      const text = options[name];
      return typeof text === "string" ? readNumber({ option, text, issues }) : undefined;
    };
    const grazing = typed(grazingAltitudeKm, "grazingAltitudeKm");
    const range = typed(rangeKm, "rangeKm");
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const flyers = await loadFlyers(call, refuseTooMany);
    const from = given ?? flyers.epoch;
    const oldElements = tellOldElements({ io, epochs: flyers.listedEpochs(), from, spanS });
    const own = flyers.mission === undefined ? undefined : resolveMission(flyers.mission).links;
    const limits = {
      grazingAltitudeKm: grazing ?? own?.grazingAltitudeKm ?? REFERENCE_GRAZING_ALTITUDE_KM,
      rangeKm: range ?? own?.rangeKm,
    };

    const flight = flyLimited(flyers.source, limits);
    const lasersTS = flight === undefined ? 0 : secondsBetween(flight.epoch, from);

    const { failures, failed, note } = makeFailures();
    const breathe = makeBreath(io);
    const named: { readonly index: number; readonly id: string }[] = [];
    let tracks: ReturnType<typeof makeTrack>[] = [];
    for (const flyer of flyers.all()) {
      const track = makeTrack({ record: makeRecord(flyer.elements), from, spanS });
      if (track.failure !== undefined) note(flyer, track.failure);
      named.push({ index: flyer.index, id: flyer.id });
      tracks.push(track);
      await breathe();
    }
    if (tracks.reduce((sum, track) => sum + tableBytes(track), 0) <= MAX_TABLES_BYTES) tracks = tracks.map(tabulate);
    const pairCount = (tracks.length * (tracks.length - 1)) / 2;
    let intervalCount = 0;

    function* work() {
      let doneCount = 0;
      for (let a = 0; a < tracks.length; a++)
        for (let b = a + 1; b < tracks.length; b++) {
          const intervals = findSight({ a: tracks[a]!, b: tracks[b]!, ...limits });
          intervalCount += intervals.length;
          const { index: aIndex, id: aId } = named[a]!;
          const { index: bIndex, id: bId } = named[b]!;
          const pair: Pair = { a: aIndex, b: bIndex, aId, bId, intervals };
          yield { doneCount: ++doneCount, items: [pair] };
        }
    }

    await deliverItems<Pair>({
      io,
      options,
      what: "pairs",
      totalCount: pairCount,
      work,
      tail: () => ({ failed, refused: flyers.refused, ...oldElements }),
      about: () => ({
        satelliteCount: flyers.count,
        pairCount,
        intervalCount,
        refusedCount: flyers.refused.length,
        failedCount: failures.count,
        ...oldElements,
      }),
      form: {
        head: {
          ...{ from: formatInstant(from), spanS, ...limits },
          ...(flight === undefined ? {} : { lasers: flight.countLinks(lasersTS) }),
        },
        listName: "pairs",
        jsonOf: ({ intervals, ...pair }) => ({ ...pair, intervals: roundIntervals(intervals) }),
        csvColumns: ["a", "b", "aId", "bId", "startS", "endS"],
        csvRowsOf: ({ a, b, aId, bId, intervals }) =>
          roundIntervals(intervals).map(([startS, endS]) => [a, b, aId, bId, startS, endS]),
        title: `Lines of sight from ${formatInstant(from)}, UTC, at least ${limits.grazingAltitudeKm} km high${limits.rangeKm === undefined ? "" : `, at most ${limits.rangeKm} km long`}; satellites by id${flight === undefined ? "" : `\n${describeLasers(flight, lasersTS)}`}`,
        columns: [
          { title: "a", width: 9, isRight: true },
          { title: "b", width: 9, isRight: true },
          { title: "times", width: 6, isRight: true },
          { title: "first, tS", width: 12, isRight: true },
          { title: "in sight, s", width: 12, isRight: true },
          { title: "share", width: 8, isRight: true },
        ],
        textRowsOf: ({ aId, bId, intervals }) => {
          const sumS = intervals.reduce((sum, [startS, endS]) => sum + endS - startS, 0);
          const first = intervals[0]?.[0].toFixed(1) ?? "–";
          return [
            [
              printable(aId),
              printable(bId),
              `${intervals.length}`,
              first,
              sumS.toFixed(1),
              `${((100 * sumS) / spanS).toFixed(2)} %`,
            ],
          ];
        },
      },
    });
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};

/** The mission in flight with the limits of sight that the call asks for: it alone has a mesh. */
function flyLimited(source: Flyers["source"], limits: { grazingAltitudeKm: number; rangeKm?: number | undefined }) {
  if (source === undefined) return undefined;
  const { mission, elementsTexts } = source;
  const flight = flyMission({ ...mission, links: { ...mission.links, ...limits } }, { elementsTexts });
  if ("issues" in flight) throw badInput(flight.issues);
  return flight;
}

function refuseTooMany(count: number) {
  if (count <= MAX_OBJECT_COUNT) return;
  const pairsOf = (objects: number) => (objects * (objects - 1)) / 2;
  throw badInput([
    makeIssue(
      "satellites",
      `${count} satellites, ${pairsOf(count)} pairs`,
      `at most ${MAX_OBJECT_COUNT} satellites, ${pairsOf(MAX_OBJECT_COUNT)} pairs`,
    ),
  ]);
}
