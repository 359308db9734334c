import {
  addSeconds,
  type CoverageLatitude,
  type CoverageMoment,
  formatInstant,
  formatParts,
  type Instant,
  listedSquadron,
  type MissionIssue,
  makeCoverageGrid,
  resolveMission,
  secondsBetween,
  studyCoverage,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Flyers, loadFlyers } from "../flyers.ts";
import { clockText, deliverItems } from "../items.ts";
import { momentOptions, readMoments } from "../moments.ts";
import { inputOption, type NumberOption, numberFlag, readNumber } from "../options.ts";
import { checkTarget } from "../output.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { headLines, makePaint, rowLines } from "../table.ts";
import { elementsArgument, type Verb } from "../verb.ts";
import { tell } from "./propagate.ts";

const minElevationDeg = inputOption("minElevationDeg");
/** Elevation where neither the option nor a mission names one. */
const REFERENCE_ELEVATION_DEG = 25;
const gridStepDeg: NumberOption = {
  flag: "--grid-step-deg",
  label: "Side of a cell, in latitude and longitude; an even part of 180°",
  min: 0.25,
  max: 90,
  unit: "°",
  isWhole: false,
};
/** Satellites × moments × cells: minutes, since a satellite in a low orbit sees a hundredth of the cells. */
const MAX_PAIR_COUNT = 1e12;

/** What each cell of the Earth's surface sees of fleet and relay, or of the records of a file. */
export const coverage: Verb = {
  name: "coverage",
  summary: "how many satellites each part of the Earth sees, at moments and by latitude",
  argument: elementsArgument,
  options: [
    ...momentOptions({ overS: 0, stepS: 60 }),
    numberFlag(minElevationDeg),
    numberFlag(gridStepDeg).default("5"),
  ],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const { at: given, stepS, count } = readMoments(options, "moments", issues);
    const elevationText = options["minElevationDeg"];
    const typedDeg =
      typeof elevationText === "string"
        ? readNumber({ option: minElevationDeg, text: elevationText, issues })
        : undefined;
    const stepText = String(options["gridStepDeg"]);
    const stepDeg = readNumber({ option: gridStepDeg, text: stepText, issues });
    const rowCount = Math.round(180 / stepDeg);
    if (issues.length === 0 && Math.abs(rowCount * stepDeg - 180) > 1e-9)
      issues.push(makeIssue(gridStepDeg.flag, `${stepText}°`, "an even part of 180°, such as 0.5, 5, 7.5 or 10"));
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });
    const cellCount = rowCount * 2 * rowCount;
    const flyers = await loadFlyers(call, (satelliteCount) => refuseTooMany(satelliteCount, count, cellCount));
    const from = given ?? flyers.epoch;
    const oldElements = tellOldElements({ io, epochs: flyers.listedEpochs(), from, spanS: (count - 1) * stepS });
    const own = flyers.mission === undefined ? undefined : resolveMission(flyers.mission).links;
    const limits = {
      minElevationDeg: typedDeg ?? own?.minElevationDeg ?? REFERENCE_ELEVATION_DEG,
      ...(own?.groundRangeKm === undefined ? {} : { groundRangeKm: own.groundRangeKm }),
    };
    const grid = makeCoverageGrid({ latitudeStepDeg: stepDeg, longitudeStepDeg: stepDeg });
    const positionsInto = moverOf(flyers, from);
    const study = studyCoverage({ grid, satelliteCount: flyers.count, positionsInto, from, stepS, count, ...limits });
    let latitudes: readonly CoverageLatitude[] = [];
    const paint = makePaint(io.hasColour && options.output === undefined);

    await deliverItems<CoverageMoment>({
      io,
      options,
      what: "moments",
      totalCount: count,
      *work() {
        for (;;) {
          const step = study.next();
          if (step.done) {
            latitudes = step.value;
            return;
          }
          const { doneCount, moment } = step.value;
          yield { doneCount: Math.floor(doneCount), items: moment === undefined ? [] : [moment] };
        }
      },
      tail: () => ({ latitudes, refused: flyers.refused, ...oldElements }),
      about: () => ({
        satelliteCount: flyers.count,
        sampleCount: count,
        refusedCount: flyers.refused.length,
        ...oldElements,
      }),
      form: {
        head: {
          ...{ at: formatInstant(from), stepS, sampleCount: count, gridStepDeg: stepDeg },
          ...{ satelliteCount: flyers.count, ...limits },
        },
        listName: "rows",
        jsonOf: (moment) => moment,
        csvColumns,
        csvRowsOf: (moment) => [csvColumns.map((name) => moment[name])],
        title: [
          `${flyers.count} satellites above ${limits.minElevationDeg}°, in ${cellCount} cells of ${stepDeg}° from ${formatInstant(from)}, UTC`,
          "Each cell counts by its area, and sees what its middle sees.",
        ].join("\n"),
        columns: [{ title: "UTC", width: 19 }, ...countColumns],
        textRowsOf: (moment) => [[clockText(from, moment.tS), ...countCells(moment)]],
        textTail: () => {
          const columns = [{ title: "latitude, °", width: 11, isRight: true }, ...countColumns];
          const rows = [...latitudes]
            .reverse()
            .flatMap((row) => rowLines([String(Number(row.latitudeDeg.toFixed(4))), ...countCells(row)], columns));
          return [...headLines(columns, paint), ...rows].join("\n");
        },
      },
    });
    tell({ io, failures: { count: 0, told: [] }, refused: flyers.refused });
    return EXIT.done;
  },
};

/** A mission's satellites by its flight, a file's records by the kernel. */
function moverOf({ records, ...flyers }: Flyers, from: Instant) {
  if (records === undefined) {
    const flight = flyers.flight!;
    const fromTS = secondsBetween(flight.epoch, from);
    return (tS: number, positions: Float64Array) =>
      flight.statesInto({ tS: fromTS + tS, positions, isServingOnly: true });
  }
  const squadron = listedSquadron(records.map(({ elements }) => elements));
  return (tS: number, positions: Float64Array) => squadron.allInto!({ instant: addSeconds(from, tS), positions });
}

function refuseTooMany(satelliteCount: number, momentCount: number, cellCount: number) {
  const pairCount = satelliteCount * momentCount * cellCount;
  if (pairCount <= MAX_PAIR_COUNT) return;
  throw badInput([
    makeIssue(
      "--over-s",
      `${satelliteCount} satellites × ${momentCount} moments × ${cellCount} cells = ${pairCount} pairs`,
      `at most ${MAX_PAIR_COUNT} pairs; fewer moments or a coarser --grid-step-deg`,
    ),
  ]);
}

const csvColumns = [
  ...(["tS", "seenFraction", "meanInViewCount", "leastInViewCount", "mostInViewCount"] as const),
  "decayedCount",
] as const;

const countColumns = [
  { title: "sees one, %", width: 11, isRight: true },
  { title: "satellites, mean", width: 16, isRight: true },
  { title: "fewest", width: 8, isRight: true },
  { title: "most", width: 8, isRight: true },
];
const countCells = (row: Omit<CoverageMoment, "tS" | "decayedCount">) => [
  formatParts(row.seenFraction, "Fraction", 4).number,
  row.meanInViewCount.toFixed(2),
  String(row.leastInViewCount),
  String(row.mostInViewCount),
];
