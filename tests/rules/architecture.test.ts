import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { importsOf, sourcesOf } from "./files.ts";

/** Who may import whom: folders of ours, packages and `node:` by name. Reading this table is reading the architecture. */
const mayImport: Record<string, readonly string[]> = {
  "engine/glossary": [],
  "engine/facts": ["engine/glossary"],
  "engine/geometry": ["engine/facts"],
  "engine/kernel": ["engine/facts"],
  "engine/orbit": ["engine/facts", "engine/geometry", "engine/kernel", "satellite.js"],
  "engine/mission": ["engine/glossary", "engine/facts", "engine/geometry", "engine/orbit", "assets/missions", "zod"],
  "engine/satellite": ["engine/facts"],
  "engine/design": ["engine/facts", "engine/geometry", "engine/mission", "engine/orbit"],
  "engine/network": ["engine/facts", "engine/geometry", "engine/mission", "pure-rand"],
  "engine/serving": ["engine/facts"],
  "engine/campaign": ["engine/facts"],
  "engine/formats": ["engine/facts", "engine/geometry", "engine/orbit", "fast-xml-parser"],
  "engine/plan": [
    "engine/glossary",
    "engine/facts",
    "engine/geometry",
    "engine/mission",
    "engine/orbit",
    "engine/satellite",
    "engine/network",
    "engine/serving",
    "engine/campaign",
    "engine/formats",
  ],
  "engine/events": ["engine/facts", "engine/geometry", "engine/orbit", "engine/network"],
  "engine/flight": [
    "engine/events",
    "engine/geometry",
    "engine/mission",
    "engine/orbit",
    "engine/network",
    "engine/formats",
  ],
  "engine/report": ["engine/glossary", "engine/facts", "engine/mission", "engine/plan"],
  "engine/study": ["engine/glossary", "engine/mission", "engine/plan"],
  engine: ["engine/*"],
  "app/worker": ["#engine", "comlink"],
  "app/state": ["#engine", "app/worker", "assets", "zustand", "immer", "fflate", "tinykeys", "react"],
  "app/parts": ["#engine", "app/state", "zustand", "react", "@mantine/core", "@mantine/hooks"],
  "app/figures": [
    "#engine",
    "app/state",
    "app/parts",
    "zustand",
    "react",
    "@observablehq/plot",
    "world-atlas",
    "topojson-client",
    "topojson-specification",
  ],
  "app/explorer": [
    "#engine",
    "app/worker",
    "app/state",
    "app/parts",
    "app/closeup",
    "assets",
    "comlink",
    "zustand",
    "react",
    "three",
    "@react-three/fiber",
    "@mantine/core",
    "world-atlas",
    "topojson-client",
    "topojson-specification",
  ],
  "app/closeup": ["#engine", "app/state", "app/parts", "react", "three", "@react-three/fiber", "@mantine/hooks"],
  "app/wizard": [
    "#engine",
    "app/worker",
    "app/state",
    "app/parts",
    "app/closeup",
    "app/figures",
    "zustand",
    "react",
    "@mantine/core",
    "@mantine/hooks",
  ],
  "app/report": [
    "#engine",
    "app/worker",
    "app/state",
    "app/parts",
    "app/figures",
    "zustand",
    "react",
    "@mantine/core",
    "@mantine/hooks",
  ],
  "app/shell": [
    "#engine",
    "app/worker",
    "app/state",
    "app/parts",
    "app/figures",
    "app/wizard",
    "app/CHANGELOG.md?raw",
    "zustand",
    "react",
    "@mantine/core",
    "@mantine/hooks",
    "@mantine/spotlight",
  ],
  "app/cli": [
    "#engine",
    "app/figures",
    "app/worker",
    "app/vite.config.ts",
    "node:",
    "assemblyscript",
    "commander",
    "linkedom",
    "vite",
    "package.json",
  ],
  app: [
    "app/*",
    "#engine",
    "node:",
    "vite",
    "@vitejs/plugin-react",
    "react",
    "react-dom",
    "@mantine/core",
    "@mantine/hooks",
    "@mantine/spotlight",
    "@fontsource-variable/inter",
    "@fontsource/jetbrains-mono",
  ],
};

const folderOf = (path: string) =>
  path.split("/").length > 2 ? path.split("/").slice(0, 2).join("/") : path.split("/")[0]!;
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function isAllowed(importer: string, specifier: string): boolean {
  const folder = folderOf(importer);
  const allowed = mayImport[folder] ?? [];
  if (!specifier.startsWith("."))
    return allowed.some((each) =>
      each === "node:" ? specifier.startsWith("node:") : each === specifier || each === packageOf(specifier),
    );
  const target = join(dirname(importer), specifier);
  const targetFolder = target.startsWith("assets/") ? "assets" : folderOf(target);
  if (targetFolder === folder) return true;
  return allowed.some(
    (each) =>
      each === target ||
      each === targetFolder ||
      (each === "assets/missions" && target.startsWith("assets/missions/")) ||
      (each.endsWith("/*") && target.startsWith(each.slice(0, -1))),
  );
}

const files = [...sourcesOf("engine"), ...sourcesOf("app")];

test("every import points down the map", () => {
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !isAllowed(file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(upward).toEqual([]);
});

test("every line of the map has files, every folder has a line", () => {
  const folders = new Set(files.map(folderOf));
  expect([...folders].sort()).toEqual(Object.keys(mayImport).sort());
  expect(files.flatMap(importsOf).length).toBeGreaterThan(150);
});

test("only the orbit folder's propagation knows satellite.js", () => {
  const knowing = files.filter((file) => importsOf(file).includes("satellite.js"));
  expect(knowing).toEqual(["engine/orbit/propagate.ts"]);
});
