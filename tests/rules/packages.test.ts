import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "./files.ts";

type LockEntry = {
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  optional?: boolean;
  version?: string;
};
const lockText = readFileSync(`${root}package-lock.json`, "utf8");
const { packages } = JSON.parse(lockText) as { packages: Record<string, LockEntry> };
const entries = Object.entries(packages).filter(([path]) => path !== "");

/** Licences of what may be shipped. */
const shippable = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "MPL-2.0",
  "0BSD",
  "CC0-1.0",
  "Unlicense",
  "OFL-1.1",
  "Zlib",
  "BlueOak-1.0.0",
  "MIT-0",
]);
const isShippable = (license: string | undefined) =>
  (license ?? "")
    .replace(/[()]/g, "")
    .split(/ OR /)
    .some((each) => each.split(" AND ").every((part) => shippable.has(part)));

test("everything that could be shipped has a licence that lets us", () => {
  const shipped = entries.filter(([, entry]) => !entry.dev);
  expect(shipped.length).toBeGreaterThan(50);
  expect(
    shipped.filter(([, { license }]) => !isShippable(license)).map(([path, { license }]) => `${path}: ${license}`),
  ).toEqual([]);
});

test("nothing needs an install script", () => {
  expect(entries.filter(([, entry]) => entry.hasInstallScript && !entry.optional).map(([path]) => path)).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(lockText).not.toContain('"resolved"');
});

test("the visible top level is what it should be", async () => {
  const { readdir } = await import("node:fs/promises");
  const visible = (await readdir(root)).filter((name) => !name.startsWith(".") && name !== "node_modules").sort();
  expect(visible).toEqual([
    "LICENSE",
    "README.md",
    "app",
    "assets",
    "engine",
    "package-lock.json",
    "package.json",
    "tests",
    "tsconfig.json",
  ]);
});
