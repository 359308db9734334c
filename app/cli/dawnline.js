#!/usr/bin/env node
/** The `dawnline` command: builds what it runs when that is missing or stale, then runs it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.js";

const LEAST_NODE = [20, 19];
const DEFECT = 70;
const FILE = 4;

const { stdout, stderr, env, argv } = process;
// A closed pipe is reported to whoever writes; without a listener it would end the process with a stack.
for (const stream of [stdout, stderr]) stream.on("error", () => {});
const say = (text) => stderr.write(`${text}\n`);

process.on("uncaughtException", (reason) => {
  say(`dawnline: a defect of Dawnline's own: ${reason?.message ?? reason}`);
  say(
    `  Node ${process.version}, ${process.platform} ${process.arch}. Please report these lines, the command line and the mission file.`,
  );
  say(String(reason?.stack ?? ""));
  process.exit(DEFECT);
});

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(name, () => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });

async function main() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    say(`dawnline: Node ${LEAST_NODE.join(".")} or newer is needed; this is ${process.version}`);
    return FILE;
  }
  let run;
  let folder;
  try {
    folder = await ensureBuilt("cli", { say });
    ({ run } = await import(pathToFileURL(join(folder, "main.js")).href));
  } catch (reason) {
    say(`dawnline: ${reason.message}`);
    if (reason.exitCode !== FILE)
      say(`  Node ${process.version}, ${process.platform} ${process.arch}. Please report these lines.`);
    return interruption.signal.aborted ? 130 : (reason.exitCode ?? DEFECT);
  }
  return run(argv.slice(2), {
    stdout,
    stderr,
    folder: process.cwd(),
    columnCount: stdout.columns ?? 100,
    hasColour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    isLive: stderr.isTTY === true && env.TERM !== "dumb",
    signal: interruption.signal,
    ensureWebBuilt: ({ say }) => ensureBuilt("web", { say }),
    ensureThreadBuilt: async () => join(folder, "main.js"),
  });
}

process.exitCode = await main();
