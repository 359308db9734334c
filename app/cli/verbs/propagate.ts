import { extname } from "node:path";
import { Option } from "commander";
import { addSeconds, formatInstant, type Instant, type MissionIssue, minutesSinceEpoch, propagateRun } from "#engine";
import { type Flyer, type Flyers, loadFlyers } from "../flyers.ts";
import { type Io, makeBreath, type Sink, say } from "../io.ts";
import { type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { csvCell, printable, toJsonText } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { badInput, EXIT, makeIssue } from "../stop.ts";
import { missionArgument, type Verb } from "../verb.ts";

/** Satellites × steps of one run: some 25 GB of JSON. */
const MAX_STATE_COUNT = 200_000_000;
/** Steps of one satellite that are held at a time. */
const CHUNK_COUNT = 1024;
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

type Grid = { readonly from: Instant; readonly stepS: number; readonly count: number };
type Failure = { readonly tS: number; readonly reason: string };

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
  ],
  async run(call) {
    const { io, options } = call;
    const issues: MissionIssue[] = [];
    const fromText = options["from"];
    const from = typeof fromText === "string" ? readInstant({ flag: "--from", text: fromText, issues }) : undefined;
    const step = readNumber({ option: stepS, text: String(options["stepS"]), issues });
    const steps = readNumber({ option: count, text: String(options["count"]), issues });
    if (issues.length > 0) throw badInput(issues);
    await checkTarget({ io, options });

    const flyers = await loadFlyers(call, (satelliteCount) => refuseTooMany({ satelliteCount, steps }));
    const grid = { from: from ?? flyers.epoch, stepS: step, count: steps };
    const isCsv = !options.json && (options.output === undefined || extname(options.output).toLowerCase() === ".csv");
    const failures = { count: 0, told: [] as string[] };
    const progress = startProgress({ io, what: "satellites", totalCount: flyers.count });
    const onFailure = ({ id }: Flyer, { tS, reason }: Failure) => {
      failures.count++;
      if (failures.told.length < MAX_TOLD_COUNT) failures.told.push(`satellite ${printable(id)}, tS ${tS}: ${reason}`);
    };
    const start = { io, flyers, grid, progress, onFailure };
    try {
      await deliver({
        io,
        options,
        about: () => ({
          satelliteCount: flyers.count,
          refusedCount: flyers.refused.length,
          failedCount: failures.count,
        }),
        write: (sink) => (isCsv ? writeCsv({ ...start, sink }) : writeJson({ ...start, sink })),
      });
    } finally {
      progress.clear();
    }
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};

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
  readonly flyers: Flyers;
  readonly grid: Grid;
  readonly progress: ReturnType<typeof startProgress>;
  readonly onFailure: (flyer: Flyer, failure: Failure) => void;
  readonly sink: Sink;
};

/** Gives the rows of one satellite that hold a state to `take`, chunk by chunk; answers with the first that does not exist. */
async function runStates({
  flyer: { record },
  grid: { from, stepS: step, count: steps },
  take,
}: {
  flyer: Flyer;
  grid: Grid;
  take: (states: Float64Array, rows: readonly number[], firstStep: number) => Promise<void>;
}): Promise<Failure | undefined> {
  let first: Failure | undefined;
  for (let start = 0; start < steps; start += CHUNK_COUNT) {
    const minutes = Float64Array.from({ length: Math.min(CHUNK_COUNT, steps - start) }, (_, row) =>
      minutesSinceEpoch(record.epoch, addSeconds(from, (start + row) * step)),
    );
    const { states, endStep, failure } = propagateRun(record, minutes);
    const rows = Array.from({ length: endStep }, (_, row) => row).filter((row) => !Number.isNaN(states[row * 6]));
    await take(states, rows, start);
    if (failure !== undefined) first ??= { tS: (start + failure.step) * step, reason: failure.reason };
    if (endStep < minutes.length) break;
  }
  return first;
}

/** `tS,x,y,z,vx,vy,vz` with all digits. */
const stateText = (states: Float64Array, row: number, tS: number) =>
  `${tS},${states.subarray(row * 6, row * 6 + 6).join(",")}`;

async function writeJson({ io, flyers, grid, progress, onFailure, sink }: Work) {
  const breathe = makeBreath(io);
  await sink.write(`{"frame":"TEME","from":${toJsonText(formatInstant(grid.from))},"satellites":[`);
  let doneCount = 0;
  for (const flyer of flyers.all()) {
    const { index, id, name, warnings } = flyer;
    const head = { index, id, name, ...(warnings.length === 0 ? {} : { warnings }) };
    await sink.write(`${doneCount === 0 ? "\n" : ",\n"}${toJsonText(head).slice(0, -1)},"states":[`);
    let isFirst = true;
    const failure = await runStates({
      flyer,
      grid,
      take: async (states, rows, first) => {
        for (const row of rows) {
          await sink.write(`${isFirst ? "[" : ",["}${stateText(states, row, (first + row) * grid.stepS)}]`);
          isFirst = false;
        }
        await breathe();
      },
    });
    if (failure !== undefined) onFailure(flyer, failure);
    await sink.write(failure === undefined ? "]}" : `],"error":${toJsonText(failure)}}`);
    progress.show(++doneCount);
  }
  await sink.write(`\n],"refused":${toJsonText(flyers.refused)}}\n`);
}

async function writeCsv({ io, flyers, grid, progress, onFailure, sink }: Work) {
  const breathe = makeBreath(io);
  await sink.write("index,id,name,tS,xTemeKm,yTemeKm,zTemeKm,vxTemeKmPerS,vyTemeKmPerS,vzTemeKmPerS\n");
  let doneCount = 0;
  for (const flyer of flyers.all()) {
    const head = `${flyer.index},${csvCell(flyer.id)},${csvCell(flyer.name)}`;
    const failure = await runStates({
      flyer,
      grid,
      take: async (states, rows, first) => {
        for (const row of rows) await sink.write(`${head},${stateText(states, row, (first + row) * grid.stepS)}\n`);
        await breathe();
      },
    });
    if (failure !== undefined) onFailure(flyer, failure);
    progress.show(++doneCount);
  }
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
  list(
    told.map(({ line, column, reason }) => `line ${line}, column ${column}: ${printable(reason)}`),
    refused.length,
  );
}
