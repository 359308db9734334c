import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { MAX_DOCUMENT_CHARACTERS, type Mission, type MissionIssue } from "#engine";
import { printable } from "./printable.ts";
import { badFile, badInput, describeSystemError, makeIssue } from "./stop.ts";

const MAX_RECORDS_BYTES = 256 * 1024 * 1024;
/** UTF-8 takes up to 4 bytes a character; the engine counts characters. */
export const MAX_MISSION_BYTES = MAX_DOCUMENT_CHARACTERS;

const cannotRead = (path: string, why: string) => badFile(`cannot read ${printable(path)}: ${why}`);

/** The bytes of a regular file of at most `maxBytes`. A device or a pipe would never end. */
export async function readBytes({
  folder,
  path,
  maxBytes = MAX_RECORDS_BYTES,
}: {
  folder: string;
  path: string;
  maxBytes?: number;
}): Promise<Buffer> {
  if (path === "" || path.includes("\0")) throw cannotRead(path, "it is no file name");
  let file: Awaited<ReturnType<typeof open>> | undefined;
  try {
    // Without O_NONBLOCK a pipe without a writer would never open.
    file = await open(resolve(folder, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const information = await file.stat();
    if (!information.isFile()) throw cannotRead(path, "it is no regular file");
    if (information.size > maxBytes)
      throw badInput([makeIssue(printable(path), `${information.size} bytes`, `a file of at most ${maxBytes} bytes`)]);
    return await file.readFile();
  } catch (reason) {
    if (reason instanceof Error && "exitCode" in reason) throw reason;
    throw cannotRead(path, describeSystemError(reason));
  } finally {
    await file?.close();
  }
}

/** Text of a mission document; bytes that are no UTF-8 are an issue. */
export function decodeStrictly(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw badInput([makeIssue(printable(path), "bytes that are no UTF-8", "UTF-8 text")]);
  }
}

/** Text of records: old catalogues hold Latin-1 in names, and a name is no reason to refuse the numbers. */
export const decodeLeniently = (bytes: Buffer) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** A path that leads below `folder`, links resolved, or why it does not. */
async function findInside({
  folder,
  name,
}: {
  folder: string;
  name: string;
}): Promise<{ real: string } | { why: string }> {
  try {
    const real = await realpath(resolve(folder, name));
    const inside = relative(await realpath(folder), real);
    const isOutside = inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || resolve(inside) === inside;
    if (isOutside) return { why: "it lies outside the document's folder" };
    return (await stat(real)).isFile() ? { real } : { why: "it is no regular file" };
  } catch (reason) {
    if (reason instanceof Error && "code" in reason && reason.code === "EACCES")
      throw cannotRead(name, describeSystemError(reason));
    return { why: describeSystemError(reason) };
  }
}

/**
 * The text of every `elementsFile` of the mission. One that is not there, or not in the document's folder or below, is an
 * issue of the document.
 */
export async function readElementsTexts({
  mission,
  folder,
}: {
  mission: Mission;
  folder: string;
}): Promise<Record<string, string>> {
  const shells = [
    ...mission.shells.map((shell, index) => ({ ...shell, path: `shells[${index}].elementsFile` })),
    ...(mission.relay?.shells ?? []).map((shell, index) => ({ ...shell, path: `relay.shells[${index}].elementsFile` })),
  ];
  const texts: Record<string, string> = {};
  const issues: MissionIssue[] = [];
  for (const { elementsFile: name, path } of shells) {
    if (name === undefined || Object.hasOwn(texts, name)) continue;
    const found = await findInside({ folder, name });
    if ("why" in found)
      issues.push(makeIssue(path, `${JSON.stringify(name)}: ${found.why}`, "a file in the document's folder or below"));
    else texts[name] = decodeLeniently(await readBytes({ folder: dirname(found.real), path: found.real }));
  }
  if (issues.length > 0) throw badInput(issues);
  return texts;
}
