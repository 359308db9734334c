import type { Flight } from "#engine";
import type { FoundSatellite, FoundSatellites } from "./messages.ts";

/** Matches that are told one by one. */
const MAX_TOLD_COUNT = 20;

/**
 * Satellites by what a person types: an id, or an object's name or a part of it in either case. Best first: the id, the mission's
 * satellite before a catalogue's of the same number, then whole names, beginnings, parts.
 */
export function findSatellites(flight: Flight, typed: string): FoundSatellites {
  const text = typed.trim();
  if (text === "") return { matches: [], matchCount: 0 };
  const id = /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, "") : text;
  const wanted = text.toLowerCase();
  /** By how well the text fits: the id, the whole name, its beginning, a part. */
  const fits: number[][] = [[], [], [], []];
  flight.shells.forEach(({ layer, firstIndex, planeCount, slotCount }, shellIndex) => {
    const endIndex = firstIndex + planeCount * slotCount;
    if (flight.analyticOf(shellIndex) !== undefined) {
      // Designed satellites are numbered.
      const index = Number(id) - 1;
      if (index >= firstIndex && index < endIndex && flight.idOf(index) === id) fits[0]!.push(index);
      return;
    }
    for (let index = firstIndex; index < endIndex; index++) {
      if (flight.idOf(index) === id) {
        fits[0]!.push(index);
        continue;
      }
      if (layer !== "catalogue") continue;
      const at = flight.nameOf(index).toLowerCase().indexOf(wanted);
      if (at >= 0) fits[at > 0 ? 3 : flight.nameOf(index).length === wanted.length ? 1 : 2]!.push(index);
    }
  });
  const indices = fits.flat();
  const matches = indices.slice(0, MAX_TOLD_COUNT).map((index): FoundSatellite => {
    const { shellName, shellIndex } = flight.whereOf(index);
    const { layer } = flight.shells[shellIndex]!;
    return { index, id: flight.idOf(index), name: flight.nameOf(index), shellName, layer };
  });
  return { matches, matchCount: indices.length };
}
