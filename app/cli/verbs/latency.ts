import { Option } from "commander";
import {
  addSeconds,
  flyMission,
  formatInstant,
  formatParts,
  type MissionIssue,
  type PlaceLatency,
  resolveMission,
  secondsBetween,
  studyLatency,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { deliverItems } from "../items.ts";
import { momentOptions, readMoments } from "../moments.ts";
import { checkTarget } from "../output.ts";
import { readPlace } from "../place.ts";
import { printable } from "../printable.ts";
import { badInput, badUsage, EXIT, makeIssue } from "../stop.ts";
import { readTaken, takenOptions } from "../taken.ts";
import { loadMission, missionArgument, type Verb } from "../verb.ts";

const DAY_S = 86_400;
const DEFAULT_STEP_S = 60;
/** Samples of all places: 12 bytes each are kept. */
const MAX_SAMPLE_COUNT = 20_000_000;
/** What is measured to where no place is. */
const COMPUTE = "nearest satellite in sunlight with free power";

/** Round trips through the mesh, as a distribution over a window: P1, P50, P99 by nearest rank over the reachable samples. */
export const latency: Verb = {
  name: "latency",
  summary: "round trips from places to the compute in orbit, or to a place, over a window of time",
  argument: missionArgument,
  options: [
    new Option(
      "--place <place>",
      "a name of the mission, or latitude,longitude; repeatable; left out, the mission's places",
    ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]),
    new Option("--to <place>", `measure to this place; left out, to the ${COMPUTE}`),
    ...momentOptions({ overS: DAY_S, stepS: DEFAULT_STEP_S }),
    ...takenOptions(),
  ],
  async run(call) {
    const { io, options } = call;
    await checkTarget({ io, options });
    const { mission, elementsTexts } = await loadMission(call);
    const issues: MissionIssue[] = [];
    const typed = (options["place"] ?? []) as readonly string[];
    const places =
      typed.length > 0
        ? typed.map((text) => readPlace({ flag: "--place", text, mission, issues }))
        : (mission.places ?? []);
    if (places.length === 0) throw badUsage("latency: --place is missing, and the mission names no places");
    const to =
      typeof options["to"] === "string" ? readPlace({ flag: "--to", text: options["to"], mission, issues }) : undefined;
    const moments = readMoments(options, "moments", issues);
    const { told, takenOf } = readTaken(options, issues);
    const { stepS, count } = moments;
    if (issues.length === 0 && count * places.length > MAX_SAMPLE_COUNT)
      issues.push(
        makeIssue(
          "--over-s",
          `${count} moments of ${places.length} places`,
          `at most ${MAX_SAMPLE_COUNT} samples in all`,
        ),
      );
    if (issues.length > 0) throw badInput(issues);
    const flight = flyMission(mission, { elementsTexts });
    if ("issues" in flight) throw badInput(flight.issues);
    const at = moments.at ?? flight.epoch;
    const oldElements = tellOldElements({ io, epochs: flight.listedEpochs(), from: at, spanS: (count - 1) * stepS });
    const { cableStretchRatio } = resolveMission(mission).assumptions;
    const study = studyLatency({
      flight,
      places,
      others: [...(mission.places ?? []), ...(mission.sites ?? [])],
      to,
      taken: takenOf(flight),
      fromTS: secondsBetween(flight.epoch, at),
      stepS,
      count,
      cableStretchRatio,
    });
    const measuredTo = to?.name ?? COMPUTE;
    const end = formatInstant(addSeconds(at, (count - 1) * stepS));
    await deliverItems<PlaceLatency>({
      io,
      options,
      what: "moments",
      totalCount: count,
      about: () => ({ placeCount: places.length, sampleCount: count, ...oldElements }),
      form: {
        head: { at: formatInstant(at), stepS, sampleCount: count, measuredTo, ...(to === undefined ? told : {}) },
        listName: "places",
        jsonOf: (row) => row,
        csvColumns,
        csvRowsOf: (row) => [csvColumns.map((name) => row[name] ?? "")],
        title: [
          `Round trip to ${to === undefined ? `the ${COMPUTE}` : printable(to.name)}, ${printable(mission.name)}`,
          `${count} samples from ${formatInstant(at)} to ${end}; percentiles by nearest rank over those that had a way`,
          `fibre: great circle; cable: ${cableStretchRatio} times as far; level: how far cable reaches in the median's time`,
        ].join("\n"),
        columns,
        textRowsOf: (row) => [cellsOf(row)],
      },
      *work() {
        for (;;) {
          const step = study.next();
          yield { doneCount: step.done ? count : step.value, items: step.done ? step.value : [] };
          if (step.done) return;
        }
      },
      tail: () => ({ cableStretchRatio, hopDelayMs: flight.hopDelayMs, ...oldElements }),
    });
    return EXIT.done;
  },
};

const csvColumns = [
  "name",
  "p1Ms",
  "p50Ms",
  "p99Ms",
  "leastMs",
  "mostMs",
  "reachableFraction",
  "sampleCount",
  "longestOutageS",
  "handoverCount",
  "fibreTo",
  "fibreKm",
  "fibreMs",
  "cableMs",
  "cableReachKm",
] as const;

const columns = [
  { title: "Place", width: 16 },
  { title: "P1, ms", width: 8, isRight: true },
  { title: "P50, ms", width: 8, isRight: true },
  { title: "P99, ms", width: 8, isRight: true },
  { title: "Reached, %", width: 10, isRight: true },
  { title: "Outage, s", width: 9, isRight: true },
  { title: "Fibre to", width: 14 },
  { title: "Fibre, ms", width: 9, isRight: true },
  { title: "Cable, ms", width: 9, isRight: true },
  { title: "Level, km", width: 9, isRight: true },
];

function cellsOf(row: PlaceLatency): string[] {
  const ms = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(3));
  return [
    printable(row.name),
    ms(row.p1Ms),
    ms(row.p50Ms),
    ms(row.p99Ms),
    formatParts(row.reachableFraction, "Fraction", 4).number,
    String(Number(row.longestOutageS.toFixed(3))),
    printable(row.fibreTo),
    row.fibreMs.toFixed(1),
    row.cableMs.toFixed(1),
    row.cableReachKm === undefined ? "–" : row.cableReachKm.toFixed(0),
  ];
}
