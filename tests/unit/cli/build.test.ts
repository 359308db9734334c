import { execFile } from "node:child_process";
import { appendFileSync, cpSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, type Outcome, rootFolder } from "./harness.ts";

const sources = [
  "engine",
  "app/cli",
  "app/figures",
  "app/parts/latencyColours.ts",
  "app/worker",
  "assets/missions",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** The sources of a fresh clone, where nothing has been built. */
function makeClone(): string {
  const clone = makeFolder();
  for (const source of sources) cpSync(join(rootFolder, source), join(clone, source), { recursive: true });
  symlinkSync(join(rootFolder, "node_modules"), join(clone, "node_modules"));
  return clone;
}

const version = (clone: string): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(clone, "app/cli/dawnline.js"), "--version"],
      { cwd: "/" },
      (reason, stdout, stderr) =>
        resolve({ code: reason === null ? 0 : (reason.code as unknown as number), stdout, stderr }),
    );
  });
const builds = (clone: string) => readdirSync(join(clone, ".build/cli"));

test("two first calls at the same time both work, and the next is warm", async () => {
  const clone = makeClone();
  const both = await Promise.all([version(clone), version(clone)]);
  for (const { code, stdout, stderr } of both) {
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  }
  expect(both.some(({ stderr }) => stderr.includes("building the command line"))).toBe(true);
  expect(builds(clone)).toHaveLength(1);
  expect((await version(clone)).stderr).toBe("");

  // A changed source is built again; one that does not build is our defect and leaves the good build alone.
  appendFileSync(join(clone, "engine/index.ts"), "\nexport const somethingNew = 1;\n");
  expect((await version(clone)).stderr).toContain("building");
  expect(builds(clone)).toHaveLength(2);
  appendFileSync(join(clone, "engine/index.ts"), "\nexport const = ;\n");
  const broken = await version(clone);
  expect(broken.code).toBe(70);
  expect(broken.stdout).toBe("");
  expect(broken.stderr).toContain("engine/index.ts");
  expect(builds(clone)).toHaveLength(2);
});

test("without packages it says what to run", async () => {
  const clone = makeClone();
  rmSync(join(clone, "node_modules"));
  const { code, stdout, stderr } = await version(clone);
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(stderr).toContain(`run \`npm ci\` in ${clone}`);
});

test("where nothing can be written it says so", async () => {
  const clone = makeClone();
  writeFileSync(join(clone, ".build"), "a file where the folder should be");
  const { code, stdout, stderr } = await version(clone);
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(stderr).toContain("cannot write the build of the command line");
});
