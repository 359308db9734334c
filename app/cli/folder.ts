import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { gather, type Io, print, type Sink, say } from "./io.ts";
import type { OutputOptions } from "./output.ts";
import { printable, toJsonText } from "./printable.ts";
import { badFile, describeSystemError, isStop } from "./stop.ts";

const cannotWrite = (path: string, why: string) => badFile(`cannot write ${printable(path)}: ${why}`);

/** Where a folder will stand. One that is there already is replaced only with `--force`, and only where it holds nothing but files like ours. */
async function findFolder({ io, output, force, isOurs }: FolderTarget): Promise<{ path: string; exists: boolean }> {
  const path = resolve(io.folder, output);
  if (output === "" || output.includes("\0")) throw cannotWrite(output, "it is no folder name");
  const system = (reason: unknown) => cannotWrite(output, describeSystemError(reason));
  const existing = await lstat(path).catch((reason) => {
    if (reason.code === "ENOENT") return undefined;
    throw system(reason);
  });
  if (existing === undefined) {
    const parent = await stat(dirname(path)).catch((reason) => {
      throw system(reason);
    });
    if (!parent.isDirectory()) throw cannotWrite(output, "a part of the path is no folder");
    return { path, exists: false };
  }
  if (!force) throw cannotWrite(output, "it exists; --force replaces it");
  if (!existing.isDirectory()) throw cannotWrite(output, "it is no folder");
  const entries = await readdir(path, { withFileTypes: true }).catch((reason) => {
    throw system(reason);
  });
  const foreign = entries.find((entry) => !entry.isFile() || !isOurs(entry.name));
  if (foreign !== undefined)
    throw cannotWrite(output, `the folder holds ${foreign.name}, which this export does not write`);
  return { path, exists: true };
}

type FolderTarget = {
  readonly io: Io;
  readonly output: string;
  readonly force: boolean;
  /** Whether a file of this name may be one of an earlier run. */
  readonly isOurs: (name: string) => boolean;
};

/** Refuses a folder before any work is done. */
export const checkFolder = (target: FolderTarget) => findFolder(target).then(() => {});

/**
 * A folder of files, whole or not at all: into a neighbour first, which then takes the name. Whatever goes wrong, the interrupt
 * included, the neighbour is removed and nothing else has changed.
 */
export async function deliverFolder({
  io,
  options,
  isOurs,
  files,
  about,
}: {
  io: Io;
  options: OutputOptions & { readonly output: string };
  isOurs: (name: string) => boolean;
  files: Iterable<{ readonly name: string; readonly write: (sink: Sink) => Promise<void> }>;
  about: () => Record<string, unknown>;
}): Promise<void> {
  const { output } = options;
  const { path, exists } = await findFolder({ io, output, force: options.force === true, isOurs });
  const mark = `${basename(path).slice(0, 80)}.${randomBytes(6).toString("hex")}`;
  const neighbour = join(dirname(path), `.${mark}.tmp`);
  const before = join(dirname(path), `.${mark}.old`);
  const removeNow = () => rmSync(neighbour, { recursive: true, force: true });
  process.on("exit", removeNow);
  let sizeBytes = 0;
  let fileCount = 0;
  try {
    await mkdir(neighbour);
    for (const { name, write } of files) {
      const file = await open(join(neighbour, name), "wx");
      try {
        const { write: take, flush } = gather({ io, send: (text) => file.writeFile(text) });
        await write({ write: take });
        await flush();
        sizeBytes += (await file.stat()).size;
        fileCount++;
      } finally {
        await file.close();
      }
    }
    if (exists) await rename(path, before);
    try {
      await rename(neighbour, path);
    } catch (reason) {
      if (exists) await rename(before, path);
      throw reason;
    }
    await rm(before, { recursive: true, force: true });
  } catch (reason) {
    if (isStop(reason) || !(reason instanceof Error && "syscall" in reason)) throw reason;
    throw cannotWrite(output, describeSystemError(reason));
  } finally {
    await rm(neighbour, { recursive: true, force: true }).catch(() => {});
    process.off("exit", removeNow);
  }
  say(io, `wrote ${printable(output)}, ${fileCount} files, ${sizeBytes} bytes`);
  if (options.json) await print(io, `${toJsonText({ file: output, fileCount, sizeBytes, ...about() })}\n`);
}
