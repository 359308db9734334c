import { linkRateBps, type Plan } from "#engine";

/** Lengths at which the table stands beside the mesh's own: from a formation to the longest that a low orbit allows. */
const LENGTHS_KM = [0.2, 100, 500, 1000, 2000, 5000];

export type LinkRateRow = {
  readonly lengthKm: number;
  readonly linkRateBps: number;
  /** The longest link of the mesh. */
  readonly isMesh: boolean;
};

/** What one laser carries by its length, the mesh's longest link among them. */
export function linkRateRows(links: Plan["links"]): LinkRateRow[] {
  const { meshLinkKm } = links;
  const lengthsKm = [...LENGTHS_KM, ...(meshLinkKm === undefined ? [] : [meshLinkKm])].sort((a, b) => a - b);
  return lengthsKm.map((lengthKm) => ({
    lengthKm,
    linkRateBps: linkRateBps({ ...links, lengthKm }),
    isMesh: lengthKm === meshLinkKm,
  }));
}
