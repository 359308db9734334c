import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { kernelPlugin } from "./cli/kernel.js";

/** Isolation, as `dawnline open` serves it: workers may share memory only so. */
const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** Packages that change seldom, apart from our own code; each in one file that the browser keeps. */
const groups = [
  { name: "three", test: /node_modules[\\/](three|@react-three|three-[\w-]+|troika-[\w-]+)[\\/]/ },
  { name: "mantine", test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: "charts", test: /node_modules[\\/](@observablehq|d3(-[\w-]+)?|interval-tree-1d)[\\/]/ },
];

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [react(), kernelPlugin()],
  optimizeDeps: { exclude: ["satellite.js"] },
  worker: { format: "es", plugins: () => [kernelPlugin()] },
  server: { host: "127.0.0.1", headers, fs: { allow: [".."] } },
  preview: { host: "127.0.0.1", headers },
  build: {
    outDir: "../.build/web",
    emptyOutDir: true,
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 1000,
    /** The licence texts of every bundled package travel with it. */
    license: { fileName: "licenses.md" },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
