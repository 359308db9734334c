import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildKernel, expandVectors } from "../../../app/cli/kernel.js";
import { makeFolder, rootFolder } from "./harness.ts";

test("a statement with a name that ends in $ is written once for each vector, over several lines too", () => {
  expect(expandVectors("const a$ = f(b$, LANE$);\nconst c = g;\nconst d$ = f(\n  a$,\n);")).toBe(
    "const a0 = f(b0, 0);\nconst a1 = f(b1, 1);\nconst c = g;\nconst d0 = f(\n  a0,\n);\nconst d1 = f(\n  a1,\n);",
  );
  expect(expandVectors("/** A name like a$. */\nfor (let i = 0; i < n; i += VECTORS) {")).toBe(
    "/** A name like a$. */\nfor (let i = 0; i < n; i += 2) {",
  );
});

test.each([
  ["sgp4", ["spread", "propagate", "coast", "memory"], "layout"],
  ["shell", ["spread", "states", "places", "memory"], "shellLayout"],
])(
  "the build knows every file that %s was made from, and gives a module that this machine takes",
  async (name, exports, layout) => {
    const { bytes, files } = await buildKernel(`${rootFolder}engine/kernel/assembly/${name}.ts`);
    expect(files.map((file) => file.slice(rootFolder.length)).sort()).toEqual([
      ...(name === "sgp4" ? ["engine/facts/constants.ts"] : []),
      `engine/kernel/assembly/${name}.ts`,
      "engine/kernel/assembly/vectors.ts",
      `engine/kernel/${layout}.ts`,
    ]);
    expect(WebAssembly.Module.exports(new WebAssembly.Module(Uint8Array.from(bytes))).map(({ name }) => name)).toEqual(
      exports,
    );
  },
);

test("a kernel that does not compile says why", async () => {
  const entry = join(makeFolder(), "broken.ts");
  writeFileSync(entry, "export function half(): i32 {\n  return whole / 2;\n}\n");
  await expect(buildKernel(entry)).rejects.toThrow(/does not compile.*Cannot find name 'whole'/s);
});
