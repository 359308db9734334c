/** A catalogue as a worker keeps it: read once from the file that the page hands over, and told of in a few numbers. */
import { type Catalogue, formatInstant, type Instant, readCatalogue, secondsBetween } from "#engine";
import type { CatalogueFile, CatalogueSummary } from "./messages.ts";

/** Refusals that are told one by one. */
export const MAX_TOLD_REFUSAL_COUNT = 200;

/** Reads a catalogue when it is first asked for and keeps the last one. */
export function makeCatalogueShelf(): (file: CatalogueFile) => Promise<Catalogue> {
  let kept: { readonly key: number; readonly catalogue: Promise<Catalogue> } | undefined;
  return ({ key, name, blob }) => {
    if (kept?.key === key) return kept.catalogue;
    const catalogue = blob.text().then((text) => readCatalogue({ name, text }));
    kept = { key, catalogue };
    // A file that could not be read may be there the next time.
    catalogue.catch(() => {
      if (kept?.catalogue === catalogue) kept = undefined;
    });
    return catalogue;
  };
}

/** What the page is told of a catalogue: counts, the span of its epochs and the first refusals. */
export function describeCatalogue({ name, format, records, refused }: Catalogue): CatalogueSummary {
  const zero: Instant | undefined = records[0]?.elements.epoch;
  const epochs = records.map(({ elements }) => elements.epoch).sort((a, b) => secondsBetween(b, a));
  const textOf = (epoch: Instant | undefined) => (epoch === undefined ? "" : formatInstant(epoch));
  return {
    name,
    format,
    objectCount: records.length,
    warnedCount: records.filter(({ warnings }) => warnings.length > 0).length,
    refusedCount: refused.length,
    refused: refused.slice(0, MAX_TOLD_REFUSAL_COUNT),
    ...(zero === undefined
      ? {}
      : {
          epochs: {
            firstText: textOf(epochs[0]),
            middleText: textOf(epochs[Math.floor(epochs.length / 2)]),
            lastText: textOf(epochs.at(-1)),
          },
        }),
  };
}
