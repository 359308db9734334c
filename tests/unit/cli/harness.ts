import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { ensureBuilt } from "../../../app/cli/build.js";
import type { Io } from "../../../app/cli/io.ts";
import { run } from "../../../app/cli/main.ts";

export const rootFolder = new URL("../../../", import.meta.url).pathname;
export const binPath = join(rootFolder, "app/cli/dawnline.js");
/** Reference data that a clone may not have. */
export const sharedFolder = join(rootFolder, "../shared/reference");

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** An empty folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dawnline-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function collect() {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
}

/** One command line in this process. */
export async function runHere(argv: readonly string[], given: Partial<Io> = {}): Promise<Outcome> {
  const out = collect();
  const err = collect();
  const code = await run(argv, {
    stdout: out.stream,
    stderr: err.stream,
    folder: tmpdir(),
    columnCount: 100,
    hasColour: false,
    isLive: false,
    signal: new AbortController().signal,
    ensureWebBuilt: () => Promise.reject(new Error("no app in this test")),
    ensureThreadBuilt: async () => join(await ensureBuilt("cli"), "main.js"),
    ...given,
  });
  return { code, stdout: out.text(), stderr: err.text() };
}

/** One command line through the real bin. `onStart` may signal the process. */
export function runBin(
  argv: readonly string[],
  {
    folder = tmpdir(),
    env = {},
    onStart = () => {},
  }: { folder?: string; env?: Record<string, string>; onStart?: (child: ReturnType<typeof spawn>) => void } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binPath, ...argv], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    // A build that was due has nothing to do with the command.
    child.on("close", (code) => resolve({ code, stdout, stderr: stderr.replace(/^dawnline: building .*\n/gm, "") }));
    onStart(child);
  });
}
