/**
 * `npm run bench [-- --json]`: how fast it is beside others, measured by turns in one run. A table, or `{ rows }`; never a gate.
 * The benchmarks are built as the command line is, since Node 20 cannot run TypeScript.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { ensureBuilt, rootFolder } from "../../app/cli/build.js";
import { kernelPlugin } from "../../app/cli/kernel.js";

const isJson = process.argv.slice(2).includes("--json");
const unknown = process.argv.slice(2).filter((word) => word !== "--json");
if (unknown.length > 0) {
  console.error(`bench: unknown option ${unknown[0]}; there is --json`);
  process.exit(2);
}

const time = (seconds) =>
  seconds < 1e-6
    ? `${(seconds * 1e9).toPrecision(3)} ns`
    : seconds < 1e-3
      ? `${(seconds * 1e6).toPrecision(3)} µs`
      : `${(seconds * 1e3).toPrecision(3)} ms`;

function show(rows) {
  let shown;
  for (const { benchmark, contender, perItemS, speedRatio, worstErrorKm, peakMemoryMB } of rows) {
    if (benchmark !== shown) console.log(`\n${benchmark}`);
    shown = benchmark;
    console.log(
      `  ${contender.padEnd(38)}${time(perItemS).padStart(9)}${rows.length === 1 ? "" : ` × ${speedRatio.toFixed(2).padStart(6)}`}` +
        `${worstErrorKm === undefined ? "" : `   ${worstErrorKm.toExponential(1)} km`}` +
        `${peakMemoryMB === undefined ? "" : `   at most ${peakMemoryMB.toFixed(0)} MB`}`,
    );
  }
}

const threadPath = join(await ensureBuilt("cli", { say: (text) => console.error(text) }), "main.js");
const outDir = await mkdtemp(join(rootFolder, ".build/bench-"));
try {
  await build({
    configFile: false,
    root: rootFolder,
    logLevel: "error",
    plugins: [kernelPlugin()],
    // satellite.js finds its own WebAssembly beside its files.
    ssr: { noExternal: true, external: ["satellite.js"], target: "node" },
    build: {
      ssr: "tests/bench/benchmarks.ts",
      outDir,
      target: "node20",
      minify: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: "bench.mjs", codeSplitting: false } },
    },
  });
  const { runBenchmarks } = await import(pathToFileURL(join(outDir, "bench.mjs")).href);
  const rows = await runBenchmarks({ threadPath, say: isJson ? () => {} : show });
  if (isJson) console.log(JSON.stringify({ rows }, null, 1));
} finally {
  await rm(outDir, { recursive: true, force: true });
}
