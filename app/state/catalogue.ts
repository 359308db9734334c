/** The catalogue of real objects that is open: a file that was chosen, dropped, pasted or fetched. Kept until the page is closed. */
import { createStore } from "zustand/vanilla";
import { type ElementsFormat, format, holdsElements, MAX_ELEMENTS_CHARACTERS } from "#engine";
import { engineClient } from "../worker/client.ts";
import type { CatalogueFile, CatalogueSummary } from "../worker/messages.ts";
import { fetchElements, readAddress } from "./fetchElements.ts";
import { noticeStore } from "./notice.ts";

export type OpenCatalogue = CatalogueFile & { readonly summary: CatalogueSummary };
export type CatalogueState = {
  readonly catalogue: OpenCatalogue | undefined;
  /** What is on its way, in words. */
  readonly busy: string | undefined;
  /** Ends the fetch that is under way. */
  readonly cancel: (() => void) | undefined;
};
export const catalogueStore = createStore<CatalogueState>()(() => ({
  catalogue: undefined,
  busy: undefined,
  cancel: undefined,
}));

export const formatNames: Record<ElementsFormat, string> = {
  tle: "TLE",
  "omm-json": "OMM JSON",
  "omm-xml": "OMM XML",
  "omm-kvn": "OMM KVN",
  "omm-csv": "OMM CSV",
};

/** Characters from the start that show what a file is. */
const SAMPLE_CHARACTERS = 4000;
const elementsNames = /\.(tle|3le|txt|omm|xml|kvn|csv)$/i;
/** Whether a file is a catalogue rather than a mission: by what it begins with, else by its name. */
export async function isCatalogue(file: File): Promise<boolean> {
  const sample = await file.slice(0, SAMPLE_CHARACTERS).text();
  return holdsElements(sample) || (elementsNames.test(file.name) && !/^\s*\{/.test(sample));
}

const { say } = noticeStore.getState();
const refuse = (name: string, text: string) => {
  catalogueStore.setState({ busy: undefined, cancel: undefined });
  say({ tone: "error", title: `${name} was not opened`, text });
};
const reasonText = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));

let lastKey = 0;

/** Opens a catalogue in place of the one before, or says why not and keeps that one. */
export async function openCatalogue({ name, blob }: { name: string; blob: Blob }): Promise<void> {
  if (blob.size > MAX_ELEMENTS_CHARACTERS) {
    refuse(
      name,
      `It has ${format(blob.size, "Count")} bytes; at most ${format(MAX_ELEMENTS_CHARACTERS, "Count")} are read.`,
    );
    return;
  }
  const key = ++lastKey;
  catalogueStore.setState({ busy: `Reading ${name}`, cancel: undefined });
  try {
    const summary = await engineClient.readCatalogue({ key, name, blob });
    // A newer one was opened meanwhile.
    if (key !== lastKey) return;
    const { objectCount, refusedCount, refused } = summary;
    const refusals = { refused, refusedCount };
    if (objectCount === 0) {
      catalogueStore.setState({ busy: undefined });
      say({
        tone: "error",
        title: `${name} was not opened`,
        text: "None of its records can be used. What is wrong with them:",
        refusals,
      });
      return;
    }
    catalogueStore.setState({ busy: undefined, catalogue: { key, name, blob, summary } });
    say({
      tone: refusedCount > 0 ? "warning" : "info",
      title: `${name}: ${objectsText(objectCount)}${refusedCount > 0 ? `, ${recordsText(refusedCount)} refused` : ""}`,
      text: `${formatNames[summary.format]}, ${epochsText(summary)}. Kept until the page is closed.`,
      ...(refusedCount > 0 ? { refusals } : { passing: true }),
    });
  } catch (reason) {
    if (key === lastKey) refuse(name, reasonText(reason));
  }
}

export function removeCatalogue(): void {
  lastKey++;
  catalogueStore.getState().cancel?.();
  catalogueStore.setState({ catalogue: undefined, busy: undefined, cancel: undefined });
}

/** Fetches a catalogue from an address that a person has typed. */
export async function fetchCatalogue(typed: string): Promise<void> {
  const read = readAddress(typed);
  if ("reason" in read) {
    refuse("The address", `${read.reason[0]!.toUpperCase()}${read.reason.slice(1)}.`);
    return;
  }
  const { url } = read;
  catalogueStore.getState().cancel?.();
  const controller = new AbortController();
  const cancel = () => {
    controller.abort();
    catalogueStore.setState({ busy: undefined, cancel: undefined });
  };
  catalogueStore.setState({ busy: `Fetching from ${url.host}`, cancel });
  try {
    const blob = await fetchElements(url, {
      signal: controller.signal,
      onProgress: (doneBytes) =>
        catalogueStore.setState({ busy: `Fetching from ${url.host}, ${(doneBytes / 1e6).toFixed(1)} MB` }),
    });
    const name = `${url.host}${url.pathname}`;
    if (!holdsElements(await blob.slice(0, SAMPLE_CHARACTERS).text()))
      refuse(name, `What ${url.host} sent holds no elements in TLE or OMM.`);
    else await openCatalogue({ name, blob });
  } catch (reason) {
    if (!controller.signal.aborted) refuse("The catalogue", `${reasonText(reason)}.`);
  }
}

const objectsText = (count: number) => `${format(count, "Count")} ${count === 1 ? "object" : "objects"}`;
const recordsText = (count: number) => `${format(count, "Count")} ${count === 1 ? "record" : "records"}`;
/** The days that the elements are of. */
export const epochsText = ({ epochs }: CatalogueSummary) => {
  const [first, last] = [epochs?.firstText.slice(0, 10), epochs?.lastText.slice(0, 10)];
  return first === last ? `elements of ${first}` : `elements of ${first} to ${last}`;
};
