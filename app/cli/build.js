/**
 * Builds what Node and the browser run, when it is missing or stale: the terminal's bundle and the app.
 * Each build lies in a folder named by the hash of its sources, so that it is either whole or not there:
 * it is made in a folder of its own and renamed into place, and whoever comes second keeps the first's.
 */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { kernelPlugin } from "./kernel.js";

export const rootFolder = join(import.meta.dirname, "../..");
const buildFolder = join(rootFolder, ".build");
const KEPT_BUILD_COUNT = 3;
const MOST_ATTEMPTS = 5;
const KEPT_BUILD_MS = 3_600_000;

const shared = [
  "engine",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "app/cli/build.js",
  "app/cli/kernel.js",
];
const targets = {
  cli: {
    sources: [...shared, "app/cli", "app/figures", "app/parts/latencyColours.ts", "app/worker", "assets/missions"],
    left: [],
    what: "the command line",
    build: bundleCli,
  },
  web: { sources: [...shared, "app", "assets"], left: ["app/cli"], what: "the app", build: bundleWeb },
};

/** Files below `path`, relative to the root, sorted; hidden ones and `left` are left out. */
async function filesBelow(path, left) {
  if (left.includes(path)) return [];
  const information = await stat(join(rootFolder, path)).catch(() => undefined);
  if (information === undefined) return [];
  if (!information.isDirectory()) return [path];
  const names = (await readdir(join(rootFolder, path))).filter((name) => !/^\.|~$/.test(name)).sort();
  return (await Promise.all(names.map((name) => filesBelow(`${path}/${name}`, left)))).flat();
}

/** 16 hexadecimal digits that change with any byte or name of the sources. */
async function hashSources({ sources, left }) {
  const found = (await Promise.all(sources.map((source) => filesBelow(source, left)))).flat();
  const files = [...new Set(found)].sort();
  const contents = await Promise.all(files.map((file) => readFile(join(rootFolder, file))));
  const hash = createHash("sha256");
  files.forEach((file, index) => {
    hash.update(`${file}\0${contents[index].length}\0`).update(contents[index]);
  });
  return hash.digest("hex").slice(0, 16);
}

/**
 * A self-contained module for Node, the command line and what its threads run: every package is bundled, so that a warm start
 * reads one file. What a verb loads when it is asked for stands beside it.
 */
async function bundleCli({ vite, outDir }) {
  await vite.build({
    configFile: false,
    root: rootFolder,
    logLevel: "error",
    plugins: [kernelPlugin()],
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: "app/cli/main.ts",
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: "main.js", chunkFileNames: "[name].js" } },
    },
  });
}

async function bundleWeb({ vite, outDir }) {
  await vite.build({
    configFile: join(rootFolder, "app/vite.config.ts"),
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
}

/** Old builds go once nobody can still be starting from them. */
async function removeOldBuilds(folder) {
  const names = await readdir(folder);
  const ages = await Promise.all(
    names.map(async (name) => ({ name, ms: (await stat(join(folder, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs })),
  );
  const old = ages.sort((a, b) => b.ms - a.ms).slice(KEPT_BUILD_COUNT);
  for (const { name, ms } of old)
    if (Date.now() - ms > KEPT_BUILD_MS) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * The folder of an up-to-date build of `target` ("cli" or "web"), built first where needed.
 * Throws an Error whose `exitCode` is 4 (packages missing, folder not writable) or 70 (the sources do not build).
 */
export async function ensureBuilt(target, { say = () => {} } = {}) {
  const parent = join(buildFolder, target);
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const hash = await hashSources(targets[target]).catch((reason) => {
        if (reason.code === "ENOENT") return undefined;
        throw reason;
      });
      // A file went while it was read: an editor is at work.
      if (hash === undefined) continue;
      const folder = join(parent, hash);
      if (await stat(folder).catch(() => undefined)) return folder;
      say(`dawnline: building ${targets[target].what} …`);
      await buildInto({ target, parent, folder, hash });
    }
    throw new Error("the sources change faster than they build");
  } catch (reason) {
    throw describeFailure(reason, targets[target].what);
  }
}

/** Builds beside `folder` and renames; sources that changed meanwhile leave nothing behind. */
async function buildInto({ target, parent, folder, hash }) {
  const vite = await import("vite");
  await mkdir(parent, { recursive: true });
  const outDir = await mkdtemp(join(parent, "new-"));
  try {
    await targets[target].build({ vite, outDir });
    if ((await hashSources(targets[target])) !== hash) return;
    await chmod(outDir, 0o755);
    await utimes(outDir, new Date(), new Date());
    await rename(outDir, folder).catch(async (reason) => {
      if (!(await stat(folder).catch(() => undefined))) throw reason;
    });
    await removeOldBuilds(parent).catch(() => {});
  } finally {
    await rm(outDir, { recursive: true, force: true }).catch(() => {});
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the bundler colours its messages with them
const ansiCodes = /\u001b\[[\d;]*m/g;

function describeFailure(reason, what) {
  const code = reason?.code;
  const detail = String(reason?.message ?? reason).replace(ansiCodes, "");
  const isMissing = code === "ERR_MODULE_NOT_FOUND" || /failed to resolve import|could not resolve/i.test(detail);
  if (code === "ERR_MODULE_NOT_FOUND" || (isMissing && !detail.includes('"./') && !detail.includes('"../')))
    return Object.assign(new Error(`packages are missing: run \`npm ci\` in ${rootFolder}\n${detail}`), {
      exitCode: 4,
    });
  if (["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOTDIR", "EEXIST"].includes(code))
    return Object.assign(new Error(`cannot write the build of ${what}: ${detail}`), { exitCode: 4 });
  return Object.assign(new Error(`${what} does not build\n${detail}`, { cause: reason }), { exitCode: 70 });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const say = (text) => process.stderr.write(`${text}\n`);
  try {
    for (const target of Object.keys(targets)) say(`${target}: ${await ensureBuilt(target, { say })}`);
  } catch (reason) {
    say(`dawnline: ${reason.message}`);
    process.exitCode = reason.exitCode ?? 70;
  }
}
