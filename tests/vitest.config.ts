import { defineConfig } from "vitest/config";
import { kernelPlugin } from "../app/cli/kernel.js";

/** Two projects: `node` is everything that needs no browser; `browser` drives the built app in a real one. */
export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    projects: [
      {
        plugins: [kernelPlugin()],
        test: {
          name: "node",
          include: ["tests/{unit,property,validation,golden,rules}/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
        },
      },
      {
        plugins: [kernelPlugin()],
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A busy machine draws in software: what is awaited may take its time.
          expect: { poll: { timeout: 60_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
