import { Option } from "commander";
import {
  type ExportFormat,
  elementsWriters,
  exportFormats,
  formatInstant,
  hypatiaFiles,
  type Instant,
  type MissionIssue,
  parseInstant,
  writeCzml,
  writeOem,
  writeStk,
} from "#engine";
import { tellOldElements } from "../elementAges.ts";
import { type Grid, makeEphemeris } from "../ephemerides.ts";
import { type Flyer, type Flyers, loadFlyers } from "../flyers.ts";
import { checkFolder, deliverFolder } from "../folder.ts";
import { hypatiaNetwork } from "../hypatia.ts";
import { makeBreath, type Sink } from "../io.ts";
import { makeFailures } from "../items.ts";
import { describeText, type NumberOption, numberFlag, readInstant, readNumber } from "../options.ts";
import { checkTarget, deliver } from "../output.ts";
import { printable } from "../printable.ts";
import { startProgress } from "../progress.ts";
import { fromOption } from "../span.ts";
import { badInput, badUsage, EXIT, makeIssue } from "../stop.ts";
import { type Call, elementsArgument, type Options, type Verb } from "../verb.ts";
import { tell } from "./propagate.ts";

/** States of one file or folder: some 2 GB. */
const MAX_STATE_COUNT = 20_000_000;
/** STK takes one satellite a file. */
const MAX_FILE_COUNT = 10_000;

/** A minute: 95 points in a low orbit, where STK wants at least 90. */
const stepS: NumberOption = { flag: "--step-s", label: "Step", min: 0.001, max: 86_400, unit: "s", isWhole: false };
const DEFAULT_STEP_S = "60";
/** Two hours: a low orbit and a quarter. */
const count: NumberOption = {
  flag: "--count",
  label: "Steps, 0 to count − 1",
  min: 1,
  max: 200_000,
  unit: "",
  isWhole: true,
};
const DEFAULT_COUNT = "121";
const stateFormats: readonly ExportFormat[] = ["oem", "czml", "stk"];

export const exportVerb: Verb = {
  name: "export",
  summary: "neighbours' formats: OMM, TLE, OEM, CZML, STK, Hypatia, CSV",
  argument: elementsArgument,
  options: [
    new Option("--format <format>", exportFormats.join(", ")).makeOptionMandatory(),
    new Option("--index <n,…>", "only the satellites of these indices, in their order in the file"),
    fromOption(),
    numberFlag(stepS).default(DEFAULT_STEP_S),
    numberFlag(count).default(DEFAULT_COUNT),
  ],
  async run(call) {
    const { io, options } = call;
    const { output } = options;
    if (output === undefined) throw badUsage("export: -o FILE is missing");
    const { format, grid: given, indices } = readOptions(options);
    const isFolderAlways = format === "hypatia";
    const isOurs = isFolderAlways
      ? (name: string) => Object.hasOwn(hypatiaFiles, name)
      : (name: string) => name.endsWith(".e");
    if (isFolderAlways) await checkFolder({ io, output, force: options.force === true, isOurs });
    else if (format !== "stk") await checkTarget({ io, options });

    const all = await loadFlyers(call, () => {});
    const flyers = indices === undefined ? all : choose(all, indices);
    const grid: Grid = { ...given, from: given.from ?? flyers.epoch };
    const hasStates = stateFormats.includes(format);
    const spanS = (grid.count - 1) * grid.stepS;
    // Elements themselves grow no older by being written down.
    const oldElements = hasStates ? tellOldElements({ io, epochs: flyers.listedEpochs(), from: grid.from, spanS }) : {};
    const { failures, note } = makeFailures();
    const made = { stateCount: 0 };
    const about = () => ({
      format,
      satelliteCount: flyers.count,
      refusedCount: flyers.refused.length,
      ...(hasStates
        ? { ...made, from: formatInstant(grid.from), stepS: grid.stepS, failedCount: failures.count, ...oldElements }
        : {}),
    });
    const target = { io, options: { ...options, output }, about };
    const { pump, clear } = makePump(call, flyers.count);
    const ephemerisOf = (flyer: Flyer) => {
      const ephemeris = makeEphemeris({ flyer, grid, onFailure: note });
      made.stateCount += ephemeris.tS.length;
      return ephemeris;
    };
    const ephemerides = mapEach(flyers.all, ephemerisOf);

    try {
      if (format === "hypatia") {
        const network = hypatiaNetwork(flyers);
        const files = Object.entries(hypatiaFiles).map(([name, write]) => ({
          name,
          write: (sink: Sink) => pump(write(network), sink),
        }));
        await deliverFolder({ ...target, isOurs, files });
      } else if (format === "stk") {
        refuseTooManyStates(flyers, grid);
        if (flyers.count > 1) {
          if (flyers.count > MAX_FILE_COUNT)
            throw badInput([
              makeIssue(
                "--format stk",
                `${flyers.count} satellites, a file each`,
                `at most ${MAX_FILE_COUNT}; --index chooses`,
              ),
            ]);
          const files = mapEach(flyers.all, (flyer) => ({
            name: `${flyer.index}.e`,
            write: (sink: Sink) => pump(writeStk(ephemerisOf(flyer)), sink, true),
          }));
          await deliverFolder({ ...target, isOurs, files: files() });
        } else {
          const [only] = flyers.all();
          await deliver({ ...target, write: (sink) => pump(writeStk(ephemerisOf(only!)), sink) });
        }
      } else if (format === "oem" || format === "czml") {
        refuseTooManyStates(flyers, grid);
        const name = flyers.mission?.name ?? "Dawnline";
        await deliver({
          ...target,
          write: (sink) =>
            pump(
              format === "oem"
                ? writeOem(ephemerides(), { created: now() })
                : writeCzml(ephemerides(), { name, from: grid.from, spanS }),
              sink,
            ),
        });
      } else {
        const writer = elementsWriters[format];
        if ("faultOf" in writer) refuseFaults(flyers, format, writer.faultOf);
        await deliver({ ...target, write: (sink) => pump(writer.write(flyers.all(), { created: now() }), sink) });
      }
    } finally {
      clear();
    }
    tell({ io, failures, refused: flyers.refused });
    return EXIT.done;
  },
};

const now = (): Instant => parseInstant(new Date().toISOString())!;

function mapEach<From, To>(all: () => Iterable<From>, change: (from: From) => To) {
  return function* () {
    for (const each of all()) yield change(each);
  };
}

/** Pieces of text to a sink, with progress, letting signals through. `isOneOfMany`: each call is one step. */
function makePump({ io }: Call, totalCount: number) {
  const breathe = makeBreath(io);
  const progress = startProgress({ io, what: "satellites", totalCount });
  let doneCount = 0;
  return {
    clear: progress.clear,
    pump: async (pieces: Iterable<string>, { write }: Sink, isOneOfMany = false) => {
      if (!isOneOfMany) doneCount = 0;
      for (const piece of pieces) {
        await write(piece);
        progress.show(Math.min(++doneCount, totalCount));
        await breathe();
      }
    },
  };
}

function readOptions(options: Options) {
  const issues: MissionIssue[] = [];
  const format = exportFormats.find((each) => each === options["format"]);
  if (format === undefined)
    issues.push(makeIssue("--format", describeText(String(options["format"])), exportFormats.join(", ")));
  const from =
    typeof options["from"] === "string" ? readInstant({ flag: "--from", text: options["from"], issues }) : undefined;
  const step = readNumber({ option: stepS, text: String(options["stepS"]), issues });
  const steps = readNumber({ option: count, text: String(options["count"]), issues });
  const indexText = options["index"];
  const indices = typeof indexText === "string" ? indexText.split(",").map((each) => each.trim()) : undefined;
  if (indices?.some((each) => !/^\d{1,7}$/.test(each)))
    issues.push(makeIssue("--index", describeText(String(indexText)), "whole numbers from 0, with commas between"));
  if (format === "hypatia" && indices !== undefined)
    issues.push(
      makeIssue("--index", describeText(String(indexText)), "nothing with hypatia, which takes whole shells"),
    );
  if (format === undefined || issues.length > 0) throw badInput(issues);
  return { format, grid: { from, stepS: step, count: steps }, indices: indices?.map(Number) };
}

function choose(flyers: Flyers, indices: readonly number[]): Flyers {
  const wanted = new Set(indices);
  const chosen: Flyer[] = [];
  for (const flyer of flyers.all()) if (wanted.has(flyer.index)) chosen.push(flyer);
  const known = new Set(chosen.map(({ index }) => index));
  const missing = indices.filter((index) => !known.has(index));
  if (missing.length > 0)
    throw badInput([makeIssue("--index", missing.slice(0, 5).join(", "), "indices of satellites that loaded")]);
  return { ...flyers, count: chosen.length, all: () => chosen, listedEpochs: () => flyers.listedEpochs(indices) };
}

function refuseFaults(flyers: Flyers, format: string, faultOf: (flyer: Flyer) => string | undefined) {
  for (const flyer of flyers.all()) {
    const fault = faultOf(flyer);
    if (fault === undefined) continue;
    const allowed = `satellites that ${format} can hold`;
    const given = `satellite ${flyer.index}: ${printable(fault)}`;
    throw badInput([makeIssue(`--format ${format}`, given, allowed)]);
  }
}

function refuseTooManyStates(flyers: Flyers, { count: steps }: Grid) {
  const stateCount = flyers.count * steps;
  if (stateCount <= MAX_STATE_COUNT) return;
  throw badInput([
    makeIssue(
      "--count",
      `${flyers.count} satellites × ${steps} steps = ${stateCount} states`,
      `at most ${MAX_STATE_COUNT} states; --index chooses satellites`,
    ),
  ]);
}
