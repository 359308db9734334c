import { existsSync, readFileSync } from "node:fs";

const folder = new URL("../../../shared/reference/", import.meta.url);

/** Whether the large reference files lie beside the project; without them each test runs on the project's own smaller figures. */
export const hasReference = existsSync(folder);

export const readReferenceText = (path: string): string => readFileSync(new URL(path, folder), "utf8");
export const readReference = <Shape>(path: string): Shape => JSON.parse(readReferenceText(path)) as Shape;

/** The project's own figures of tests/validation/authorities. */
export const readAuthority = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`authorities/${name}`, import.meta.url), "utf8")) as Shape;
