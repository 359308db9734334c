import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Option } from "commander";
import { faultsOf, type MissionIssue, type PropagationMethod, propagationMethods } from "#engine";
import { openPool } from "../../worker/pool.ts";
import { type OldElements, tellOldElements } from "../elementAges.ts";
import { type Flyers, loadFlyers } from "../flyers.ts";
import { type Io, makeBreath, type Sink, say } from "../io.ts";
import { describeText, type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import {
  CSV_HEAD,
  documentHead,
  makeWriter,
  type TextAnswer,
  type TextFailure,
  type TextJob,
  type TextPiece,
  tailOf,
} from "../propagation.ts";
import { type Chosen, chooseSatellites, readIndices } from "../selection.ts";
import { badInput, EXIT, interrupted, makeIssue } from "../stop.ts";
import { startThread } from "../threads.ts";
import { missionArgument, type Verb } from "../verb.ts";

/** Satellites × steps of one run: some 25 GB of JSON. */
const MAX_STATE_COUNT = 200_000_000;
/** States of one piece of text, some 4 MB. */
const PIECE_STATE_COUNT = 32_768;
const MAX_PIECE_SATELLITE_COUNT = 1024;
/** Below this many states threads cost more than they bring. */
const LEAST_STATE_COUNT_FOR_THREADS = 100_000;
const MOST_WORKERS_UNASKED = 8;
const MAX_TOLD_COUNT = 10;

const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.001, max: 3.2e9, unit: "s", isWhole: false };
const count: NumberOption = {
  flag: "--count",
  label: "Steps, 0 to count − 1",
  min: 1,
  max: MAX_STATE_COUNT,
  unit: "",
  isWhole: true,
};
const workers: NumberOption = {
  flag: "--workers",
  label: "Threads; left out, one, or one a core for long work",
  min: 1,
  max: 64,
  unit: "",
  isWhole: true,
};

export const propagate: Verb = {
  name: "propagate",
  summary: "SGP4 states, TEME, km and km/s",
  argument: {
    ...missionArgument,
    help: "mission, or TLE or OMM file (JSON, XML, KVN, CSV); left out, the reference mission",
  },
  options: [
    new Option("--from <instant>", "UTC instant at which tS is 0; left out, the mission's epoch or the first record's"),
    numberFlag(stepS).default("60"),
    numberFlag(count).default("1"),
    new Option("--index <list>", "only these satellites, such as 0,999999; left out, all"),
    new Option(
      "--method <name>",
      "sgp4: the reference; bulk: compiled, within 1e-6 km of it; analytic: designed shells in closed form, within 1e-6 km",
    ).default("sgp4"),
    numberFlag(workers),
  ],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const fromText = options["from"];
    const from = typeof fromText === "string" ? readInstant({ flag: "--from", text: fromText, issues }) : undefined;
    const step = readNumber({ option: stepS, text: String(options["stepS"]), issues });
    const steps = readNumber({ option: count, text: String(options["count"]), issues });
    const method = readMethod(String(options["method"]), issues);
    const indexText = options["index"];
    const indices = typeof indexText === "string" ? readIndices(indexText, issues) : undefined;
    const workersText = options["workers"];
    const asked =
      typeof workersText === "string" ? readNumber({ option: workers, text: workersText, issues }) : undefined;
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });

    const flyers = await loadFlyers(call, (satelliteCount) =>
      refuseTooMany({ satelliteCount: indices?.length ?? satelliteCount, steps }),
    );
    const chosen = chooseSatellites({ flyers, indices, method });
    const stateCount = chosen.count * steps;
    const workerCount =
      asked ??
      (stateCount < LEAST_STATE_COUNT_FOR_THREADS ? 1 : Math.min(MOST_WORKERS_UNASKED, availableParallelism()));
    const isCsv = !options.json && (options.output === undefined || extname(options.output).toLowerCase() === ".csv");
    const job: TextJob = { method, isCsv, from: from ?? flyers.epoch, stepS: step, source: flyers.source };
    const epochs = flyers.listedEpochs(indices);
    const oldElements = tellOldElements({ io, epochs, from: job.from, spanS: (steps - 1) * step });
    const failures = { count: 0, told: [] as string[] };
    const onFailure = ({ id, tS, reason }: TextFailure) => {
      failures.count++;
      if (failures.told.length < MAX_TOLD_COUNT) failures.told.push(`satellite ${printable(id)}, tS ${tS}: ${reason}`);
    };
    const progress = startProgress({ io, what: "satellites", totalCount: chosen.count });
    const work: Work = {
      io,
      job,
      steps,
      workerCount,
      chosen,
      refused: flyers.refused,
      oldElements,
      progress,
      onFailure,
    };
    try {
      await deliver({
        io,
        options,
        about: () => ({
          method,
          workerCount,
          satelliteCount: chosen.count,
          refusedCount: flyers.refused.length,
          failedCount: failures.count,
          ...oldElements,
        }),
        write: (sink) => writeStates(work, sink),
      });
    } finally {
      progress.clear();
    }
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};

function readMethod(text: string, issues: MissionIssue[]): PropagationMethod {
  const method = propagationMethods.find((each) => each === text);
  if (method === undefined) issues.push(makeIssue("--method", describeText(text), propagationMethods.join(", ")));
  return method ?? "sgp4";
}

function refuseTooMany({ satelliteCount, steps }: { satelliteCount: number; steps: number }) {
  const stateCount = satelliteCount * steps;
  if (stateCount <= MAX_STATE_COUNT) return;
  throw badInput([
    makeIssue(
      "--count",
      `${satelliteCount} satellites × ${steps} steps = ${stateCount} states`,
      `at most ${MAX_STATE_COUNT} states, here ${Math.floor(MAX_STATE_COUNT / satelliteCount)} steps`,
    ),
  ]);
}

type Work = {
  readonly io: Io;
  readonly job: TextJob;
  readonly steps: number;
  readonly workerCount: number;
  readonly chosen: Chosen;
  readonly refused: Flyers["refused"];
  readonly oldElements: OldElements;
  readonly progress: ReturnType<typeof startProgress>;
  readonly onFailure: (failure: TextFailure) => void;
};

/** Whole satellites, so many that a piece stays small; where one alone is too long, its parts. */
function* piecesOf({ chosen, steps }: Pick<Work, "chosen" | "steps">): Generator<TextPiece> {
  const isPart = steps > PIECE_STATE_COUNT;
  const most = Math.max(1, Math.min(MAX_PIECE_SATELLITE_COUNT, Math.floor(PIECE_STATE_COUNT / steps)));
  function* all(satellites: TextPiece["satellites"]): Generator<TextPiece> {
    for (let firstStep = 0; firstStep < steps; firstStep += PIECE_STATE_COUNT)
      yield { satellites, isPart, firstStep, stepCount: Math.min(PIECE_STATE_COUNT, steps - firstStep) };
  }
  if ("records" in chosen)
    for (let at = 0; at < chosen.records.length; at += most)
      yield* all({ records: chosen.records.slice(at, at + most) });
  else
    for (const { first, end } of chosen.ranges)
      for (let at = first; at < end; at += most) yield* all({ first: at, end: Math.min(end, at + most) });
}

/** Pieces and their texts, in order. One worker is this thread; several are threads that end with the run. */
async function* answers(work: Work): AsyncGenerator<{ piece: TextPiece; answer: TextAnswer }> {
  const { io, job, workerCount } = work;
  if (workerCount === 1) {
    const write = makeWriter(job);
    const breathe = makeBreath(io);
    for (const piece of piecesOf(work)) {
      yield { piece, answer: write(piece) };
      await breathe();
    }
    return;
  }
  const path = await io.ensureThreadBuilt();
  if (io.signal.aborted) throw interrupted();
  const pool = openPool<TextPiece, TextAnswer>({
    workerCount,
    startWorker: () => startThread({ path, job }),
    signal: io.signal,
  });
  const order = piecesOf(work);
  try {
    for await (const answer of pool.inOrder(piecesOf(work))) yield { piece: order.next().value as TextPiece, answer };
  } catch (reason) {
    throw io.signal.aborted ? interrupted() : reason;
  } finally {
    pool.close();
  }
}

async function writeStates(work: Work, sink: Sink) {
  const { job, steps, workerCount, refused, oldElements, progress, onFailure } = work;
  const { isCsv } = job;
  await sink.write(isCsv ? CSV_HEAD : documentHead({ ...job, workerCount }));
  let doneCount = 0;
  /** The satellite whose parts are being written: whether it has states yet, and its first refusal. */
  let part = { hasStates: false, isEnded: false, failure: undefined as TextFailure | undefined };
  for await (const { piece, answer } of answers(work)) {
    const comma = !isCsv && doneCount > 0 ? ",\n" : "";
    if (!piece.isPart) {
      await sink.write(comma + answer.text);
      for (const failure of answer.failures) onFailure(failure);
      doneCount += answer.satelliteCount;
    } else {
      if (piece.firstStep === 0) {
        part = { hasStates: false, isEnded: false, failure: undefined };
        if (!isCsv) await sink.write(comma + answer.head);
      }
      if (!part.isEnded) {
        if (answer.text !== "") await sink.write((!isCsv && part.hasStates ? "," : "") + answer.text);
        part.hasStates ||= answer.text !== "";
        part.failure ??= answer.failures[0];
        part.isEnded = answer.isEnded;
      }
      if (piece.firstStep + piece.stepCount === steps) {
        if (!isCsv) await sink.write(tailOf(part.failure));
        if (part.failure !== undefined) onFailure(part.failure);
        doneCount++;
      }
    }
    progress.show(doneCount);
  }
  if (!isCsv) await sink.write(`\n],${toJsonText({ refused, ...oldElements }).slice(1)}\n`);
}

export function tell({
  io,
  failures,
  refused,
}: {
  io: Io;
  failures: { readonly count: number; readonly told: readonly string[] };
  refused: Flyers["refused"];
}) {
  const list = (lines: readonly string[], total: number) => {
    for (const line of lines) say(io, `  ${line}`);
    if (total > lines.length) say(io, `  and ${total - lines.length} more`);
  };
  if (failures.count > 0) say(io, `without a state at some step: ${failures.count}`);
  list(failures.told, failures.count);
  if (refused.length > 0) say(io, `records refused: ${refused.length}`);
  const told = refused.slice(0, MAX_TOLD_COUNT);
  for (const record of told)
    for (const { line, column, reason } of faultsOf(record))
      say(io, `  line ${line}, column ${column}: ${printable(reason)}`);
  if (refused.length > told.length) say(io, `  and ${refused.length - told.length} more`);
}
