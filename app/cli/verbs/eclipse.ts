import { findShadows, formatInstant, type Interval, type MissionIssue, makeSunTable, makeTrack } from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Flyer, loadFlyers } from "../flyers.ts";
import { clockText, deliverItems, makeFailures, roundIntervals, roundTime } from "../items.ts";
import { checkTarget } from "../output.ts";
import { printable } from "../printable.ts";
import { daysOption, fromOption, readSpan } from "../span.ts";
import { badInput, EXIT } from "../stop.ts";
import { elementsArgument, type Verb } from "../verb.ts";
import { tell } from "./propagate.ts";

type Eclipses = {
  readonly flyer: Flyer;
  readonly umbra: readonly Interval[];
  readonly penumbra: readonly Interval[];
  readonly error?: { readonly tS: number; readonly reason: string };
};

export const eclipse: Verb = {
  name: "eclipse",
  summary: "umbra and penumbra of each satellite, by two cones",
  argument: elementsArgument,
  options: [fromOption(), daysOption()],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const { from: given, spanS } = readSpan(options, issues);
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const flyers = await loadFlyers(call, () => {});
    const from = given ?? flyers.epoch;
    const oldElements = tellOldElements({ io, epochs: flyers.listedEpochs(), from, spanS });
    const sunOf = makeSunTable(from);
    const { failures, note } = makeFailures();
    let passCount = 0;

    function* work() {
      let doneCount = 0;
      for (const flyer of flyers.all()) {
        const track = makeTrack({ record: flyer.record, from, spanS });
        const { failure } = track;
        if (failure !== undefined) note(flyer, failure);
        const shadows = findShadows({ track, sunOf });
        passCount += shadows.umbra.length;
        const found: Eclipses = { flyer, ...shadows, ...(failure === undefined ? {} : { error: failure }) };
        yield { doneCount: ++doneCount, items: [found] };
      }
    }

    await deliverItems<Eclipses>({
      io,
      options,
      what: "satellites",
      totalCount: flyers.count,
      work,
      tail: () => ({ refused: flyers.refused, ...oldElements }),
      about: () => ({
        satelliteCount: flyers.count,
        passCount,
        refusedCount: flyers.refused.length,
        failedCount: failures.count,
        ...oldElements,
      }),
      form: {
        head: { from: formatInstant(from), spanS },
        listName: "satellites",
        jsonOf: ({ flyer: { index, id, name }, umbra, penumbra, error }) => ({
          index,
          id,
          name,
          umbra: roundIntervals(umbra),
          penumbra: roundIntervals(penumbra),
          ...(error === undefined ? {} : { error: { ...error, tS: roundTime(error.tS) } }),
        }),
        csvColumns: ["index", "id", "name", "shadow", "startS", "endS"],
        csvRowsOf: ({ flyer: { index, id, name }, umbra, penumbra }) =>
          (
            [
              ["penumbra", penumbra],
              ["umbra", umbra],
            ] as const
          ).flatMap(([kind, intervals]) =>
            roundIntervals(intervals).map(([startS, endS]) => [index, id, name, kind, startS, endS]),
          ),
        title: `Shadows from ${formatInstant(from)}, UTC; a sphere of 6,378.137 km before the whole Sun`,
        columns: [
          { title: "satellite", width: 10 },
          { title: "penumbra begins", width: 19 },
          { title: "penumbra ends", width: 19 },
          { title: "umbra begins", width: 19 },
          { title: "umbra ends", width: 19 },
          { title: "umbra, s", width: 8, isRight: true },
        ],
        textRowsOf: ({ flyer, umbra, penumbra }) => {
          const id = printable(flyer.id);
          if (penumbra.length === 0) return [[id, "none"]];
          return penumbra.map(([startS, endS]) => {
            const dark = umbra.filter(([first, last]) => first >= startS && last <= endS);
            return [
              id,
              clockText(from, startS),
              clockText(from, endS),
              ...(dark.length === 0 ? ["–", "–"] : [clockText(from, dark[0]![0]), clockText(from, dark.at(-1)![1])]),
              dark.reduce((sum, [first, last]) => sum + last - first, 0).toFixed(1),
            ];
          });
        },
      },
    });
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};
