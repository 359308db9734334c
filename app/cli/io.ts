import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { badFile, describeSystemError, interrupted } from "./stop.ts";

/** What a run touches of the world; the bin gives the real one, tests their own. */
export type Io = {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** The working folder: relative paths start here. */
  readonly folder: string;
  readonly columnCount: number;
  readonly hasColour: boolean;
  /** Standard error is a terminal: progress may rewrite its line. */
  readonly isLive: boolean;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** The folder of the built app, built first where needed. */
  readonly ensureWebBuilt: (options: { say: (text: string) => void }) => Promise<string>;
  /** The built command line, which threads run too. */
  readonly ensureThreadBuilt: () => Promise<string>;
};

/** The reader of standard output has gone: nothing is left to do, and nothing is wrong. */
export const isReaderGone = (reason: unknown) =>
  reason instanceof Error && "code" in reason && (reason.code === "EPIPE" || reason.code === "ERR_STREAM_DESTROYED");

/** Takes text piece by piece; waits where the other side is slower. */
export type Sink = { readonly write: (text: string) => Promise<void> };

const CHUNK_CHARACTERS = 1 << 16;

/** Pieces gathered into chunks before `send` takes them; `flush` sends the rest. */
export function gather({ io, send }: { io: Io; send: (text: string) => Promise<void> }) {
  let pieces: string[] = [];
  let length = 0;
  const flush = async () => {
    if (length === 0) return;
    const text = pieces.join("");
    pieces = [];
    length = 0;
    await send(text);
  };
  const take = async (text: string) => {
    if (io.signal.aborted) throw interrupted();
    pieces.push(text);
    length += text.length;
    if (length >= CHUNK_CHARACTERS) await flush();
  };
  /** Long text goes in chunks too; none ends within a character. */
  const write = async (text: string) => {
    let start = 0;
    while (text.length - start > CHUNK_CHARACTERS) {
      const isSplit = (text.charCodeAt(start + CHUNK_CHARACTERS - 1) & 0xfc00) === 0xd800;
      const end = start + CHUNK_CHARACTERS - (isSplit ? 1 : 0);
      await take(text.slice(start, end));
      start = end;
    }
    await take(start === 0 ? text : text.slice(start));
  };
  return { write, flush };
}

/** Writes to standard output and resolves once it is taken. */
export function print(io: Io, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    io.stdout.write(text, (reason) => {
      if (!reason) resolve();
      else if (isReaderGone(reason)) reject(reason);
      else reject(badFile(`cannot write to standard output: ${describeSystemError(reason)}`));
    });
  });
}

/** A message to the person; never fails the run. */
export function say(io: Io, text: string) {
  io.stderr.write(`${text}\n`, () => {});
}

const BREATH_MS = 40;

/** For long loops: lets signals and output through every few tens of milliseconds. */
export function makeBreath(io: Io) {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < BREATH_MS) return;
    await setImmediate();
    last = Date.now();
    if (io.signal.aborted) throw interrupted();
  };
}
