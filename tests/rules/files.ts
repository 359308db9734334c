import { readdirSync, readFileSync } from "node:fs";

export const root = new URL("../../", import.meta.url).pathname;

/** Source files of a folder, as paths from the root. */
export function sourcesOf(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => `${entry.parentPath.slice(root.length)}/${entry.name}`.replace("//", "/"))
    .sort();
}

export const read = (path: string) => readFileSync(root + path, "utf8");

/** What a file imports: static, dynamic, re-exported and `new URL(…, import.meta.url)` worker entries. */
export function importsOf(path: string): string[] {
  const text = read(path).replace(/\/\*[\s\S]*?\*\//g, "");
  return [
    ...text.matchAll(/^\s*(?:import|export)\s[^;]*?from\s+["']([^"']+)["']/gm),
    ...text.matchAll(/^\s*import\s+["']([^"']+)["']/gm),
    ...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g),
    ...text.matchAll(/new URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url\s*\)/g),
  ].map((match) => match[1]!);
}
