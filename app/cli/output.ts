import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { link, lstat, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { gather, type Io, print, type Sink, say } from "./io.ts";
import { printable, toJsonText } from "./printable.ts";
import { badFile, describeSystemError, isStop } from "./stop.ts";

export type OutputOptions = { readonly json?: boolean; readonly output?: string; readonly force?: boolean };

const cannotWrite = (path: string, why: string) => badFile(`cannot write ${printable(path)}: ${why}`);

/** Where a file will stand: its folder exists, and nothing is there that must not be replaced. */
async function findTarget({ io, output, force }: { io: Io; output: string; force: boolean }) {
  const given = resolve(io.folder, output);
  if (output === "" || output.includes("\0")) throw cannotWrite(output, "it is no file name");
  const existing = await lstat(given).catch((reason) => {
    if (reason.code === "ENOENT") return undefined;
    throw cannotWrite(output, describeSystemError(reason));
  });
  if (existing === undefined) {
    const folder = await stat(dirname(given)).catch((reason) => {
      throw cannotWrite(output, describeSystemError(reason));
    });
    if (!folder.isDirectory()) throw cannotWrite(output, "a part of the path is no folder");
    return { path: given, mode: undefined };
  }
  if (!force) throw cannotWrite(output, "it exists; --force replaces it");
  const path = await realpath(given).catch((reason) => {
    throw cannotWrite(output, describeSystemError(reason));
  });
  const target = await stat(path);
  if (!target.isFile()) throw cannotWrite(output, "it is no regular file");
  return { path, mode: target.mode & 0o777 };
}

/**
 * A file written whole or not at all: into a neighbour first, which then takes the name. Whatever goes wrong, the
 * interrupt included, the neighbour is removed and nothing else has changed.
 */
async function writeFileWhole({
  io,
  output,
  force,
  write,
}: {
  io: Io;
  output: string;
  force: boolean;
  write: (sink: Sink) => Promise<void>;
}): Promise<number> {
  const { path, mode } = await findTarget({ io, output, force });
  const neighbour = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString("hex")}.tmp`);
  let file: Awaited<ReturnType<typeof open>> | undefined;
  // A second interrupt ends the process at once: then, too, the neighbour goes.
  const removeNow = () => rmSync(neighbour, { force: true });
  process.on("exit", removeNow);
  try {
    const opened = await open(neighbour, "wx", mode ?? 0o666);
    file = opened;
    const { write: take, flush } = gather({ io, send: (text) => opened.writeFile(text) });
    await write({ write: take });
    await flush();
    if (mode !== undefined) await opened.chmod(mode);
    await opened.sync();
    const { size } = await opened.stat();
    await takeName({ neighbour, path, force });
    return size;
  } catch (reason) {
    if (isStop(reason) || !(reason instanceof Error && "syscall" in reason)) throw reason;
    throw cannotWrite(
      output,
      "code" in reason && reason.code === "EEXIST" ? "it exists; --force replaces it" : describeSystemError(reason),
    );
  } finally {
    await file?.close().catch(() => {});
    await rm(neighbour, { force: true }).catch(() => {});
    process.off("exit", removeNow);
  }
}

/** Without `force` a link refuses a name that another has taken meanwhile; where links do not exist, a look must do. */
async function takeName({ neighbour, path, force }: { neighbour: string; path: string; force: boolean }) {
  if (!force) {
    try {
      await link(neighbour, path);
      return;
    } catch (reason) {
      const code = (reason as { code?: string }).code;
      if (code === "EEXIST") throw reason;
      if (await lstat(path).catch(() => undefined))
        throw Object.assign(new Error("exists"), { code: "EEXIST", syscall: "link" });
    }
  }
  await rename(neighbour, path);
}

/**
 * A verb's document to `-o FILE`, else to standard output. With `--json` standard output holds one JSON document either
 * way: the document itself, or `{ file, sizeBytes, ...about() }`.
 */
export async function deliver({
  io,
  options,
  write,
  about = () => ({}),
}: {
  io: Io;
  options: OutputOptions;
  write: (sink: Sink) => Promise<void>;
  about?: () => Record<string, unknown>;
}): Promise<void> {
  if (options.output === undefined) {
    const { write: take, flush } = gather({ io, send: (text) => print(io, text) });
    await write({ write: take });
    await flush();
    return;
  }
  const sizeBytes = await writeFileWhole({ io, output: options.output, force: options.force === true, write });
  say(io, `wrote ${printable(options.output)}, ${sizeBytes} bytes`);
  if (options.json) await print(io, `${toJsonText({ file: options.output, sizeBytes, ...about() })}\n`);
}

/** Refuses a target before any work is done. */
export async function checkTarget({ io, options }: { io: Io; options: OutputOptions }) {
  if (options.output !== undefined) await findTarget({ io, output: options.output, force: options.force === true });
}
