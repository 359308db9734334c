/** Real objects of an element file beside the mission's satellites: drawn and searched, never part of a network or a plan. */
import { readElements } from "../formats/elements.ts";
import type { ElementsFormat, ElementsRecord, RefusedRecord } from "../formats/record.ts";
import { listedSquadron, type Squadron } from "../orbit/squadron.ts";
import { MAX_LISTED_COUNT } from "./fleet.ts";

export type Catalogue = {
  /** Where the records come from, such as a file's name. */
  readonly name: string;
  readonly format: ElementsFormat;
  readonly records: readonly ElementsRecord[];
  readonly refused: readonly RefusedRecord[];
  /** Initialised once: any number of flights may carry it. */
  readonly squadron: Squadron;
};

/**
 * Records of a TLE or OMM text and what was refused of it; never throws. At most `MAX_LISTED_COUNT` records, past which one
 * refusal says that the rest is left out.
 */
export function readCatalogue({ name, text }: { name: string; text: string }): Catalogue {
  const { format, records, refused } = readElements(text, { limitCount: MAX_LISTED_COUNT });
  return { name, format, records, refused, squadron: listedSquadron(records.map(({ elements }) => elements)) };
}
