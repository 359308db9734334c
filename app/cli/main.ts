import { Command, CommanderError, Option } from "commander";
import packageDocument from "../../package.json" with { type: "json" };
import { type Io, isReaderGone, print, say } from "./io.ts";
import { printable, printableLines, toJsonText } from "./printable.ts";
import { EXIT, type ExitCode, isStop } from "./stop.ts";
import "./thread.ts";
import type { Options, Verb } from "./verb.ts";
import { access } from "./verbs/access.ts";
import { check } from "./verbs/check.ts";
import { coverage } from "./verbs/coverage.ts";
import { cycle } from "./verbs/cycle.ts";
import { eclipse } from "./verbs/eclipse.ts";
import { exportVerb } from "./verbs/exportVerb.ts";
import { latency } from "./verbs/latency.ts";
import { light } from "./verbs/light.ts";
import { links } from "./verbs/links.ts";
import { network } from "./verbs/network.ts";
import { open } from "./verbs/open.ts";
import { orbit } from "./verbs/orbit.ts";
import { overhead } from "./verbs/overhead.ts";
import { plan } from "./verbs/plan.ts";
import { preset } from "./verbs/preset.ts";
import { propagate } from "./verbs/propagate.ts";
import { report } from "./verbs/report.ts";
import { route } from "./verbs/route.ts";
import { schema } from "./verbs/schema.ts";
import { solve } from "./verbs/solve.ts";

const verbs: readonly Verb[] = [
  preset,
  plan,
  cycle,
  solve,
  orbit,
  light,
  propagate,
  eclipse,
  access,
  overhead,
  coverage,
  links,
  route,
  latency,
  network,
  exportVerb,
  report,
  check,
  schema,
  open,
];

const exitHelp = `
Exit status: 0 done, 1 bad input, 2 unknown or missing verb or option, 4 cannot read or write,
70 a defect of Dawnline's own, 130 interrupted. Findings and unreachable routes are results, not errors.`;

/** Runs one command line (without node and script) and returns its exit status. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const helps: string[] = [];
  let exitCode: ExitCode = EXIT.done;
  let isJson = false;
  const program = new Command("dawnline")
    .description("Plans compute constellations in orbit: one mission document from the chip to the terawatt.")
    .version(packageDocument.version, "--version", "print the version")
    .helpOption("--help", "print help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => helps.push(text),
      writeErr: (text) => io.stderr.write(printableLines(text), () => {}),
    })
    .addHelpText("after", exitHelp);
  for (const verb of verbs)
    addVerb(program, verb, async (file, options) => {
      isJson = options.json === true;
      exitCode = await verb.run({ io, file, options });
    });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (reason) {
    return await explain({ reason, argv, io, isJson, helps });
  }
}

function addVerb(program: Command, verb: Verb, act: (file: string | undefined, options: Options) => Promise<void>) {
  const command = program.command(verb.name).description(verb.summary).helpOption("--help", "print help");
  if (verb.argument) command.argument(`[${verb.argument.name}]`, verb.argument.help);
  for (const option of verb.options ?? []) command.addOption(option);
  if (!verb.without?.includes("set"))
    command.addOption(
      new Option(
        "--set <path=value>",
        "override a field of the mission, such as shells[0].altitudeKm=650; repeatable",
      ).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]),
    );
  command.option("--json", "one JSON document on standard output");
  if (!verb.without?.includes("output"))
    command
      .option("-o, --output <file>", "write to a file, whole or not at all")
      .option("--force", "replace an existing file");
  command.action((...given: unknown[]) =>
    act(verb.argument ? (given[0] as string | undefined) : undefined, command.opts()),
  );
}

/** The exit status of whatever ended a run, after telling the person. */
async function explain({
  reason,
  argv,
  io,
  isJson,
  helps,
}: {
  reason: unknown;
  argv: readonly string[];
  io: Io;
  isJson: boolean;
  helps: readonly string[];
}): Promise<ExitCode> {
  if (isReaderGone(reason)) return EXIT.done;
  if (reason instanceof CommanderError) {
    if (reason.exitCode !== 0) return EXIT.usage;
    return await print(io, helps.join("")).then(
      () => EXIT.done,
      (failure) => explain({ reason: failure, argv, io, isJson, helps }),
    );
  }
  if (!isStop(reason)) {
    say(io, describeDefect(reason, argv));
    return EXIT.defect;
  }
  if (reason.exitCode === EXIT.badInput && isJson) {
    const told = await print(io, `${toJsonText({ issues: reason.issues }, 2)}\n`).catch((failure: unknown) => failure);
    return told === undefined || isReaderGone(told)
      ? reason.exitCode
      : explain({ reason: told, argv, io, isJson, helps });
  }
  if (reason.exitCode !== EXIT.interrupted) say(io, `dawnline: ${printableLines(reason.message)}`);
  return reason.exitCode;
}

/** What a person needs to report our defect, and what we need to find it. */
export function describeDefect(reason: unknown, argv: readonly string[]): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  const stack = reason instanceof Error ? (reason.stack ?? "") : "";
  return [
    `dawnline: a defect of Dawnline's own: ${printableLines(message)}`,
    `  Dawnline ${packageDocument.version}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `  command line: dawnline ${argv.map((word) => printable(JSON.stringify(word))).join(" ")}`,
    "  Please report these lines with the mission file that was used. Nothing was written.",
    printableLines(stack.split("\n").slice(1, 9).join("\n")),
  ].join("\n");
}
