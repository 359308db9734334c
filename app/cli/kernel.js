/**
 * The propagation kernels' build: AssemblyScript to WebAssembly. `kernelPlugin` gives Vite and its tests the module of an
 * import that ends in `?kernel`: its default export is the bytes. What was compiled is kept in `.build/kernel`, named by its sources.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const keptFolder = join(import.meta.dirname, "../../.build/kernel");
const options = ["--runtime", "stub", "--enable", "simd", "-O3"];
const KEPT_COUNT = 6;

/** Vectors in flight: with two, one's waiting is the other's work; three run out of registers and are slower. */
const VECTORS = 2;

const isComment = (line) => /^\s*(\/\*|\*|\/\/)/.test(line);
const perVector = /(\w+)\$(?!\w)/g;

/**
 * Writes each statement that has a name ending in `$` once for each vector, with the vector's number for `$`.
 * `LANE$` is that number, `VECTORS` how many there are. A statement ends where a line ends with `;`, `{` or `}`.
 */
export function expandVectors(source) {
  const statements = [];
  let lines = [];
  for (const line of source.split("\n")) {
    lines.push(line);
    if (!isComment(line) && !/[;{}]\s*$|^\s*$/.test(line)) continue;
    statements.push(lines.join("\n"));
    lines = [];
  }
  if (lines.length > 0) statements.push(lines.join("\n"));
  const expanded = statements.flatMap((statement) => {
    if (isComment(statement) || !/\w\$(?!\w)/.test(statement)) return [statement];
    return Array.from({ length: VECTORS }, (_, vector) =>
      statement.replace(perVector, (_whole, name) => (name === "LANE" ? String(vector) : name + vector)),
    );
  });
  return expanded.join("\n").replaceAll(/\bVECTORS\b/g, String(VECTORS));
}

/** What the kernel consists of, path → text: the entry and whatever it imports from disk. */
async function readSources(entry, found = new Map()) {
  if (found.has(entry)) return found;
  const text = await readFile(entry, "utf8");
  found.set(entry, text);
  for (const [, specifier] of text.matchAll(/from\s+"(\.[^"]+)"/g))
    await readSources(join(dirname(entry), `${specifier}.ts`), found);
  return found;
}

async function compile(entry, sources) {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes;
  const { error, stderr } = await asc.main([basename(entry), "--outFile", "kernel.wasm", ...options], {
    readFile: (name) => {
      const text = sources.get(join(dirname(entry), name));
      return text === undefined ? null : expandVectors(text);
    },
    writeFile: (_name, contents) => {
      bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
  return bytes;
}

/** The kernel's bytes and the files that it was made from. Throws an Error with the compiler's own words. */
export async function buildKernel(entry) {
  const sources = await readSources(entry);
  const hash = createHash("sha256").update(await readFile(import.meta.filename));
  hash.update(await readFile(join(import.meta.dirname, "../../package-lock.json")));
  for (const [path, text] of sources) hash.update(`${basename(path)}\0${text}\0`);
  const name = `${hash.digest("hex").slice(0, 16)}.wasm`;
  const kept = await readFile(join(keptFolder, name)).catch(() => undefined);
  const bytes = kept ?? (await compile(entry, sources));
  // Keeping is a convenience: where nothing can be written, the next process compiles again.
  if (kept === undefined) await keep(name, bytes).catch(() => {});
  return { bytes, files: [...sources.keys()] };
}

async function keep(name, bytes) {
  await mkdir(keptFolder, { recursive: true });
  const neighbour = join(keptFolder, `${name}.${process.pid}`);
  await writeFile(neighbour, bytes);
  await rename(neighbour, join(keptFolder, name));
  const others = (await readdir(keptFolder)).filter((each) => each.endsWith(".wasm") && each !== name);
  for (const other of others.slice(0, -KEPT_COUNT)) await rm(join(keptFolder, other), { force: true });
}

export function kernelPlugin() {
  return {
    name: "dawnline-kernel",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith("?kernel")) return null;
      const { bytes, files } = await buildKernel(id.slice(0, -"?kernel".length));
      for (const file of files) this.addWatchFile(file);
      return { code: `export default new Uint8Array([${bytes.join(",")}]);`, map: null, moduleSideEffects: false };
    },
  };
}
