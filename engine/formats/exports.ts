import type { Instant } from "../geometry/instant.ts";
import type { ElementSet } from "./elementSet.ts";
import { writeElementsCsv } from "./elementsCsv.ts";
import { writeOmmCsv, writeOmmJson, writeOmmKvn, writeOmmXml } from "./ommWriter.ts";
import { tleFault, writeTles } from "./tleWriter.ts";

type ElementsWriter = {
  readonly write: (sets: Iterable<ElementSet>, options: { created: Instant }) => Generator<string>;
  /** Why a satellite cannot be written, or undefined. */
  readonly faultOf?: (set: ElementSet) => string | undefined;
};

/** Formats of mean elements, one satellite a piece of text. */
export const elementsWriters = {
  "omm-json": { write: writeOmmJson },
  "omm-xml": { write: writeOmmXml },
  "omm-kvn": { write: writeOmmKvn },
  "omm-csv": { write: writeOmmCsv },
  tle: { write: writeTles, faultOf: tleFault },
  csv: { write: writeElementsCsv },
} as const satisfies Record<string, ElementsWriter>;
export type ElementsFormatOut = keyof typeof elementsWriters;

/** Formats of states in steps, and Hypatia's folder. */
export const exportFormats = [
  ...(Object.keys(elementsWriters) as ElementsFormatOut[]),
  "oem",
  "czml",
  "stk",
  "hypatia",
] as const;
export type ExportFormat = (typeof exportFormats)[number];
